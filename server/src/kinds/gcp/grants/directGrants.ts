import { accountKind } from '../../../catalog/google/accountKind';
import { broadBasicRoles } from '../../../catalog/google/roles/basicRoles';
import { roleOf } from '../../../catalog/google/roles/roles';
import { expression, type TreeEdit, type Value } from '../../../syntax/treeEdit';
import type { Workspace } from '../../../workspace/index/workspace';
import { folderOf, type TerraformResource } from '../../../workspace/terraform/resources';
import { freeNamesBeside, isMentioned } from '../../edits/freeNames';
import { ignoresChanges, preventsReplacement } from '../../edits/lifecycle';
import { addResourceLike } from '../../edits/resourceEdits';
import { insertBeside, type MemberChange } from '../allow-policy/edits/members';
import type { AllowPolicy, Binding } from '../allow-policy/policy';
import { mostPrincipals, principalsIn } from '../allow-policy/principals';
import { groupOf } from '../groups/identity';
import type { Account } from '../members/accounts';
import type { Member } from '../members/member';
import { dependsOnNothing } from './dependencies';
import { isGrantedAgain, mentionsOf } from './holders';

/** The change, or why it isn't safe: besides the reasons of `rules/refusals.ts` those that only a new grant has. */
export type GrantChange = MemberChange | { readonly refused: 'tooMany' | 'agentRole' | 'suppressed' | 'grantedAgain' };

/** Grants the role of `member`, a group in `binding`, to accounts of their own besides; with `replace`, in its stead, wherever it stands there. */
export function grantDirectly(
  policy: AllowPolicy,
  binding: Binding,
  member: Member,
  accounts: readonly Account[],
  replace: boolean,
  workspace: Workspace,
): GrantChange {
  const { form, place } = policy;
  if (place.resource?.repeated) return { refused: 'repeated' };
  if (!member.literal) return { refused: 'notLiteral' };
  if (isOfAgents(binding) && accounts.some(({ email = '' }) => accountKind(email) !== 'serviceAgent'))
    return { refused: 'agentRole' };
  const group = replace ? groupOf(member) : undefined;
  if (group && isGrantedAgain(group, binding, policy, workspace)) return { refused: 'grantedAgain' };
  if (form === 'member') return grantByResources(policy, member, accounts, replace, workspace);
  if (principalsIn(policy).principals - (replace ? 1 : 0) + accounts.length > mostPrincipals) return { refused: 'tooMany' };
  const values = accounts.map((account) => memberValue(policy, account, place.resource, workspace));
  if (!values.every((value) => value !== undefined)) return { refused: 'computed' };
  return insertBeside(policy, binding, member, values, group ? mentionsOf(group, binding, policy, workspace) : []);
}

/** Whether the accounts that everything uses by default would be accused of holding the role, were it granted to them directly. */
export function isTooBroadForDefaults({ role }: Binding): boolean {
  return role.state === 'known' && role.value.text !== undefined && broadBasicRoles.has(role.value.text);
}

function isOfAgents({ role }: Binding): boolean {
  return role.state === 'known' && role.value.text !== undefined && roleOf(role.value.text)?.serviceAgent === true;
}

/** A `_member` resource grants one role to one member: the first account takes the resource over, the others get one of their own. */
function grantByResources(
  { place }: AllowPolicy,
  member: Member,
  accounts: readonly Account[],
  replace: boolean,
  workspace: Workspace,
): GrantChange {
  const { resource, root } = place;
  if (!resource) return { refused: 'wholeObject' };
  if (ignoresChanges(resource) || (replace && preventsReplacement(resource))) return { refused: 'lifecycle' };
  const [first, ...others] = replace ? accounts : [undefined, ...accounts];
  // What a comment hides in this resource would be found in one that lacks the comment.
  if (others.length > 0 && root.comments.some(({ text }) => /leastwise:\s*ignore/.test(text))) return { refused: 'suppressed' };
  const edits: TreeEdit[] = [];
  if (first) {
    const by = memberValue({ place }, first, resource, workspace);
    if (by === undefined) return { refused: 'computed' };
    edits.push({ kind: 'replace', node: member.node, by });
  }
  const names = freeNamesBeside(resource, workspace);
  if (others.length > 0 && !names) return { refused: 'stillReading' };
  for (const account of others) {
    if (!account || !names) continue;
    const by = memberValue({ place }, account, 'new', workspace);
    const added =
      by === undefined
        ? undefined
        : addResourceLike(resource, names(resource.type, `${resource.name}_${nameOf(account)}`), { member: by });
    if (!added) return { refused: 'computed' };
    edits.push(...added);
  }
  return edits.length > 0 ? { edits } : { refused: 'sharedText' };
}

/**
 * Terraform's reference where that can be written, else the address. `holder` is the resource that will hold it; undefined for other texts,
 * such as a local, whose readers nobody counts.
 */
function memberValue(
  { place }: Pick<AllowPolicy, 'place'>,
  { email, resource }: Account,
  holder: TerraformResource | 'new' | undefined,
  workspace: Workspace,
): Value | undefined {
  const { name } = place.root.format;
  const isTerraform = name === 'terraform' || name === 'terraformJson';
  const isHere = isTerraform && resource?.folder === folderOf(place.uri);
  if (isHere && !closesCircle(resource.folder, resource.address, holder, workspace))
    return expression(`${resource.address}.member`);
  return email === undefined ? undefined : `serviceAccount:${email}`;
}

/** Whether the account may be made only after `holder` is, so that `holder` can't refer to it. */
function closesCircle(
  folder: string,
  address: string,
  holder: TerraformResource | 'new' | undefined,
  workspace: Workspace,
): boolean {
  // Nothing waits for what nobody names. That holds for resources; data sources of policies are there to be named.
  if (holder === 'new') return false;
  if (holder?.mode === 'resource' && workspace.complete && !isMentioned(holder, workspace)) return false;
  return !dependsOnNothing({ folder, address }, workspace);
}

/** What tells an account among others: the resource's own name, or what stands before the `@`. */
function nameOf({ email, resource }: Account): string {
  const name = resource ? resource.address.slice(resource.address.lastIndexOf('.') + 1) : (email ?? '').replace(/@.*/, '');
  return name.replace(/[^\w-]/g, '_').replaceAll('-', '_');
}
