/**
 * The source of a regular expression that finds an escape of JSON or YAML which may stand for a letter, or for nothing inside of a word.
 * Who looks for words in a text that isn't parsed can't know what is written so.
 */
export const escapedLetter = String.raw`\\(?:u00[2-7]|x[2-7]|U000000[2-7]|\r?\n)`;
