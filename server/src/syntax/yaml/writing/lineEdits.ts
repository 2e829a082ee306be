import type { TextEdit } from '../../../text/edit';
import { indentationOf, isBlank, lineEnd, lineStart, nextLine } from '../lines';
import { type Sheet, stayingComments } from './sheet';

/** Writes whole lines below the line of an offset; the text has no line break at its end. */
export function addLinesBelow({ text }: Sheet, offset: number, lines: string): TextEdit {
  const at = nextLine(text, offset);
  // The last line of a file without a final line break stays without one.
  return replacing(at, at, at === text.length && !text.endsWith('\n') ? `\n${lines}` : `${lines}\n`);
}

/** Takes away the lines from one line start to another; comments on lines of their own stay, at most as far to the right as the column. */
export function deleteLines(sheet: Sheet, from: number, to: number, column: number): readonly TextEdit[] {
  const { text } = sheet;
  const edits: TextEdit[] = [];
  let start = from;
  for (const { range } of stayingComments(sheet, from, to)) {
    const line = lineStart(text, range.start);
    if (start < line) edits.push(replacing(start, line, ''));
    if (indentationOf(text, range.start) > column) edits.push(replacing(line, range.start, ' '.repeat(column)));
    start = nextLine(text, range.end);
  }
  if (start < to) edits.push(replacing(start, to, ''));
  return edits;
}

/** The start of the empty lines above a line start, as far up as to `top`. */
export function emptyLinesAbove(text: string, line: number, top: number): number {
  let start = line;
  while (start > top && isBlank(text.slice(lineStart(text, start - 1), start))) start = lineStart(text, start - 1);
  return start;
}

export function emptyLinesBelow(text: string, line: number): number {
  let end = line;
  while (end < text.length && isBlank(text.slice(end, nextLine(text, end)))) end = nextLine(text, end);
  return end;
}

export function replacing(start: number, end: number, newText: string): TextEdit {
  return { range: { start, end }, newText };
}

/**
 * Where the last lines of a file without a final line break go, the break before them goes too; what is added behind them needs
 * no break of its own.
 */
export function settleEnd(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const last = edits.find(({ range, newText }) => range.start < range.end && range.end === text.length && newText === '');
  if (!last || text.endsWith('\n') || lineStart(text, last.range.start) !== last.range.start || last.range.start === 0)
    return edits;
  const below = edits.find(({ range, newText }) => range.start === text.length && newText.startsWith('\n'));
  if (below) return edits.map((edit) => (edit === below ? { ...edit, newText: edit.newText.slice(1) } : edit));
  const above = edits.findLast((edit) => edit.range.end === last.range.start && edit.newText.endsWith('\n'));
  if (above) return edits.map((edit) => (edit === above ? { ...edit, newText: edit.newText.slice(0, -1) } : edit));
  const start = lineEnd(text, last.range.start - 1);
  const isFree = edits.every((edit) => edit === last || edit.range.end <= start);
  return isFree ? edits.map((edit) => (edit === last ? replacing(start, text.length, '') : edit)) : edits;
}
