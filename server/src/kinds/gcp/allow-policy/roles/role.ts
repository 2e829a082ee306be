import { expression, type TreeEdit } from '../../../../syntax/treeEdit';
import type { Workspace } from '../../../../workspace/index/workspace';
import { replaceableNode, type TextValue } from '../../../../workspace/terraform/names/text';
import { folderOf } from '../../../../workspace/terraform/resources';
import { isEmbedded } from '../../../reading/roots';
import type { PolicyHeader, RoleText } from '../policy';
import { customRoleTypes } from './customRoles';

/** The custom role of the policy's own module whose `role_id` the text is. */
export function customRoleOf(
  roleId: string,
  { place }: PolicyHeader,
  workspace: Workspace,
): { readonly address: string } | undefined {
  if (!place.resource) return undefined;
  const [made, ...more] = workspace.find('customRole', `${folderOf(place.uri)}#${roleId}`);
  return more.length === 0 ? made?.value : undefined;
}

/** Whether the text is the `role_id` of a custom role that Terraform knows, alone or behind a prefix. */
export function isCustomRoleId({ reference }: TextValue): boolean {
  return reference?.attribute === 'role_id' && customRoleTypes.has(reference.type);
}

/** What a change takes, or why it isn't safe. The reasons are those of `rules/refusals.ts`. */
export type RoleChange = { readonly edits: readonly TreeEdit[] } | { readonly refused: 'notLiteral' | 'computed' | 'repeated' };

/** Writes another role in the place of one that is a plain string, for whatever count and for_each make of the resource. */
export function replaceRole(role: RoleText, by: string): RoleChange {
  if (role.keyOf) return { edits: [{ kind: 'rename', entry: role.keyOf, to: by }] };
  const node = replaceableNode(role);
  if (node) return { edits: [{ kind: 'replace', node, by }] };
  return { refused: role.literal ? 'computed' : 'notLiteral' };
}

/** Writes the full name of a custom role of the module, as Terraform knows it. */
export function referToCustomRole({ place }: PolicyHeader, role: TextValue, address: string): RoleChange {
  if (place.resource?.repeated) return { refused: 'repeated' };
  if (!role.literal) return { refused: 'notLiteral' };
  // Inside a document that Terraform encodes or quotes an expression has no place of its own.
  if (isEmbedded(place)) return { refused: 'computed' };
  return { edits: [{ kind: 'replace', node: role.node, by: expression(`${address}.name`) }] };
}
