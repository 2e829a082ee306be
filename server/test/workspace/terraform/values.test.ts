import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { convert } from '../../../src/workspace/terraform/values/convert';
import { equal } from '../../../src/workspace/terraform/values/equal';
import { graphemes } from '../../../src/workspace/terraform/values/graphemes';
import { isSameType } from '../../../src/workspace/terraform/values/sameType';
import { compareTexts } from '../../../src/workspace/terraform/values/textOrder';
import type { Type } from '../../../src/workspace/terraform/values/type';
import { typeOf } from '../../../src/workspace/terraform/values/typeOf';
import fc from '../../fastCheck';
import { drawnValue } from './drawnValues';
import { jsonOfValue, type TypeJson, typeFrom, type ValueJson, valueFrom } from './typedJson';

/** What Terraform 1.11 makes of a value as one of a type, or whether it takes two for equal. */
interface Recorded {
  readonly text: string;
  readonly value: ValueJson;
  readonly to?: TypeJson;
  readonly equals?: ValueJson;
  readonly result: ValueJson | 'error';
}

const recorded = readFileSync('server/test/workspace/terraform/fixtures/values.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Recorded);

test('values become what Terraform makes of them', () => {
  for (const { text, value, to, result } of recorded) {
    if (to === undefined) continue;
    const converted = convert(valueFrom(value), typeFrom(to));
    assert.deepEqual({ text, result: converted ? jsonOfValue(converted) : 'error' }, { text, result });
  }
});

test('values are equal where Terraform says so', () => {
  for (const { text, value, equals, result } of recorded) {
    if (equals === undefined) continue;
    const same = equal(valueFrom(value), valueFrom(equals));
    const said = same === undefined ? { unknown: 'bool', notNull: true } : { bool: same };
    assert.deepEqual({ text, result: said }, { text, result });
  }
});

test('a null is no unknown value that can’t be one', () => {
  const unknown = valueFrom({ unknown: 'string', notNull: true });
  assert.equal(equal(valueFrom({ null: 'string' }), unknown), false);
  assert.equal(equal(valueFrom({ null: 'string' }), valueFrom({ unknown: 'string' })), undefined);
});

test('a known value is equal to itself, and two are equal both ways round', () => {
  fc.assert(
    fc.property(drawnValue, drawnValue, (a, b) => {
      assert.equal(equal(a, a), true);
      assert.equal(equal(a, b), equal(b, a));
    }),
  );
});

const type: fc.Arbitrary<Type> = fc.letrec<{ type: Type }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    fc.constantFrom<Type>({ kind: 'string' }, { kind: 'number' }, { kind: 'bool' }),
    fc
      .tuple(fc.constantFrom('list' as const, 'set' as const, 'map' as const), tie('type'))
      .map(([kind, of]): Type => ({ kind, of })),
    fc.array(tie('type'), { maxLength: 2 }).map((of): Type => ({ kind: 'tuple', of })),
    fc
      .dictionary(fc.constantFrom('a', 'b'), tie('type'))
      .map((of): Type => ({ kind: 'object', of: new Map(Object.entries(of)) })),
  ),
})).type;

test('what has been converted is of the type, and stays what it is', () => {
  fc.assert(
    fc.property(drawnValue, type, (value, to) => {
      const once = convert(value, to);
      if (!once) return;
      assert.ok(isSameType(typeOf(once), to));
      assert.equal(convert(once, to), once);
    }),
  );
});

test('a set made of its own items in any order is the same set', () => {
  fc.assert(
    fc.property(fc.array(drawnValue, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (items, order) => {
      const as = (all: typeof items) => convert({ kind: 'tuple', items: all, from: [] }, { kind: 'set', of: { kind: 'any' } });
      const [set, shuffled] = [
        as(items),
        as(
          items
            .map((item) => ({ item, at: order.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item),
        ),
      ];
      if (set && shuffled) assert.deepEqual(jsonOfValue(shuffled), jsonOfValue(set));
    }),
  );
});

test('texts are in the order of their bytes', () => {
  const letters = fc.string({ unit: 'grapheme', maxLength: 5 });
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      assert.equal(Math.sign(compareTexts(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
  assert.ok(compareTexts('\uffee', '😀') < 0);
});

test('the letters of a long text are those of its parts', () => {
  const letters = ['👨‍👩‍👧', '🇩🇪', 'é', '\r\n', 'e\u0301', 'a', '각', 'x\u0301\u0302'];
  const all = Array.from({ length: 4000 }, (_, i) => letters[(i * i) % letters.length] ?? '').filter(
    (letter, i, { [i - 1]: before }) => letter !== before,
  );
  assert.deepEqual(graphemes(all.join('')), all);
  assert.equal(graphemes('é'.repeat(300_000)).length, 300_000);
  assert.equal(graphemes(`a${'\u0301'.repeat(5000)}`).length, 1);
});
