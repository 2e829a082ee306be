import type { CST } from 'yaml';

/** Where a value's anchor and tag stand among the tokens before it. */
export interface Properties {
  /** Where the first token that says something starts: indicator, anchor or tag. */
  readonly first: number | undefined;
  /** Where the anchor or tag starts, whichever is first; undefined when there is neither. */
  readonly start: number | undefined;
  /** The end of the last token that says something: indicator, anchor or tag. A missing value stands there. */
  readonly end: number | undefined;
}

export function propertiesIn(tokens: readonly CST.SourceToken[]): Properties {
  let first: number | undefined;
  let start: number | undefined;
  let end: number | undefined;
  for (const { type, offset, source } of tokens) {
    if (type === 'space' || type === 'newline' || type === 'comment') continue;
    first ??= offset;
    if (type === 'anchor' || type === 'tag') start ??= offset;
    end = offset + source.length;
  }
  return { first, start, end };
}

/** Whether the library made an item of it; else it only carries comments, line breaks or a last comma. */
export function isContentItem({ start, key, sep, value }: CST.CollectionItem): boolean {
  return Boolean(key || sep || value) || start.some(({ type }) => itemMarks.has(type));
}

/** The end without the line breaks and spaces that the library counts to block scalars and collections. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && ' \t\r\n'.includes(text.charAt(trimmed - 1))) trimmed--;
  return trimmed;
}

/** The library counts the line break after a block scalar to it; blank lines only where the scalar keeps them. */
export function blockScalarEnd(text: string, end: number): number {
  if (text.charAt(end - 1) !== '\n') return end;
  return text.charAt(end - 2) === '\r' ? end - 2 : end - 1;
}

const itemMarks: ReadonlySet<string> = new Set(['seq-item-ind', 'explicit-key-ind', 'anchor', 'tag']);
