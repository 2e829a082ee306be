import { listValue, nullValue, objectValue, stringValue, tupleValue } from '../../values/make';
import { anyType, stringType, type Type } from '../../values/type';
import type { Value } from '../../values/value';
import { type Definitions, excess, text, textOf } from '../definition';
import { type Match, type Searcher, searcherOf } from '../regex/search';

/** What a match is: its text, or the texts of its captures, by their names where they have any. Undefined for a mixture. */
function typeOfMatch(names: Searcher['names']): Type | undefined {
  if (names.length === 0) return stringType;
  const named = names.filter((name) => name !== undefined);
  if (named.length === 0) return { kind: 'tuple', of: names.map(() => stringType) };
  return named.length === names.length
    ? { kind: 'object', of: new Map(named.sort().map((name) => [name, stringType])) }
    : undefined;
}

/** The type of a pattern's match; undefined for an invalid one. */
function matchType(pattern: Value | undefined): Type | undefined {
  if (pattern?.kind !== 'string') return anyType;
  const searcher = searcherOf(pattern.text);
  return searcher === 'spent' ? anyType : searcher && typeOfMatch(searcher.names);
}

function matchValue({ captures: [whole, ...captures] }: Match, names: Searcher['names']): Value {
  const texts = captures.map((capture) => (capture === undefined ? nullValue(stringType) : stringValue(capture)));
  if (names.length === 0) return stringValue(whole ?? '');
  return names[0] === undefined ? tupleValue(texts) : objectValue(texts.map((value, i) => [names[i] ?? '', value]));
}

/** @see https://developer.hashicorp.com/terraform/language/functions/regex */
export const regexFunctions: Definitions = {
  regex: {
    parameters: [text, text],
    about: 1,
    result: ([pattern]) => matchType(pattern),
    work: ([pattern, value]) => {
      const searcher = searcherOf(textOf(pattern));
      if (searcher === 'spent') return excess;
      const match = searcher?.first(textOf(value));
      if (match === 'spent') return excess;
      return searcher && match && matchValue(match, searcher.names);
    },
  },
  regexall: {
    parameters: [text, text],
    about: 1,
    result: ([pattern]) => {
      const of = matchType(pattern);
      return of && { kind: 'list', of };
    },
    work: ([pattern, value], type) => {
      const searcher = searcherOf(textOf(pattern));
      if (!searcher || searcher === 'spent') return searcher === 'spent' ? excess : undefined;
      const matches = searcher.all(textOf(value));
      if (matches === 'spent') return excess;
      const none = type.kind === 'list' ? type.of : anyType;
      return listValue(
        matches.map((match) => matchValue(match, searcher.names)),
        none,
      );
    },
  },
};
