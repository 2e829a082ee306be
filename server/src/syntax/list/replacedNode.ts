import type { Change } from '../../text/change';
import type { TextRange } from '../../text/range';
import type { Entry, SyntaxNode } from '../tree';
import { shiftNode } from './shiftNode';

/**
 * The tree with `fresh` in the place of `old`, whose text is the stretch that has changed. What stands before the stretch stays the same,
 * what holds it grows, what comes after it moves.
 */
export function withNode(tree: SyntaxNode, old: SyntaxNode, fresh: SyntaxNode, stretch: Change): SyntaxNode {
  if (tree === old) return fresh;
  if (tree.range.start >= stretch.end) return shiftNode(tree, stretch.grown);
  if (tree.range.end <= stretch.start) return tree;
  const within = (inner: SyntaxNode) => withNode(inner, old, fresh, stretch);
  const range = rangeAfter(tree.range, stretch);
  if (tree.kind === 'sequence') return { ...tree, range, items: tree.items.map(within) };
  if (tree.kind === 'mapping') {
    return { ...tree, range, entries: tree.entries.map((entry) => entryWith(entry, within(entry.value), stretch)) };
  }
  if (tree.kind !== 'opaque' || !tree.call) return tree;
  return { ...tree, range, call: { ...tree.call, arguments: tree.call.arguments.map(within) } };
}

function entryWith(entry: Entry, value: SyntaxNode, stretch: Change): Entry {
  if (entry.range.end <= stretch.start) return entry;
  return {
    key: entry.key,
    keyRange: rangeAfter(entry.keyRange, stretch),
    value,
    range: rangeAfter(entry.range, stretch),
  };
}

/** Where a range stands afterwards that doesn't begin or end within the stretch. */
export function rangeAfter({ start, end }: TextRange, stretch: Change): TextRange {
  const after = (offset: number) => (offset >= stretch.end ? offset + stretch.grown : offset);
  return { start: after(start), end: after(end) };
}
