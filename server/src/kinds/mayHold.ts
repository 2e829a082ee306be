import { changeBetween } from '../text/change';
import { escapedLetter } from '../text/escapedLetter';

/**
 * Whether a JSON or YAML text can hold anything that is read here, told without parsing it: most files of an editor can't. May be
 * wrong only in saying yes. `without` is an earlier text that can't, so that only what was typed since needs to be looked at.
 */
export function mayHoldPolicy(text: string, without?: string): boolean {
  if (without === undefined) return words.test(text);
  const { start, end, grown } = changeBetween(without, text);
  return words.test(text.slice(Math.max(0, start - longestWord), end + grown + longestWord));
}

/** JSON may escape it. */
const slash = String.raw`\\?/`;

const words = new RegExp(
  [
    // Allow policies.
    'bindings|auditConfigs|ACAB',
    // Access levels, by their own names or by keys of a condition.
    `access_?level|accessPolicies${slash}`,
    // The colon of a key may stand lines below, and behind a comment.
    `\\b(?:basic|custom|combining_?function|negate|regions|members|ip_?subnetworks|device_?policy|required_?access|vpc_?(?:subnets|network))\\w*["']?\\s*[:#/]`,
    // A key of YAML that is an alias.
    '\\*[^\\s,[\\]{}]{1,60}\\s+:',
    escapedLetter,
    // Groups, key files and the documents of `gcp/documents.ts`.
    `memberKey|private_key|scopedAccessSettings|groupKey|servicePerimeters|accessBoundary|privilegedAccess|${slash}policies${slash}`,
    // Suppressions.
    'leastwise',
    // What is nested so deep that it is told to be unchecked: brackets in a row, dashes in a row, very long indentation.
    '(?:[[{]\\s{0,20}(?:"[^"\\n]{0,60}"|[\\w-]{0,40})(?::\\s{0,20})?){60}|(?:- ){60}|\\n {250}',
  ].join('|'),
  'i',
);

/** More than the longest of them, or nearly all of the deepest. */
const longestWord = 4096;
