import type { SyntaxNode } from '../../syntax/tree';
import { copyOf, type TreeEdit } from '../../syntax/treeEdit';
import { isPlaceholder } from '../reading/values';
import type { Takes } from '../shape';

/**
 * Puts a single value into the list that belongs there, or takes the only item out of one. Undefined where something else can be meant: a
 * placeholder may give a list, too.
 */
export function reshapeValue(value: SyntaxNode, takes: Takes): readonly TreeEdit[] | undefined {
  if (fits(value, takes)) return [];
  if (value.kind === 'sequence') {
    const [only, ...more] = value.items;
    if (!only || more.length > 0 || !value.complete || !value.editable || isPlaceholder(only) || !fits(only, takes))
      return undefined;
    return [{ kind: 'replace', node: value, by: copyOf(only) }];
  }
  const item = takes === 'texts' ? 'text' : takes === 'objects' ? 'object' : undefined;
  return item && !isPlaceholder(value) && fits(value, item) ? [{ kind: 'replace', node: value, by: [copyOf(value)] }] : undefined;
}

/** What a reference, a function or a conditional gives isn't told, so it fits nowhere for sure. */
function fits(node: SyntaxNode, takes: Takes): boolean {
  switch (takes) {
    case 'text':
    case 'number':
    case 'boolean':
      // A text over several lines is no name of anything.
      return (node.kind === 'scalar' && !/^$|[\r\n]/.test(String(node.value ?? ''))) || node.kind === 'template';
    case 'object':
    case 'map':
      return node.kind === 'mapping';
    case 'texts':
      return (
        node.kind === 'sequence' &&
        node.items.every((item) => fits(item, 'text') || item.kind === 'reference' || item.kind === 'opaque')
      );
    case 'objects':
      return node.kind === 'sequence' && node.items.every((item) => item.kind !== 'scalar' && item.kind !== 'sequence');
  }
}
