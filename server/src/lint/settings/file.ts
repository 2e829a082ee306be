import { type ParseError, parse } from 'jsonc-parser';

export const settingsFileName = '.leastwise.json';

/** Whether a file at the address is one. */
export function isSettingsFile(address: string): boolean {
  return address.endsWith(`/${settingsFileName}`);
}

/** How the library is to read one. */
export const settingsFileSyntax = { allowTrailingComma: true, allowEmptyContent: true };

/** A byte order mark is none of its fault; the length stays, so that offsets do. */
export function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, ' ');
}

/** The value of a `.leastwise.json`, which may have comments, trailing commas and a byte order mark; undefined when it is broken. */
export function parseSettingsFile(text: string): unknown {
  const errors: ParseError[] = [];
  try {
    const value: unknown = parse(withoutMark(text), errors, settingsFileSyntax);
    return errors.length > 0 ? undefined : value === undefined ? {} : value;
  } catch {
    // Nested deeper than the parser can go.
    return undefined;
  }
}
