import { parseIpRange } from '../../catalog/ipRange';
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
  return !workspace.complete || factNames.some((name) => workspace.find('levelCondition', name).length > 0);
}

function isAnyAddress({ name }: ConditionField, condition: AccessCondition): boolean {
  return name === 'ipSubnetworks' && anyAddresses(condition).length > 0;
}
