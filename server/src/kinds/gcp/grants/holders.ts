import type { Workspace } from '../../../workspace/index/workspace';
import { certainText } from '../../reading/values';
import { isWholeBinding } from '../allow-policy/objects/wholeBinding';
import type { AllowPolicy, Binding } from '../allow-policy/policy';
import { type GroupIdentity, groupOf } from '../groups/identity';
import { isSameGroup } from '../groups/members';
import {
  type Account,
  accountName,
  accountOfEmail,
  accountOfResource,
  accountResourceOf,
  sameAccount,
} from '../members/accounts';
import type { Member } from '../members/member';
import { type GrantFact, grantsOn } from './facts';
import { sameTerms, termsOf } from './terms';

/** Who has a binding's role by themselves, besides those who have it through a group. */
export interface Holders {
  /**
   * `surely`: directly and on the same terms, so that a repair may leave the account out. `maybe`: the text doesn't exclude it, which
   * silences an accusation and never takes anything away.
   */
  holds(account: Account): 'surely' | 'maybe' | 'no';
  /** How many there may be of whom nothing is known. */
  readonly unknown: number;
}

export function holdersOf(policy: AllowPolicy, binding: Binding, workspace: Workspace): Holders {
  const found = [...inDocument(policy, binding, workspace), ...inResources(policy, binding, workspace)];
  const surely = new Set<string>();
  const maybe = new Set<string>();
  const all: Account[] = [];
  for (const { account, sure } of found) {
    if (!account) continue;
    all.push(account);
    for (const name of namesOf(account)) (sure ? surely : maybe).add(name);
  }
  // Two written addresses are told apart by their names, which matters in lists of thousands.
  const withoutEmail = all.filter(({ email }) => email === undefined);
  return {
    holds(account) {
      const names = namesOf(account);
      if (names.some((name) => surely.has(name))) return 'surely';
      const others = account.email === undefined ? all : withoutEmail;
      const isPossible = names.some((name) => maybe.has(name)) || others.some((one) => sameAccount(one, account) !== 'no');
      return isPossible ? 'maybe' : 'no';
    },
    unknown: found.reduce((sum, { unknown = 0 }) => sum + unknown, 0),
  };
}

interface Holder {
  readonly account: Account | undefined;
  readonly sure: boolean;
  readonly unknown?: number;
}

/** The binding's own members, and those of other bindings that the API takes for the same one. */
function inDocument(policy: AllowPolicy, binding: Binding, workspace: Workspace): readonly Holder[] {
  return policy.bindings.flatMap((other) => {
    if (other.members.state !== 'known') return [];
    const isTold = binding.identity !== undefined && other.identity !== undefined;
    if (other !== binding && isTold && other.identity !== binding.identity) return [];
    const isSame = other === binding || (isTold && areSame(policy, binding, other));
    return other.members.value.items.map((item): Holder => {
      const account = accountOf(item, workspace);
      const isUnknown = !account && item.text === undefined && (item.kind === 'unknown' || item.kind === 'serviceAccount');
      return { account, sure: isSame && item.certain, unknown: isSame && isUnknown ? 1 : 0 };
    });
  });
}

/** Of two bindings of one role and condition, whether both surely are what they seem to be. */
function areSame(policy: AllowPolicy, ...both: readonly Binding[]): boolean {
  // What a `dynamic` block repeats may not be there at all.
  return both.every((one) => one.node.header?.type !== 'dynamic' && isWholeBinding(one, policy));
}

/**
 * The `_member` resources of the module that may grant the same role on the same terms. Whom a `_binding` or `_policy` resource names doesn't
 * count as a holder, though that is told as well: it takes away again what this `_member` resource grants, so one of the two has to go,
 * and should it be the other one, whoever was left out here for its sake would have nothing.
 */
