import type { Place } from '../../index/facts';
import { type BigNumber, countPrecision, fromInteger } from './bigNumber';
import { isSameType } from './sameType';
import { sortedSet } from './setOrder';
import { compareTexts } from './textOrder';
import { anyType, type Type } from './type';
import { typeOf } from './typeOf';
import type {
  BoolValue,
  KeyOrigins,
  MappingValue,
  NullValue,
  NumberValue,
  Reason,
  SequenceValue,
  StringValue,
  UnknownValue,
  Value,
} from './value';

/** What has just been made and has no origin yet, which whoever asked for it gives. This very list, no other empty one. */
export const unplaced: readonly Place[] = [];

/** Of what comes from no literal that could be told. */
export const nowhere: readonly Place[] = [];

/** A key of a map or an object, with the literals that it comes from. */
export function keyValue(key: string, of: Value | undefined): StringValue {
  const keys = of && 'entries' in of ? of.keys : undefined;
  return stringValue(key, keys?.get(key) ?? nowhere);
}

/** The value, told where its keys come from. */
export function withKeys<T extends Value | undefined>(value: T, keys: KeyOrigins): T {
  return value && 'entries' in value && keys.size > 0 ? { ...value, keys } : value;
}

/** Where the keys of several come from; of equal ones those of the later. */
export function keysOf(values: readonly Value[]): KeyOrigins {
  return new Map(values.flatMap((value) => ('entries' in value && value.keys ? [...value.keys] : [])));
}

/** Terraform has all texts in Unicode's composed form. */
export function stringValue(text: string, from = unplaced): StringValue {
  return { kind: 'string', text: text.normalize('NFC'), from };
}

export function numberValue(number: BigNumber, from = unplaced): NumberValue {
  return { kind: 'number', number, from };
}

/** A number that counts something. */
export function countValue(count: number | bigint): NumberValue {
  return numberValue(fromInteger(count, countPrecision));
}

export function boolValue(truth: boolean, from = unplaced): BoolValue {
  return { kind: 'bool', truth, from };
}

export function nullValue(type: Type = anyType, from = unplaced): NullValue {
  return { kind: 'null', type, from };
}

export function unknownValue(type: Type, why: Reason, from = unplaced): UnknownValue {
  return { kind: 'unknown', type, why, from };
}

export function tupleValue(items: readonly Value[], from = unplaced): SequenceValue {
  return { kind: 'tuple', items, from };
}

/** Of all entries, in any order; of equal keys the last one counts. */
export function objectValue(entries: Iterable<readonly [string, Value]>, from = unplaced): MappingValue {
  return { kind: 'object', entries: inOrderOfKeys(entries), from };
}

/** The type of items is theirs, or `none` where there are none. Undefined for items of several types. */
export function listValue(items: readonly Value[], none: Type, from = unplaced): SequenceValue | undefined {
  const of = commonType(items, none);
  return of && { kind: 'list', of, items: items.map((item) => inType(item, of)), from };
}

/** As {@link listValue}; of equal items the first one counts. */
export function setValue(items: readonly Value[], none: Type, from = unplaced): SequenceValue | undefined {
  const of = commonType(items, none);
  return (
    of && {
      kind: 'set',
      of,
      items: sortedSet(
        items.map((item) => inType(item, of)),
        of,
      ),
      from,
    }
  );
}

/** As {@link listValue}, with keys in any order. */
export function mapValue(entries: Iterable<readonly [string, Value]>, none: Type, from = unplaced): MappingValue | undefined {
  const ordered = inOrderOfKeys(entries);
  const of = commonType([...ordered.values()], none);
  return of && { kind: 'map', of, entries: new Map([...ordered].map(([key, entry]) => [key, inType(entry, of)])), from };
}

function inOrderOfKeys(entries: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value> {
  const last = new Map<string, Value>();
  for (const [key, entry] of entries) last.set(key.normalize('NFC'), entry);
  return new Map([...last].sort(([a], [b]) => compareTexts(a, b)));
}

function commonType(items: readonly Value[], none: Type): Type | undefined {
  if (items.length === 0) return none;
  let common: Type = anyType;
  for (const item of items) {
    const type = typeOf(item);
    if (common.kind === 'any') common = type;
    else if (type.kind !== 'any' && !isSameType(common, type)) return undefined;
  }
  return common;
}

/** Among typed neighbours, what is untyped has their type. */
function inType(item: Value, of: Type): Value {
  const isUntyped = (item.kind === 'unknown' || item.kind === 'null') && item.type.kind === 'any' && of.kind !== 'any';
  return isUntyped ? { ...item, type: of } : item;
}
