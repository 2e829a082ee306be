import type { TextRange } from '../text/range';

/** What is marked for a syntax error at an offset: the code unit there, or the last one of the text where nothing but blanks follows. */
export function rangeOfError(text: string, at: number): TextRange {
  const end = text.trimEnd().length;
  const start = Math.max(0, Math.min(at, end - 1));
  return { start, end: Math.min(start + 1, text.length) };
}
