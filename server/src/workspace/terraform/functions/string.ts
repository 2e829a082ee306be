import { graphemes } from '../values/graphemes';
import { boolValue, listValue, stringValue } from '../values/make';
import { compareTexts } from '../values/textOrder';
import { boolType, stringType, type Type } from '../values/type';
import { isWhollyKnown } from '../values/typeOf';
import type { Value } from '../values/value';
import {
  type CallContext,
  type Definition,
  type Definitions,
  excess,
  integerOf,
  listOfTexts,
  number,
  type Outcome,
  text,
  textOf,
} from './definition';
import { lowered, titled, uppered } from './string/letterCase';
import { replaced } from './string/replaced';
import { trimmed, trimmedSpace, withoutNewlines } from './string/trimmed';
import { unknownBecause } from './unknownBecause';

const texts: Type = { kind: 'list', of: stringType };

/** Of texts, to a text. */
function onTexts(count: 1 | 2, work: (a: string, b: string) => string, options: Partial<Definition> = {}): Definition {
  return {
    parameters: count === 1 ? [text] : [text, text],
    result: stringType,
    work: ([a, b]) => stringValue(work(textOf(a), textOf(b))),
    ...options,
  };
}

function asks(work: (a: string, b: string) => boolean, options: Partial<Definition> = {}): Definition {
  return { parameters: [text, text], result: boolType, work: ([a, b]) => boolValue(work(textOf(a), textOf(b))), ...options };
}

/** Of what may be unknown in its argument. */
const untypedText = { ...text, takesUntyped: true } as const;

/** @see https://developer.hashicorp.com/terraform/language/functions/chomp and those beside it */
export const string: Definitions = {
  chomp: onTexts(1, withoutNewlines),
  endswith: asks((value, end) => value.endsWith(end)),
  indent: {
    parameters: [number, text],
    result: stringType,
    about: 1,
    work: ([spaces, value], _, { limits }) => {
      const width = integerOf(spaces);
      if (width === undefined || width < 0) return undefined;
      const lines = textOf(value).split('\n');
      return width * lines.length > limits.units ? excess : stringValue(lines.join(`\n${' '.repeat(width)}`));
    },
  },
  join: { parameters: [text], rest: listOfTexts, result: stringType, about: 1, work: joined },
  lower: onTexts(1, lowered),
  replace: {
    parameters: [text, text, text],
    result: stringType,
    work: ([value, part, by], _, context) => made(replaced(textOf(value), textOf(part), textOf(by), context)),
  },
  sort: {
    parameters: [{ ...listOfTexts, takesUnknown: true }],
    result: texts,
    work: ([list], type) => {
      if (!list || !('items' in list)) return unknownBecause(type, list ? [list] : []);
      const { items } = list;
      // Still there are as many.
      if (!isWhollyKnown(list))
        return listValue(
          items.map(() => unknownBecause(stringType, [list])),
          stringType,
        );
      if (items.some(({ kind }) => kind === 'null')) return undefined;
      return listValue(
        [...items].sort((a, b) => compareTexts(textOf(a), textOf(b))),
        stringType,
      );
    },
  },
  split: {
    parameters: [text, text],
    result: texts,
    about: 1,
    work: ([separator, value], _, { limits }) => {
      const parts = textOf(separator) === '' ? [...textOf(value)] : textOf(value).split(textOf(separator));
      return parts.length > limits.elements
        ? excess
        : listValue(
            parts.map((part) => stringValue(part)),
            stringType,
          );
    },
  },
  startswith: {
    parameters: [{ ...text, takesUnknown: true }, text],
    result: boolType,
    work: ([value, start]) => {
      if (textOf(start) === '') return boolValue(true);
      return value?.kind === 'unknown' ? unknownBecause(boolType, [value]) : boolValue(textOf(value).startsWith(textOf(start)));
    },
  },
  strcontains: asks((value, part) => value.includes(part), { mayBeNull: true }),
  strrev: onTexts(1, (value) => [...graphemes(value)].reverse().join(''), { parameters: [untypedText] }),
  substr: {
    parameters: [untypedText, { ...number, takesUntyped: true }, { ...number, takesUntyped: true }],
    result: stringType,
    work: ([value, offset, length]) => {
      const [from, count] = [integerOf(offset), integerOf(length)];
      return from === undefined || count === undefined ? undefined : stringValue(part(textOf(value), from, count));
    },
  },
  title: onTexts(1, titled),
  trim: onTexts(2, trimmed),
  trimprefix: onTexts(2, (value, start) => (start !== '' && value.startsWith(start) ? value.slice(start.length) : value)),
  trimspace: onTexts(1, trimmedSpace),
  trimsuffix: onTexts(2, (value, end) => (end !== '' && value.endsWith(end) ? value.slice(0, -end.length) : value)),
  upper: onTexts(1, uppered),
};

function made(result: string | typeof excess | undefined): Outcome {
  return typeof result === 'string' ? stringValue(result) : result;
}

function joined([separator, ...lists]: readonly Value[], type: Type, { limits }: CallContext): Outcome {
  if (lists.length === 0) return undefined;
  if (!lists.every(isWhollyKnown)) return unknownBecause(type, lists);
  const items = lists.flatMap((list) => ('items' in list ? list.items : []));
  if (items.some(({ kind }) => kind === 'null')) return undefined;
  const between = textOf(separator);
  const units = items.reduce((sum, item) => sum + textOf(item).length + between.length, 0);
  return units > limits.units ? excess : stringValue(items.map(textOf).join(between));
}

/** A negative offset counts from the end, and once more beyond the start means from the start; a negative length is all that is left. */
function part(value: string, offset: number, length: number): string {
  const letters = graphemes(value);
  if (offset >= 0 && length === 0) return '';
  const start = Math.max(offset < 0 ? offset + letters.length : offset, 0);
  // From the end, a length of 0 is never reached, and everything is taken.
  return letters.slice(start, length <= 0 ? undefined : start + length).join('');
}
