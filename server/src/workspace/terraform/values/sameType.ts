import { cachedBy } from '../../../text/cachedBy';
import type { Type } from './type';

/** Whether two types are one; what is optional in an object counts. */
export function isSameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'list':
    case 'set':
    case 'map':
      return a.kind === b.kind && isSameType(a.of, b.of);
    case 'tuple':
      return b.kind === 'tuple' && a.of.length === b.of.length && a.of.every((item, i) => isSameOrNone(item, b.of[i]));
    case 'object':
      return b.kind === 'object' && isSameObject(a, b);
    default:
      return a.kind === b.kind;
  }
}

function isSameOrNone(a: Type, b: Type | undefined): boolean {
  return b !== undefined && isSameType(a, b);
}

/** A text that types have in common which are one. */
export const typeKey = cachedBy((type: Type): string => {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind}(${typeKey(type.of)})`;
    case 'tuple':
      return `[${type.of.map(typeKey).join()}]`;
    case 'object': {
      const attributes = [...type.of].map(
        ([name, of]) => `${JSON.stringify(name)}${type.optional?.has(name) ? '?' : ''}:${typeKey(of)}`,
      );
      return `{${attributes.sort().join()}}`;
    }
    default:
      return type.kind;
  }
});

type ObjectType = Extract<Type, { readonly kind: 'object' }>;

function isSameObject(a: ObjectType, b: ObjectType): boolean {
  if (a.of.size !== b.of.size || (a.optional?.size ?? 0) !== (b.optional?.size ?? 0)) return false;
  for (const [name, type] of a.of) {
    if (!isSameOrNone(type, b.of.get(name))) return false;
    if ((a.optional?.has(name) ?? false) !== (b.optional?.has(name) ?? false)) return false;
  }
  return true;
}

/** Values have it, constraints may not: nothing in it is `any`. */
export function isWhole(type: Type): boolean {
  switch (type.kind) {
    case 'any':
      return false;
    case 'list':
    case 'set':
    case 'map':
      return isWhole(type.of);
    case 'tuple':
      return type.of.every(isWhole);
    case 'object':
      return [...type.of.values()].every(isWhole);
    default:
      return true;
  }
}

/** A value has all attributes of its type: none is optional. */
export function withoutOptional(type: Type): Type {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map': {
      const of = withoutOptional(type.of);
      return of === type.of ? type : { kind: type.kind, of };
    }
    case 'tuple': {
      const of = type.of.map(withoutOptional);
      return of.every((item, i) => item === type.of[i]) ? type : { kind: 'tuple', of };
    }
    case 'object': {
      const of = new Map([...type.of].map(([name, attribute]) => [name, withoutOptional(attribute)]));
      const isPlain = !type.optional?.size && [...of].every(([name, attribute]) => attribute === type.of.get(name));
      return isPlain ? type : { kind: 'object', of };
    }
    default:
      return type;
  }
}
