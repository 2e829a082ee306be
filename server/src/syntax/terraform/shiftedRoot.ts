import { shift } from '../../text/range';
import type { EmbeddedRoot, Root } from '../format';
import { shiftComment, shiftNode } from '../list/shiftNode';
import type { SyntaxNode } from '../tree';
import { embeddedInto, nodeAt } from './embeddedInto';

/** The same text of Terraform's with so many code units of nothing before it. Edits of what is embedded in it can't be told. */
export function shiftedRoot(root: Root, by: number): Root {
  if (by === 0) return root;
  const text = ' '.repeat(by) + root.text;
  const node = shiftNode(root.node, by);
  const comments = root.comments.map((comment) => shiftComment(comment, by));
  const shifted = { ...root, text, node, comments };
  return { ...shifted, embedded: root.embedded.flatMap((one) => shiftedInto(shifted, one, by) ?? []) };
}

function shiftedInto(root: Root, one: EmbeddedRoot, by: number): EmbeddedRoot | undefined {
  const range = shift(one.owner.range, by);
  if (root.format.name === 'terraform') return embeddedInto(root, one, range);
  const owner: SyntaxNode | undefined = nodeAt(root.node, one.owner.kind, range);
  const toOuter: EmbeddedRoot['toOuter'] = (inner) => {
    const outer = one.toOuter(inner);
    return outer && shift(outer, by);
  };
  return owner && { owner, root: one.root, toOuter, editOuter: () => undefined };
}
