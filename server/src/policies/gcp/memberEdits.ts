import type { SyntaxNode } from '../../syntax/tree';
import { expression, type TreeEdit, type Value } from '../../syntax/treeEdit';
import { folderOf } from '../../workspace/terraformResources';
import type { Workspace } from '../../workspace/workspace';
import { addResourceLike } from '../resourceEdits';
import type { AllowPolicy, Binding } from './allowPolicy';
import type { Member } from './member';

/** What a change takes, or why it isn't safe. The reasons are those of `rules/refusals.ts`. */
export type MemberChange =
  | { readonly edits: readonly TreeEdit[] }
  | { readonly refused: 'notLiteral' | 'computed' | 'repeated' | 'referredTo' | 'stillReading' | 'sharedText' };

/**
 * Takes one member away. The last member of a binding in a document takes the binding with it; a `_binding` resource keeps an empty
 * list, which says that nobody holds the role; a `_member` resource goes when nothing refers to it.
 */
export function removeMember(policy: AllowPolicy, binding: Binding, member: Member, workspace: Workspace): MemberChange {
  // What stands here as a template or a reference goes as safely as a string.
  const refused = refusal(policy, member, ['scalar', 'template', 'reference']);
  if (refused) return { refused };
  if (policy.form === 'member') return removeResource(policy, workspace);
  const list = membersOf(binding);
  if (!list?.literal) return { refused: 'sharedText' };
  const last = list.items.length === 1 && list.complete;
  if (last && policy.form === 'document' && policy.bindingList) {
    return { edits: [{ kind: 'remove', from: policy.bindingList, item: binding.node }] };
  }
  return { edits: [{ kind: 'remove', from: list.literal, item: member.node }] };
}

/** Writes another member in the place of one that is a plain string here. */
export function replaceMember(policy: AllowPolicy, member: Member, by: string): MemberChange {
  const refused = refusal(policy, member, ['scalar']);
  if (refused) return { refused };
  return { edits: [{ kind: 'replace', node: member.node, by }] };
}

/** A member to be granted the role besides or instead: its address, or the account of the module whose `member` attribute is meant. */
export interface NewMember {
  /** `serviceAccount:a@b`; undefined when only the resource is known. */
  readonly member: string | undefined;
  /** The Terraform resource that makes the account. */
  readonly resource: { readonly folder: string; readonly address: string } | undefined;
}

/** Grants the same role to others, right where `member` stands; with `replace`, in its stead. */
export function grantInstead(
  policy: AllowPolicy,
  binding: Binding,
  member: Member,
  others: readonly NewMember[],
  replace: boolean,
): MemberChange {
  if (policy.place.resource?.repeated) return { refused: 'repeated' };
  if (!member.literal) return { refused: 'notLiteral' };
  const values = others.map((other) => memberValue(policy, other));
  if (!values.every((value) => value !== undefined)) return { refused: 'computed' };
  if (policy.form === 'member') return grantByResources(policy, member, others, values, replace);
  const list = membersOf(binding);
  if (!list?.literal) return { refused: 'sharedText' };
  const at = list.literal.items.indexOf(member.node);
  return {
    edits: [
      { kind: 'insert', into: list.literal, at: replace ? at : at + 1, values },
      ...(replace ? [{ kind: 'remove', from: list.literal, item: member.node } as const] : []),
    ],
  };
}

function membersOf({ members }: Binding) {
  return members.state === 'known' ? members.value : undefined;
}

function refusal(
  { place }: AllowPolicy,
  member: Member,
  kinds: readonly SyntaxNode['kind'][],
): 'repeated' | 'notLiteral' | 'computed' | undefined {
  if (place.resource?.repeated) return 'repeated';
  if (!member.literal) return 'notLiteral';
  return kinds.includes(member.node.kind) ? undefined : 'computed';
}

function removeResource({ place: { resource } }: AllowPolicy, workspace: Workspace): MemberChange {
  if (!resource) return { refused: 'notLiteral' };
  if (!workspace.complete) return { refused: 'stillReading' };
  if (workspace.find('mention', `${resource.folder}#${resource.address}`).length > 0) return { refused: 'referredTo' };
  if (!resource.siblings) return { edits: [{ kind: 'removeBlock' }] };
  const entry = resource.siblings.entries.find(({ key }) => key === resource.name);
  return entry ? { edits: [{ kind: 'remove', from: resource.siblings, entry }] } : { refused: 'sharedText' };
}

/** Terraform's reference where that can be written, else the address. */
function memberValue({ place }: AllowPolicy, { member, resource }: NewMember): Value | undefined {
  const canRefer =
    place.root.format.name !== 'json' && place.root.format.name !== 'yaml' && resource?.folder === folderOf(place.uri);
  return resource && canRefer ? expression(`${resource.address}.member`) : member;
}

/** A `_member` resource grants one role to one member: the first account takes the resource over, the others get one of their own. */
function grantByResources(
  policy: AllowPolicy,
  member: Member,
  others: readonly NewMember[],
  values: readonly Value[],
  replace: boolean,
): MemberChange {
  const { resource } = policy.place;
  if (!resource) return { refused: 'notLiteral' };
  const edits: TreeEdit[] = [];
  const taken = new Set<string>();
  others.forEach((other, index) => {
    const by = values[index];
    if (by === undefined) return;
    if (replace && index === 0) {
      edits.push({ kind: 'replace', node: member.node, by });
      return;
    }
    const name = freeName(`${resource.name}_${nameOf(other)}`, taken);
    taken.add(name);
    edits.push(...addResourceLike(resource, name, { member: by }));
  });
  return edits.length > 0 ? { edits } : { refused: 'sharedText' };
}

function freeName(wished: string, taken: ReadonlySet<string>): string {
  let name = wished;
  for (let number = 2; taken.has(name); number++) name = `${wished}_${number}`;
  return name;
}

/** What tells an account among others: the resource's own name, or what stands before the `@`. */
function nameOf({ member, resource }: NewMember): string {
  const name = resource
    ? resource.address.slice(resource.address.lastIndexOf('.') + 1)
    : (member ?? '').replace(/^\w+:/, '').replace(/@.*/, '');
  return name.replace(/[^\w-]/g, '_').replaceAll('-', '_');
}
