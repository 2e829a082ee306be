import type { RegexNode } from './node';

/** How often the innermost part is repeated by counts, at most. */
export function repeatsIn(node: RegexNode): number {
  switch (node.kind) {
    case 'repeat': {
      const count = node.most === Number.POSITIVE_INFINITY ? node.least : node.most;
      return Math.max(count, 1) * repeatsIn(node.of);
    }
    case 'capture':
      return repeatsIn(node.of);
    case 'sequence':
    case 'choice':
      return Math.max(1, ...node.of.map(repeatsIn));
    default:
      return 1;
  }
}
