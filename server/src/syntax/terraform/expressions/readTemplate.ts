import type { TextRange } from '../../../text/range';
import { type Cursor, expect, NotAnExpression, skipLines, take, takes, within } from './cursor';
import type { Expression, TemplateExpression, TemplatePart } from './expression';

/** Reads the expression in `${…}`, which is another file's business. */
type ReadExpression = (cursor: Cursor) => Expression;

/** A template taken apart before its directives are put together. Of a heredoc, each line is a text of its own. */
type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly range: TextRange }
  | { readonly kind: 'interpolation'; readonly expression: Expression; readonly range: TextRange }
  | { readonly kind: 'directive'; readonly directive: Directive; readonly range: TextRange };

type Directive =
  | { readonly is: 'if'; readonly condition: Expression }
  | { readonly is: 'for'; readonly key: string | undefined; readonly value: string; readonly collection: Expression }
  | { readonly is: 'else' | 'endif' | 'endfor' };

/** A text with the marks beside it that trim it. */
interface TrimmedPiece {
  readonly piece: Piece;
  readonly trimsBefore: boolean;
  readonly trimsBehind: boolean;
}

/** @throws NotAnExpression */
export function readQuoted(cursor: Cursor, read: ReadExpression): TemplateExpression {
  const start = cursor.at;
  cursor.at++;
  const pieces = piecesUntil(cursor, (at) => cursor.text.charAt(at) === '"', true, read);
  if (cursor.text.charAt(cursor.at) !== '"') throw new NotAnExpression('an open string');
  cursor.at++;
  return { kind: 'template', parts: partsOf(trimmed(pieces)), range: { start, end: cursor.at } };
}

/** @throws NotAnExpression */
export function readHeredoc(cursor: Cursor, read: ReadExpression): TemplateExpression {
  const start = cursor.at;
  const head = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
  head.lastIndex = start;
  const [opening, dash, word] = head.exec(cursor.text) ?? [];
  if (opening === undefined || word === undefined) throw new NotAnExpression('no heredoc');
  cursor.at += opening.length;
  const closing = new RegExp(`[^\\S\\n]*${word}(?![^\\r\\n\\s\\])},])`, 'y');
  const isClosing = (at: number) => {
    if (cursor.text.charAt(at - 1) !== '\n') return false;
    closing.lastIndex = at;
    return closing.test(cursor.text);
  };
  const pieces = piecesUntil(cursor, isClosing, false, read);
  if (!isClosing(cursor.at)) throw new NotAnExpression('an open heredoc');
  cursor.at = closing.lastIndex;
  const kept = trimmed(pieces);
  return { kind: 'template', parts: partsOf(dash === '-' ? withoutIndentation(kept) : kept), range: { start, end: cursor.at } };
}

/** The parts of a text that is a template as a whole, such as a file's. @throws NotAnExpression */
export function readTemplateText(text: string, read: ReadExpression): readonly TemplatePart[] {
  const cursor: Cursor = { text, at: 0, end: text.length, isLineEndBlank: true };
  return partsOf(trimmed(piecesUntil(cursor, () => false, false, read)));
}

function piecesUntil(
  cursor: Cursor,
  isEnd: (at: number) => boolean,
  quoted: boolean,
  read: ReadExpression,
): readonly TrimmedPiece[] {
  const pieces: TrimmedPiece[] = [];
  let text = '';
  let from = cursor.at;
  const flush = () => {
    if (cursor.at > from) pieces.push({ piece: { kind: 'text', text, range: { start: from, end: cursor.at } }, ...untrimmed });
    text = '';
    from = cursor.at;
  };
  while (cursor.at < cursor.end && !isEnd(cursor.at)) {
    const two = cursor.text.slice(cursor.at, cursor.at + 2);
    if (two === '${' || two === '%{') {
      flush();
      pieces.push(two === '${' ? interpolationAt(cursor, read) : directiveAt(cursor, read));
      from = cursor.at;
      continue;
    }
    const [meaning, length] = characterAt(cursor, quoted);
    text += meaning;
    cursor.at += length;
    if (!quoted && meaning === '\n') flush();
  }
  flush();
  return pieces;
}

const untrimmed = { trimsBefore: false, trimsBehind: false };

/** What stands next means, and how long it is. */
function characterAt({ text, at }: Cursor, quoted: boolean): readonly [string, number] {
  const three = text.slice(at, at + 3);
  if (three === '$${' || three === '%%{') return [three.slice(1), 3];
  const character = text.charAt(at);
  if (quoted && (character === '\n' || character === '\r')) throw new NotAnExpression('a line that ends in a string');
  if (!quoted || character !== '\\') return [character, 1];
  const [, code4, code8] = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y.exec(text.slice(at, at + 10)) ?? [];
  const code = code4 ?? code8;
  if (code !== undefined) return [codePoint(Number.parseInt(code, 16)), code.length + 2];
  const meaning = escapes.get(text.charAt(at + 1));
  if (meaning === undefined) throw new NotAnExpression('an escape that HCL lacks');
  return [meaning, 2];
}

function codePoint(code: number): string {
  if (code > 0x10ffff) throw new NotAnExpression('no code point');
  return String.fromCodePoint(code);
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);