function inResources(policy: AllowPolicy, binding: Binding, workspace: Workspace): readonly Holder[] {
  return grantsAlike(policy, binding, workspace).map(({ grant, sure }) => {
    const unknown = { none: 0, one: 1, any: Number.POSITIVE_INFINITY }[grant.unknown];
    return { account: granted(grant, workspace), sure, unknown };
  });
}

interface GrantAlike {
  readonly grant: GrantFact;
  /** Whether it surely gives the same. */
  readonly sure: boolean;
}

function grantsAlike(policy: AllowPolicy, binding: Binding, workspace: Workspace): readonly GrantAlike[] {
  const { place, family } = policy;
  const { resource } = place;
  if (!resource || family === undefined || policy.form !== 'member') return [];
  const name = certainText(binding.role);
  const terms = termsOf(binding.node, place.root);
  const isWhole = isWholeBinding(binding, policy);
  return workspace.find('grant', grantsOn(resource.folder, family)).flatMap(({ value: grant }) => {
    if (grant.form !== 'member' || grant.address === resource.address) return [];
    const same = grant.terms ? sameTerms(grant.terms, terms) : 'maybe';
    if (same === 'no' || (name !== undefined && grant.role !== undefined && name !== grant.role)) return [];
    // Of an address that stands twice, one text overrides the other.
    const isOne = workspace.find('declared', `${resource.folder}#${grant.address}`).length === 1;
    return [{ grant, sure: same === 'surely' && isOne && isWhole && grant.certain }];
  });
}

/** The members of a binding that surely are one group: it may stand in a list more than once, spelled in several ways. */
export function mentionsOf(
  group: GroupIdentity,
  { members }: Binding,
  { place }: AllowPolicy,
  workspace: Workspace,
): readonly Member[] {
  return (members.state === 'known' ? members.value.items : []).filter((item) => {
    const other = item.certain ? groupOf(item) : undefined;
    return other !== undefined && isSameGroup(group, other, workspace, place.resource?.folder);
  });
}

/** What isn't known is the same in two bindings where both have it from the same text. */
function isSaidAlike(a: Binding, b: Binding, { place: { root } }: AllowPolicy): boolean {
  if (a.identity !== undefined && b.identity !== undefined) return a.identity === b.identity;
  return sameTerms(termsOf(a.node, root), termsOf(b.node, root)) === 'surely';
}

/** Whether the group surely has the role once more, on the same terms, so that it keeps what this binding alone would take. */
export function isGrantedAgain(group: GroupIdentity, binding: Binding, policy: AllowPolicy, workspace: Workspace): boolean {
  const isAgain = (other: Binding) =>
    other !== binding &&
    isSaidAlike(binding, other, policy) &&
    mentionsOf(group, other, policy, workspace).length > 0 &&
    areSame(policy, binding, other);
  if (policy.bindings.some(isAgain)) return true;
  const from = policy.place.resource?.folder;
  return grantsAlike(policy, binding, workspace).some(
    ({ grant, sure }) => sure && grant.group !== undefined && isSameGroup(group, grant.group, workspace, from),
  );
}

/** The account that a member is; undefined for what is none, and for one that can't be told from others. */
export function accountOf(member: Member, workspace: Workspace): Account | undefined {
  if (member.kind !== 'serviceAccount') return undefined;
  if (member.id !== undefined) return accountOfEmail(member.id, workspace);
  const resource = accountResourceOf(member, 'serviceAccount:');
  return resource && accountOfResource(resource, workspace);
}

function granted({ member, account }: GrantFact, workspace: Workspace): Account | undefined {
  if (member !== undefined)
    return member.startsWith('serviceAccount:') ? accountOfEmail(member.slice('serviceAccount:'.length), workspace) : undefined;
  return account && (accountOfResource(account, workspace) ?? { email: undefined, id: undefined, resource: account });
}

function namesOf(account: Account): readonly string[] {
  const { email, resource } = account;
  return resource ? [accountName(account), accountName({ ...account, email: undefined })] : email === undefined ? [] : [email];
}
