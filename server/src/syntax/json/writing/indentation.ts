import { startOfLine } from '../../../text/lines/lineTable';

/** The white space at the start of the line in which `offset` lies. */
export function lineIndentation(text: string, offset: number): string {
  const start = startOfLine(text, offset);
  let end = start;
  while (end < offset && isSpace(text, end)) end++;
  return text.slice(start, end);
}

/** The white space before `offset` where nothing else stands before it on its line; undefined also for the text's first line. */
export function ownIndentation(text: string, offset: number): string | undefined {
  // Not by the line's start, since a whole file may be one line.
  let start = offset;
  while (start > 0 && isSpace(text, start - 1)) start--;
  return start > 0 && isLineBreak(text, start - 1) ? text.slice(start, offset) : undefined;
}

function isSpace(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit === 0x20 || unit === 0x09;
}

function isLineBreak(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit === 0x0a || unit === 0x0d;
}
