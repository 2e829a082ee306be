import { convert } from '../../values/convert';
import { equal } from '../../values/equal';
import { countValue, keyValue, listValue, nullValue, tupleValue } from '../../values/make';
import { anyType, numberType, stringType, type Type } from '../../values/type';
import { isKnown, typeOf } from '../../values/typeOf';
import { unify } from '../../values/unify';
import type { Value } from '../../values/value';
import { anything, type Definitions, integerOf, number, type Outcome, text, textOf } from '../definition';
import { unknownBecause } from '../unknownBecause';
import { entriesOf, isCounted, isListOrTuple, isMappingType, isSequenceType, itemsOf, itemTypeOf } from './items';
import { lengthOf } from './lengthOf';

/** As many as there are, of any kind. */
const alternatives = { type: anyType, takesNull: true, takesUnknown: true, takesUntyped: true } as const;

/** What is passed on out of collections. */
export const lookingUp: Definitions = {
  coalesce: {
    parameters: [],
    rest: alternatives,
    result: (args) => unify(args.map(typeOf)),
    work: (args, type) => {
      for (const arg of args) {
        const value = convert(arg, type);
        // What doesn't turn out to be of the common type is left out like a null.
        if (!value) continue;
        if (value.kind === 'unknown') return unknownBecause(type, [value]);
        if (value.kind !== 'null' && !(value.kind === 'string' && value.text === '')) return value;
      }
      return undefined;
    },
  },
  coalescelist: {
    parameters: [],
    rest: alternatives,
    result: typeOfCoalescedLists,
    work: (args, type) => {
      for (const arg of args) {
        if (!isKnown(arg)) return unknownBecause(type, [arg]);
        if (itemsOf(arg).length > 0) return arg;
      }
      return undefined;
    },
  },
  element: {
    parameters: [anything, number],
    mayBeNull: true,
    result: typeOfElement,
    work: ([list, index]) => {
      const items = itemsOf(list);
      const at = integerOf(index);
      if (at === undefined || items.length === 0) return undefined;
      return items[((at % items.length) + items.length) % items.length];
    },
  },
  index: { parameters: [anything, anything], about: 1, result: numberType, work: ([list, value]) => indexOf(list, value) },
  keys: {
    parameters: [{ ...anything, takesUnknown: true }],
    result: ([map]) => (map ? typeOfKeys(typeOf(map)) : undefined),
    work: ([map], type) => {
      const mapType = map && typeOf(map);
      if (mapType?.kind === 'object') return tupleValue([...mapType.of.keys()].map((key) => keyValue(key, map)));
      if (map && !isKnown(map)) return unknownBecause(type, [map]);
      return listValue(
        [...entriesOf(map).keys()].map((key) => keyValue(key, map)),
        stringType,
      );
    },
  },
  length: {
    parameters: [{ ...anything, takesUnknown: true, takesUntyped: true }],
    result: numberType,
    work: ([value]) => {
      const length = value && lengthOf(value);
      if (length === 'none') return undefined;
      return length === undefined ? unknownBecause(numberType, value ? [value] : []) : countValue(length);
    },
  },
  lookup: {
    parameters: [
      { ...anything, takesUnknown: true },
      { ...text, takesUnknown: true },
    ],
    rest: alternatives,
    mayBeNull: true,
    result: typeOfLookup,
    work: (args, type) => lookedUp(args, type),
  },
  one: {
    parameters: [anything],
    mayBeNull: true,
    result: ([list]) => (list ? typeOfOne(typeOf(list)) : undefined),
    work: ([list], type) => {
      const items = itemsOf(list);
      if (list && !isCounted(list)) return unknownBecause(type, [list]);
      return items.length > 1 ? undefined : (items[0] ?? nullValue(type));
    },
  },
  values: {
    parameters: [anything],
    result: ([map]) => (map ? typeOfValues(typeOf(map)) : undefined),
    work: ([map], type) => {
      const values = [...entriesOf(map).values()];
      return type.kind === 'tuple' ? tupleValue(values) : listValue(values, itemTypeOf(type, anyType));
    },
  },
};

function typeOfCoalescedLists(args: readonly Value[]): Type | undefined {
  const [first, ...others] = args;
  if (!first) return undefined;
  for (const arg of args) {
    if (!isKnown(arg)) return anyType;
    if (!isListOrTuple(typeOf(arg))) return undefined;
  }
  return others.length === 0 ? typeOf(first) : anyType;
}

function typeOfElement([list, index]: readonly Value[]): Type | undefined {
  const type = list && typeOf(list);
  if (type?.kind === 'list') return type.of;
  if (type?.kind !== 'tuple' || !index) return undefined;
  if (!isKnown(index)) return anyType;
  const at = integerOf(index);
  const count = type.of.length;
  // Before the first one nobody finds a type, and Terraform ends.
  return at === undefined || count === 0 || (at < 0 && at % count !== 0) ? undefined : type.of[Math.abs(at % count)];
}

function indexOf(list: Value | undefined, value: Value | undefined): Outcome {
  if (!list || !value || !isListOrTuple(typeOf(list))) return undefined;
  for (const [i, item] of itemsOf(list).entries()) {
    const same = equal(item, value);
    if (same === undefined) return unknownBecause(numberType, [item, value]);
    if (same) return countValue(i);
  }
  return undefined;
}

function typeOfKeys(type: Type): Type | undefined {
  if (type.kind === 'map') return { kind: 'list', of: stringType };
  return type.kind === 'object' ? { kind: 'tuple', of: [...type.of.keys()].map(() => stringType) } : undefined;
}

function typeOfValues(type: Type): Type | undefined {
  if (type.kind === 'map') return { kind: 'list', of: type.of };
  return type.kind === 'object' ? { kind: 'tuple', of: [...type.of.values()] } : undefined;
}

function typeOfOne(type: Type): Type | undefined {
  if (type.kind === 'tuple') return type.of.length > 1 ? undefined : (type.of[0] ?? anyType);
  return isSequenceType(type) ? itemTypeOf(type, anyType) : undefined;
}

function typeOfLookup([map, key, ...rest]: readonly Value[]): Type | undefined {
  const type = map && typeOf(map);
  if (!type || !key || rest.length > 1 || !isMappingType(type)) return undefined;
  const [otherwise] = rest;
  if (type.kind !== 'object') {
    const of = itemTypeOf(type, anyType);
    return otherwise && !convert(otherwise, of) ? undefined : of;
  }
  if (!isKnown(key)) return anyType;
  return type.of.get(textOf(key)) ?? (otherwise && typeOf(otherwise));
}

function lookedUp([map, key, otherwise]: readonly Value[], type: Type): Outcome {
  if (!map || !key) return undefined;
  if (!isKnown(map) || !isKnown(key)) return unknownBecause(type, [map, key]);
  return entriesOf(map).get(textOf(key)) ?? (otherwise && convert(otherwise, type));
}
