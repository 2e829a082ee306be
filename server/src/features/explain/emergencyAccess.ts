import {
  admitsNamedUsersOnly,
  mayBeExtended,
  requirementsOf,
  requiresIdentityLevel,
} from '../../kinds/gcp/access-level/conditions';
import type { AccessCondition, AccessLevel, BasicLevel } from '../../kinds/gcp/access-level/kind';
import { fill } from '../../l10n/localize';
import type { Words } from '../../l10n/words';
import type { Workspace } from '../../workspace/index/workspace';
import { nameInWords, nameOf } from './named';

/** Whether somebody gets in when the conditions fail, as far as the text tells; one sentence at least. */
export function emergencySentences(level: AccessLevel, words: Words, workspace: Workspace): readonly string[] {
  const { definition } = level;
  if (definition.state !== 'known') return [words.explainEmergencyUnknown];
  if (definition.value.kind === 'custom') return [words.explainEmergencyCustom];
  const found = definition.value.conditions.items.flatMap((condition, index) =>
    wayIn(level, condition, index + 1, words, workspace),
  );
  return inBasic(level, definition.value, found, words, workspace);
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
  words: Words,
  workspace: Workspace,
): readonly WayIn[] {
  const number = String(position);
  const { members } = condition;
  if (admitsNamedUsersOnly(condition) === true && members.state === 'known') {
    const names = members.value.items.map((member) => nameInWords(nameOf(level, member), words));
    return [{ number, members: names.join(', ') }];
  }
  const byLevel = requirementsOf(condition).length > 0 && requiresIdentityLevel(condition, level, workspace);
  return byLevel ? [{ number, members: undefined }] : [];
}

function inBasic(
  level: AccessLevel,
  { conditions, combiningFunction }: BasicLevel,
  waysIn: readonly WayIn[],
  words: Words,
  workspace: Workspace,
): readonly string[] {
  const { items } = conditions;
  const isAll = conditions.complete && (level.form === 'spec' || !mayBeExtended(level, workspace));
  if (waysIn.length === 0) {
    const mayBe = !isAll || items.length === 0 || items.some(mayAdmitNamedUsers);
    return [mayBe ? words.explainEmergencyUnknown : words.explainEmergencyNone];
  }
  const asksOnlyToBeNamed = isAll && waysIn.length === items.length && waysIn.every(({ members }) => members !== undefined);
  if (asksOnlyToBeNamed) return [words.explainEmergencyOnly];
  const joined = level.form === 'level' ? combiningFunction : 'unknown';
  return waysIn.map(({ number, members }) => {
    const sentence = members === undefined ? levelWords[joined] : memberWords[joined];
    return fill(words[sentence], { number, members: members ?? '' });
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
  OR: 'explainEmergencyAlone',
  AND: 'explainEmergencyAnded',
  unknown: 'explainEmergencyIfOr',
} as const satisfies Readonly<Record<BasicLevel['combiningFunction'], keyof Words>>;

const levelWords = {
  OR: 'explainEmergencyByLevel',
  AND: 'explainEmergencyAnded',
  unknown: 'explainEmergencyIfOr',
} as const satisfies Readonly<Record<BasicLevel['combiningFunction'], keyof Words>>;
