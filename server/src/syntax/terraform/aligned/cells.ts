import { endOfComment, endOfHeredoc, scanToEnd } from '../reading/scan';
import { widthOf } from '../writing/style';

/** A line as `terraform fmt` sees it: a heredoc or a comment of several lines doesn't end it. Offsets count in the text. */
export interface CellLine {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** Where its first word stands; undefined for an empty line. */
  readonly first: number | undefined;
  /** How many brackets it opens more than it closes. */
  readonly opens: number;
  /** The `=` of a line that is one whole assignment. */
  readonly sign: Cell | undefined;
  /** That of a line on which a value begins that goes on below. */
  readonly opening: Cell | undefined;
  /** The comment that ends a line on which something else stands. */
  readonly comment: Cell | undefined;
}

/** What `terraform fmt` moves sideways. */
export interface Cell {
  readonly at: number;
  /** How many blanks stand before it. */
  readonly blanks: number;
  /** How many columns the line takes before these blanks. */
  readonly before: number;
}

/** The lines of a text of HCL. */
export function cellLines(text: string): readonly CellLine[] {
  const lines: CellLine[] = [];
  for (let at = 0; at <= text.length; ) {
    const line = readLine(text, at);
    lines.push(line);
    at = line.end + 1 + (text.charAt(line.end) === '\r' ? 1 : 0);
  }
  return lines;
}

function readLine(text: string, start: number): CellLine {
  let at = start;
  let tokens = 0;
  let first: number | undefined;
  let opens = 0;
  let sign: number | undefined;
  let opensBeforeSign = 0;
  let comment: number | undefined;
  while (at < text.length && text.charAt(at) !== '\n') {
    const unit = text.charAt(at);
    if (' \t\r\uFEFF'.includes(unit)) {
      at++;
      continue;
    }
    tokens++;
    first ??= at;
    comment = undefined;
    if (unit === '=' && sign === undefined && tokens > 1 && !/[=>]/.test(text.charAt(at + 1))) {
      sign = at;
      opensBeforeSign = opens;
    } else if ('{[('.includes(unit)) opens++;
    else if ('}])'.includes(unit)) opens--;
    const next = endOfToken(text, at);
    // A comment between `/*` and `*/` has a place like any word.
    if (tokens > 1 && (unit === '#' || text.startsWith('//', at))) comment = at;
    at = next;
  }
  const end = text.charAt(at - 1) === '\r' && at > start ? at - 1 : at;
  const cell = sign === undefined ? undefined : cellAt(text, start, sign);
  const isWhole = opens === opensBeforeSign;
  return {
    start,
    end,
    first,
    opens,
    sign: isWhole ? cell : undefined,
    opening: isWhole ? undefined : cell,
    comment: comment === undefined ? undefined : cellAt(text, start, comment),
  };
}

function cellAt(text: string, start: number, at: number): Cell {
  const before = text.slice(start, at).trimEnd();
  return { at, blanks: at - start - before.length, before: widthOf(before) };
}

function endOfToken(text: string, at: number): number {
  const unit = text.charAt(at);
  if (unit === '"') return endOfString(text, at);
  if (unit === '#' || unit === '/') return endOfComment(text, at);
  if (unit === '<' && text.charAt(at + 1) === '<') return endOfHeredoc(text, at);
  // Most words are plain letters, which are found many times as fast.
  plainWord.lastIndex = at;
  if (plainWord.test(text) && !(text.charCodeAt(plainWord.lastIndex) > lastPlain)) return plainWord.lastIndex;
  word.lastIndex = at;
  return word.test(text) ? word.lastIndex : at + 1;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    plainText.lastIndex = at;
    if (plainText.test(text)) at = plainText.lastIndex;
    const unit = text.charAt(at);
    if (unit === '"') return at + 1;
    if (unit === '\n') return at;
    if (unit === '\\') at++;
    else if ((unit === '$' || unit === '%') && text.charAt(at + 1) === '{') {
      if (text.charAt(at - 1) !== unit) at = scanToEnd(text, at + 1).end - 1;
    }
  }
  return text.length;
}

const plainWord = /[A-Za-z_][\w-]*/y;
const lastPlain = 0x7f;
/** Of a string, what begins nothing and ends nothing. */
const plainText = /[^"\n\\$%]+/y;
const word = /[\p{ID_Start}_][\p{ID_Continue}-]*|[0-9.]+|=>|==|!=|<=|>=/uy;
