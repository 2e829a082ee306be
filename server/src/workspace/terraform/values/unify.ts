import { isSameType, typeKey } from './sameType';
import { anyType, type Type } from './type';
import { inOrderOfPreference } from './typePreference';

type ObjectType = Extract<Type, { readonly kind: 'object' }>;
type TupleType = Extract<Type, { readonly kind: 'tuple' }>;
type CollectionType = Extract<Type, { readonly kind: 'list' | 'set' | 'map' }>;

/**
 * The one type that values of all these types can be converted to, as Terraform looks for it where a collection is made of several types.
 * Undefined where there is none.
 *
 * @see https://github.com/zclconf/go-cty/blob/main/cty/convert/unify.go
 */
export function unify(types: readonly Type[]): Type | undefined {
  const different = withoutRepeats(types);
  const kinds = new Set(different.map(({ kind }) => kind));
  const isAmong = (...allowed: readonly Type['kind'][]) => [...kinds].every((kind) => kind === 'any' || allowed.includes(kind));
  for (const kind of ['map', 'list', 'set'] as const) {
    if (kinds.has(kind) && isAmong(kind)) return kinds.has('any') ? anyType : unifyCollections(kind, different);
  }
  if (kinds.has('map') && isAmong('map', 'object')) return unifyAs('map', different) ?? firstThatTakesAll(different);
  if (kinds.has('list') && isAmong('list', 'tuple')) return unifyAs('list', different) ?? firstThatTakesAll(different);
  if (kinds.has('object') && isAmong('object')) return kinds.has('any') ? anyType : unifyObjects(different.filter(isObject));
  if (kinds.has('tuple') && isAmong('tuple')) return kinds.has('any') ? anyType : unifyTuples(different.filter(isTuple));
  if (kinds.has('object') && kinds.has('tuple')) return undefined;
  return firstThatTakesAll(different);
}

/** Thousands of items are mostly of few types. */
function withoutRepeats(types: readonly Type[]): readonly Type[] {
  const different = new Map<string, Type>();
  for (const type of types) if (!different.has(typeKey(type))) different.set(typeKey(type), type);
  return [...different.values()];
}

function isObject(type: Type): type is ObjectType {
  return type.kind === 'object';
}

function isTuple(type: Type): type is TupleType {
  return type.kind === 'tuple';
}

function firstThatTakesAll(types: readonly Type[]): Type | undefined {
  return inOrderOfPreference(types).find((wanted) => types.every((type) => converts(type, wanted)));
}

function unifyCollections(kind: CollectionType['kind'], types: readonly Type[]): Type | undefined {
  const of = unify(types.flatMap((type) => (type.kind === kind ? [type.of] : [])));
  return of && { kind, of };
}

/** Objects among maps are maps, tuples among lists are lists. */
function unifyAs(kind: 'map' | 'list', types: readonly Type[]): Type | undefined {
  const common = kind === 'map' ? mapOf(types.filter(isObject)) : listOf(types.filter(isTuple));
  if (!common) return undefined;
  const unified = unify(types.map((type) => (isObject(type) || isTuple(type) ? common : type)));
  return unified?.kind === kind ? unified : undefined;
}

function mapOf(types: readonly ObjectType[]): Type | undefined {
  const of = unify(types.flatMap((type) => [...type.of.values()]));
  return takenBy(types, of && { kind: 'map', of });
}

function listOf(types: readonly TupleType[]): Type | undefined {
  const of = unify(types.flatMap((type) => type.of));
  return takenBy(types, of && { kind: 'list', of });
}

function takenBy(types: readonly Type[], wanted: Type | undefined): Type | undefined {
  return wanted && types.every((type) => converts(type, wanted)) ? wanted : undefined;
}

function unifyObjects(types: readonly ObjectType[]): Type | undefined {
  const [first, ...others] = types;
  if (!first) return undefined;
  const isSameNames = ({ of }: ObjectType) => of.size === first.of.size && [...of.keys()].every((name) => first.of.has(name));
  if (!others.every(isSameNames)) return mapOf(types);
  const attributes = new Map<string, Type>();
  for (const name of first.of.keys()) {
    const common = unify(types.flatMap(({ of }) => of.get(name) ?? []));
    if (!common) return undefined;
    attributes.set(name, common);
  }
  const wanted: Type = { kind: 'object', of: attributes };
  return takenBy(types, wanted) ?? mapOf(types);
}

function unifyTuples(types: readonly TupleType[]): Type | undefined {
  const [first, ...others] = types;
  if (!first) return undefined;
  if (others.some(({ of }) => of.length !== first.of.length)) return listOf(types);
  const items: Type[] = [];
  for (const i of first.of.keys()) {
    const common = unify(types.flatMap(({ of }) => of[i] ?? []));
    if (!common) return undefined;
    items.push(common);
  }
  return takenBy(types, { kind: 'tuple', of: items }) ?? listOf(types);
}

/**
 * Whether a value of one type may be converted to another; a text may turn out to be no number.
 *
 * @see https://github.com/zclconf/go-cty/blob/main/cty/convert/conversion.go
 */
export function converts(from: Type, to: Type): boolean {
  if (to.kind === 'any' || from.kind === 'any' || isSameType(from, to)) return true;
  switch (to.kind) {
    case 'string':
      return from.kind === 'number' || from.kind === 'bool';
    case 'number':
    case 'bool':
      return from.kind === 'string';
    case 'list':
    case 'set':
      if (from.kind === 'tuple') return convertsAll(from.of, itemType(from.of, to.of));
      return (from.kind === 'list' || from.kind === 'set') && converts(from.of, to.of);
    case 'map':
      if (from.kind === 'object')
        return convertsAll([...from.of.values()], to.of.kind === 'any' ? unify([...from.of.values()]) : to.of);
      return from.kind === 'map' && converts(from.of, to.of);
    case 'tuple':
      return (
        from.kind === 'tuple' && from.of.length === to.of.length && to.of.every((type, i) => converts(from.of[i] ?? type, type))
      );
    case 'object':
      return convertsToObject(from, to);
  }
}

function convertsAll(types: readonly Type[], to: Type | undefined): boolean {
  return types.length === 0 || (to !== undefined && types.every((type) => converts(type, to)));
}

/** What the items of a collection become that is made of items of these types, where `any` leaves it to them. */
export function itemType(types: readonly Type[], wanted: Type): Type | undefined {
  if (wanted.kind !== 'any') return wanted;
  const common = unify(types);
  const isMixed = common?.kind === 'any' && types.some(({ kind }) => kind !== 'any');
  return isMixed ? undefined : common;
}

function convertsToObject(from: Type, to: ObjectType): boolean {
  if (from.kind === 'map')
    return [...to.of].every(([name, type]) => converts(from.of, type) || (to.optional?.has(name) ?? false));
  if (from.kind !== 'object') return false;
  return [...to.of].every(([name, type]) => {
    const given = from.of.get(name);
    return given ? converts(given, type) : (to.optional?.has(name) ?? false);
  });
}
