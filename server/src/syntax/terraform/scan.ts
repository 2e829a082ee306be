/** What was left open at the end of a line, where HCL wants it closed. */
export interface OpenQuote {
  /** `quote`: the string that starts at `quote`. `hole`: the `}` of a `${`, so that the string's own closing quote, at `close`, looks like an opening one. */
  readonly kind: 'quote' | 'hole';
  readonly quote: number;
  readonly close: number;
  /** The end of the line, before its line break. */
  readonly lineEnd: number;
  /** The brackets before the string that were opened on the same line and are still open, outermost first. */
  readonly brackets: string;
}

export interface ScanEnd {
  readonly end: number;
  /** `closed`: all brackets are; `header`: a top-level block starts at `end` though some bracket is open; `text`: the text ends. */
  readonly reason: 'closed' | 'header' | 'text';
}

/**
 * Walks from `from` to the end of the block that starts with the `{` there, or else of the statement: over strings, templates,
 * heredocs, comments and brackets, without a grammar and in one pass, so that one broken block can't take the others along.
 */
export function scanToEnd(text: string, from: number, onOpenQuote?: (open: OpenQuote) => void): ScanEnd {
  const kinds: number[] = [];
  const offsets: number[] = [];
  const isBlock = text.charCodeAt(from) === openBrace;
  let lineStart = from;
  let at = from;

  const push = (kind: number, offset: number) => {
    if (kinds.length >= deepest) return;
    kinds.push(kind);
    offsets.push(offset);
  };
  const pop = (count = 1) => {
    kinds.length -= count;
    offsets.length -= count;
  };
  const closeAtLineEnd = () => {
    const depth = kinds.length;
    const lineEnd = text.charCodeAt(at - 1) === carriageReturn ? at - 1 : at;
    const last = offsets[depth - 1] ?? 0;
    const outer = offsets[depth - 3] ?? -1;
    const onlyClosers = /^[\s,)\]}]*$/.test(text.slice(last + 1, lineEnd));
    const isHole = onlyClosers && kinds[depth - 2] === hole && kinds[depth - 3] === quoteMark && outer >= lineStart;
    const quote = isHole ? outer : last;
    const brackets = kinds.filter(
      (kind, index) => kind !== quoteMark && kind !== hole && (offsets[index] ?? 0) >= lineStart && (offsets[index] ?? 0) < quote,
    );
    onOpenQuote?.({ kind: isHole ? 'hole' : 'quote', quote, close: last, lineEnd, brackets: String.fromCharCode(...brackets) });
    pop(isHole ? 3 : 1);
  };
  const close = (kind: number) => {
    const opener =
      kind === closeBrace
        ? kinds.findLastIndex((open) => open === openBrace || open === hole)
        : kinds.lastIndexOf(kind === closeBracket ? openBracket : openParen);
    if (opener >= 0 && (kind === closeBrace || kinds.lastIndexOf(openBrace) < opener)) pop(kinds.length - opener);
  };

  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const top = kinds.at(-1);
    if (unit === lineFeed) {
      if (top === quoteMark) closeAtLineEnd();
      if (!isBlock && kinds.length === 0) return { end: at, reason: 'closed' };
      lineStart = at + 1;
      if (isTopLevelHeader(text, lineStart)) return { end: lineStart, reason: 'header' };
      continue;
    }
    if (top === quoteMark) {
      if (unit === backslash && text.charCodeAt(at + 1) !== lineFeed) at++;
      else if (unit === quoteMark) pop();
      else if (unit === dollar || unit === percent) {
        if (text.charCodeAt(at + 1) === unit && text.charCodeAt(at + 2) === openBrace) at += 2;
        else if (text.charCodeAt(at + 1) === openBrace) push(hole, at++);
      }
      continue;
    }
    switch (unit) {
      case quoteMark:
      case openBrace:
      case openBracket:
      case openParen:
        push(unit, at);
        break;
      case closeBrace:
      case closeBracket:
      case closeParen:
        close(unit);
        if (isBlock && kinds.length === 0) return { end: at + 1, reason: 'closed' };
        break;
      case hash:
      case slash:
        at = endOfComment(text, at) - 1;
        break;
      case less:
        at = endOfHeredoc(text, at) - 1;
        break;
    }
  }
  if (kinds.at(-1) === quoteMark) closeAtLineEnd();
  return { end: text.length, reason: 'text' };
}

