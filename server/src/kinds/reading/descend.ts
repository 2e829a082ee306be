import type { Entry, MappingNode, SyntaxNode } from '../../syntax/tree';

/** The node and all below it, also in the arguments of calls, each once. */
export function* nodesIn(node: SyntaxNode): Generator<SyntaxNode> {
  const seen = new Set<SyntaxNode>();
  const waiting: SyntaxNode[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    yield next;
    for (const child of childrenOf(next)) waiting.push(child);
  }
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'mapping') return node.entries.map(({ value }) => value);
  if (node.kind === 'sequence') return node.items;
  return node.kind === 'opaque' ? (node.call?.arguments ?? []) : [];
}

/**
 * Every mapping of a tree once, outer before inner, also where aliases make it stand at several places; but for those that `isLeft` and
 * what they hold.
 */
export function* mappingsIn(node: SyntaxNode, isLeft?: (node: MappingNode) => boolean): Generator<MappingNode> {
  const seen = new Set<SyntaxNode>();
  const waiting: SyntaxNode[] = [node];
  // Most nodes are leaves, and a large file has many: only what can hold a mapping is kept in mind.
  const add = (next: SyntaxNode) => {
    if (next.kind === 'mapping' || next.kind === 'sequence') waiting.push(next);
  };
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === 'mapping') {
      if (isLeft?.(next)) continue;
      yield next;
      for (let index = next.entries.length - 1; index >= 0; index--) add((next.entries[index] as Entry).value);
    } else if (next.kind === 'sequence') {
      for (let index = next.items.length - 1; index >= 0; index--) add(next.items[index] as SyntaxNode);
    }
  }
}
