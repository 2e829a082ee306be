import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import type { FactReader } from '../../../workspace/index/factReader';
import type { FactCollector } from '../../../workspace/index/facts';
import { literalString } from '../../../workspace/terraform/names/text';
import { isOfAnotherSystem, type MembershipFact, principalOf } from './facts';

/**
 * A saved `gcloud identity groups memberships list`. It does not say whose members it lists: a setting, the file's name or a
 * `groupKey.id` in the items does, else it is ignored.
 */
export const membershipListFacts: FactReader = {
  words: /memberKey/i,
  formats: ['json', 'yaml'],
  lists: true,
  root: (collector, { group }) => addMembers(collector, group),
};

function addMembers(collector: FactCollector, group: string | undefined): void {
  const { node } = collector.root;
  const given = group ?? emailInFileName(collector.uri);
  if (node.kind === 'mapping') addMember(node, given, collector);
  if (node.kind !== 'sequence' || node.items.length === 0) return;
  const items = node.items.map(readItem);
  if (!items.some(({ member }) => member !== undefined)) return;
  const names = new Set(items.flatMap(({ groupKey }) => groupKey ?? given ?? []).map(groupName));
  for (const item of items) {
    const name = item.groupKey ?? given;
    const fact = {
      member: principalIn(item),
      resource: undefined,
      lasting: item.lasting,
      complete: node.complete,
      by: undefined,
    };
    if (name !== undefined) collector.add('membership', groupName(name), fact, item.at);
    // Nothing tells whose member an item without a group is, so each in the list may have one more.
    else for (const one of names) collector.add('membership', one, { ...fact, member: undefined }, item.at);
  }
  // A syntax error may hide further items.
  if (node.complete) return;
  for (const name of names) collector.add('membership', name, unread, node);
}

/** One membership by itself, such as a further document of the file, lists nobody else. */
function addMember(node: MappingNode, given: string | undefined, collector: FactCollector): void {
  const item = readItem(node);
  const name = item.groupKey ?? given;
  if (name === undefined) return;
  collector.add('membership', groupName(name), { ...unread, member: principalIn(item), lasting: item.lasting }, node);
}

const unread: MembershipFact = { member: undefined, resource: undefined, lasting: true, complete: false, by: undefined };

interface ListedMember {
  /** Lower case; undefined where the item can't be read, which stands for somebody all the same. */
  readonly member: string | undefined;
  readonly type: string | undefined;
  readonly groupKey: string | undefined;
  readonly lasting: boolean;
  readonly at: SyntaxNode;
}

function readItem(item: SyntaxNode): ListedMember {
  if (item.kind !== 'mapping') return { member: undefined, type: undefined, groupKey: undefined, lasting: true, at: item };
  const member = keyId(item, 'preferredMemberKey') ?? keyId(item, 'memberKey');
  const group = entryOf(item, 'groupKey')?.value;
  const isOfOurs = group?.kind !== 'mapping' || !isOfAnotherSystem(group);
  return {
    member: isOfOurs && member?.includes('@') ? member.toLowerCase() : undefined,
    type: literalString(entryOf(item, 'type')?.value),
    groupKey: keyId(item, 'groupKey'),
    lasting: lastsForGood(item),
    at: item,
  };
}

function principalIn({ member, type }: ListedMember): string | undefined {
  if (member === undefined) return undefined;
  const principal = principalOf(member);
  if (type === 'GROUP' && principal.startsWith('unknown:')) return `group:${member}`;
  return type === 'USER' ? `user:${member}` : principal;
}

function groupName(name: string): string {
  return name.replace(/^group:/, '').toLowerCase();
}

/** A role in the group may end on a day (`expiryDetail.expireTime`). */
function lastsForGood(item: MappingNode): boolean {
  const roles = entryOf(item, 'roles')?.value;
  if (!roles) return true;
  if (roles.kind !== 'sequence' || !roles.complete) return false;
  return roles.items.every((role) => role.kind === 'mapping' && role.complete && !entryOf(role, 'expiryDetail'));
}

function keyId(item: MappingNode, key: string): string | undefined {
  const value = entryOf(item, key)?.value;
  return value?.kind === 'mapping' && !isOfAnotherSystem(value) ? literalString(entryOf(value, 'id')?.value) : undefined;
}

/** `robots@example.com.json` lists the members of `robots@example.com`. */
function emailInFileName(uri: string): string | undefined {
  const name = decode(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.(json|ya?ml)$/i, '');
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name) ? name : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
