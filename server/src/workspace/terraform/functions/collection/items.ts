import type { Type } from '../../values/type';
import { isKnown, isWhollyKnown } from '../../values/typeOf';
import type { MappingValue, SequenceValue, Value } from '../../values/value';

export function isSequence(value: Value | undefined): value is SequenceValue {
  return value !== undefined && 'items' in value;
}

export function isMapping(value: Value | undefined): value is MappingValue {
  return value !== undefined && 'entries' in value;
}

/** Of a known list, set or tuple. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  return isSequence(value) ? value.items : [];
}

/** Of a known map or object, in the order of their keys. */
export function entriesOf(value: Value | undefined): ReadonlyMap<string, Value> {
  return isMapping(value) ? value.entries : new Map();
}

export function isListOrTuple({ kind }: Type): boolean {
  return kind === 'list' || kind === 'tuple';
}

export function isSequenceType({ kind }: Type): boolean {
  return kind === 'list' || kind === 'tuple' || kind === 'set';
}

export function isMappingType({ kind }: Type): boolean {
  return kind === 'map' || kind === 'object';
}

/** A set with something unknown in it may have fewer items than it seems: two may turn out to be one. */
export function isCounted(value: Value): boolean {
  return isKnown(value) && (value.kind !== 'set' || value.items.length <= 1 || isWhollyKnown(value));
}

/** The type of the items of a list, a set or a map. */
export function itemTypeOf(type: Type, otherwise: Type): Type {
  return type.kind === 'list' || type.kind === 'set' || type.kind === 'map' ? type.of : otherwise;
}
