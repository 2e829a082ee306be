import { add, compare, countPrecision, floatPrecision, fromInteger, signOf } from '../../values/bigNumber';
import { convert } from '../../values/convert';
import { equal } from '../../values/equal';
import { listValue, numberValue, tupleValue } from '../../values/make';
import { equalKey } from '../../values/setOrder';
import { anyType, numberType, stringType, type Type } from '../../values/type';
import { isKnown, isWhollyKnown, typeOf } from '../../values/typeOf';
import type { NumberValue, Value } from '../../values/value';
import { anything, type Definitions, integerOf, listOfAny, listOfTexts, number, type Outcome } from '../definition';
import { unknownBecause } from '../unknownBecause';
import { isListOrTuple, isSequence, isSequenceType, itemsOf, itemTypeOf } from './items';
import { lengthOf } from './lengthOf';

/** The items of a list in another order, in parts, or fewer of them. */
export const ordering: Definitions = {
  chunklist: {
    parameters: [listOfAny, number],
    result: ([list]) => list && { kind: 'list', of: typeOf(list) },
    work: ([list, size], type) => (list ? chunks(list, integerOf(size), itemTypeOf(type, anyType)) : undefined),
  },
  compact: {
    parameters: [listOfTexts],
    result: { kind: 'list', of: stringType },
    work: ([list], type) => {
      if (list && !isWhollyKnown(list)) return unknownBecause(type, [list]);
      return listValue(
        itemsOf(list).filter((item) => item.kind === 'string' && item.text !== ''),
        stringType,
      );
    },
  },
  distinct: {
    parameters: [listOfAny],
    result: ([list]) => list && typeOf(list),
    work: ([list], type) => {
      if (list && !isWhollyKnown(list)) return unknownBecause(type, [list]);
      return listValue(distinct(itemsOf(list)), itemTypeOf(type, anyType));
    },
  },
  range: { parameters: [], rest: number, result: { kind: 'list', of: numberType }, work: range },
  reverse: {
    parameters: [anything],
    result: ([list]) => {
      const type = list && typeOf(list);
      if (!type || !isSequenceType(type)) return undefined;
      return type.kind === 'tuple'
        ? { kind: 'tuple', of: [...type.of].reverse() }
        : { kind: 'list', of: itemTypeOf(type, anyType) };
    },
    work: ([list], type) => {
      const items = [...itemsOf(list)].reverse();
      return type.kind === 'tuple' ? tupleValue(items) : listValue(items, itemTypeOf(type, anyType));
    },
  },
  slice: {
    parameters: [anything, number, number],
    result: typeOfSlice,
    work: ([list, from, to], type) => {
      const items = itemsOf(list).slice(integerOf(from), integerOf(to));
      return type.kind === 'tuple' ? tupleValue(items) : listValue(items, itemTypeOf(type, anyType));
    },
  },
  sum: { parameters: [anything], result: numberType, work: ([list]) => sum(list) },
};

function chunks(list: Value, size: number | undefined, of: Type): Outcome {
  if (size === undefined || size < 0) return undefined;
  const items = itemsOf(list);
  if (items.length === 0) return listValue([], of);
  if (size === 0) return listValue([list], of);
  const parts = Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
  return listValue(
    parts.flatMap((part) => listValue(part, anyType) ?? []),
    of,
  );
}

/** The first of equal ones. */
function distinct(items: readonly Value[]): readonly Value[] {
  const seen = new Map<string, Value[]>();
  return items.filter((item) => {
    const key = equalKey(item);
    const alike = seen.get(key);
    if (alike?.some((other) => equal(other, item))) return false;
    if (alike) alike.push(item);
    else seen.set(key, [item]);
    return true;
  });
}

/** Terraform makes no more. */
const longestRange = 1024;

function range(args: readonly Value[]): Outcome {
  const numbers = args.filter((arg): arg is NumberValue => arg.kind === 'number');
  const [first, second, third] = numbers;
  if (!first || numbers.length > 3) return undefined;
  const start = second ? first : numberValue(fromInteger(0, floatPrecision));
  const end = second ?? first;
  const direction = compare(end.number, start.number) < 0 ? -1 : 1;
  const step = third ? third.number : fromInteger(direction, countPrecision);
  // A step of 0 goes upwards, and never ends.
  const way = signOf(step) < 0 ? -1 : 1;
  if (compare(end.number, start.number) * way < 0) return undefined;
  const items: Value[] = [];
  let next = start.number;
  while (compare(next, end.number) * way < 0) {
    if (items.length >= longestRange) return undefined;
    items.push(items.length === 0 ? start : numberValue(next));
    next = add(next, step);
  }
  return listValue(items, numberType);
}

function typeOfSlice([list, from, to]: readonly Value[]): Type | undefined {
  const type = list && typeOf(list);
  if (!type || !isListOrTuple(type)) return undefined;
  const counted = lengthOf(list);
  const length = typeof counted === 'number' ? counted : Number.POSITIVE_INFINITY;
  const ends = [from, to].map((end) => (end && isKnown(end) ? (integerOf(end) ?? -1) : undefined));
  const [start, end] = ends;
  if (ends.some((at) => at !== undefined && (at < 0 || at > length))) return undefined;
  if (start !== undefined && end !== undefined && start > end) return undefined;
  if (type.kind !== 'tuple') return type;
  return start === undefined || end === undefined ? anyType : { kind: 'tuple', of: type.of.slice(start, end) };
}

function sum(list: Value | undefined): Outcome {
  if (!isSequence(list) || list.items.length === 0) return undefined;
  if (!isWhollyKnown(list)) return unknownBecause(numberType, [list]);
  const numbers = list.items.map((item) => convert(item, numberType));
  const [first, ...others] = numbers;
  if (first?.kind !== 'number') return first?.kind === 'unknown' ? first : undefined;
  let total = first.number;
  for (const item of others) {
    if (item?.kind !== 'number') return item?.kind === 'unknown' ? item : undefined;
    total = add(total, item.number);
  }
  return others.length === 0 ? first : numberValue(total);
}
