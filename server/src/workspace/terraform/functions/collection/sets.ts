import { convert } from '../../values/convert';
import { equal } from '../../values/equal';
import { listValue, setValue, tupleValue } from '../../values/make';
import { isSameType } from '../../values/sameType';
import { orderKey } from '../../values/setOrder';
import { anyType, type Type } from '../../values/type';
import { isKnown, isWhollyKnown, typeOf } from '../../values/typeOf';
import { unify } from '../../values/unify';
import type { Value } from '../../values/value';
import { type CallContext, type Definition, type Definitions, excess, type Outcome, setOfAny } from '../definition';
import { unknownBecause } from '../unknownBecause';
import { isCounted, isSequence, itemsOf, itemTypeOf } from './items';

/** Of sets of types that can be one. */
function ofSets(combine: (a: readonly Value[], b: readonly Value[]) => readonly Value[], takesParts: boolean): Definition {
  return {
    parameters: [setOfAny],
    rest: setOfAny,
    result: typeOfSets,
    work: (args, type) => {
      const sets = args.map((arg) => convert(arg, type));
      const open = sets.find((set) => set && !isWhollyKnown(set));
      if (open && !takesParts) return unknownBecause(type, [open]);
      const of = itemTypeOf(type, anyType);
      const [first, ...others] = sets.filter(isSequence);
      // Where the common type leaves the items theirs, they may be of several.
      if (!first || others.length + 1 < sets.length || others.some((set) => !isSameType(typeOf(set), typeOf(first))))
        return undefined;
      return setValue(
        others.reduce((items, set) => combine(items, set.items), first.items),
        of,
      );
    },
  };
}

function typeOfSets(args: readonly Value[]): Type | undefined {
  // An empty set of no type says nothing.
  const types = args.flatMap((arg) => {
    const of = itemTypeOf(typeOf(arg), anyType);
    return of.kind === 'any' && isKnown(arg) && itemsOf(arg).length === 0 ? [] : [of];
  });
  const of = types.length === 0 ? anyType : unify(types);
  return of && { kind: 'set', of };
}

/** Those of `items` that are among others, or aren't. */
function among(items: readonly Value[], others: readonly Value[], isWanted: boolean): readonly Value[] {
  const byKey = new Map<string, Value[]>();
  for (const other of others) {
    const key = orderKey(other);
    byKey.set(key, [...(byKey.get(key) ?? []), other]);
  }
  return items.filter((item) => (byKey.get(orderKey(item)) ?? []).some((other) => equal(item, other)) === isWanted);
}

export const sets: Definitions = {
  setunion: ofSets((a, b) => [...a, ...b], true),
  setintersection: ofSets((a, b) => among(a, b, true), false),
  setsubtract: subtraction(),
  setproduct: {
    parameters: [],
    rest: { type: anyType, takesUnknown: true },
    result: typeOfProduct,
    work: product,
  },
};

function subtraction(): Definition {
  const { result, work } = ofSets((a, b) => among(a, b, false), false);
  return { parameters: [setOfAny, setOfAny], result, work };
}

function typeOfProduct(args: readonly Value[]): Type | undefined {
  if (args.length < 2) return undefined;
  const types = args.map(typeOf);
  const items: Type[] = [];
  for (const type of types) {
    const of =
      type.kind === 'tuple'
        ? type.of.length === 0
          ? anyType
          : unify(type.of)
        : type.kind === 'list' || type.kind === 'set'
          ? type.of
          : undefined;
    if (!of) return undefined;
    items.push(of);
  }
  return { kind: types.some(({ kind }) => kind === 'set') ? 'set' : 'list', of: { kind: 'tuple', of: items } };
}

function product(args: readonly Value[], type: Type, { limits }: CallContext): Outcome {
  const open = args.filter((arg) => !isCounted(arg));
  if (open.length > 0) return unknownBecause(type, open);
  const lists = args.map(itemsOf);
  const total = lists.reduce((count, list) => count * list.length, 1);
  if (total * args.length > limits.elements) return excess;
  const each = itemTypeOf(type, anyType);
  const types = each.kind === 'tuple' ? each.of : [];
  const rows = lists.reduce<readonly (readonly Value[])[]>(
    (before, list) => before.flatMap((row) => list.map((item) => [...row, item])),
    [[]],
  );
  const tuples = rows.map((row) => tupleValue(row.flatMap((item, i) => convert(item, types[i] ?? anyType) ?? [])));
  return type.kind === 'set' ? setValue(tuples, each) : listValue(tuples, each);
}
