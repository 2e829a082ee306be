import { type ParseError, parse } from 'jsonc-parser';

/** Where the first syntax error of a text is, as an offset; its end where none is found. Comments and trailing commas are none. */
export function firstErrorAt(text: string): number {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { allowTrailingComma: true });
  } catch {
    // Nested deeper than the parser can go; what it has met until then is known.
  }
  return errors[0]?.offset ?? text.length;
}
