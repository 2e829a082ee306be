import type { Change } from '../../text/change';
import { shift } from '../../text/range';
import type { BlockHeader, Comment, Entry, SyntaxNode, TemplatePart } from '../tree';

/**
 * The same tree with all ranges moved by so many code units. Where one node stands at several places, it becomes several. Trees are at
 * most as deep as the parsers let them be, so recursion is safe.
 */
export function shiftNode<Node extends SyntaxNode>(node: Node, by: number): Node {
  return by === 0 ? node : (shifted(node, by) as Node);
}

function shifted(node: SyntaxNode, by: number): SyntaxNode {
  const range = shift(node.range, by);
  switch (node.kind) {
    case 'scalar':
      return { kind: 'scalar', range, value: node.value };
    case 'mapping': {
      const mapping = { ...node, range, entries: node.entries.map((entry) => shiftedEntry(entry, by)) };
      return node.header ? { ...mapping, header: shiftedHeader(node.header, by) } : mapping;
    }
    case 'sequence':
      return { ...node, range, items: node.items.map((item) => shifted(item, by)) };
    case 'template':
      return { ...node, range, parts: node.parts.map((part) => shiftedPart(part, by)) };
    case 'opaque': {
      const { call } = node;
      const args = call?.arguments.map((argument) => shifted(argument, by));
      return call && args ? { ...node, range, call: { ...call, arguments: args } } : { ...node, range };
    }
    case 'reference':
      return { ...node, range };
  }
}

function shiftedEntry({ key, keyRange, value, range }: Entry, by: number): Entry {
  return { key, keyRange: shift(keyRange, by), value: shifted(value, by), range: shift(range, by) };
}

function shiftedHeader(header: BlockHeader, by: number): BlockHeader {
  return { ...header, range: shift(header.range, by), labelRanges: header.labelRanges.map((range) => shift(range, by)) };
}

function shiftedPart(part: TemplatePart, by: number): TemplatePart {
  return 'hole' in part ? { hole: shifted(part.hole, by) } : { ...part, range: shift(part.range, by) };
}

export function shiftComment(comment: Comment, by: number): Comment {
  return by === 0 ? comment : { ...comment, range: shift(comment.range, by) };
}

/** The comments after `own`, counted from its start, have taken the place of those in the stretch. */
export function withComments(
  before: readonly Comment[],
  own: readonly Comment[],
  { start, end, grown }: Change,
): readonly Comment[] {
  return [
    ...before.filter(({ range }) => range.start < start),
    ...own.map((comment) => shiftComment(comment, start)),
    ...before.filter(({ range }) => range.start >= end).map((comment) => shiftComment(comment, grown)),
  ];
}
