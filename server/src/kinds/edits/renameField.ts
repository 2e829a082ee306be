import type { Entry, SyntaxNode } from '../../syntax/tree';
import { copyOf, type TreeEdit } from '../../syntax/treeEdit';
import type { Takes } from '../shape';

/**
 * Gives an entry the key that was meant. A single value in the place of a list is put into one, and a list of one gives its item, so
 * that the field says what its author wrote. Undefined for a value that the field can't take, which under the right key would only be
 * a fault that is harder to see.
 */
export function renameTo(entry: Entry, to: string, takes: Takes): readonly TreeEdit[] | undefined {
  const rename: TreeEdit = { kind: 'rename', entry, to };
  const { value } = entry;
  if (fits(value, takes)) return [rename];
  if (value.kind === 'sequence') {
    const [only, ...more] = value.items;
    if (!only || more.length > 0 || !value.complete || !value.editable || !fits(only, takes)) return undefined;
    return [rename, { kind: 'replace', node: value, by: copyOf(only) }];
  }
  const item = takes === 'texts' ? 'text' : takes === 'objects' ? 'object' : undefined;
  return item && fits(value, item) ? [rename, { kind: 'replace', node: value, by: [copyOf(value)] }] : undefined;
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
