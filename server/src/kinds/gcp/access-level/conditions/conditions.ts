import { parseIpRange } from '../../../../catalog/ipRange';
import type { SyntaxNode } from '../../../../syntax/tree';
import type { FactOf, ResourceName } from '../../../../workspace/index/facts';
import type { Workspace } from '../../../../workspace/index/workspace';
import { moduleScope } from '../../../../workspace/terraform/names/scope';
import { textOf } from '../../../../workspace/terraform/names/text';
import { folderOf } from '../../../../workspace/terraform/resources';
import { fabricIds } from '../fabric';
import type { LevelFact } from '../facts/levels';
import { samePolicy } from '../facts/levels';
import { levelOfPolicy, usedLevelNames } from '../facts/names';
import type { AccessCondition, AccessLevel, ConditionField } from '../policy';
import { addedConditions } from './addedConditions';

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

/** Whether the ranges that hold every address hold those of one version of the protocol alone, so that the other version is kept out. */
export function keepsOutVersion(condition: AccessCondition): boolean {
  const versions = anyAddresses(condition).map(({ text }) => parseIpRange(text ?? '')?.version);
  return new Set(versions).size === 1;
}

/** Whether these conditions may not be all: others are added elsewhere, or may be in files that aren't read yet. */
export function mayBeExtended({ form, factNames, place }: AccessLevel, workspace: Workspace): boolean {
  if (form !== 'level') return true;
  if (!place.resource) return false;
  return !workspace.complete || otherConditions({ factNames }, workspace).length > 0;
}

/** The resources that add conditions to the level or may do so, as far as the workspace is read. */
export function otherConditions({ factNames }: Pick<AccessLevel, 'factNames'>, workspace: Workspace): readonly ResourceName[] {
  return addedConditions(factNames, workspace);
}

/** Whether the condition asks for nothing but being one of those it names. */
export function admitsNamedUsersOnly({ fields, complete, members }: AccessCondition): boolean | 'unknown' {
  if (fields.some(({ name, requires }) => name !== 'members' && name !== 'negate' && requires === true)) return false;
  if (fields.some(({ name }) => name === 'negate')) return 'unknown';
  if (!complete || members.state === 'unknown' || fields.some(({ requires }) => requires === 'unknown')) return 'unknown';
  return members.state === 'known' && members.value.items.length > 0;
}

/** The names of the levels that the condition asks for, as far as they are told, when it asks for nothing else; undefined otherwise. */
export function requiredAlone(
  { fields, complete }: AccessCondition,
  level: AccessLevel,
  workspace: Workspace,
): readonly (string | undefined)[] | undefined {
  const [only, ...more] = fields;
  if (!complete || only?.name !== 'requiredAccessLevels' || more.length > 0 || only.entry.value.kind !== 'sequence')
    return undefined;
  return only.entry.value.items.map((item) => requiredName(item, level, workspace));
}

/** The name of a required level; a factory's file gives its id. Undefined where the text doesn't tell. */
export function requiredName(item: SyntaxNode, { place, policy }: AccessLevel, workspace: Workspace): string | undefined {
  const [factoryId] = fabricIds([item]);
  if (factoryId !== undefined) return policy === undefined ? undefined : levelOfPolicy(policy, factoryId);
  const folder = folderOf(place.uri);
  return usedLevelNames(textOf(item, moduleScope(folder, workspace, place.root, place.uri)), folder)[0];
}

/** The id of the level that is all an expression asks for. */
export function levelAlone(expression: string): string | undefined {
  return /^\(*\s*levels\.(\w+)\s*\)*$/.exec(expression)?.[1];
}

/** The levels of this id that surely belong to the access policy, which there should be one of. */
export function levelsById(id: string, policy: string | undefined, workspace: Workspace): readonly LevelFact[] {
  const found = workspace.find('level', id).map(({ value }) => value);
  return found.filter((level) => samePolicy(level.policy, policy) === true);
}

/** Who asks for the level, but for levels that surely belong to another access policy. */
export function usesOf({ factNames, policy }: AccessLevel, workspace: Workspace): readonly FactOf<'levelUse'>[] {
  const found = factNames.flatMap((name) => workspace.find('levelUse', name));
  return found.filter(({ value }) => samePolicy(value.policy, policy) !== false);
}

function isAnyAddress({ name }: ConditionField, condition: AccessCondition): boolean {
  return name === 'ipSubnetworks' && anyAddresses(condition).length > 0;
}