function interpolationAt(cursor: Cursor, read: ReadExpression): TrimmedPiece {
  const start = cursor.at;
  const trimsBefore = opens(cursor);
  const expression = within(cursor, true, () => read(cursor));
  const trimsBehind = closes(cursor);
  return { piece: { kind: 'interpolation', expression, range: { start, end: cursor.at } }, trimsBefore, trimsBehind };
}

function directiveAt(cursor: Cursor, read: ReadExpression): TrimmedPiece {
  const start = cursor.at;
  const trimsBefore = opens(cursor);
  const directive = within(cursor, true, () => wordsAt(cursor, read));
  const trimsBehind = closes(cursor);
  return { piece: { kind: 'directive', directive, range: { start, end: cursor.at } }, trimsBefore, trimsBehind };
}

/** Whether what stands before is trimmed. */
function opens(cursor: Cursor): boolean {
  cursor.at += '${'.length;
  if (cursor.text.charAt(cursor.at) !== '~') return false;
  cursor.at++;
  return true;
}

/** Whether what stands behind is trimmed. */
function closes(cursor: Cursor): boolean {
  skipLines(cursor);
  if (takes(cursor, '~}')) return true;
  expect(cursor, '}');
  return false;
}

const word = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

function wordsAt(cursor: Cursor, read: ReadExpression): Directive {
  const is = take(cursor, word);
  if (is === 'if') return { is, condition: read(cursor) };
  if (is === 'else' || is === 'endif' || is === 'endfor') return { is };
  if (is !== 'for') throw new NotAnExpression(`no directive at ${cursor.at}`);
  const first = take(cursor, word);
  const second = takes(cursor, ',') ? take(cursor, word) : undefined;
  if (first === undefined || take(cursor, word) !== 'in') throw new NotAnExpression(`no loop at ${cursor.at}`);
  return { is, key: second === undefined ? undefined : first, value: second ?? first, collection: read(cursor) };
}

/** Takes away what `<<-` takes: the indentation that all lines have. A blank line doesn't count, and one whose line break is trimmed goes on. */
function withoutIndentation(pieces: readonly Piece[]): readonly Piece[] {
  const isFirst = (index: number) => {
    const before = pieces[index - 1];
    return index === 0 || (before?.kind === 'text' && before.text.endsWith('\n'));
  };
  const depths = pieces.map((piece, index): number | undefined => {
    if (!isFirst(index)) return undefined;
    if (piece.kind !== 'text') return 0;
    const rest = piece.text.trimStart();
    return rest === '' && piece.text.endsWith('\n') ? undefined : piece.text.length - rest.length;
  });
  const least = Math.min(...depths.flatMap((depth) => depth ?? []));
  return pieces.map((piece, index) =>
    depths[index] === undefined || piece.kind !== 'text' ? piece : { ...piece, text: piece.text.slice(least) },
  );
}

/** Each mark trims the one text beside it. */
function trimmed(pieces: readonly TrimmedPiece[]): readonly Piece[] {
  return pieces.map(({ piece }, index) => {
    if (piece.kind !== 'text') return piece;
    const isTrimmedAtStart = pieces[index - 1]?.trimsBehind ?? false;
    const isTrimmedAtEnd = pieces[index + 1]?.trimsBefore ?? false;
    const start = isTrimmedAtStart ? piece.text.trimStart() : piece.text;
    return { ...piece, text: isTrimmedAtEnd ? start.trimEnd() : start };
  });
}

function partsOf(pieces: readonly Piece[]): readonly TemplatePart[] {
  const reader = { pieces, next: 0 };
  const parts = partsUntil(reader, []);
  if (reader.next < pieces.length) throw new NotAnExpression('a directive that ends nothing');
  return parts;
}

interface PieceReader {
  readonly pieces: readonly Piece[];
  next: number;
}

function partsUntil(reader: PieceReader, ends: readonly Directive['is'][]): TemplatePart[] {
  const parts: TemplatePart[] = [];
  for (;;) {
    const piece = reader.pieces[reader.next];
    if (!piece || (piece.kind === 'directive' && ends.includes(piece.directive.is))) return parts;
    if (piece.kind !== 'directive') {
      reader.next++;
      parts.push(piece);
      continue;
    }
    parts.push(directivePart(reader, piece.directive, piece.range));
  }
}

function directivePart(reader: PieceReader, directive: Directive, { start }: TextRange): TemplatePart {
  reader.next++;
  if (directive.is === 'if') {
    const yes = partsUntil(reader, ['else', 'endif']);
    const isElse = endOf(reader, ['else', 'endif']).is === 'else';
    const no = isElse ? partsUntil(reader, ['endif']) : [];
    if (isElse) endOf(reader, ['endif']);
    return { kind: 'if', condition: directive.condition, yes, no, range: { start, end: endBefore(reader) } };
  }
  if (directive.is !== 'for') throw new NotAnExpression('a directive that ends nothing');
  const { key, value, collection } = directive;
  const body = partsUntil(reader, ['endfor']);
  endOf(reader, ['endfor']);
  return { kind: 'for', key, value, collection, body, range: { start, end: endBefore(reader) } };
}

function endOf(reader: PieceReader, wanted: readonly Directive['is'][]): Directive {
  const piece = reader.pieces[reader.next];
  if (piece?.kind !== 'directive' || !wanted.includes(piece.directive.is))
    throw new NotAnExpression('a directive without its end');
  reader.next++;
  return piece.directive;
}

function endBefore({ pieces, next }: PieceReader): number {
  return pieces[next - 1]?.range.end ?? 0;
}
