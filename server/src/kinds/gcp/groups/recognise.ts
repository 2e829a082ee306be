import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import type { Recognition, Where } from '../../kind';
import { flattenedMembership, membership } from './shape';

/** A membership in a document, told by the key of its member. */
export function recogniseMembership(node: SyntaxNode, { embedded, typedKey }: Where): Recognition | undefined {
  if (node.kind !== 'mapping' || embedded) return undefined;
  const key = (entryOf(node, 'preferredMemberKey') ?? entryOf(node, 'memberKey'))?.value;
  if (key?.kind !== 'mapping') return undefined;
  const sure = entryOf(key, 'id') !== undefined;
  const isOurs = sure || key.entries.every((entry) => entry.key === typedKey || entry.key === 'namespace');
  return isOurs ? { takes: 'object', shape: shapeOf(node), sure } : undefined;
}

/** Quick, for texts of any length. */
export function mayHoldMembership(text: string): boolean {
  return text.includes('MemberKey') || text.includes('memberKey');
}

function shapeOf(node: MappingNode) {
  return entryOf(node, 'roles')?.value.kind === 'mapping' ? flattenedMembership : membership;
}
