import { entryOf, type MappingNode } from '../../../syntax/tree';
import type { TextRange } from '../../../text/range';
import { type ScopedBlock, scopedBlocks } from '../../../workspace/terraform/names/instances';
import type { Scope } from '../../../workspace/terraform/names/scope';
import { textField } from '../../reading/values';
import type { EntryRemoval } from '../allow-policy/policy';
import { type Member, readMember } from '../members/member';
import { type Entry, roleIn } from './entry';
import { dataset } from './families';
import { memberOf } from './member';

/** The `access` blocks of a dataset. Views and routines are let in by blocks without a member. */
export function accessBlocks(body: MappingNode, scope: Scope): readonly Entry[] {
  return scopedBlocks(body, 'access', scope).flatMap((block) =>
    datasetEntry(block.node, block.node.header?.range ?? block.node.range, block.scope, removalOf(block, body)),
  );
}

/** What a block or a resource lets in; nothing where the text doesn't tell of whom it is. */
export function datasetEntry(node: MappingNode, anchor: TextRange, scope: Scope, removal: EntryRemoval): readonly Entry[] {
  const member = memberIn(node, scope);
  return member ? [{ node, anchor, scope, member, role: roleIn(textField(node, 'role', scope), dataset), removal }] : [];
}

/** Of arguments that modules pass through, all but one are null. */
function memberIn(node: MappingNode, scope: Scope): Member | undefined {
  const iamMember = textField(node, 'iam_member', scope);
  if (iamMember.state === 'known') return readMember(iamMember.value.node, scope);
  for (const [key, prefix] of addresses) {
    const field = textField(node, key, scope);
    if (field.state === 'known' && field.value.text !== '') return memberOf(prefix, field.value);
  }
  // Its other words are the project's own people.
  const group = textField(node, 'special_group', scope);
  if (group.state !== 'known' || group.value.text !== 'allAuthenticatedUsers') return undefined;
  return readMember(group.value.node, scope);
}

const addresses = [
  ['user_by_email', 'user'],
  ['group_by_email', 'group'],
  ['domain', 'domain'],
] as const;

function removalOf({ node }: ScopedBlock, body: MappingNode): EntryRemoval {
  const list = entryOf(body, 'access')?.value;
  if (node.header?.type === 'dynamic') return { refused: 'computed' };
  return list?.kind === 'sequence' && list.editable ? { from: list, item: node } : { refused: 'sharedText' };
}
