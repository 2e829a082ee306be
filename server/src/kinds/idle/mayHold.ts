import type { Change } from '../../text/change';
import { escapedLetter } from '../../text/escapedLetter';
import { kinds } from '../index.generated';

/**
 * Whether a JSON or YAML text can hold anything that is read here, told without parsing it: most files of an editor can't. May be
 * wrong only in saying yes. `since` is what has changed of an earlier text that can't, and all that needs to be looked at.
 */
export function mayHoldPolicy(text: string, since?: Change): boolean {
  if (!since) return words.test(text);
  const { start, end, grown } = since;
  return words.test(text.slice(Math.max(0, start - longestWord), end + grown + longestWord));
}

const words = new RegExp(
  [
    ...kinds.flatMap(({ mayHold }) => mayHold?.source ?? []),
    // A key of YAML that is an alias.
    '\\*[^\\s,[\\]{}]{1,60}\\s+:',
    escapedLetter,
    // Suppressions.
    'leastwise',
    // What is nested so deep that it is told to be unchecked: brackets in a row, dashes in a row, very long indentation.
    '(?:[[{]\\s{0,20}(?:"[^"\\n]{0,60}"|[\\w-]{0,40})(?::\\s{0,20})?){60}|(?:- ){60}|\\n {250}',
  ].join('|'),
  'i',
);

/** More than the longest of them, or nearly all of the deepest. */
const longestWord = 4096;
