import type { FactOf, Place, ResourceName } from '../../../workspace/index/facts';
import type { Workspace } from '../../../workspace/index/workspace';
import { isMadeOnce, type Standing, standingOf } from '../../../workspace/terraform/standing';
import { type Account, accountName, accountOfEmail, accountOfResource } from '../members/accounts';
import { anyGroup, type MembershipFact, nameOfResource } from './facts';
import type { GroupIdentity } from './identity';

/** A service account in a group. */
export interface GroupAccount {
  readonly account: Account;
  /** False where the membership ends on a day, so that the account keeps nothing for good. */
  readonly lasting: boolean;
  /** Where it says so, if that is a file of the workspace. */
  readonly at: Place | undefined;
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

/** Who is in a group as far as the workspace tells, members of nested groups included. `from`: the module that asks, if it is one. */
export function membersOfGroup(group: GroupIdentity, workspace: Workspace, from: string | undefined): GroupMembers {
  const found: Found = { accounts: [], others: false, unread: false, seen: new Set() };
  const search: Search = { workspace, from, found };
  const complete = collect(group, true, search);
  const isAnywhere = ({ value }: FactOf<'membership'>) => standing(value, search) !== 'no';
  const isOpen = () =>
    workspace.find('membership', anyGroup).some(isAnywhere) ||
    [...found.seen].some((name) => workspace.find('handedOutGroup', name).length > 0);
  const unread = found.unread || (!complete && isOpen());
  return { accounts: withoutRepeats(found.accounts), others: found.others, unread, complete };
}

/** Whether the two surely are one group, by its address, by another one that it has, or by the resource that makes it. */
export function isSameGroup(a: GroupIdentity, b: GroupIdentity, workspace: Workspace, from: string | undefined): boolean {
  const search = (): Search => ({ workspace, from, found: { accounts: [], others: false, unread: false, seen: new Set() } });
  const names = new Set(namesOf(a, search()));
  return namesOf(b, search()).some((name) => names.has(name));
}

interface Found {
  readonly accounts: GroupAccount[];
  others: boolean;
  unread: boolean;
  readonly seen: Set<string>;
}

interface Search {
  readonly workspace: Workspace;
  readonly from: string | undefined;
  readonly found: Found;
}

/** Whether all members are listed, and nothing names one who isn't. */
function collect(group: GroupIdentity, lasting: boolean, search: Search): boolean {
  const { workspace, found } = search;
  const names = namesOf(group, search).filter((name) => !found.seen.has(name));
  for (const name of names) found.seen.add(name);
  const all = names.flatMap((name) => workspace.find('membership', name));
  const facts = all.filter(({ value }) => standing(value, search) !== 'no');
  const listed = new Set(facts.flatMap(({ value }) => (value.complete ? memberName(value, workspace) : [])));
  let complete = listed.size > 0 && facts.every(({ value }) => value.complete || listed.has(memberName(value, workspace)));
  for (const { value, at } of facts) {
    if (standing(value, search) === 'maybe') {
      found.unread = true;
      continue;
    }
    if (standsForSeveral(value, search)) found.unread = true;
    const lasts = lasting && value.lasting;
    const account = accountIn(value, workspace);
    const nested = account ? undefined : nestedGroup(value, search);
    if (account) found.accounts.push({ account, lasting: lasts, at });
    else if (nested) complete = collect(nested, lasts, search) && complete;
    else if (value.member !== undefined && !value.member.startsWith('group:') && !isGroup(value.member, workspace))
      found.others = true;
    // A group of which nothing is known may hold anybody.
    else found.unread = true;
  }
  return complete;
}

/**
 * Whether the member may be another one each time that its module is made: all of them are in the group then, and a text of the module can
 * name its own alone. Of a group whose address differs each time nothing is told here in the first place.
 */
function standsForSeveral({ by, resource }: MembershipFact, { workspace }: Search): boolean {
  if (!by || !resource || isMadeOnce(by.folder, workspace)) return false;
  return accountOfResource(resource, workspace)?.email === undefined;
}

/** Whether it is surely so that somebody is a member. */
function standing({ by }: MembershipFact, { workspace, from }: Search): Standing {
  return by ? standingOf(by, workspace, from) : 'surely';
}

function memberName(value: MembershipFact, workspace: Workspace): string | undefined {
  const account = accountIn(value, workspace);
  return account ? accountName(account) : value.member?.slice(value.member.indexOf(':') + 1);
}

function accountIn({ member, resource }: MembershipFact, workspace: Workspace): Account | undefined {
  const email = member?.startsWith('serviceAccount:') ? member.slice(member.indexOf(':') + 1) : undefined;
  if (email !== undefined) return accountOfEmail(email, workspace);
  return resource?.address.startsWith('google_service_account.') ? accountOfResource(resource, workspace) : undefined;
}

/** A group in the group of which some members at least are known. */
function nestedGroup({ member, resource }: MembershipFact, search: Search): GroupIdentity | undefined {
  const nested: GroupIdentity = { email: member?.slice(member.indexOf(':') + 1), resource };
  const isKnown = (name: string) => search.workspace.find('membership', name).length > 0;
  return namesOf(nested, search).some(isKnown) ? nested : undefined;
}

function isGroup(member: string, workspace: Workspace): boolean {
  return workspace.find('group', member.slice(member.indexOf(':') + 1)).length > 0;
}

/**
 * Every name under which memberships of the group are recorded: all addresses of the resource that makes it, among which may be aliases.
 * Where that resource may be another group's, whoever is in that may be in this one.
 */
function namesOf({ email, resource }: GroupIdentity, { workspace, from, found }: Search): readonly string[] {
  const names = new Set<string>();
  const addResource = (made: ResourceName) => {
    const name = nameOfResource(made);
    const isSure = standingOf(made, workspace, from);
    if (made === resource) names.add(name);
    if (isSure === 'maybe') found.unread = true;
    if (isSure !== 'surely') return;
    names.add(name);
    for (const { value } of workspace.find('groupAddress', name)) addEmail(value.email);
  };
  const addEmail = (address: string) => {
    if (names.has(address)) return;
    names.add(address);
    for (const { value } of workspace.find('group', address)) addResource(value);
  };
  if (email) addEmail(email);
  if (resource) addResource(resource);
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
