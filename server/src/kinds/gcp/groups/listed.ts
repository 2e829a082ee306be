import type { Workspace } from '../../../workspace/index/workspace';
import { isAccountAddress } from '../members/accountAddress';
import { accountName, accountOfEmail } from '../members/accounts';
import type { GroupIdentity } from './identity';
import { type GroupAccount, type GroupMembers, membersOfGroup } from './members';

/**
 * Who is in a group of which somebody has listed all members, as policies write them. Where the workspace tells of others, or has a list that
 * lacks somebody, nobody knows which of the two is right: only whom none of them denies is surely a member.
 */
export function membersListed(
  group: GroupIdentity,
  listed: readonly string[],
  workspace: Workspace,
  from: string | undefined,
): GroupMembers {
  const seen = membersOfGroup(group, workspace, from);
  const emails = listed.flatMap((member) => emailIn(member) ?? []);
  const byName = (accounts: readonly GroupAccount[]) => new Map(accounts.map((one) => [accountName(one.account), one]));
  const told = byName(emails.map((email) => ({ account: accountOfEmail(email, workspace), lasting: true, at: undefined })));
  const found = byName(seen.accounts);
  const hasPeople = emails.length < listed.length;
  const isMore = [...found.keys()].some((name) => !told.has(name)) || (seen.others && !hasPeople);
  const isLess = seen.complete && [...told.keys()].some((name) => !found.has(name));
  const sure = [...told].filter(([name]) => !isLess || found.has(name));
  return {
    accounts: sure.map(([name, one]) => found.get(name) ?? one),
    others: hasPeople || seen.others,
    unread: isMore || isLess,
    complete: true,
  };
}

function emailIn(member: string): string | undefined {
  const [, email] = /^serviceAccount:(.*)$/s.exec(member) ?? [];
  return email !== undefined && isAccountAddress(email) ? email : undefined;
}
