import type { Root, Segment } from '../format';
import type { SyntaxNode } from '../tree';
import { meaningOf, readString, type StringContent } from './stringPieces';

/** See `Format.segments`. */
export function segmentsOf(root: Root, node: SyntaxNode): readonly Segment[] | undefined {
  const isString = node.kind === 'template' || (node.kind === 'scalar' && typeof node.value === 'string');
  const content = isString ? readString(root.text, node.range) : undefined;
  return content && segmentsOfContent(root.text, content);
}

/** A hole counts in the meaning with as many units as its text, marks included, has. */
export function segmentsOfContent(text: string, { pieces }: StringContent): readonly Segment[] {
  const segments: Segment[] = [];
  let inner = 0;
  for (const piece of pieces) {
    const { start, end } = piece.range;
    const length = piece.kind === 'escape' ? meaningOf(text, piece).length : end - start;
    if (piece.kind === 'text') segments.push({ inner, outer: start, length });
    inner += length;
  }
  return segments;
}

/** What a string without holes means; undefined for one that has some. */
export function meaningOfContent(text: string, { pieces }: StringContent): string | undefined {
  if (pieces.some(({ kind }) => kind === 'hole')) return undefined;
  return pieces.map((piece) => meaningOf(text, piece)).join('');
}
