import type { TextEdit } from '../../text/edit';
import { shift, type TextRange } from '../../text/range';
import type { EmbeddedRoot, Root } from '../format';
import { jsonFormat } from '../json/format';
import { endInText, holeAround, type Segment, startInText } from '../strings/segments';
import type { SyntaxNode } from '../tree';
import { type JsonHole, withHoles } from './json/jsonHoles';
import { moved } from './moved';
import { meaningOf, readString, type StringContent, type StringPiece } from './stringPieces';

/** The argument of `jsonencode(…)`: a document that stands in the outer text as it is. */
export function embeddedCall(root: Root, owner: SyntaxNode): EmbeddedRoot {
  return { owner, root, toOuter: (range) => range, editOuter: (edit) => edit };
}

/** The JSON document that a string means; undefined when it doesn't look like one. */
export function embeddedJson(
  text: string,
  owner: SyntaxNode,
  content: StringContent,
  holes: readonly SyntaxNode[],
): EmbeddedRoot | undefined {
  const { inner, pieces } = innerText(text, content.pieces);
  if (!(content.quoted ? quotedJson : anyJson).test(inner)) return undefined;
  const [placed] = jsonFormat.parse(inner);
  if (placed?.root.text !== inner) return undefined;
  const placedHoles = pieces.filter(({ kind }) => kind === 'hole').map((piece, index) => jsonHole(piece, holes[index]));
  const root = placedHoles.length === 0 ? placed.root : rootWithHoles(placed.root, placedHoles, { text, pieces });
  return placedJson(text, owner, content, root, pieces);
}

/** A document of a text that has been edited around its owner. */
export function embeddedAgain(text: string, { root }: EmbeddedRoot, owner: SyntaxNode): EmbeddedRoot | undefined {
  const content = readString(text, owner.range);
  if (!content) return undefined;
  const { inner, pieces } = innerText(text, content.pieces);
  return inner === root.text ? placedJson(text, owner, content, root, pieces) : undefined;
}

function placedJson(
  text: string,
  owner: SyntaxNode,
  content: StringContent,
  root: Root,
  pieces: readonly Segment[],
): EmbeddedRoot {
  return {
    owner,
    root,
    toOuter: (range) => outerRange(pieces, content, range),
    editOuter: (edit) => outerEdit(text, root.text, pieces, content, edit),
  };
}

function rootWithHoles(
  { node, ...root }: Root,
  holes: readonly JsonHole[],
  { text, pieces }: { readonly text: string; readonly pieces: readonly Segment[] },
): Root {
  return {
    ...root,
    node: withHoles(root.text, node, holes),
    withExpressions: ({ start, end }) =>
      pieces
        .filter(({ inner, innerEnd }) => inner < end && start < innerEnd)
        .map(({ kind, inner, innerEnd, outer, outerEnd }) =>
          kind === 'hole' ? text.slice(outer, outerEnd) : root.text.slice(Math.max(start, inner), Math.min(end, innerEnd)),
        )
        .join(''),
  };
}

