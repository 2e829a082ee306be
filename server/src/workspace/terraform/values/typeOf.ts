import { cachedBy } from '../../../text/cachedBy';
import { boolType, numberType, stringType, type Type } from './type';
import type { MappingValue, SequenceValue, Value } from './value';

/** The type that a value is of. */
export function typeOf(value: Value): Type {
  switch (value.kind) {
    case 'unknown':
    case 'null':
      return value.type;
    case 'string':
      return stringType;
    case 'number':
      return numberType;
    case 'bool':
      return boolType;
    default:
      return typeOfMany(value);
  }
}

const typeOfMany = cachedBy((value: SequenceValue | MappingValue): Type => {
  switch (value.kind) {
    case 'tuple':
      return { kind: 'tuple', of: value.items.map(typeOf) };
    case 'object':
      return { kind: 'object', of: new Map([...value.entries].map(([name, entry]) => [name, typeOf(entry)])) };
    default:
      return { kind: value.kind, of: value.of };
  }
});

/** The values that it holds, if it holds any. */
export function partsOf(value: Value): readonly Value[] {
  if ('items' in value) return value.items;
  return 'entries' in value ? [...value.entries.values()] : [];
}

export function isKnown(value: Value): boolean {
  return value.kind !== 'unknown';
}

/** The first unknown value in it, at any depth. */
export function unknownIn(value: Value): Extract<Value, { readonly kind: 'unknown' }> | undefined {
  if (value.kind === 'unknown') return value;
  return 'items' in value || 'entries' in value ? unknownPart(value) : undefined;
}

const unknownPart = cachedBy((value: SequenceValue | MappingValue) => {
  for (const part of partsOf(value)) {
    const unknown = unknownIn(part);
    if (unknown) return unknown;
  }
  return undefined;
});

export function isWhollyKnown(value: Value): boolean {
  return unknownIn(value) === undefined;
}
