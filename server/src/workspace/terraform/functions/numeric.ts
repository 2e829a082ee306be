import { compare, fromInteger, isInteger, isNegative, negate, signOf, truncated, zero } from '../values/bigNumber';
import { fromFloat, toFloat } from '../values/floats';
import { countValue, numberValue, unknownValue } from '../values/make';
import { numberType } from '../values/type';
import type { NumberValue, Value } from '../values/value';
import { anything, type Definition, type Definitions, excess, integerOf, number, textOf } from './definition';
import { floatPower } from './numeric/floatPower';
import { integerInBase } from './numeric/integerInBase';
import { naturalLogarithm } from './numeric/naturalLogarithm';

function isNumber(value: Value | undefined): value is NumberValue {
  return value?.kind === 'number';
}

/** Of one number. */
function unary(work: (value: NumberValue) => Value | undefined): Definition {
  return { parameters: [number], result: numberType, work: ([value]) => (isNumber(value) ? work(value) : undefined) };
}

/** The whole number beside it, in the direction of the sign. */
function whole(value: NumberValue, direction: 1 | -1): Value {
  const { number: given } = value;
  if (isInteger(given)) return signOf(given) === 0 ? numberValue(zero(false, given.precision)) : value;
  // Beyond so many bits nothing is left but the sign.
  const nearer = given.exponent < -10_000 ? 0n : truncated(given);
  const isAway = signOf(given) === direction;
  return numberValue(fromInteger(isAway ? nearer + BigInt(direction) : nearer, given.precision));
}

/** Of the processor's floats, which know no infinity here. */
function inFloats(work: (a: number, b: number) => number | undefined): Definition {
  return {
    parameters: [number, number],
    result: numberType,
    work: ([a, b]) => {
      if (!isNumber(a) || !isNumber(b)) return undefined;
      const [left, right] = [toFloat(a.number), toFloat(b.number)];
      if (!Number.isFinite(left) || !Number.isFinite(right)) return undefined;
      const float = work(left, right);
      if (float === undefined) return unknownValue(numberType, { id: 'function', what: 'pow' });
      if (Number.isNaN(float)) return undefined;
      const result = fromFloat(float);
      return result ? numberValue(result) : excess;
    },
  };
}

function logarithm(value: number): number {
  return value > 0 ? naturalLogarithm(value) : Math.log(value);
}

/** The one of all that lies farthest in a direction, the first of equal ones. */
function farthest(direction: 1 | -1): Definition {
  return {
    parameters: [],
    rest: { ...number, takesUntyped: true },
    result: numberType,
    work: (args) =>
      args.filter(isNumber).reduce<NumberValue | undefined>((best, next) => {
        return best === undefined || compare(next.number, best.number) * direction > 0 ? next : best;
      }, undefined),
  };
}

/** @see https://developer.hashicorp.com/terraform/language/functions/abs and those beside it */
export const numeric: Definitions = {
  abs: unary((value) => (isNegative(value.number) ? numberValue(negate(value.number)) : value)),
  ceil: unary((value) => whole(value, 1)),
  floor: unary((value) => whole(value, -1)),
  log: inFloats((value, base) => logarithm(value) / logarithm(base)),
  pow: inFloats(floatPower),
  max: farthest(1),
  min: farthest(-1),
  signum: unary((value) => {
    const count = integerOf(value);
    return count === undefined ? undefined : countValue(Math.sign(count));
  }),
  parseint: {
    parameters: [anything, number],
    result: ([value]) =>
      value?.kind === 'string' || (value?.kind === 'unknown' && value.type.kind === 'string') ? numberType : undefined,
    work: ([value, base]) => {
      const radix = integerOf(base);
      const parsed = radix !== undefined && radix >= 2 && radix <= 62 ? integerInBase(textOf(value), radix) : undefined;
      if (parsed === undefined) return undefined;
      // As many bits as it needs, and no fewer than a processor's integer has.
      return numberValue(fromInteger(parsed, Math.max(64, parsed.toString(2).length - (parsed < 0n ? 1 : 0))));
    },
  },
};
