import {
  type BigNumber,
  fromDecimal,
  fullPrecision,
  precisionOf,
  toDecimal,
} from '../../../src/workspace/terraform/values/bigNumber';
import type { Type } from '../../../src/workspace/terraform/values/type';
import type { Reason, Value } from '../../../src/workspace/terraform/values/value';

/** A type as the fixtures write it. */
export type TypeJson =
  | 'string'
  | 'number'
  | 'bool'
  | 'any'
  | readonly ['list' | 'set' | 'map', TypeJson]
  | readonly ['tuple', readonly TypeJson[]]
  /** With the names of those that may be left out. */
  | readonly ['object', Readonly<Record<string, TypeJson>>, (readonly string[])?];

/** A value as the fixtures write it: what it is, with its type where that doesn't show. */
export interface ValueJson {
  readonly string?: string;
  readonly number?: string;
  /** Of how many bits, if not all. */
  readonly precision?: number;
  readonly bool?: boolean;
  readonly null?: TypeJson;
  readonly unknown?: TypeJson;
  readonly notNull?: true;
  readonly of?: TypeJson;
  readonly list?: readonly ValueJson[];
  readonly set?: readonly ValueJson[];
  readonly tuple?: readonly ValueJson[];
  readonly map?: Readonly<Record<string, ValueJson>>;
  readonly object?: Readonly<Record<string, ValueJson>>;
}

export function typeFrom(json: TypeJson): Type {
  if (typeof json === 'string') return { kind: json };
  if (json[0] === 'tuple') return { kind: 'tuple', of: json[1].map(typeFrom) };
  if (json[0] === 'object') {
    const of = new Map(entriesOf(json[1]).map(([name, type]) => [name, typeFrom(type)]));
    return { kind: 'object', of, ...(json[2] ? { optional: new Set(json[2]) } : {}) };
  }
  return { kind: json[0], of: typeFrom(json[1]) };
}

export function jsonOfType(type: Type): TypeJson {
  switch (type.kind) {
    case 'tuple':
      return ['tuple', type.of.map(jsonOfType)];
    case 'object':
      return ['object', Object.fromEntries([...type.of].map(([name, of]) => [name, jsonOfType(of)]))];
    case 'list':
    case 'set':
    case 'map':
      return [type.kind, jsonOfType(type.of)];
    default:
      return type.kind;
  }
}

/** Keys in the order of their code points, whatever JavaScript's is. */
function entriesOf<Item>(record: Readonly<Record<string, Item>>): readonly (readonly [string, Item])[] {
  return Object.entries(record).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

const given: Reason = { id: 'variable', what: 'given' };

/** From nowhere. */
const from = Object.freeze([]);

export function valueFrom(json: ValueJson): Value {
  if (json.string !== undefined) return { kind: 'string', text: json.string, from };
  if (json.number !== undefined) return { kind: 'number', number: numberFrom(json.number, json.precision), from };
  if (json.bool !== undefined) return { kind: 'bool', truth: json.bool, from };
  if (json.null !== undefined) return { kind: 'null', type: typeFrom(json.null), from };
  if (json.unknown !== undefined)
    return { kind: 'unknown', type: typeFrom(json.unknown), why: given, from, ...(json.notNull ? { notNull: true } : {}) };
  if (json.tuple) return { kind: 'tuple', items: json.tuple.map(valueFrom), from };
  const of = typeFrom(json.of ?? 'any');
  if (json.list) return { kind: 'list', of, items: json.list.map(valueFrom), from };
  if (json.set) return { kind: 'set', of, items: json.set.map(valueFrom), from };
  const entries = new Map(entriesOf(json.map ?? json.object ?? {}).map(([key, entry]) => [key, valueFrom(entry)]));
  return json.map ? { kind: 'map', of, entries, from } : { kind: 'object', entries, from };
}

function numberFrom(digits: string, precision = fullPrecision): BigNumber {
  const number = fromDecimal(digits, precision);
  if (!number) throw new Error(`no number: ${digits}`);
  return number;
}

export function jsonOfValue(value: Value): ValueJson {
  switch (value.kind) {
    case 'string':
      return { string: value.text };
    case 'number': {
      const precision = precisionOf(value.number);
      return { number: toDecimal(value.number), ...(precision === fullPrecision ? {} : { precision }) };
    }
    case 'bool':
      return { bool: value.truth };
    case 'null':
      return { null: jsonOfType(value.type) };
    case 'unknown':
      return { unknown: jsonOfType(value.type), ...(value.notNull ? { notNull: true } : {}) };
    case 'tuple':
      return { tuple: value.items.map(jsonOfValue) };
    case 'list':
    case 'set':
      return { [value.kind]: value.items.map(jsonOfValue), of: jsonOfType(value.of) };
    case 'object':
      return { object: recordOf(value.entries) };
    case 'map':
      return { map: recordOf(value.entries), of: jsonOfType(value.of) };
  }
}

function recordOf(entries: ReadonlyMap<string, Value>): Readonly<Record<string, ValueJson>> {
  return Object.fromEntries([...entries].map(([key, entry]) => [key, jsonOfValue(entry)]));
}
