import type { ForExpression } from '../../../syntax/terraform/expressions/expression';
import type { Place } from '../../index/facts';
import { convert } from '../values/convert';
import { countValue, keyValue, objectValue, tupleValue, unknownValue, withKeys } from '../values/make';
import { decidedBy } from '../values/sensitive';
import { anyType, stringType } from '../values/type';
import type { Reason, Value } from '../values/value';
import { conditionOf } from './conditional';
import { failure } from './failure';
import { type Evaluate, type Scope, withVariables } from './scope';

/** What a loop goes through, or why that isn't known. */
export type Each =
  | { readonly items: readonly (readonly [Value, Value])[] }
  | { readonly why: Reason; readonly from: readonly Place[] };

/** What a loop goes through: keys or indexes with their values; of a set, each with itself. @throws Failure */
export function eachOf(collection: Value): Each {
  if (collection.kind === 'unknown') return { why: collection.why, from: collection.from };
  if ('entries' in collection)
    return {
      items: [...collection.entries].map(([key, value]) => [decidedBy(keyValue(key, collection), collection), value] as const),
    };
  if (!('items' in collection)) throw failure('a loop goes through lists, sets, maps and objects alone');
  if (collection.kind === 'set') return { items: collection.items.map((item) => [item, item] as const) };
  return { items: collection.items.map((item, index) => [countValue(index), item] as const) };
}

/** A list by `[for …]`, an object by `{for …}`. */
export function forAt(loop: ForExpression, scope: Scope, evaluate: Evaluate): Value {
  const collection = evaluate(loop.collection, scope);
  const each = eachOf(collection);
  if ('why' in each) return unknownValue(anyType, each.why, each.from);
  const results: { readonly key: string | undefined; readonly value: Value }[] = [];
  const deciding = [collection];
  const keys = new Map<string, readonly Place[]>();
  for (const [key, value] of each.items) {
    const inside = withVariables(scope, [
      [loop.key, key],
      [loop.value, value],
    ]);
    if (loop.condition) {
      const chosen = evaluate(loop.condition, inside);
      const condition = conditionOf(chosen);
      deciding.push(chosen);
      if ('why' in condition) return unknownValue(anyType, condition.why, condition.from);
      if (!condition.truth) continue;
    }
    const name = loop.keyed && convert(evaluate(loop.keyed, inside), stringType);
    if (loop.keyed && name?.kind === 'unknown') return unknownValue(anyType, name.why, name.from);
    if (loop.keyed && name?.kind !== 'string') throw failure('a key is a text');
    if (name) deciding.push(name);
    if (name?.kind === 'string' && !keys.has(name.text)) keys.set(name.text, name.from);
    results.push({ key: name?.kind === 'string' ? name.text : undefined, value: evaluate(loop.result, inside) });
  }
  const made = loop.keyed ? withKeys(arranged(loop, results), keys) : tupleValue(results.map(({ value }) => value));
  return decidedBy(made, ...deciding);
}

function arranged({ grouped: isGrouped }: ForExpression, results: Keyed): Value {
  return isGrouped ? grouped(results) : keyed(results);
}

type Keyed = readonly { readonly key: string | undefined; readonly value: Value }[];

function keyed(results: Keyed): Value {
  const entries = new Map<string, Value>();
  for (const { key = '', value } of results) {
    if (entries.has(key)) throw failure('two items have one key');
    entries.set(key, value);
  }
  return objectValue(entries);
}

function grouped(results: Keyed): Value {
  const groups = new Map<string, Value[]>();
  for (const { key = '', value } of results) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return objectValue([...groups].map(([key, values]) => [key, tupleValue(values)] as const));
}
