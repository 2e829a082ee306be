import { entryOf, type MappingNode, type SyntaxNode } from '../syntax/tree';
import type { FactCollector } from './facts';
import { principalOf } from './groups';
import { literalString } from './text';

/**
 * A saved `gcloud identity groups memberships list`. It does not say whose members it lists: a setting, the file's name or a
 * `groupKey.id` in the items does, else it is ignored.
 */
export function membershipListFacts(collector: FactCollector, group: string | undefined): void {
  if (!/memberKey/i.test(collector.root.text)) return;
  const { node } = collector.root;
  if (node.kind !== 'sequence' || node.items.length === 0) return;
  const items = node.items.map(readItem);
  if (!items.every((item) => item !== undefined)) return;
  for (const { member, type, groupKey, at } of items) {
    const name = groupKey ?? group ?? emailInFileName(collector.uri);
    if (!name) continue;
    const principal = principalOf(member);
    const kind =
      type === 'GROUP' && principal.startsWith('unknown:') ? `group:${member}` : type === 'USER' ? `user:${member}` : principal;
    collector.add(
      'membership',
      name.replace(/^group:/, '').toLowerCase(),
      { member: kind, resource: undefined, complete: node.complete },
      at,
    );
  }
}

interface ListedMember {
  readonly member: string;
  readonly type: string | undefined;
  readonly groupKey: string | undefined;
  readonly at: SyntaxNode;
}

function readItem(item: SyntaxNode): ListedMember | undefined {
  if (item.kind !== 'mapping') return undefined;
  const member = keyId(item, 'preferredMemberKey') ?? keyId(item, 'memberKey');
  if (!member?.includes('@')) return undefined;
  const type = literalString(entryOf(item, 'type')?.value);
  return { member: member.toLowerCase(), type, groupKey: keyId(item, 'groupKey'), at: item };
}

function keyId(item: MappingNode, key: string): string | undefined {
  const value = entryOf(item, key)?.value;
  return value?.kind === 'mapping' ? literalString(entryOf(value, 'id')?.value) : undefined;
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
