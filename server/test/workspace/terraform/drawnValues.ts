import { fromDecimal } from '../../../src/workspace/terraform/values/bigNumber';
import { convert } from '../../../src/workspace/terraform/values/convert';
import {
  boolValue,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
  tupleValue,
} from '../../../src/workspace/terraform/values/make';
import { anyType, numberType, stringType } from '../../../src/workspace/terraform/values/type';
import { typeOf } from '../../../src/workspace/terraform/values/typeOf';
import type { Reason, Value } from '../../../src/workspace/terraform/values/value';
import fc from '../../fastCheck';

const texts = [
  'a',
  'b',
  'c',
  '',
  'é',
  '10',
  '2',
  'true',
  'x,y',
  'user:a@b.c',
  '[a-b]+',
  '%s',
  '%d-%v',
  '10.0.0.0/8',
  '{"a":1}',
  'k: v',
  '2020-01-02T03:04:05Z',
  '1h',
  '😀',
];

const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts).map((text) => stringValue(text)) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('0', '1', '2', '-1', '3', '1.5', '10', '1e30')
      .map((digits) => numberValue(fromDecimal(digits) ?? { mantissa: 0n, exponent: 0 })),
  },
  { weight: 1, arbitrary: fc.boolean().map((truth) => boolValue(truth)) },
  { weight: 1, arbitrary: fc.constantFrom(anyType, stringType, numberType).map((type) => nullValue(type)) },
);

const kinds = ['list', 'set', 'map'] as const;

/** As a list, a set or a map where it can be one, otherwise itself. */
function collected(value: Value, kind: (typeof kinds)[number] | undefined): Value {
  return (kind && convert(value, { kind, of: anyType })) ?? value;
}

/** Any value that is wholly known. */
export const drawnValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value; inner: Value }>((tie) => ({
  inner: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.array(tie('value'), { maxLength: 3 }).map((items) => tupleValue(items)),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), tie('value')), { maxLength: 3 })
      .map((entries) => objectValue(entries)),
    fc
      .array(
        fc.constantFrom(...texts).map((text) => stringValue(text)),
        { maxLength: 4 },
      )
      .map((items) => tupleValue(items)),
  ),
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar,
    fc.tuple(tie('inner'), fc.constantFrom(undefined, ...kinds)).map(([value, kind]) => collected(value, kind)),
  ),
})).value;

const drawn: Reason = { id: 'variable', what: 'drawn' };

/** The same value with some of its parts unknown; how many of them follows from `choices`, which are used up. */
export function withUnknowns(value: Value, choices: number[]): Value {
  const choice = choices.pop() ?? 1;
  if (choice === 0) return { kind: 'unknown', type: typeOf(value), why: drawn, from: [] };
  if ('items' in value) {
    if (value.kind === 'set') return value;
    return { ...value, items: value.items.map((item) => withUnknowns(item, choices)) };
  }
  if ('entries' in value)
    return { ...value, entries: new Map([...value.entries].map(([key, entry]) => [key, withUnknowns(entry, choices)])) };
  return value;
}