/** Where the comment at `at` ends (a line comment before its line break), or the next offset when there is none. */
export function endOfComment(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (text.charCodeAt(at) === hash || next === slash) return endOfLine(text, at);
  if (next !== star) return at + 1;
  const end = text.indexOf('*/', at + 2);
  const limit = end < 0 ? text.length : end + 2;
  const header = topLevelHeaderIn(text, at, limit);
  return header === undefined || (end >= 0 && endsSwitchedOffBlock(text, header, limit)) ? limit : header - 1;
}

/** Whether someone switched a block off by the comment, or else the comment has no end yet and what looks like it belongs to other text. */
function endsSwitchedOffBlock(text: string, header: number, end: number): boolean {
  const isLastInLine = text.slice(end, endOfLine(text, end)).trim() === '';
  return isLastInLine && !/\n[ \t]*\/\*/.test(text.slice(header, end));
}

/** The end of the line in which `at` stands, before its line break. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return text.charCodeAt(end - 1) === carriageReturn && end > at ? end - 1 : end;
}

/** Whether a line that only a top-level block can start with begins at `lineStart`. */
export function isTopLevelHeader(text: string, lineStart: number): boolean {
  const unit = text.charCodeAt(lineStart);
  if (unit < smallA || unit > smallZ) return false;
  topLevelHeader.lastIndex = lineStart;
  return topLevelHeader.test(text);
}

function endOfHeredoc(text: string, at: number): number {
  heredocStart.lastIndex = at;
  const marker = heredocStart.exec(text)?.[1];
  if (marker === undefined) return at + 1;
  const body = heredocStart.lastIndex - 1;
  const mark = new RegExp(`^[^\\S\\n]*${marker}(?=[^\\S\\n]*$)|<<-?${marker}(?![\\p{ID_Continue}-])`, 'gmu');
  mark.lastIndex = body;
  let searched = body;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (!found[0].startsWith('<<')) return mark.lastIndex;
    // A header inside a heredoc is part of its text, but not when the end that follows belongs to a later heredoc.
    const header = topLevelHeaderIn(text, searched, found.index);
    if (header !== undefined) return header - 1;
    searched = found.index;
  }
  const header = topLevelHeaderIn(text, searched, text.length);
  return header === undefined ? text.length : header - 1;
}

function topLevelHeaderIn(text: string, from: number, to: number): number | undefined {
  for (let at = text.indexOf('\n', from); at >= 0 && at + 1 < to; at = text.indexOf('\n', at + 1)) {
    if (isTopLevelHeader(text, at + 1)) return at + 1;
  }
  return undefined;
}

// Types with the number of labels that only top-level blocks have: a nested block at the start of a line, in a file that isn't
// indented, must not look like a new top-level one.
const label = '[ \\t]*(?:"[^"\\n]*"|[ \\t][\\w-]+)';
const topLevelHeader = new RegExp(
  `(?:(?:locals|terraform|moved|import|removed)|(?:variable|output|module|provider|check)${label}|(?:resource|data|ephemeral|action|list)${label}${label})[ \\t]*\\{`,
  'y',
);
const heredocStart = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy;

const lineFeed = 10;
const carriageReturn = 13;
const quoteMark = 34;
const hash = 35;
const dollar = 36;
const percent = 37;
const openParen = 40;
const closeParen = 41;
const star = 42;
const slash = 47;
const less = 60;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const smallA = 97;
const smallZ = 122;
const openBrace = 123;
const closeBrace = 125;
/** Keeps the search for a bracket's partner short; what is nested deeper isn't parsed. */
const deepest = 1000;
/** Stands on the stack for `${` and `%{`. */
const hole = -1;
