import type { Change } from '../change';
import { type Columns, utf8Columns } from './utf8Columns';

/** A place as editors count it: both from zero, `character` in UTF-16 code units unless a table was made for another encoding. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Lines end at LF, CRLF or CR, as LSP has it (U+2028 does not end one). */
export interface Lines {
  readonly text: string;
  /** Where each line starts. */
  readonly starts: readonly number[];
  /** The line that holds the offset, from zero. Offsets beyond the text are in the last one. */
  lineAt(offset: number): number;
}

/** Turns offsets into lines and back. */
export interface LineTable extends Lines {
  /** Offsets beyond the text give its end. */
  positionAt(offset: number): Position;
  /** Positions beyond a line give its end, positions beyond the text the text's end. */
  offsetAt(position: Position): number;
}

/** What a `character` is: a code unit of UTF-16, or a byte of UTF-8. */
export type PositionEncoding = 'utf-16' | 'utf-8';

/** `earlier` is the table of the text that became this one by a change, so that only the change is looked at. */
export function lineTable(
  text: string,
  encoding: PositionEncoding = 'utf-16',
  earlier?: { readonly table: LineTable; readonly change: Change },
): LineTable {
  const starts = earlier ? changedStarts(earlier.table, text, earlier.change) : startsIn(text, 0, text.length, [0]);
  const columns = encoding === 'utf-8' ? utf8Columns(text) : utf16Columns;
  return {
    text,
    starts,
    lineAt: (offset) => lastAtOrBefore(starts, offset),
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      const line = lastAtOrBefore(starts, at);
      return { line, character: columns.columnAt(starts[line] ?? 0, at) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      const start = starts[line];
      if (start === undefined) return text.length;
      const end = starts[line + 1] ?? text.length;
      return Math.min(columns.offsetAt(start, Math.max(0, character)), Math.max(start, end - lineBreakLength(text, start, end)));
    },
  };
}

/** Where the line starts that `offset` is in. */
export function startOfLine(text: string, offset: number): number {
  const before = text.slice(0, offset);
  // Searching forwards is many times as fast as backwards, where a whole file is one line.
  const lineFeed = before.includes('\n') ? before.lastIndexOf('\n') : -1;
  const line = before.slice(lineFeed + 1);
  return lineFeed + 1 + (line.includes('\r') ? line.lastIndexOf('\r') + 1 : 0);
}

const utf16Columns: Columns = {
  columnAt: (lineStart, offset) => offset - lineStart,
  offsetAt: (lineStart, column) => lineStart + column,
};

/** The line breaks from `from` to before `to`, added to `starts`. */
function startsIn(text: string, from: number, to: number, starts: number[]): number[] {
  for (let offset = from; offset < to; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === LF || (unit === CR && text.charCodeAt(offset + 1) !== LF)) starts.push(offset + 1);
  }
  return starts;
}

/** A line break is told by a code unit and the one behind it, so one more than what has changed is looked at before and behind. */
function changedStarts(earlier: LineTable, text: string, { start, end, grown }: Change): number[] {
  const kept = lastAtOrBefore(earlier.starts, Math.max(0, start - 1)) + 1;
  const starts = startsIn(text, Math.max(0, start - 1), end + grown, earlier.starts.slice(0, kept));
  const behind = lastAtOrBefore(earlier.starts, end) + 1;
  for (let index = behind; index < earlier.starts.length; index++) starts.push((earlier.starts[index] ?? 0) + grown);
  return starts;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineBreakLength(text: string, start: number, end: number): number {
  if (end <= start) return 0;
  const last = text.charCodeAt(end - 1);
  if (last === LF) return end - 2 >= start && text.charCodeAt(end - 2) === CR ? 2 : 1;
  return last === CR ? 1 : 0;
}

const LF = 10;
const CR = 13;
