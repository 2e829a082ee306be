import type { TextRange } from '../../text/range';
import { scanToEnd } from './reading/scan';

/** A quoted string or heredoc taken apart. What is in no piece (the indentation that `<<-` strips) means nothing. */
export type StringPiece =
  /** Stands for itself. */
  | { readonly kind: 'text'; readonly range: TextRange }
  /** `\n`, `\"`, `$${`: stands for `means`. */
  | { readonly kind: 'escape'; readonly range: TextRange; readonly means: string }
  /** `${…}` with its marks. */
  | { readonly kind: 'hole'; readonly range: TextRange };

export interface StringContent {
  readonly pieces: readonly StringPiece[];
  /** The text between the quotes, or between the line of the heredoc's start and the line of its end. */
  readonly range: TextRange;
  readonly quoted: boolean;
  /** The white space that `<<-` strips from each line. */
  readonly stripped: string;
}

/** Undefined when `range` holds no string of HCL, or one whose meaning only Terraform can tell: `%{ if … }`, `${~ … ~}`. */
export function readString(text: string, range: TextRange): StringContent | undefined {
  if (text.charAt(range.start) === '"') return readQuoted(text, range);
  return readHeredoc(text, range);
}

/** What a piece that is no hole means. */
export function meaningOf(text: string, piece: StringPiece): string {
  return piece.kind === 'escape' ? piece.means : text.slice(piece.range.start, piece.range.end);
}

/** The pieces of a text in which only `${`, `%{` and their escapes are special; undefined as above. */
export function readTemplate(text: string): readonly StringPiece[] | undefined {
  return readPieces(text, { start: 0, end: text.length }, heredocMark);
}

function readQuoted(text: string, { start, end }: TextRange): StringContent | undefined {
  const range = { start: start + 1, end: end - 1 };
  if (range.end < range.start || text.charAt(range.end) !== '"') return undefined;
  const pieces = readPieces(text, range, quotedMark);
  return pieces && { pieces, range, quoted: true, stripped: '' };
}

function readHeredoc(text: string, { start, end }: TextRange): StringContent | undefined {
  const indented = text.startsWith('<<-', start);
  const firstLineEnd = text.indexOf('\n', start);
  const range = { start: firstLineEnd + 1, end: text.lastIndexOf('\n', end - 1) + 1 };
  if (!text.startsWith('<<', start) || firstLineEnd < 0 || range.end < range.start) return undefined;
  const pieces = readPieces(text, range, heredocMark)?.flatMap((piece) =>
    piece.kind === 'text' ? lines(text, piece.range) : piece,
  );
  if (!pieces) return undefined;
  const stripped = indented ? commonIndentation(text, pieces) : '';
  return { pieces: stripped === '' ? pieces : withoutIndentation(text, pieces, stripped.length), range, quoted: false, stripped };
}

const quotedMark = /\\(?:[nrt"\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|\$\$\{|%%\{|\$\{|%\{/g;
const heredocMark = /\$\$\{|%%\{|\$\{|%\{/g;

function readPieces(text: string, range: TextRange, mark: RegExp): StringPiece[] | undefined {
  const content = text.slice(0, range.end);
  const pieces: StringPiece[] = [];
  let done = range.start;
  const until = (end: number) => {
    if (end > done) pieces.push({ kind: 'text', range: { start: done, end } });
  };
  mark.lastIndex = range.start;
  for (let match = mark.exec(content); match; match = mark.exec(content)) {
    const found = match[0];
    const start = match.index;
    until(start);
    if (found === '%{') return undefined;
    const end = found === '${' ? endOfHole(content, start) : start + found.length;
    if (end === undefined) return undefined;
    pieces.push(
      found === '${'
        ? { kind: 'hole', range: { start, end } }
        : { kind: 'escape', range: { start, end }, means: unescaped(found) },
    );
    done = end;
    mark.lastIndex = end;
  }
  until(range.end);
  return pieces;
}

function endOfHole(content: string, start: number): number | undefined {
  const { end, reason } = scanToEnd(content, start + 1);
  const stripsSpace = content.charAt(start + 2) === '~' || content.charAt(end - 2) === '~';
  return reason === 'closed' && !stripsSpace ? end : undefined;
}

function unescaped(source: string): string {
  switch (source.charAt(1)) {
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'u':
    case 'U':
      return codePoint(Number.parseInt(source.slice(2), 16));
    default:
      return source.slice(1);
  }
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

function lines(text: string, { start, end }: TextRange): StringPiece[] {
  const pieces: StringPiece[] = [];
  for (let at = start; at < end; ) {
    const lineBreak = text.indexOf('\n', at);
    const lineEnd = lineBreak < 0 || lineBreak >= end ? end : lineBreak + 1;
    pieces.push({ kind: 'text', range: { start: at, end: lineEnd } });
    at = lineEnd;
  }
  return pieces;
}

/** Whether the piece at `index` is the first of its line. */
function startsLine(text: string, pieces: readonly StringPiece[], index: number): boolean {
  const before = pieces[index - 1];
  return !before || (before.kind === 'text' && text.charAt(before.range.end - 1) === '\n');
}

function isBlankLine(text: string, { kind, range }: StringPiece): boolean {
  return kind === 'text' && text.charAt(range.end - 1) === '\n' && text.slice(range.start, range.end).trim() === '';
}

/** The least indentation of the lines that are not blank, as HCL counts it: by characters, whether blanks or tabs. */
function commonIndentation(text: string, pieces: readonly StringPiece[]): string {
  let least: string | undefined;
  for (const [index, piece] of pieces.entries()) {
    if (!startsLine(text, pieces, index) || isBlankLine(text, piece)) continue;
    const line = piece.kind === 'text' ? text.slice(piece.range.start, piece.range.end) : '';
    const indentation = line.slice(0, line.length - line.trimStart().length);
    if (least === undefined || indentation.length < least.length) least = indentation;
  }
  return least ?? '';
}

function withoutIndentation(text: string, pieces: readonly StringPiece[], length: number): StringPiece[] {
  const kept = pieces.map((piece, index) => {
    if (!startsLine(text, pieces, index) || isBlankLine(text, piece)) return piece;
    return { ...piece, range: { start: piece.range.start + length, end: piece.range.end } };
  });
  return kept.filter(({ range }) => range.end > range.start);
}
