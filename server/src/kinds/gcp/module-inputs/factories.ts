import type { Root } from '../../../syntax/format';
import { type Entry, entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import { documentScope } from '../../../workspace/terraform/names/scope';
import { literalString } from '../../../workspace/terraform/names/text';
import type { Surroundings } from '../../kind';
import { mappingsIn } from '../../reading/descend';
import { isForeign } from '../../reading/roots';
import type { AllowPolicy } from '../allow-policy/policy';
import { parseMember } from '../members/written';
import { type GrantForm, grantsIn } from './grantForms';
import { handedOver } from './handedOver';
import { fabricForms } from './table';

/** A key that every file has which is read here. */
export const factoryKeys = /\biam(?:_\w+)?["']?\s*:/;

/** What the YAML files grant that factories of Cloud Foundation Fabric make projects, folders and what is in them of. */
export function grantsOfFactories(root: Root, { uri, workspace }: Surroundings): readonly AllowPolicy[] {
  if (root.format.name !== 'yaml' || !factoryKeys.test(root.text) || isForeign(root.node)) return [];
  const scope = documentScope(root, workspace);
  return [...mappingsIn(root.node, isForeign)].flatMap((holder) =>
    holder.entries.flatMap((entry) => {
      const form = fabricForms.get(entry.key);
      if (!form || !isFabricInput(entry, form)) return [];
      return grantsIn(entry, form, scope, holder).map((binding) => handedOver(binding, undefined, root, uri));
    }),
  );
}

/**
 * Whether a value is surely what Fabric takes under the key. Others have an `iam`, too: there a role and a member must be among what it holds;
 * under the longer keys one of them will do.
 */
export function isFabricInput({ key, value }: Entry, form: GrantForm): boolean {
  const entries = value.kind === 'mapping' ? value.entries : [];
  if (form === 'bindings') return entries.some((entry) => entry.value.kind === 'mapping' && isBinding(entry.value));
  const isOurs = entries.every((entry) => entry.value.kind === 'sequence' || isEmpty(entry.value));
  const keys = entries.map((entry) => entry.key);
  const items = entries.flatMap((entry) => (entry.value.kind === 'sequence' ? entry.value.items.map(literalString) : []));
  const [roles, members] = form === 'membersByRole' ? [keys, items] : [items, keys];
  const [hasRole, hasMember] = [roles.some(isRole), members.some(isMember)];
  return isOurs && (key === 'iam' ? hasRole && hasMember : hasRole || hasMember);
}

function isBinding(node: MappingNode): boolean {
  const role = literalString(entryOf(node, 'role')?.value);
  const members = entryOf(node, 'members')?.value;
  const items = members?.kind === 'sequence' ? members.items : [entryOf(node, 'member')?.value];
  return isRole(role) || (role !== undefined && items.some((item) => isMember(literalString(item))));
}

function isEmpty(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** Whether a text is the name of a role, whatever follows. */
export function isRole(text: string | undefined): boolean {
  return text !== undefined && /^(?:(?:projects|organizations)\/[^/]+\/)?roles\/./.test(text);
}

function isMember(text: string | undefined): boolean {
  return text !== undefined && parseMember(text).kind !== 'invalid';
}