// Regular expressions are often quoted strings that start with a bracket.
const quotedJson = /^\s*(?:\{\s*["}]|\[\s*[[{"\]])/;
const anyJson = /^\s*[[{]/;

/** Stands for the text of a hole. No cloud's policy has a reason to hold it. */
const filler = '\ue000';
const copiedPlaceholder = /\ue000+/g;

function innerText(
  text: string,
  content: readonly StringPiece[],
): { readonly inner: string; readonly pieces: readonly Segment[] } {
  const pieces: Segment[] = [];
  let inner = '';
  let scanned = 0;
  let inString = false;
  for (const piece of content) {
    const { start, end } = piece.range;
    if (piece.kind === 'hole') {
      // A backslash and what it escapes are pieces of their own where both are escaped.
      inString = isInString(inString, inner.slice(scanned));
      scanned = inner.length;
    }
    const means = piece.kind === 'hole' ? placeholder(end - start, inString) : meaningOf(text, piece);
    pieces.push({ kind: piece.kind, inner: inner.length, innerEnd: inner.length + means.length, outer: start, outerEnd: end });
    inner += means;
  }
  return { inner, pieces };
}

function placeholder(length: number, inString: boolean): string {
  return inString ? filler.repeat(length) : `"${filler.repeat(length - 2)}"`;
}

function isInString(before: boolean, text: string): boolean {
  let inString = before;
  for (const [mark] of text.matchAll(/\\.|["\n]/g)) {
    if (mark === '"') inString = !inString;
    // A string that is still being typed ends with its line.
    if (mark === '\n') inString = false;
  }
  return inString;
}

function jsonHole(piece: Segment, node: SyntaxNode | undefined): JsonHole {
  const range = { start: piece.inner, end: piece.innerEnd };
  return { range, node: node ? moved(node, (outer) => shift(outer, piece.inner - piece.outer)) : { kind: 'opaque', range } };
}

function outerRange(pieces: readonly Segment[], content: StringContent, { start, end }: TextRange): TextRange | undefined {
  const outerStart = startInText(pieces, start) ?? (pieces.length === 0 ? content.range.start : undefined);
  const outerEnd = start === end ? outerStart : endInText(pieces, end);
  return outerStart === undefined || outerEnd === undefined ? undefined : { start: outerStart, end: outerEnd };
}

function outerEdit(
  text: string,
  inner: string,
  pieces: readonly Segment[],
  content: StringContent,
  edit: TextEdit,
): TextEdit | undefined {
  const { range, newText } = edit;
  if (holeAround(pieces, range.start) || holeAround(pieces, range.end)) return undefined;
  const start = startInText(pieces, range.start);
  const end = startInText(pieces, range.end);
  const written = content.quoted ? quoted(newText) : heredocLines(inner, content.stripped, edit);
  if (start === undefined || end === undefined || written === undefined) return undefined;
  const outer = { range: { start, end }, newText: written };
  const restored = makesMark(text, outer) ? undefined : withItsHoles(text, inner, pieces, written);
  return restored === undefined ? undefined : { ...outer, newText: restored };
}

/** The holes in the place of copied placeholders. Undefined where it isn't sure which hole a placeholder stands for. */
function withItsHoles(text: string, inner: string, pieces: readonly Segment[], written: string): string | undefined {
  if (!written.includes(filler)) return written;
  const holes = pieces.filter(({ kind }) => kind === 'hole');
  const isBesideAnother = pieces.some(({ kind }, index) => kind === 'hole' && pieces[index + 1]?.kind === 'hole');
  // At its ends the edit may hold a part of a placeholder only.
  if (isBesideAnother || written.startsWith(filler) || written.endsWith(filler)) return undefined;
  let sure = true;
  const restored = written.replace(copiedPlaceholder, (placeholder) => {
    const meant = holes.filter((hole) => inner.slice(hole.inner, hole.innerEnd).replaceAll('"', '') === placeholder);
    const texts = new Set(meant.map(({ outer, outerEnd }) => text.slice(outer, outerEnd)));
    const [only] = texts;
    // Outside of a string the placeholder has quotes that the hole hasn't.
    sure &&= texts.size === 1 && meant.every(({ inner: start, innerEnd }) => innerEnd - start === placeholder.length);
    return only ?? placeholder;
  });
  return sure ? restored : undefined;
}

/** Each further line gets what `<<-` will strip from it. Undefined when the heredoc's end would no longer have a line of its own. */
function heredocLines(inner: string, indentation: string, { range, newText }: TextEdit): string | undefined {
  const escaped = templateEscaped(newText);
  if (range.end < inner.length) return escaped.replace(/\n(?![\r\n])/g, `\n${indentation}`);
  const isWholeLines = range.start === 0 || inner.charAt(range.start - 1) === '\n';
  if (!newText.endsWith('\n') && !(newText === '' && isWholeLines)) return undefined;
  const lines = escaped.replace(/\n(?![\r\n]|$)/g, `\n${indentation}`);
  return range.start === inner.length ? indentation + lines : lines;
}

function quoted(text: string): string {
  const escaped = text.replace(/[\\"\n\r\t]/g, (unit) => quotedEscapes[unit] ?? unit);
  return templateEscaped(escaped);
}

const quotedEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function templateEscaped(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}

/** Whether the edit would make a `${` together with what stands around it. */
function makesMark(text: string, { range, newText }: TextEdit): boolean {
  const around = text.slice(Math.max(0, range.start - 1), range.start) + newText + text.slice(range.end, range.end + 1);
  const marks = (source: string) => source.match(/(?:^|[^$%])[$%]\{/g)?.length ?? 0;
  return marks(around) > 0;
}
