import type { Entry, SequenceNode, SyntaxNode } from '../../syntax/tree';
import { cachedBy } from '../../text/cachedBy';
import { contains, type TextRange } from '../../text/range';

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
    const index = indexOfHolder(node, range);
    const item = node.items[index];
    return item && { key: index, entry: undefined, node: item };
  }
  if (node.kind !== 'mapping') return undefined;
  // Repeated blocks make one entry that reaches from the first to the last, over whatever stands between.
  const holders = node.entries.filter((entry) => contains(entry.range, range));
  const [entry] = holders.sort((a, b) => lengthOf(a.range) - lengthOf(b.range));
  return entry && { key: entry.key, entry, node: entry.value };
}

/** The first item that holds the range; -1 when none does. A list may have more items than anybody asks of findings one by one. */
function indexOfHolder(list: SequenceNode, range: TextRange): number {
  const { items } = list;
  if (items.length < fewItems || !isInOrder(list)) return items.findIndex((item) => contains(item.range, range));
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((items[middle]?.range.start ?? 0) <= range.start) low = middle;
    else high = middle - 1;
  }
  const item = items[low];
  return item && contains(item.range, range) ? low : -1;
}

const fewItems = 32;

/** Aliased items stand somewhere else. */
const isInOrder = cachedBy(({ items }: SequenceNode) =>
  items.every(({ range }, index) => index === 0 || (items[index - 1]?.range.end ?? 0) <= range.start),
);

function lengthOf({ start, end }: TextRange): number {
  return end - start;
}
