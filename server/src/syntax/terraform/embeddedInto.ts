import { contains, type TextRange } from '../../text/range';
import type { EmbeddedRoot, Root } from '../format';
import type { SyntaxNode } from '../tree';
import { embeddedAgain, embeddedCall } from './embedded';

/** What a value means, now that its node stands at `range`. */
export function embeddedInto(
  { text, node, comments }: Pick<Root, 'text' | 'node' | 'comments'>,
  one: EmbeddedRoot,
  range: TextRange,
): EmbeddedRoot | undefined {
  const owner = nodeAt(node, one.owner.kind, range);
  if (!owner) return undefined;
  const argument = owner.kind === 'opaque' ? owner.call?.arguments[0] : undefined;
  return argument ? embeddedCall({ ...one.root, text, node: argument, comments }, owner) : embeddedAgain(text, one, owner);
}

/** A tree has one node of a kind with these ends. */
export function nodeAt(tree: SyntaxNode, kind: SyntaxNode['kind'], range: TextRange): SyntaxNode | undefined {
  if (!contains(tree.range, range)) return undefined;
  if (tree.kind === kind && contains(range, tree.range)) return tree;
  const holes = tree.kind === 'template' ? tree.parts.flatMap((part) => ('hole' in part ? part.hole : [])) : [];
  for (const child of [...childrenOf(tree), ...holes]) {
    const found = nodeAt(child, kind, range);
    if (found) return found;
  }
  return undefined;
}

/** Without the holes of templates, in which other things are documents. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'mapping') return node.entries.map(({ value }) => value);
  if (node.kind === 'sequence') return node.items;
  return node.kind === 'opaque' ? (node.call?.arguments ?? []) : [];
}
