import type { Segment } from '../strings/segments';
import { isString, type SyntaxNode } from '../tree';
import { trimmedEnd } from './reading/positions';

/**
 * Where the meaning of a YAML string stands in the text, line by line and escape by escape. Undefined for what is not a string, and where
 * the text doesn't come to the meaning.
 */
export function segmentsOf(text: string, node: SyntaxNode): readonly Segment[] | undefined {
  if (node.kind !== 'scalar' || !isString(node)) return undefined;
  const { start, end } = node.range;
  const written = text.slice(start, end);
  const first = written.charAt(0);
  if (first === '|' || first === '>') return blockSegments(written, start, node.value);
  if (first === '"') return alignedSegments(doubleQuotedPieces(written, start), node.value, 'told');
  if (first === "'") return alignedSegments(singleQuotedPieces(written, start), node.value);
  return alignedSegments(foldedLines(written, start), node.value);
}

/** A stretch of the text, and what it means where that is something else. */
interface Piece {
  readonly outer: number;
  readonly text: string;
  readonly means?: string;
  /** It ends lines, and has no place of its own in the text. */
  readonly isFold?: true;
}

/**
 * Lays the pieces along the meaning. Where the pieces leave line breaks out, the meaning has only what they were folded to, a space or some
 * line feeds, which no line can begin with: so such folds need not be told. Undefined when the pieces don't fit.
 */
function alignedSegments(pieces: readonly Piece[], value: string, folds?: 'told'): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  let inner = 0;
  const skipFold = (until: string) => {
    while (!value.startsWith(until, inner) && ' \n'.includes(value.charAt(inner)) && inner < value.length) inner++;
  };
  for (const { outer, text, means, isFold } of pieces) {
    const meaning = means ?? text;
    if (!folds) skipFold(meaning);
    if (!value.startsWith(meaning, inner)) return undefined;
    const kind = means === undefined ? 'text' : 'escape';
    const innerEnd = inner + meaning.length;
    if (!isFold && innerEnd > inner) addSegment(segments, { kind, inner, innerEnd, outer, outerEnd: outer + text.length });
    inner = innerEnd;
  }
  return /^[ \n]*$/.test(value.slice(inner)) ? segments : undefined;
}

function addSegment(segments: Segment[], next: Segment): void {
  const last = segments.at(-1);
  const continues = last?.kind === 'text' && next.kind === 'text' && last.innerEnd === next.inner && last.outerEnd === next.outer;
  if (continues) segments[segments.length - 1] = { ...last, innerEnd: next.innerEnd, outerEnd: next.outerEnd };
  else segments.push(next);
}

/** The lines of a plain or quoted scalar; white space at a line break belongs to the fold. */
function foldedLines(written: string, offset: number): readonly Piece[] {
  return [...written.matchAll(/(?<=^|\n)([ \t]*)([^\n]*)/g)].map((match, index) => {
    const isLast = match.index + match[0].length === written.length;
    const [, indentation = '', content = ''] = match;
    const text = (index === 0 ? indentation : '') + content;
    const outer = offset + match.index + (index === 0 ? 0 : indentation.length);
    return { outer, text: isLast ? text : text.slice(0, trimmedEnd(text, 0, text.length)) };
  });
}

function singleQuotedPieces(written: string, offset: number): readonly Piece[] {
  return foldedLines(written.slice(1, -1), offset + 1).flatMap((line) =>
    [...line.text.matchAll(/''|[^']+/g)].map((match) => {
      const piece = { outer: line.outer + match.index, text: match[0] };
      return match[0] === "''" ? { ...piece, means: "'" } : piece;
    }),
  );
}

/** Here an escape may mean what a fold means, so folds are worked out. */
function doubleQuotedPieces(written: string, offset: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const match of written.slice(1, -1).matchAll(doubleQuotedPart)) {
    const { escaped, plain } = match.groups ?? {};
    const [text] = match;
    const outer = offset + 1 + match.index;
    if (plain !== undefined) pieces.push({ outer, text });
    else if (escaped === undefined) pieces.push({ outer, text, means: foldedTo(text), isFold: true });
    else pieces.push({ outer, text, means: escapedText(escaped) });
  }
  return pieces;
}

/** One line break is a space, each further one a line feed. */
function foldedTo(text: string): string {
  const breaks = text.split('\n').length - 1;
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
}

function escapedText(written: string): string {
  const sign = written.charAt(1);
  if (sign === '\n' || sign === '\r') return '';
  const code = Number.parseInt(written.slice(2), 16);
  if (written.length > 2) return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  return escapes[sign] ?? sign;
}

/**
 * The lines of a block scalar without their indentation. With an indicator (`|2`) the indentation counts from the parent's, which
 * the scalar does not show: then the least one that fits is right, since with it every space that means something is in a line.
 */
function blockSegments(written: string, offset: number, value: string): readonly Segment[] | undefined {
  const header = written.indexOf('\n') + 1;
  if (header === 0) return [];
  const lines = [...written.slice(header).matchAll(/(?<=^|\n)[^\r\n]*/g)].map((match) => ({ at: match.index, text: match[0] }));
  const filled = lines.filter(({ text }) => /[^ \t]/.test(text));
  const indentations = filled.map(({ text }) => text.length - text.replace(/^ +/, '').length);
  const piecesWith = (indentation: number) =>
    lines.map(({ at, text }) => ({ outer: offset + header + at + indentation, text: text.slice(indentation) }));
  if (!/^[|>][+-]?[1-9]/.test(written)) return alignedSegments(piecesWith(indentations[0] ?? 0), value);
  const least = indentations.reduce((one, other) => Math.min(one, other), longestIndentation);
  for (let indentation = 0; indentation <= least; indentation++) {
    const segments = alignedSegments(piecesWith(indentation), value);
    if (segments) return segments;
  }
  return undefined;
}

const doubleQuotedPart =
  /(?<escaped>\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|\r?\n[ \t]*|[^\r\n]))|[ \t]*\r?\n[ \t\r\n]*|(?<plain>[^\\\r\n \t]+|[ \t]+)/g;

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

/** An indicator tells at most nine columns, and where its parent stands is a matter of the whole document. */
const longestIndentation = 1000;
