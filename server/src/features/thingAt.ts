import { accountKind } from '../catalog/google/accountKind';
import { type AccessLevel, isAccessLevel } from '../kinds/gcp/access-level/kind';
import { type AllowPolicy, isAllowPolicy } from '../kinds/gcp/allow-policy/kind';
import type { IamResourcePolicy } from '../kinds/gcp/iam-resource/kind';
import { memberAccount } from '../kinds/gcp/members/account';
import type { Member } from '../kinds/gcp/members/member';
import { parseMember } from '../kinds/gcp/members/written';
import type { Policy } from '../kinds/kind';
import type { Locale } from '../l10n/localize';
import type { Words } from '../l10n/words';
import type { PlacedPolicy } from '../lint/readings';
import type { MessageArguments } from '../rules/rule';
import { contains, shift, type TextRange } from '../text/range';
import type { TextValue } from '../workspace/terraform/text';
import { allowPolicyThings, iamResourceThings } from './allowPolicyThings';
import { levelThings } from './levelThings';
import { memberTopic } from './memberTopic';

/** A part of a policy that a few words can be said about. */
export interface Thing {
  readonly topic: Topic;
  /** In offsets of the file. */
  readonly range: TextRange;
}

/** What is to be said of it: words of the engine, or what a role lets its holder do. */
export type Topic = WordTopic | { readonly role: string };

export interface WordTopic {
  readonly word: keyof Words;
  /** Said after it. */
  readonly also?: keyof Words;
  /** What the placeholders of the words stand for. */
  readonly arguments?: (locale: Locale) => MessageArguments;
}

/** The smallest such part that is written at `at` of the file. */
export function thingAt(policies: readonly PlacedPolicy[], at: number): Thing | undefined {
  const found: Thing[] = [];
  for (const { policy, offset } of policies) {
    const placed = { start: at - offset, end: at - offset };
    const mayHold = (range: TextRange) => {
      const outer = policy.place.toOuter(range);
      return !outer || contains(outer, placed);
    };
    for (const { topic, range } of thingsOf(policy, mayHold)) {
      const outer = topic && policy.place.toOuter(range);
      if (topic && outer && contains(outer, placed)) found.push({ topic, range: shift(outer, offset) });
    }
  }
  return found.sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))[0];
}

/** Without a topic where the text doesn't tell what the part is. */
interface Candidate {
  readonly topic: Topic | undefined;
  readonly range: TextRange;
}

/** A policy may be long; what surely doesn't hold the place needs no words. */
export type MayHold = (range: TextRange) => boolean;

function* thingsOf(policy: Policy, mayHold: MayHold): Generator<Candidate> {
  if (isAllowPolicy(policy)) yield* partsOfPolicy(policy, mayHold);
  if (isIamResource(policy)) yield* partsOfResource(policy);
  if (isAccessLevel(policy) && (policy.place.resource || mayHold(policy.node.range))) yield* partsOfLevel(policy);
}

function* partsOfPolicy(policy: AllowPolicy, mayHold: MayHold): Generator<Candidate> {
  for (const { range, ...topic } of allowPolicyThings(policy, mayHold)) yield { topic, range };
  for (const { node, role, members } of policy.bindings) {
    if (policy.form === 'document' && !mayHold(node.range)) continue;
    if (role.state === 'known' && role.value.text) yield { topic: { role: role.value.text }, range: role.value.node.range };
    if (members.state === 'known') yield* members.value.items.map(memberCandidate);
  }
  for (const { items } of policy.exemptedMembers) yield* items.map(memberCandidate);
}

function* partsOfResource(policy: IamResourcePolicy): Generator<Candidate> {
  for (const { range, ...topic } of iamResourceThings(policy)) yield { topic, range };
  for (const { items } of policy.exemptedMembers) yield* items.map(memberCandidate);
}

function memberCandidate(member: Member): Candidate {
  return { topic: memberTopic(member, member.kind, memberAccount(member)), range: member.node.range };
}

function* partsOfLevel(policy: AccessLevel): Generator<Candidate> {
  const { form, definition } = policy;
  for (const { range, ...topic } of levelThings(policy)) yield { topic, range };
  if (definition.state !== 'known') return;
  const level = definition.value;
  if (level.kind === 'custom') {
    yield { topic: { word: 'levelCustom' }, range: level.anchor };
    return;
  }
  if (form === 'level') yield { topic: { word: 'levelBasic' }, range: level.anchor };
  for (const { members } of level.conditions.items) {
    if (members.state === 'known') yield* members.value.items.map(conditionMember);
  }
}

function conditionMember(value: TextValue): Candidate {
  const { text, node } = value;
  const { kind, id = '' } = parseMember(text ?? '');
  return { topic: text === undefined ? undefined : memberTopic(value, kind, accountKind(id)), range: node.range };
}

function isIamResource(policy: Policy): policy is IamResourcePolicy {
  return 'kind' in policy && policy.kind === 'gcp.iamResource';
}
