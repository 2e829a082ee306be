import type { Root } from '../format';
import type { Segment } from '../strings/segments';
import { holeUnit, isString, type SyntaxNode } from '../tree';
import { meaningOf, readString, type StringContent } from './stringPieces';

/** See `Format.segments`. */
export function segmentsOf(root: Root, node: SyntaxNode): readonly Segment[] | undefined {
  const content = isString(node) ? readString(root.text, node.range) : undefined;
  return content && segmentsOfContent(root.text, content);
}

export function segmentsOfContent(text: string, { pieces }: StringContent): readonly Segment[] {
  let inner = 0;
  return pieces.map((piece) => {
    const { kind, range } = piece;
    const start = inner;
    inner += kind === 'hole' ? holeUnit.length : meaningOf(text, piece).length;
    return { kind, inner: start, innerEnd: inner, outer: range.start, outerEnd: range.end };
  });
}

/** What a string means, with its holes as `meaningOfString` has them. */
export function meaningOfContent(text: string, { pieces }: StringContent): string {
  return pieces.map((piece) => (piece.kind === 'hole' ? holeUnit : meaningOf(text, piece))).join('');
}
