import type { Entry, SyntaxNode } from '../syntax/tree';
import { contains, type TextRange } from '../text/range';

/** One step down the tree: into an entry of a mapping or to an item of a sequence. */
export interface Step {
  readonly key: string | number;
  /** Undefined for an item. */
  readonly entry: Entry | undefined;
  readonly node: SyntaxNode;
}

/** The way from `top` to the innermost node that holds the range; a range in a key leads to the key's value. */
export function routeTo(top: SyntaxNode, range: TextRange): readonly Step[] {
  const route: Step[] = [];
  let step = stepTowards(top, range);
  while (step) {
    route.push(step);
    // An aliased value stands elsewhere, so its text has nothing to do with the range.
    step = contains(step.node.range, range) ? stepTowards(step.node, range) : undefined;
  }
  return route;
}

function stepTowards(node: SyntaxNode, range: TextRange): Step | undefined {
  if (node.kind === 'sequence') {
    const index = node.items.findIndex((item) => contains(item.range, range));
    const item = node.items[index];
    return item && { key: index, entry: undefined, node: item };
  }
  if (node.kind !== 'mapping') return undefined;
  // Repeated blocks make one entry that reaches from the first to the last, over whatever stands between.
  const holders = node.entries.filter((entry) => contains(entry.range, range));
  const [entry] = holders.sort((a, b) => lengthOf(a.range) - lengthOf(b.range));
  return entry && { key: entry.key, entry, node: entry.value };
}

function lengthOf({ start, end }: TextRange): number {
  return end - start;
}
