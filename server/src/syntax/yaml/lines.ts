/** Lines end at LF or CRLF here; text with other line ends is not edited. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line's own text ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const lineBreak = text.indexOf('\n', offset);
  if (lineBreak < 0) return text.length;
  return lineBreak > offset && text.charAt(lineBreak - 1) === '\r' ? lineBreak - 1 : lineBreak;
}

/** The start of the next line, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const lineBreak = text.indexOf('\n', offset);
  return lineBreak < 0 ? text.length : lineBreak + 1;
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

export function indentationOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  let end = start;
  while (text.charAt(end) === ' ') end++;
  return end - start;
}

/** Whether only white space stands before the offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  // Not by the line's start, since a whole file may be one line.
  let start = offset;
  while (start > 0 && ' \t\r'.includes(text.charAt(start - 1))) start--;
  return start === 0 || text.charAt(start - 1) === '\n';
}

/** Whether only white space, and a comment at most, stands after the offset on its line. */
export function endsLine(text: string, offset: number): boolean {
  return /^[ \t]*($|#)/.test(text.slice(offset, lineEnd(text, offset)));
}

export function isBlank(text: string): boolean {
  return !/[^ \t\r\n]/.test(text);
}
