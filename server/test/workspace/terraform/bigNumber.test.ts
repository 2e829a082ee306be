import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as numbers from '../../../src/workspace/terraform/values/bigNumber';
import { fromFloat, toFloat } from '../../../src/workspace/terraform/values/floats';
import { floatText } from '../../../src/workspace/terraform/values/floatText';
import fc from '../../fastCheck';

/** Exact: over and under, under above 0. */
type Fraction = readonly [bigint, bigint];

function fractionOf({ mantissa, exponent }: numbers.BigNumber): Fraction {
  return exponent >= 0 ? [mantissa << BigInt(exponent), 1n] : [mantissa, 1n << BigInt(-exponent)];
}

/** Whether no number of so many bits is nearer, nor as near and even. */
function isNearest(number: numbers.BigNumber, [over, under]: Fraction): boolean {
  const [a, b] = fractionOf(number);
  const distance = abs(a * under - over * b) * 2n;
  const bits = BigInt(abs(number.mantissa).toString(2).length);
  // Half of the last place, in the same units: |x - exact| ≤ ulp / 2.
  const last = BigInt(number.exponent) + bits - BigInt(numbers.precisionOf(number));
  const [ulpOver, ulpUnder] = last >= 0n ? [1n << last, 1n] : [1n, 1n << -last];
  return number.mantissa === 0n ? over === 0n : distance * ulpUnder <= ulpOver * b * under;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

const number = fc
  .record({
    mantissa: fc.oneof(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: -(2n ** 512n) + 1n, max: 2n ** 512n - 1n })),
    exponent: fc.integer({ min: -600, max: 600 }),
  })
  // A sum with 0 is in its normal form.
  .map((drawn) => numbers.add(drawn, { mantissa: 0n, exponent: 0 }));

test('sums, products and quotients are the nearest numbers there are', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const [[aOver, aUnder], [bOver, bUnder]] = [fractionOf(a), fractionOf(b)];
      assert.ok(isNearest(numbers.add(a, b), [aOver * bUnder + bOver * aUnder, aUnder * bUnder]));
      assert.ok(isNearest(numbers.subtract(a, b), [aOver * bUnder - bOver * aUnder, aUnder * bUnder]));
      assert.ok(isNearest({ ...numbers.multiply(a, b), precision: 512 }, [aOver * bOver, aUnder * bUnder]));
      const quotient = numbers.divide(a, b);
      if (!quotient) return assert.equal(b.mantissa, 0n);
      const sign = bOver < 0n ? -1n : 1n;
      assert.ok(isNearest(quotient, [aOver * bUnder * sign, aUnder * bOver * sign]));
    }),
  );
});

test('numbers are in the order of their fractions', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const [[aOver, aUnder], [bOver, bUnder]] = [fractionOf(a), fractionOf(b)];
      const difference = aOver * bUnder - bOver * aUnder;
      assert.equal(numbers.compare(a, b), difference < 0n ? -1 : difference > 0n ? 1 : 0);
      assert.equal(numbers.compare(a, a), 0);
    }),
  );
});

test('what is far apart is compared and added at once', () => {
  const far = { mantissa: 3n, exponent: 4_000_000_000 };
  const near = { mantissa: 1n, exponent: -4_000_000_000 };
  assert.deepEqual(numbers.add(far, near), far);
  assert.deepEqual(numbers.subtract(near, far), numbers.negate(far));
  assert.equal(numbers.compare(far, near), 1);
  assert.equal(numbers.compare(numbers.negate(far), near), -1);
  assert.ok(numbers.isFar(numbers.multiply(far, far)));
  assert.equal(numbers.toInteger(far), undefined);
});

test('a decimal text is read as the number that it was written from, and none is shorter by a digit', () => {
  fc.assert(
    fc.property(number, (drawn) => {
      // Those of a power of two are the neighbour's, in Go too: its bounds are nearer below.
      fc.pre(drawn.mantissa !== 1n && drawn.mantissa !== -1n);
      const text = numbers.toDecimal(drawn);
      assert.deepEqual(numbers.fromDecimal(text), drawn);
      const cut = /^(.*[1-9])[1-9](0*)$/.exec(text);
      const shorter = cut && numbers.fromDecimal(`${cut[1]}${text.includes('.') ? '' : `0${cut[2]}`}`);
      if (shorter) assert.notDeepEqual(shorter, drawn);
    }),
  );
});

test('floats come back as they were, written as JavaScript writes them', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (float) => {
      const drawn = fromFloat(float);
      assert.ok(drawn);
      assert.equal(toFloat(drawn), float === 0 ? 0 : float);
      assert.equal(Number(numbers.toDecimal(drawn)), float === 0 ? 0 : float);
      const [digits = '', power = ''] = floatText(drawn, { letter: 'e' }).split('e');
      // Below a power of two Go allows itself what JavaScript doesn't.
      if (Math.abs(drawn.exponent) < 900 && drawn.mantissa !== 1n && drawn.mantissa !== -1n)
        assert.equal(`${digits}e${Number(power) < 0 ? '' : '+'}${Number(power)}`, (float === 0 ? 0 : float).toExponential());
    }),
  );
});

test('a remainder is less than what was taken, with the sign of what it was taken from', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (a, b) => {
      const rest = numbers.remainder(numbers.fromInteger(a), numbers.fromInteger(b));
      assert.equal(numbers.truncated(rest), a % b);
    }),
  );
});

test('what lies just between two numbers is rounded to the even one', () => {
  const top = 2n ** 512n;
  assert.equal(numbers.truncated(numbers.fromInteger(top + 1n)), top);
  assert.equal(numbers.truncated(numbers.fromInteger(top + 3n)), top + 4n);
  assert.equal(numbers.truncated(numbers.fromInteger(-top - 1n)), -top);
});

test('what is no number is none', () => {
  for (const text of ['', '.', '-', '1e', 'e1', ' 1', '1 ', '0x1', '1_0', '--1', '1.2.3', 'Infinity', 'NaN']) {
    assert.equal(numbers.fromDecimal(text), undefined, text);
    assert.equal(numbers.isDecimal(text), false, text);
  }
  for (const text of ['inf', '-Inf', '1e999999']) assert.ok(numbers.isDecimal(text) && !numbers.fromDecimal(text), text);
});
