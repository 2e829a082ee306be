import type { Workspace } from '../../../../workspace/index/workspace';
import { levelOfPolicy } from '../facts/names';
import type { AccessCondition, AccessLevel } from '../policy';
import { type Admission, type AdmittedMember, admissionOf } from './admission';
import { admitsNamedUsersOnly, levelsById, requiredAlone } from './conditions';

/** Who is to get in when all else fails; anybody who is named, where nobody has told. */
export type Wished = readonly string[];

/** Whether meeting the condition takes no more than being a user who is wished for. */
export function exempts(
  condition: AccessCondition,
  level: AccessLevel,
  wished: Wished,
  workspace: Workspace,
): boolean | 'unknown' {
  const required = requiredAdmissions(condition, level, workspace);
  if (required?.every((admission) => admission !== undefined)) return allAdmit(required, wished);
  const alone = admitsNamedUsersOnly(condition);
  if (alone !== true || condition.members.state !== 'known') return alone;
  return amongNamed(condition.members.value.items, condition.members.value.complete, wished);
}

/** Whether the condition asks for nothing but levels that the workspace knows to admit named users alone. */
export function requiresIdentityLevel(condition: AccessCondition, level: AccessLevel, workspace: Workspace): boolean {
  return requiredAdmissions(condition, level, workspace)?.every((admission) => admission?.only === true) ?? false;
}

/** Whether the level `id` of the same access policy lets in a user who is wished for by name alone. */
export function admittedByLevel(id: string, level: AccessLevel, wished: Wished, workspace: Workspace): boolean | 'unknown' {
  const admission = admissionById(id, level, workspace);
  return admission ? allAdmit([admission], wished) : 'unknown';
}

/** Whether the level `id` is one of the same access policy that lets in users who are wished for, and surely nobody else. */
export function isEmergencyLevel(id: string, level: AccessLevel, wished: Wished, workspace: Workspace): boolean {
  if (levelsById(id, level.policy, workspace).length !== 1) return false;
  const admission = admissionById(id, level, workspace);
  if (!admission?.only || !admission.each) return false;
  return admission.members.every((member) => isWished(member, wished) === true && member.prefix.startsWith('user:'));
}

function admissionById(id: string, { policy, place }: AccessLevel, workspace: Workspace): Admission | undefined {
  return policy === undefined ? undefined : admissionOf(levelOfPolicy(policy, id), workspace, place.resource?.folder);
}

function requiredAdmissions(
  condition: AccessCondition,
  level: AccessLevel,
  workspace: Workspace,
): readonly (Admission | undefined)[] | undefined {
  const names = requiredAlone(condition, level, workspace);
  return names?.map((name) => (name === undefined ? undefined : admissionOf(name, workspace, level.place.resource?.folder)));
}

function allAdmit(required: readonly (Admission | undefined)[], wished: Wished): boolean | 'unknown' {
  const told = required.map((admission) => {
    if (!admission) return 'unknown';
    const admits = amongNamed(admission.members, admission.complete, wished);
    return admits === true && !admission.each ? 'unknown' : admits;
  });
  if (told.includes(false)) return false;
  // Each of several levels may let in somebody else.
  return told.length === 1 && told[0] === true ? true : 'unknown';
}

function amongNamed(members: readonly AdmittedMember[], complete: boolean, wished: Wished): boolean | 'unknown' {
  const told = members.map((member) => isWished(member, wished));
  if (told.includes(true)) return true;
  return complete && !told.includes('unknown') ? false : 'unknown';
}

function isWished({ text, prefix }: AdmittedMember, wished: Wished): boolean | 'unknown' {
  if (wished.length === 0) {
    if ((text ?? prefix).startsWith('user:')) return true;
    return text !== undefined || prefix.startsWith('serviceAccount:') ? false : 'unknown';
  }
  if (text !== undefined) return wished.includes(text);
  return prefix.startsWith('serviceAccount:') ? false : 'unknown';
}
