import { type ParseError, parse } from 'jsonc-parser';

export const settingsFileName = '.leastwise.json';

/** The value of a `.leastwise.json`, which may have comments, trailing commas and a byte order mark; undefined when it is broken. */
export function parseSettingsFile(text: string): unknown {
  const errors: ParseError[] = [];
  try {
    const value: unknown = parse(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true, allowEmptyContent: true });
    return errors.length > 0 ? undefined : value === undefined ? {} : value;
  } catch {
    // Nested deeper than the parser can go.
    return undefined;
  }
}
