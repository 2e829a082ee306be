import type { SequenceNode, SyntaxNode } from '../../../../syntax/tree';
import type { Value } from '../../../../syntax/treeEdit';
import type { Member } from '../../members/member';

/** The item of a list that is the member, or that holds it under a key; undefined where several may be meant. */
export function itemOf({ items }: SequenceNode, { node }: Member): SyntaxNode | undefined {
  const [item, ...more] = items.filter((one) => one === node || holds(one, node));
  return more.length === 0 ? item : undefined;
}

/** Texts as items of a list in which `item` stands for `member`. */
export function writtenLike(item: SyntaxNode, { node }: Member, values: readonly Value[]): readonly Value[] {
  return item === node ? values : values.map((member) => ({ member }));
}

function holds(item: SyntaxNode, node: SyntaxNode): boolean {
  return item.kind === 'mapping' && item.entries.some(({ value }) => value === node);
}
