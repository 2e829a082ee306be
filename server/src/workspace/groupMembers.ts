import type { Place } from './facts';
import type { Workspace } from './workspace';

/** Who a group is: its address, the resource that makes it, or both. */
export interface GroupIdentity {
  /** Lower case. */
  readonly email: string | undefined;
  readonly resource: { readonly folder: string; readonly address: string } | undefined;
}

export interface GroupMember {
  readonly kind: 'serviceAccount' | 'other';
  /** The member's address, lower case. */
  readonly email: string | undefined;
  readonly resource: { readonly folder: string; readonly address: string } | undefined;
  readonly at: Place;
}

export interface GroupMembers {
  readonly members: readonly GroupMember[];
  /** Whether these are all, nested groups followed. */
  readonly complete: boolean;
}

/** Who is in a group as far as the workspace tells, members of nested groups included. */
export function membersOfGroup(group: GroupIdentity, workspace: Workspace): GroupMembers {
  const seen = new Set<string>();
  const members: GroupMember[] = [];
  const complete = collect(group, workspace, members, seen);
  return { members: withoutRepeats(members), complete };
}

function collect(group: GroupIdentity, workspace: Workspace, members: GroupMember[], seen: Set<string>): boolean {
  const names = namesOf(group, workspace).filter((name) => !seen.has(name));
  for (const name of names) seen.add(name);
  const facts = names.flatMap((name) => workspace.find('membership', name));
  let complete = facts.some(({ value }) => value.complete);
  for (const { value, at } of facts) {
    const colon = value.member?.indexOf(':') ?? -1;
    const kind = value.member?.slice(0, colon);
    const email = value.member?.slice(colon + 1);
    const nested: GroupIdentity = { email, resource: value.resource };
    if (kind === 'serviceAccount' || value.resource?.address.startsWith('google_service_account.')) {
      members.push({ kind: 'serviceAccount', email, resource: value.resource, at });
    } else if (isKnownGroup(nested, workspace)) {
      complete = collect(nested, workspace, members, seen) && complete;
    } else {
      // A group of which nothing is known may hold anybody.
      if (kind === 'group') complete = false;
      members.push({ kind: 'other', email, resource: value.resource, at });
    }
  }
  return complete;
}

function isKnownGroup(group: GroupIdentity, workspace: Workspace): boolean {
  return namesOf(group, workspace).some((name) => name.includes('#') || workspace.find('membership', name).length > 0);
}

/** Every name under which memberships of the group may be recorded. */
function namesOf({ email, resource }: GroupIdentity, workspace: Workspace): readonly string[] {
  const names = new Set<string>();
  const addEmail = (address: string) => {
    names.add(address);
    for (const { value } of workspace.find('group', address)) names.add(`${value.folder}#${value.address}`);
  };
  if (email) addEmail(email);
  if (resource) {
    const name = `${resource.folder}#${resource.address}`;
    names.add(name);
    for (const { value } of workspace.find('groupAddress', name)) addEmail(value.email);
  }
  return [...names];
}

function withoutRepeats(members: readonly GroupMember[]): readonly GroupMember[] {
  const byName = new Map<string, GroupMember>();
  for (const member of members) {
    const name = member.email ?? `${member.resource?.folder}#${member.resource?.address}`;
    if (!byName.has(name)) byName.set(name, member);
  }
  return [...byName.values()];
}
