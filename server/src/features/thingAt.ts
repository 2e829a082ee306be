import type { Words } from '../l10n/words';
import type { AccessLevel } from '../policies/gcp/accessLevel';
import type { AllowPolicy } from '../policies/gcp/allowPolicy';
import { type MemberKind, parseMember } from '../policies/gcp/member';
import type { Policy } from '../policies/policy';
import type { Root } from '../syntax/format';
import { contains, type TextRange } from '../text/range';
import type { TextValue } from '../workspace/text';

/** A part of a policy that a few words can be said about. */
export interface Thing {
  readonly word: keyof Words;
  /** In offsets of the root. */
  readonly range: TextRange;
}

/** The smallest such part that is written at `offset` of the root. */
export function thingAt(policies: readonly Policy[], root: Root, offset: number): Thing | undefined {
  const found: Thing[] = [];
  for (const policy of policies) {
    if (policy.place.outer !== root) continue;
    for (const { word, range } of thingsOf(policy)) {
      const outer = word && policy.place.toOuter(range);
      if (word && outer && contains(outer, { start: offset, end: offset })) found.push({ word, range: outer });
    }
  }
  return found.sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))[0];
}

/** Without a word where the text doesn't tell what the part is. */
interface Candidate {
  readonly word: keyof Words | undefined;
  readonly range: TextRange;
}

function* thingsOf(policy: Policy): Generator<Candidate> {
  if (isAllowPolicy(policy)) yield* grantees(policy);
  if (isAccessLevel(policy)) yield* partsOfLevel(policy);
}

function* grantees({ bindings }: AllowPolicy): Generator<Candidate> {
  for (const { members } of bindings) {
    if (members.state !== 'known') continue;
    for (const member of members.value.items) yield { word: memberWord(member.kind, member.text), range: member.node.range };
  }
}

function* partsOfLevel({ form, definition }: AccessLevel): Generator<Candidate> {
  if (definition.state !== 'known') return;
  const level = definition.value;
  if (level.kind === 'custom') {
    yield { word: 'levelCustom', range: level.anchor };
    return;
  }
  if (form === 'level') yield { word: 'levelBasic', range: level.anchor };
  for (const { fields, members } of level.conditions.items) {
    if (form === 'spec') yield* fields.map(({ entry }) => ({ word: 'levelSpec' as const, range: entry.keyRange }));
    if (members.state === 'known') yield* members.value.items.map(conditionMember);
  }
}

function conditionMember({ text, node }: TextValue): Candidate {
  return { word: text === undefined ? undefined : memberWord(parseMember(text).kind, text), range: node.range };
}

function memberWord(kind: MemberKind, text: string | undefined): keyof Words | undefined {
  if (kind === 'serviceAccount' && text && /:\d+-compute@developer\.gserviceaccount\.com$/i.test(text))
    return 'memberComputeDefault';
  if (kind === 'serviceAccount' && text && /@appspot\.gserviceaccount\.com$/i.test(text)) return 'memberAppEngineDefault';
  return words[kind];
}

const words: Readonly<Record<MemberKind, keyof Words | undefined>> = {
  user: 'memberUser',
  serviceAccount: 'memberServiceAccount',
  group: 'memberGroup',
  domain: 'memberDomain',
  allUsers: 'memberAllUsers',
  allAuthenticatedUsers: 'memberAllAuthenticatedUsers',
  principal: 'memberPrincipal',
  principalSet: 'memberPrincipalSet',
  convenience: 'memberConvenience',
  deleted: 'memberDeleted',
  invalid: undefined,
  unknown: undefined,
};

function isAllowPolicy(policy: Policy): policy is AllowPolicy {
  return 'kind' in policy && policy.kind === 'gcp.allowPolicy';
}

function isAccessLevel(policy: Policy): policy is AccessLevel {
  return 'kind' in policy && policy.kind === 'gcp.accessLevel';
}
