import { parseIpRange } from '../../catalog/ipRange';
import type { FactOf } from '../../workspace/facts';
import type { Workspace } from '../../workspace/workspace';
import type { AccessCondition, AccessLevel, ConditionField } from './accessLevel';

/** Whether everybody meets the condition, for all that the text surely tells. */
export function asksNothing(condition: AccessCondition): boolean {
  const { fields, complete, negate } = condition;
  if (!complete || negate.state === 'unknown' || (negate.state === 'known' && negate.value)) return false;
  return fields.every((field) => field.requires === false || isAnyAddress(field, condition));
}

/** Whether the text surely asks for something that not everybody has. */
export function asksSomething(condition: AccessCondition): boolean {
  return requirementsOf(condition).some((field) => field.requires === true && !isAnyAddress(field, condition));
}

/** The fields that ask for something, without what only turns their meaning round. */
export function requirementsOf({ fields }: AccessCondition): readonly ConditionField[] {
  return fields.filter(({ name, requires }) => name !== 'negate' && requires !== false);
}

/** The address ranges of the condition that hold every address there is. */
export function anyAddresses({ ipSubnetworks }: AccessCondition) {
  const items = ipSubnetworks.state === 'known' ? ipSubnetworks.value.items : [];
  return items.filter(({ text }) => text !== undefined && parseIpRange(text)?.length === 0);
}

/** Whether these conditions may not be all: others are added elsewhere, or may be in files that aren't read yet. */
export function mayBeExtended({ form, factNames, place }: AccessLevel, workspace: Workspace): boolean {
  if (form !== 'level') return true;
  if (!place.resource) return false;
  return !workspace.complete || otherConditions({ factNames }, workspace).length > 0;
}

/** The resources that add conditions to the level, as far as the workspace is read. */
export function otherConditions(
  { factNames }: Pick<AccessLevel, 'factNames'>,
  workspace: Workspace,
): readonly FactOf<'levelCondition'>[] {
  return factNames.flatMap((name) => workspace.find('levelCondition', name));
}

/** Whether the condition asks for nothing but being one of those it names. */
export function admitsNamedUsersOnly({ fields, complete, members }: AccessCondition): boolean | 'unknown' {
  if (fields.some(({ name, requires }) => name !== 'members' && name !== 'negate' && requires === true)) return false;
  if (fields.some(({ name }) => name === 'negate')) return 'unknown';
  if (!complete || members.state === 'unknown' || fields.some(({ requires }) => requires === 'unknown')) return 'unknown';
  return members.state === 'known' && members.value.items.length > 0;
}

/** Whether the condition asks for nothing but levels that the workspace knows, by their ids, to admit named users alone. */
export function requiresIdentityLevel({ fields, complete }: AccessCondition, workspace: Workspace): boolean {
  const [only, ...more] = fields;
  if (!complete || only?.name !== 'requiredAccessLevels' || more.length > 0 || only.entry.value.kind !== 'sequence') return false;
  return only.entry.value.items.every((item) => {
    if (item.kind === 'reference') return isIdentityLevel(String(item.path[1]), workspace);
    return item.kind === 'scalar' && isIdentityLevel(String(item.value).replace(/^.*\//, ''), workspace);
  });
}

/** By the level's id. */
export function isIdentityLevel(id: string, workspace: Workspace): boolean {
  return workspace.find('identityLevel', id).length > 0;
}

function isAnyAddress({ name }: ConditionField, condition: AccessCondition): boolean {
  return name === 'ipSubnetworks' && anyAddresses(condition).length > 0;
}
