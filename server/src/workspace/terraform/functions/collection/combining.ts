import { convert } from '../../values/convert';
import { keysOf, listValue, mapValue, nowhere, objectValue, stringValue, tupleValue, withKeys } from '../../values/make';
import { isSameType } from '../../values/sameType';
import { compareTexts } from '../../values/textOrder';
import { anyType, stringType, type Type } from '../../values/type';
import { isKnown, isWhollyKnown, partsOf, typeOf } from '../../values/typeOf';
import { unify } from '../../values/unify';
import type { Value } from '../../values/value';
import { anything, type CallContext, type Definitions, excess, listOfTexts, type Outcome, textOf } from '../definition';
import { unknownBecause } from '../unknownBecause';
import { entriesOf, isMapping, isMappingType, isSequence, isSequenceType, itemsOf, itemTypeOf } from './items';

const listsByKey: Type = { kind: 'map', of: { kind: 'list', of: stringType } };

/** Several collections made into one. */
export const combining: Definitions = {
  concat: { parameters: [], rest: anything, result: typeOfConcat, work: concatenated },
  flatten: {
    parameters: [anything],
    result: anyType,
    work: ([list], _, { limits }) => {
      // An object with something unknown in it passes for a list of its values.
      const isTaken = isSequence(list) || (isMapping(list) && !isWhollyKnown(list));
      const items = isTaken ? flattened(list, limits.elements) : undefined;
      if (items === undefined || items === excess) return items;
      return items === 'unknown' ? unknownBecause(anyType, list ? [list] : []) : tupleValue(items);
    },
  },
  merge: {
    parameters: [],
    rest: { type: anyType, takesNull: true, takesUntyped: true },
    result: typeOfMerge,
    work: (args, type, { limits }) => {
      const entries = args.flatMap((arg) => [...entriesOf(arg)]);
      if (entries.length > limits.elements) return excess;
      return withKeys(type.kind === 'map' ? mapValue(entries, type.of) : objectValue(entries), keysOf(args));
    },
  },
  transpose: {
    parameters: [{ type: listsByKey }],
    result: listsByKey,
    work: ([map], type) => (map && !isWhollyKnown(map) ? unknownBecause(type, [map]) : transposed(entriesOf(map))),
  },
  zipmap: {
    parameters: [listOfTexts, anything],
    result: typeOfZip,
    work: ([keys, values], type) => {
      if (keys && !isWhollyKnown(keys)) return unknownBecause(type, [keys]);
      const [names, items] = [itemsOf(keys), itemsOf(values)];
      if (names.length !== items.length || names.some(({ kind }) => kind === 'null')) return undefined;
      const entries = names.flatMap((name, i) => entry(textOf(name), items[i]));
      return type.kind === 'map' ? mapValue(entries, type.of) : objectValue(entries);
    },
  },
};

function entry(name: string, value: Value | undefined): readonly (readonly [string, Value])[] {
  return value ? [[name, value]] : [];
}

/** Lists of types that can be one are a list; everything else is a tuple. */
function typeOfConcat(args: readonly Value[]): Type | undefined {
  if (args.length === 0) return undefined;
  const types = args.map(typeOf);
  if (types.every(({ kind }) => kind === 'list')) {
    const common = unify(types);
    if (common) return common;
  }
  if (!types.every(({ kind }) => kind === 'list' || kind === 'tuple')) return undefined;
  const items: Type[] = [];
  for (const [i, type] of types.entries()) {
    const arg = args[i];
    if (type.kind === 'tuple') items.push(...type.of);
    if (type.kind !== 'list') continue;
    if (!arg || !isKnown(arg)) return anyType;
    items.push(...itemsOf(arg).map(() => type.of));
  }
  return { kind: 'tuple', of: items };
}

function concatenated(args: readonly Value[], type: Type, { limits }: CallContext): Outcome {
  if (args.reduce((sum, arg) => sum + itemsOf(arg).length, 0) > limits.elements) return excess;
  if (type.kind !== 'list') return tupleValue(args.flatMap(itemsOf));
  const lists = args.map((arg) => convert(arg, type));
  return lists.every(isSequence) ? listValue(lists.flatMap(itemsOf), type.of) : undefined;
}

/** The items of lists in lists, at any depth; `unknown` where one of them isn't known. */
function flattened(list: Value, limit: number): readonly Value[] | 'unknown' | typeof excess {
  const found: Value[] = [];
  const collect = (value: Value): boolean => {
    if (value.kind === 'set' && value.items.length > 1 && !isWhollyKnown(value)) return false;
    return partsOf(value).every((item) => {
      if (item.kind === 'unknown' && (item.type.kind === 'any' || isSequenceType(item.type))) return false;
      if (isSequence(item)) return collect(item);
      return found.length <= limit && found.push(item) > 0;
    });
  };
  const isWhole = collect(list);
  return found.length > limit ? excess : isWhole ? found : 'unknown';
}

function typeOfMerge(args: readonly Value[]): Type | undefined {
  const [first, ...others] = args;
  if (!first) return { kind: 'object', of: new Map() };
  const attributes = new Map<string, Type>();
  let isComplete = true;
  for (const arg of args) {
    const type = typeOf(arg);
    if (type.kind === 'any') return anyType;
    if (!isMappingType(type)) return undefined;
    if (arg.kind === 'null') continue;
    if (type.kind === 'object') for (const [name, attribute] of type.of) attributes.set(name, attribute);
    else if (isKnown(arg)) for (const name of entriesOf(arg).keys()) attributes.set(name, itemTypeOf(type, anyType));
    else isComplete = false;
  }
  if (others.every((arg) => isSameType(typeOf(arg), typeOf(first)))) return typeOf(first);
  return isComplete ? { kind: 'object', of: attributes } : anyType;
}

function typeOfZip([keys, values]: readonly Value[]): Type | undefined {
  const type = values && typeOf(values);
  if (type?.kind === 'list') return { kind: 'map', of: type.of };
  if (type?.kind !== 'tuple' || !keys) return undefined;
  if (!isWhollyKnown(keys)) return anyType;
  const names = itemsOf(keys);
  if (names.length !== type.of.length || names.some(({ kind }) => kind === 'null')) return undefined;
  return { kind: 'object', of: new Map(names.map((name, i) => [textOf(name), type.of[i] ?? anyType])) };
}

function transposed(lists: ReadonlyMap<string, Value>): Outcome {
  const keysOf = new Map<string, string[]>();
  for (const [key, list] of lists) {
    if (list.kind === 'null') return undefined;
    for (const item of itemsOf(list)) {
      if (item.kind !== 'string') return undefined;
      const keys = keysOf.get(item.text);
      if (keys) keys.push(key);
      else keysOf.set(item.text, [key]);
    }
  }
  const entries = [...keysOf].flatMap(([name, keys]) =>
    entry(
      name,
      listValue(
        keys.sort(compareTexts).map((key) => stringValue(key, nowhere)),
        stringType,
      ),
    ),
  );
  return mapValue(entries, itemTypeOf(listsByKey, stringType));
}
