import type { Body } from '../../../syntax/terraform/expressions/readBody';
import { evaluate } from '../evaluation/evaluate';
import type { Scope } from '../evaluation/scope';
import { toInteger } from '../values/bigNumber';
import { convert } from '../values/convert';
import { countValue, keyValue, nullValue, objectValue, tupleValue } from '../values/make';
import { isMarked, isSensitive } from '../values/sensitive';
import { numberType } from '../values/type';
import type { Reason, Value } from '../values/value';
import { argumentOf } from './configuration';

/** Instances, or why it isn't known how many there are. */
export type Instances<T> = { readonly all: readonly T[] } | { readonly why: Reason };

/** Of an instance of a block with `count` or `for_each`. */
export type Key = string | number | undefined;

/** What `count` and `for_each` make of a block: the key of each instance, with the one name that it has more than the others. */
export function instancesOf(
  body: Body,
  scope: Scope,
): Instances<{ readonly key: Key; readonly variables: ReadonlyMap<string, Value> }> {
  const [count, forEach] = [argumentOf(body, 'count'), argumentOf(body, 'for_each')];
  if (forEach) {
    const each = evaluate(forEach, scope);
    if (isSensitive(each)) return { why: { id: 'sensitive', what: '' } };
    const entries = entriesOf(each);
    if ('why' in entries) return entries;
    // Of a set, each item is its own key.
    const items = new Map('items' in each ? each.items.map((item) => [item.kind === 'string' ? item.text : '', item]) : []);
    const keyOf = (key: string) => items.get(key) ?? keyValue(key, each);
    if (entries.all.length > mostInstances) return { why: { id: 'tooMuch', what: 'for_each' } };
    return {
      all: entries.all.map(([key, value]) => ({
        key,
        variables: named('each', [
          ['key', keyOf(key)],
          ['value', value],
        ]),
      })),
    };
  }
  if (!count) return { all: [{ key: undefined, variables: new Map() }] };
  const value = convert(evaluate(count, scope), numberType);
  if (value?.kind === 'unknown') return { why: value.why };
  if (value && isMarked(value)) return { why: { id: 'sensitive', what: '' } };
  const many = value?.kind === 'number' ? toInteger(value.number) : undefined;
  if (many === undefined || many < 0) return { why: { id: 'error', what: 'count' } };
  if (many > mostInstances) return { why: { id: 'tooMuch', what: 'count' } };
  return {
    all: Array.from({ length: many }, (_, index) => ({ key: index, variables: named('count', [['index', countValue(index)]]) })),
  };
}

const mostInstances = 10_000;

function named(name: string, attributes: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  return new Map([[name, objectValue(attributes)]]);
}

/** What `for_each` takes: a map, an object, or a set of texts. */
function entriesOf(value: Value): Instances<readonly [string, Value]> {
  if (value.kind === 'unknown') return { why: value.why };
  if ('entries' in value) return { all: [...value.entries] };
  if (value.kind !== 'set') return { why: { id: 'error', what: 'for_each' } };
  const texts: [string, Value][] = [];
  for (const item of value.items) {
    if (item.kind === 'unknown') return { why: item.why };
    if (item.kind !== 'string') return { why: { id: 'error', what: 'for_each' } };
    texts.push([item.text, item]);
  }
  return { all: texts };
}

/** A value for each of the instances, as Terraform arranges them: by itself, in a list, or by key. */
export function arranged(body: Body, values: readonly (readonly [Key, Value])[]): Value {
  if (argumentOf(body, 'for_each')) return objectValue(values.map(([key, value]) => [String(key), value] as const));
  return argumentOf(body, 'count') ? tupleValue(values.map(([, value]) => value)) : (values[0]?.[1] ?? nullValue());
}

/** As it stands in an address. */
export function keyText(key: Key): string {
  if (key === undefined) return '';
  return typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(key)}]`;
}
