import type { MappingNode, SyntaxNode } from '../syntax/tree';

/** Every mapping of a tree once, outer before inner, also where aliases make it stand at several places. */
export function* mappingsIn(node: SyntaxNode): Generator<MappingNode> {
  const seen = new Set<SyntaxNode>();
  const waiting: SyntaxNode[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === 'mapping') {
      yield next;
      for (const { value } of next.entries.toReversed()) waiting.push(value);
    } else if (next.kind === 'sequence') {
      // One by one: a list may be longer than a call can take arguments.
      for (const item of next.items.toReversed()) waiting.push(item);
    }
  }
}
