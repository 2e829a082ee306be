import type { Workspace } from '../../../workspace/index/workspace';
import { admitsNamedUsersOnly, levelsById, requiredAlone } from './conditions';
import type { AdmittedMember, LevelFact } from './facts/levels';
import type { AccessCondition, AccessLevel } from './policy';

/** Who is to get in when all else fails; anybody who is named, where nobody has told. */
export type Wished = readonly string[];

/** Whether meeting the condition takes no more than being a user who is wished for. */
export function exempts(
  condition: AccessCondition,
  level: AccessLevel,
  wished: Wished,
  workspace: Workspace,
): boolean | 'unknown' {
  const required = requiredAlone(condition, level, workspace);
  if (required?.every((facts) => facts.length > 0)) return allAdmit(required, wished, workspace);
  const alone = admitsNamedUsersOnly(condition);
  if (alone !== true || condition.members.state !== 'known') return alone;
  return amongNamed(condition.members.value.items, condition.members.value.complete, wished);
}

/** Whether the level `id` of the same access policy lets in a user who is wished for by name alone. */
export function admittedByLevel(id: string, level: AccessLevel, wished: Wished, workspace: Workspace): boolean | 'unknown' {
  const facts = levelsById(id, level.policy, workspace);
  return facts.length === 0 ? 'unknown' : allAdmit([facts], wished, workspace);
}

/** Whether the level `id` is one of the same access policy that lets in users who are wished for, and surely nobody else. */
export function isEmergencyLevel(id: string, level: AccessLevel, wished: Wished, workspace: Workspace): boolean {
  const [fact, ...more] = levelsById(id, level.policy, workspace);
  if (!fact?.only || more.length > 0 || isExtended(fact, workspace)) return false;
  return fact.members.every((member) => isWished(member, wished) === true && member.prefix.startsWith('user:'));
}

function allAdmit(required: readonly (readonly LevelFact[])[], wished: Wished, workspace: Workspace): boolean | 'unknown' {
  const told = required.flat().map((fact) => {
    const admits = amongNamed(fact.members, fact.complete, wished);
    return admits === false && isExtended(fact, workspace) ? 'unknown' : admits;
  });
  if (told.includes(false)) return false;
  // Each of several levels may let in somebody else.
  return told.length === 1 && told[0] === true ? true : 'unknown';
}

function isExtended({ names }: LevelFact, workspace: Workspace): boolean {
  return names.some((name) => workspace.find('levelCondition', name).length > 0);
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
