import type { TextRange } from '../../../text/range';
import { type BracketStack, bracketStack, hole } from './bracketStack';

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

/** Told what a line lacks, from the first line to the last. */
export interface ScanEvents {
  openQuote(open: OpenQuote): void;
  /** Words at `range` with which an attribute or block begins, but that have no value on their line. */
  unfinishedLine(range: TextRange): void;
}

/**
 * Walks from `from` to the end of the block that starts with the `{` there, or else of the statement: over strings, templates,
 * heredocs, comments and brackets, without a grammar and in one pass, so that one broken block can't take the others along.
 */
export function scanToEnd(text: string, from: number, events?: ScanEvents): ScanEnd {
  const open = bracketStack();
  const isBlock = text.charCodeAt(from) === openBrace;
  let lineStart = from;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Most units are none, and asking the stack about each would take most of the time.
    if (unit >= marks.length || marks[unit] === 0) continue;
    if (unit === lineFeed) {
      endLine(text, { start: lineStart, end: at }, open, events);
      if (!isBlock && open.depth() === 0) return { end: at, reason: 'closed' };
      lineStart = at + 1;
      if (isTopLevelHeader(text, lineStart)) return { end: lineStart, reason: 'header' };
      continue;
    }
    at = open.top() === quoteMark ? stepInString(text, at, open) : stepInCode(text, at, open);
    if (isBlock && open.depth() === 0) return { end: at + 1, reason: 'closed' };
  }
  endLine(text, { start: lineStart, end: text.length }, open, events);
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

/** Whether blocks of the type stand at the top of a file. */
export function isTopLevelType(type: string): boolean {
  return topLevelTypes.has(type);
}

/** The last offset of what starts at `at` inside a string. */
function stepInString(text: string, at: number, open: BracketStack): number {
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (unit === backslash) return next === lineFeed ? at : at + 1;
  if (unit === quoteMark) open.pop(1);
  if (unit !== dollar && unit !== percent) return at;
  if (next === unit && text.charCodeAt(at + 2) === openBrace) return at + 2;
  if (next !== openBrace) return at;
  open.push(hole, at);
  return at + 1;
}

/** The closing quote of the string at `at` when nothing in it means anything else: most are such. */
function endOfPlainString(text: string, at: number): number | undefined {
  plainString.lastIndex = at;
  return plainString.test(text) ? plainString.lastIndex - 1 : undefined;
}

const plainString = /"[^"\\$%\n]*"/y;

/** The last offset of what starts at `at` outside of strings. */
function stepInCode(text: string, at: number, open: BracketStack): number {
  const unit = text.charCodeAt(at);
  switch (unit) {
    case quoteMark: {
      const end = endOfPlainString(text, at);
      if (end === undefined) open.push(unit, at);
      return end ?? at;
    }
    case openBrace:
    case openBracket:
    case openParen:
      open.push(unit, at);
      return at;
    case closeBrace:
    case closeBracket:
    case closeParen:
      open.close(unit);
      return at;
    case hash:
    case slash:
      return endOfComment(text, at) - 1;
    case less:
      return endOfHeredoc(text, at) - 1;
    default:
      return at;
  }
}

function endLine(text: string, line: TextRange, open: BracketStack, events: ScanEvents | undefined): void {
  const end = line.end > line.start && text.charCodeAt(line.end - 1) === carriageReturn ? line.end - 1 : line.end;
  if (open.top() === quoteMark) {
    const missing = missingIn(text, { start: line.start, end }, open);
    events?.openQuote(missing);
    open.pop(missing.kind === 'hole' ? 3 : 1);
    return;
  }
  const mayBegin = open.depth() === 0 || open.top() === openBrace;
  const words = events && mayBegin ? unfinishedLine.exec(text.slice(line.start, end)) : undefined;
  const [, indentation = '', found = ''] = words ?? [];
  const start = line.start + indentation.length;
  if (words) events?.unfinishedLine({ start, end: start + found.length });
}

function missingIn(text: string, line: TextRange, open: BracketStack): OpenQuote {
  const last = open.offset(0);
  const outer = open.offset(2);
  const isHoleOpen = open.top(1) === hole && open.top(2) === quoteMark;
  const kind = isHoleOpen && /^[\s,)\]}]*$/.test(text.slice(last + 1, line.end)) ? 'hole' : 'quote';
  const quote = kind === 'hole' ? outer : last;
  return { kind, quote, close: last, lineEnd: line.end, brackets: open.bracketsIn({ start: line.start, end: quote }) };
}

const unfinishedLine =
  /^([ \t]*)([\p{ID_Start}_][\p{ID_Continue}-]*(?:[ \t]+"[^"]*")*[ \t]*(?:=[ \t]*(?:[\w.-]*\.)?)?)[ \t]*(?:#.*|\/\/.*)?$/u;

/** Where the heredoc at `at` ends, or the next offset when there is none. */
export function endOfHeredoc(text: string, at: number): number {
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
const typesByLabels = [
  'locals terraform moved import removed',
  'variable output module provider check',
  'resource data ephemeral action list',
].map((types) => types.split(' '));
const topLevelTypes: ReadonlySet<string> = new Set(typesByLabels.flat());
const topLevelHeader = new RegExp(
  `(?:${typesByLabels.map((types, labels) => `(?:${types.join('|')})${label.repeat(labels)}`).join('|')})[ \\t]*\\{`,
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

/** By code unit, 1 for whatever {@link scanToEnd} does something at, inside of strings or outside. */
const marks = new Uint8Array(128);
for (const unit of [lineFeed, quoteMark, hash, dollar, percent, openParen, closeParen, slash, less]) marks[unit] = 1;
for (const unit of [openBracket, backslash, closeBracket, openBrace, closeBrace]) marks[unit] = 1;
