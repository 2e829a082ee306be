import { equal } from '../../values/equal';
import { boolValue } from '../../values/make';
import { boolType } from '../../values/type';
import { isKnown, typeOf } from '../../values/typeOf';
import type { Value } from '../../values/value';
import { anything, type Definitions } from '../definition';
import { unknownBecause } from '../unknownBecause';
import { isSequenceType, itemsOf } from './items';

const bools = { type: { kind: 'list', of: boolType } } as const;

function isTruth(value: Value, truth: boolean): boolean {
  return value.kind === 'bool' && value.truth === truth;
}

/** What is asked of a list. */
export const testing: Definitions = {
  alltrue: {
    parameters: [bools],
    result: boolType,
    work: ([list]) => {
      // Only what stands before it can decide more than the first unknown one.
      const first = itemsOf(list).find((item) => !isTruth(item, true));
      return first && !isKnown(first) ? unknownBecause(boolType, [first]) : boolValue(first === undefined);
    },
  },
  anytrue: {
    parameters: [bools],
    result: boolType,
    work: ([list]) => {
      const items = itemsOf(list);
      if (items.some((item) => isTruth(item, true))) return boolValue(true);
      const unknown = items.find((item) => !isKnown(item));
      return unknown ? unknownBecause(boolType, [unknown]) : boolValue(false);
    },
  },
  contains: {
    parameters: [anything, anything],
    about: 1,
    result: boolType,
    work: ([list, value]) => {
      if (!list || !value || !isSequenceType(typeOf(list))) return undefined;
      const answers = itemsOf(list).map((item) => equal(value, item));
      if (answers.includes(true)) return boolValue(true);
      const open = itemsOf(list).filter((_, i) => answers[i] === undefined);
      return open.length > 0 ? unknownBecause(boolType, [...open, value]) : boolValue(false);
    },
  },
};
