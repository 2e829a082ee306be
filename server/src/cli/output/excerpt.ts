import { withoutKeyText } from '../../text/keyText';
import { startOfLine } from '../../text/lines/lineTable';
import type { TextRange } from '../../text/range';

/** The line in which the range begins and, below, marks under the range. Empty where the line must not be shown. */
export function excerptOf(text: string, range: TextRange): readonly string[] {
  const start = startOfLine(text, range.start);
  const end = start + text.slice(start).search(/[\r\n]|$/);
  const line = text.slice(start, end);
  // The text of a key gets into logs that others read.
  if (/PRIVATE KEY|private_?key/i.test(line) || withoutKeyText(line) !== line) return [];
  const from = range.start - start;
  const to = Math.max(from, Math.min(range.end, end) - start);
  const first = line.length > longestLine ? Math.max(0, from - contextBefore) : 0;
  const last = Math.min(line.length, first + longestLine);
  const before = `${first > 0 ? '…' : ''}${printable(line.slice(first, from))}`;
  const marked = printable(line.slice(from, Math.min(to, last)));
  const after = `${printable(line.slice(Math.min(to, last), last))}${last < line.length ? '…' : ''}`;
  return [before + marked + after, ' '.repeat(columnsOf(before)) + '^'.repeat(Math.max(1, columnsOf(marked)))];
}

/** In UTF-16 code units: a file without line breaks would fill the screen. */
const longestLine = 160;
const contextBefore = 60;

/** Without what a terminal would obey or what would show text in another order than it is in. Tabs become two spaces. */
export function printable(text: string): string {
  return text.replaceAll('\t', '  ').replace(/[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

/** How many columns of a terminal a text takes. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += /^\p{M}$/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

const wide =
  /^(?:[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation})/u;
