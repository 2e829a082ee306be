import type { SyntaxNode } from '../../../syntax/tree';
import { contains, type TextRange } from '../../../text/range';
import type { Kind } from '../../kind';
import type { Policy } from '../../policy';
import { documentsAmong } from '../documents';

/** Characters of a YAML document that a reader of YAML 1.1 takes for line breaks, and one of YAML 1.2 doesn't. */
export interface LineBreaks extends Policy {
  readonly kind: 'lineBreaks';
  readonly at: readonly TextRange[];
}

const lineBreaks: Kind<LineBreaks> = {
  id: 'lineBreaks',
  derive(root, _surroundings, others) {
    if (root.format.name !== 'yaml' || !signs.test(root.text)) return [];
    const [first] = documentsAmong(others).filter(({ found: { policy } }) => policy.place.root === root);
    if (!first) return [];
    const quoted = [...quotedIn(root.node, root.text)];
    const at = [...root.text.matchAll(new RegExp(signs, 'g'))]
      .map(({ index }) => ({ start: index, end: index + 1 }))
      .filter((range) => !quoted.some((around) => contains(around, range)));
    const { policy } = first.found;
    return at.length > 0 ? [{ ...policy, kind: 'lineBreaks', at }] : [];
  },
};

const signs = /[\u0085\u2028\u2029]/;

function* quotedIn(top: SyntaxNode, text: string): Generator<TextRange> {
  const seen = new Set<SyntaxNode>();
  const waiting: SyntaxNode[] = [top];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'scalar' && /^["']/.test(text.charAt(node.range.start))) yield node.range;
    if (node.kind === 'sequence') for (const item of node.items) waiting.push(item);
    if (node.kind === 'mapping') {
      for (const { keyRange, value } of node.entries) {
        if (/^["']/.test(text.charAt(keyRange.start))) yield keyRange;
        waiting.push(value);
      }
    }
  }
}

export default lineBreaks;
