import type { FormatName } from '../../syntax/format';
import { startOfLine } from '../../text/lines/lineTable';
import type { TextRange } from '../../text/range';

/** The key or value that is being typed, as its line tells: what stands around it may be broken. Offsets of the file. */
export interface Typed {
  /** All of it, quotes included, also what stands behind the cursor. */
  readonly range: TextRange;
  readonly quote: '"' | "'" | '';
  /** What stands before it on its line, and behind it in the rest of the file. */
  readonly before: string;
  readonly behind: string;
}

/** Undefined in the hole of a template. */
export function typedAt(text: string, offset: number, format: FormatName): Typed | undefined {
  const lineStart = startOfLine(text, offset);
  const line = text.slice(lineStart, offset);
  const open = openQuote(line, format);
  const start = open === undefined ? offset - wordBefore(line, format).length : lineStart + open;
  const quote = open === undefined ? '' : (text.charAt(start) as '"' | "'");
  if (quote && /[$%]\{[^}]*$/.test(text.slice(start, offset))) return undefined;
  const lineEnd = offset + (/^[^\r\n]*/.exec(text.slice(offset, offset + longestLine))?.[0].length ?? 0);
  const end = offset + lengthBehind(text.slice(offset, lineEnd), quote, format);
  return { range: { start, end }, quote, before: text.slice(lineStart, start), behind: text.slice(end, end + farthest) };
}

const longestLine = 10_000;
const longestWord = 500;
/** How far the next sign is looked for. */
const farthest = 1000;

/** The index of the quote that the line leaves open. */
function openQuote(line: string, format: FormatName): number | undefined {
  let open: number | undefined;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charAt(at);
    if (open !== undefined) {
      if (unit === '\\' && line.charAt(open) === '"') at++;
      else if (unit === line.charAt(open)) open = undefined;
    } else if (unit === '"' || (unit === "'" && format === 'yaml')) {
      // In a plain YAML value a quote is a letter.
      if (format !== 'yaml' || at === 0 || /[\s[{,:]/.test(line.charAt(at - 1))) open = at;
    }
  }
  return open;
}

function wordBefore(line: string, format: FormatName): string {
  const word = format === 'yaml' ? /[^\s[\]{},"'#]*$/ : /[\w./@-]*$/;
  return word.exec(line.slice(-longestWord))?.[0] ?? '';
}

/** How much behind the cursor belongs to what is typed: up to the closing quote, unless that closes or opens something else. */
function lengthBehind(rest: string, quote: string, format: FormatName): number {
  if (!quote) return (format === 'yaml' ? /^[^\s[\]{},"'#:]*/ : /^[\w./@-]*/).exec(rest)?.[0].length ?? 0;
  const closing = quote === '"' ? /^(?:[^"\\]|\\.)*"/.exec(rest)?.[0] : /^[^']*'/.exec(rest)?.[0];
  const isItsOwn = closing !== undefined && !/^[^"'\s,\]}]*(?:[\]}]|,?\s*["'[{]|,\s)/.test(closing.slice(0, -1));
  if (isItsOwn) return closing.length;
  return /^[^\s"',\]}]*/.exec(rest)?.[0].length ?? 0;
}
