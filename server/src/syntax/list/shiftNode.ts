import type { Change } from '../../text/change';
import { shift } from '../../text/range';
import type { Comment, Entry, SyntaxNode } from '../tree';

/**
 * The same tree with all ranges moved by so many code units. For what JSON and YAML are made of; where one node stands at several
 * places, it becomes several. Trees are at most as deep as the parsers let them be, so recursion is safe.
 */
export function shiftNode<Node extends SyntaxNode>(node: Node, by: number): Node {
  return by === 0 ? node : (shifted(node, by) as Node);
}

function shifted(node: SyntaxNode, by: number): SyntaxNode {
  const range = shift(node.range, by);
  if (node.kind === 'scalar') return { kind: 'scalar', range, value: node.value };
  if (node.kind === 'mapping') return { ...node, range, entries: node.entries.map((entry) => shiftedEntry(entry, by)) };
  if (node.kind === 'sequence') return { ...node, range, items: node.items.map((item) => shifted(item, by)) };
  return { ...node, range };
}

function shiftedEntry({ key, keyRange, value, range }: Entry, by: number): Entry {
  return { key, keyRange: shift(keyRange, by), value: shifted(value, by), range: shift(range, by) };
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
