import { type FormattingOptions, modify, type ParseError, parse } from 'jsonc-parser';
import type { TextEdit } from '../text/edit';

/** An entry of `ignore` as it stands in `.leastwise.json`. */
export interface WrittenIgnoreEntry {
  readonly rule: string;
  readonly path: string;
  readonly at: string;
  readonly value?: unknown;
  readonly reason: string;
}

/** The text of a new file, or the edits of the present one; undefined when that is no JSON object with a list there. */
export function withIgnoreEntry(text: string | undefined, entry: WrittenIgnoreEntry): string | readonly TextEdit[] | undefined {
  if (text === undefined || text.trim() === '') return `${JSON.stringify({ ignore: [entry] }, undefined, 2)}\n`;
  const present = ignoreList(text);
  if (!present) return undefined;
  const formattingOptions = styleOf(text);
  const edits = present.missing
    ? modify(text, ['ignore'], [entry], { formattingOptions })
    : modify(text, ['ignore', -1], entry, { formattingOptions, isArrayInsertion: true });
  return edits.map(({ offset, length, content }) => ({ range: { start: offset, end: offset + length }, newText: content }));
}

function ignoreList(text: string): { readonly missing: boolean } | undefined {
  const errors: ParseError[] = [];
  let value: unknown;
  try {
    value = parse(text, errors, { allowTrailingComma: true });
  } catch {
    // Nested deeper than the parser can go.
    return undefined;
  }
  if (errors.length > 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const list = (value as Readonly<Record<string, unknown>>).ignore;
  return list === undefined || Array.isArray(list) ? { missing: list === undefined } : undefined;
}

function styleOf(text: string): FormattingOptions {
  const indentation = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return { insertSpaces: !indentation.startsWith('\t'), tabSize: indentation.length, eol };
}
