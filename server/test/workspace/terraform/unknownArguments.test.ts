import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functions } from '../../../src/workspace/terraform/functions';
import { defaultLimits } from '../../../src/workspace/terraform/functions/definition';
import { isSameType } from '../../../src/workspace/terraform/values/sameType';
import type { Type } from '../../../src/workspace/terraform/values/type';
import { typeOf, unknownIn } from '../../../src/workspace/terraform/values/typeOf';
import type { Value } from '../../../src/workspace/terraform/values/value';
import fc from '../../fastCheck';
import { drawnValue, withUnknowns } from './drawnValues';
import { jsonOfValue } from './typedJson';

const context = { limits: defaultLimits };

const names = [...functions.keys()];

const call = fc.record({
  name: fc.constantFrom(...names),
  args: fc.array(drawnValue, { maxLength: 4 }),
  choices: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
});

function isError(value: Value): boolean {
  return value.kind === 'unknown' && value.why.id === 'error';
}

/** Whether a value of this type may turn out to be one of that. */
function mayBecome(general: Type, special: Type): boolean {
  if (general.kind === 'any') return true;
  if (general.kind !== special.kind) return false;
  if (general.kind === 'tuple' && special.kind === 'tuple')
    return general.of.length === special.of.length && general.of.every((type, i) => mayBecome(type, special.of[i] ?? type));
  if (general.kind === 'object' && special.kind === 'object')
    return (
      general.of.size === special.of.size &&
      [...general.of].every(([name, type]) => mayBecome(type, special.of.get(name) ?? { kind: 'any' }))
    );
  if ('of' in general && 'of' in special)
    return mayBecome(general.of as Type, special.of as Type) || isSameType(special.of as Type, { kind: 'any' });
  return true;
}

/** Whether what is said of unknown arguments holds for what they turn out to be. */
function covers(general: Value, special: Value): boolean {
  if (general.kind === 'unknown')
    return mayBecome(general.type, typeOf(special)) && !(general.notNull && special.kind === 'null');
  if (general.kind === 'set' && special.kind === 'set' && unknownIn(general)) return true;
  if ('items' in general && 'items' in special)
    return (
      general.kind === special.kind &&
      general.items.length === special.items.length &&
      general.items.every((item, i) => covers(item, special.items[i] ?? item))
    );
  if ('entries' in general && 'entries' in special)
    return (
      general.kind === special.kind &&
      general.entries.size === special.entries.size &&
      [...general.entries].every(([key, entry]) => {
        const other = special.entries.get(key);
        return other !== undefined && covers(entry, other);
      })
    );
  return JSON.stringify(jsonOfValue(general)) === JSON.stringify(jsonOfValue(special));
}

/** Terraform says of them what doesn't hold in the end: something unknown to look for ends the search. */
const hasty = ['matchkeys'];

test('what is said of unknown arguments holds whatever they are', () => {
  fc.assert(
    fc.property(call, ({ name, args, choices }) => {
      const special = functions.get(name)?.call(args, context);
      const general = functions.get(name)?.call(
        args.map((arg) => withUnknowns(arg, choices)),
        context,
      );
      assert.ok(special && general);
      // Where Terraform would end, it may have said anything before.
      if (isError(special) || hasty.includes(name)) return;
      const told = () => JSON.stringify([name, args.map(jsonOfValue), jsonOfValue(general), jsonOfValue(special)]);
      assert.ok(!isError(general), told());
      assert.ok(covers(general, special), told());
    }),
    { numRuns: 20_000 },
  );
});

test('no function throws, whatever it is given', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }).map((text): Value => ({ kind: 'string', text, from: [] })),
    fc.string({ maxLength: 12 }).map((text): Value => ({ kind: 'string', text, from: [] })),
    fc
      .bigInt({ min: -(2n ** 70n), max: 2n ** 70n })
      .chain((mantissa) =>
        fc
          .integer({ min: -40_000, max: 40_000 })
          .map((exponent): Value => ({ kind: 'number', number: { mantissa: mantissa | 1n, exponent }, from: [] })),
      ),
    drawnValue,
  );
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.array(odd, { maxLength: 4 }), (name, args) => {
      assert.ok(functions.get(name)?.call(args, context));
    }),
    { numRuns: 20_000 },
  );
});
