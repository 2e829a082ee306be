import { fill } from '../../../../text/fill';
import type { Workspace } from '../../../../workspace/index/workspace';
import { nameInWords, nameOf } from '../../../explaining/named';
import type { Speech } from '../../../speech';
import { admitsNamedUsersOnly, mayBeExtended, requirementsOf } from '../conditions/conditions';
import { requiresIdentityLevel } from '../conditions/emergencyAccess';
import type { AccessCondition, AccessLevel, BasicLevel } from '../policy';
import { words } from '../words';

/** Whether somebody gets in when the conditions fail, as far as the text tells; one sentence at least. */
export function emergencySentences(level: AccessLevel, speech: Speech, workspace: Workspace): readonly string[] {
  const { definition } = level;
  if (definition.state !== 'known') return [speech.words(words).explain.emergencyUnknown];
  if (definition.value.kind === 'custom') return [speech.words(words).explain.emergencyCustom];
  const found = definition.value.conditions.items.flatMap((condition, index) =>
    wayIn(level, condition, index + 1, speech, workspace),
  );
  return inBasic(level, definition.value, found, speech, workspace);
}

/** A condition that asks for nothing but to be somebody. */
interface WayIn {
  readonly number: string;
  /** In Markdown; undefined where another level names them. */
  readonly members: string | undefined;
}

function wayIn(
  level: AccessLevel,
  condition: AccessCondition,
  position: number,
  speech: Speech,
  workspace: Workspace,
): readonly WayIn[] {
  const number = String(position);
  const { members } = condition;
  if (admitsNamedUsersOnly(condition) === true && members.state === 'known') {
    const names = members.value.items.map((member) => nameInWords(nameOf(level, member), speech));
    return [{ number, members: names.join(', ') }];
  }
  const byLevel = requirementsOf(condition).length > 0 && requiresIdentityLevel(condition, level, workspace);
  return byLevel ? [{ number, members: undefined }] : [];
}

function inBasic(
  level: AccessLevel,
  { conditions, combiningFunction }: BasicLevel,
  waysIn: readonly WayIn[],
  speech: Speech,
  workspace: Workspace,
): readonly string[] {
  const { items } = conditions;
  const isAll = conditions.complete && (level.form === 'spec' || !mayBeExtended(level, workspace));
  if (waysIn.length === 0) {
    const mayBe = !isAll || items.length === 0 || items.some(mayAdmitNamedUsers);
    return [mayBe ? speech.words(words).explain.emergencyUnknown : speech.words(words).explain.emergencyNone];
  }
  const asksOnlyToBeNamed = isAll && waysIn.length === items.length && waysIn.every(({ members }) => members !== undefined);
  if (asksOnlyToBeNamed) return [speech.words(words).explain.emergencyOnly];
  const joined = level.form === 'level' ? combiningFunction : 'unknown';
  return waysIn.map(({ number, members }) => {
    const sentence = members === undefined ? levelWords[joined] : memberWords[joined];
    return fill(speech.words(words).explain[sentence], { number, members: members ?? '' });
  });
}

/** What a level that stands elsewhere admits isn't told here. */
function mayAdmitNamedUsers(condition: AccessCondition): boolean {
  const asked = requirementsOf(condition);
  return (
    admitsNamedUsersOnly(condition) !== false || (asked.length > 0 && asked.every(({ name }) => name === 'requiredAccessLevels'))
  );
}

const memberWords = {
  OR: 'emergencyAlone',
  AND: 'emergencyAnded',
  unknown: 'emergencyIfOr',
} as const satisfies Readonly<Record<BasicLevel['combiningFunction'], string>>;

const levelWords = {
  OR: 'emergencyByLevel',
  AND: 'emergencyAnded',
  unknown: 'emergencyIfOr',
} as const satisfies Readonly<Record<BasicLevel['combiningFunction'], string>>;
