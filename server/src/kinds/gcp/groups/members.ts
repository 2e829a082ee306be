import type { Place, ResourceName } from '../../../workspace/index/facts';
import type { Workspace } from '../../../workspace/index/workspace';
import { type Account, accountName, accountOfEmail, accountOfResource } from '../members/accounts';
import { anyGroup, type MembershipFact } from './facts';

/** Who a group is: its address, the resource that makes it, or both. */
export interface GroupIdentity {
  /** Lower case. */
  readonly email: string | undefined;
  readonly resource: ResourceName | undefined;
}

/** A service account in a group. */
export interface GroupAccount {
  readonly account: Account;
  /** False where the membership ends on a day, so that the account keeps nothing for good. */
  readonly lasting: boolean;
  readonly at: Place;
}

export interface GroupMembers {
  /** None twice. */
  readonly accounts: readonly GroupAccount[];
  /** Whether anybody else is in it: people, and addresses that may be anybody's. */
  readonly others: boolean;
  /** Whether there is, or may be, a member who can't be read: what is taken from the group may be taken from that one. */
  readonly unread: boolean;
  /** Whether a list of all members says so, nested groups followed. */
  readonly complete: boolean;
}

/** Who is in a group as far as the workspace tells, members of nested groups included. */
export function membersOfGroup(group: GroupIdentity, workspace: Workspace): GroupMembers {
  const found: Found = { accounts: [], others: false, unread: false, seen: new Set() };
  const complete = collect(group, true, workspace, found);
  const unread = found.unread || (!complete && workspace.find('membership', anyGroup).length > 0);
  return { accounts: withoutRepeats(found.accounts), others: found.others, unread, complete };
}

interface Found {
  readonly accounts: GroupAccount[];
  others: boolean;
  unread: boolean;
  readonly seen: Set<string>;
}

/** Whether all members are listed. */
function collect(group: GroupIdentity, lasting: boolean, workspace: Workspace, found: Found): boolean {
  const names = namesOf(group, workspace).filter((name) => !found.seen.has(name));
  for (const name of names) found.seen.add(name);
  const facts = names.flatMap((name) => workspace.find('membership', name));
  let complete = facts.some(({ value }) => value.complete);
  for (const { value, at } of facts) {
    const lasts = lasting && value.lasting;
    const account = accountIn(value, workspace);
    const nested = account ? undefined : nestedGroup(value, workspace);
    if (account) found.accounts.push({ account, lasting: lasts, at });
    else if (nested) complete = collect(nested, lasts, workspace, found) && complete;
    else if (value.member !== undefined && !value.member.startsWith('group:') && !isGroup(value.member, workspace))
      found.others = true;
    // A group of which nothing is known may hold anybody.
    else found.unread = true;
  }
  return complete;
}

function accountIn({ member, resource }: MembershipFact, workspace: Workspace): Account | undefined {
  const email = member?.startsWith('serviceAccount:') ? member.slice(member.indexOf(':') + 1) : undefined;
  if (email !== undefined) return accountOfEmail(email, workspace);
  return resource?.address.startsWith('google_service_account.') ? accountOfResource(resource, workspace) : undefined;
}

/** A group in the group of which some members at least are known. */
function nestedGroup({ member, resource }: MembershipFact, workspace: Workspace): GroupIdentity | undefined {
  const nested: GroupIdentity = { email: member?.slice(member.indexOf(':') + 1), resource };
  const names = namesOf(nested, workspace);
  return names.some((name) => workspace.find('membership', name).length > 0) ? nested : undefined;
}

function isGroup(member: string, workspace: Workspace): boolean {
  return workspace.find('group', member.slice(member.indexOf(':') + 1)).length > 0;
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

/** Of several memberships of one account the one that lasts counts. */
function withoutRepeats(accounts: readonly GroupAccount[]): readonly GroupAccount[] {
  const once = new Map<string, GroupAccount>();
  for (const found of accounts) {
    const name = accountName(found.account);
    const before = once.get(name);
    if (!before || (found.lasting && !before.lasting)) once.set(name, found);
  }
  return [...once.values()];
}
