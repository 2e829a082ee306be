import type { SyntaxNode } from '../../../../syntax/tree';
import { expression, type TreeEdit, type Value } from '../../../../syntax/treeEdit';
import type { Workspace } from '../../../../workspace/index/workspace';
import { replaceableNode } from '../../../../workspace/terraform/names/text';
import { isMentioned } from '../../../edits/freeNames';
import { ignoresChanges } from '../../../edits/lifecycle';
import { removeEntryOf } from '../../../edits/resourceEdits';
import type { Member } from '../../members/member';
import type { AllowPolicy, Binding, EntryRemoval } from '../policy';
import { removeBinding } from './bindings';
import { itemOf, writtenLike } from './memberItems';

/** What a change takes, or why it isn't safe. The reasons are those of `rules/refusals.ts`. */
export type MemberChange =
  | { readonly edits: readonly TreeEdit[] }
  | {
      readonly refused:
        | 'notLiteral'
        | 'computed'
        | 'repeated'
        | 'referredTo'
        | 'stillReading'
        | 'sharedText'
        | 'lifecycle'
        | 'wholeObject';
    };

/**
 * Takes one member away. The last member of a binding in a document takes the binding with it; a `_binding` resource keeps an empty
 * list, which says that nobody holds the role; a `_member` resource goes when nothing refers to it.
 */
export function removeMember(policy: AllowPolicy, binding: Binding, member: Member, workspace: Workspace): MemberChange {
  // What stands here as a template or a reference goes as safely as a string.
  const refused = refusal(policy, member, ['scalar', 'template', 'reference']);
  if (refused) return { refused };
  if (policy.removal) return removeEntry(policy, policy.removal, workspace);
  if (policy.form === 'member') return removeResource(policy, workspace);
  if (isKept(policy)) return { refused: 'lifecycle' };
  const list = membersOf(binding);
  const item = list?.literal && itemOf(list.literal, member);
  if (!list?.literal || !item) return { refused: 'sharedText' };
  if (list.items.length > 1 || !list.complete || policy.form !== 'document')
    return { edits: [{ kind: 'remove', from: list.literal, item }] };
  // An empty binding is an error by itself.
  return removeBinding(policy, binding);
}

/** Writes another member in the place of one that is a plain string, for whatever count and for_each make of the resource. */
export function replaceMember(member: Member, by: string): MemberChange {
  const node = replaceableNode(member);
  if (node) return { edits: [{ kind: 'replace', node, by }] };
  return { refused: member.literal ? 'computed' : 'notLiteral' };
}

/** Takes another attribute of the same resource than the one that the member is written with, and nothing before it. */
export function replaceAttribute(policy: AllowPolicy, member: Member, attribute: string): MemberChange {
  const { root, resource } = policy.place;
  const { node } = member;
  if (!member.literal) return { refused: 'notLiteral' };
  // The same in each instance, unless it goes through a list.
  if (node.kind === 'template' && resource?.repeated && node.parts.length > 2) return { refused: 'repeated' };
  const hole = node.kind === 'template' ? node.parts.flatMap((part) => ('hole' in part ? [part.hole] : [])).at(-1) : node;
  if (hole?.kind !== 'reference') return { refused: 'computed' };
  // In JSON the whole string stands for it.
  const [, before] = /^(?:"\$\{\s*)?([\w.[\]"-]+\.)\w+\s*(?:\}")?$/.exec(root.text.slice(hole.range.start, hole.range.end)) ?? [];
  if (before === undefined) return { refused: 'computed' };
  return { edits: [{ kind: 'replace', node, by: expression(`${before}${attribute}`) }] };
}

/** Grants the role to others in the list where `member` stands: besides, or in the stead of those who are `gone`, `member` among them. */
export function insertBeside(
  policy: AllowPolicy,
  binding: Binding,
  member: Member,
  values: readonly Value[],
  gone: readonly Member[],
): MemberChange {
  const list = membersOf(binding)?.literal;
  const item = list && itemOf(list, member);
  const removed = list && gone.map((one) => itemOf(list, one));
  if (!item || !removed?.every((one) => one !== undefined)) return { refused: 'sharedText' };
  if (isKept(policy)) return { refused: 'lifecycle' };
  const at = list.items.indexOf(item);
  return {
    edits: [
      { kind: 'insert', into: list, at: gone.includes(member) ? at : at + 1, values: writtenLike(item, member, values) },
      ...removed.map((one) => ({ kind: 'remove', from: list, item: one }) as const),
    ],
  };
}

function removeEntry(policy: AllowPolicy, removal: EntryRemoval, workspace: Workspace): MemberChange {
  if (removal === 'resource') return removeResource(policy, workspace);
  if ('refused' in removal) return removal;
  if (isKept(policy)) return { refused: 'lifecycle' };
  if ('replace' in removal) return { edits: [{ kind: 'replace', node: removal.replace, by: removal.by }] };
  return { edits: [{ kind: 'remove', ...removal }] };
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

function isKept({ place: { resource } }: AllowPolicy): boolean {
  return resource?.mode === 'resource' && ignoresChanges(resource);
}

function removeResource({ place: { resource } }: AllowPolicy, workspace: Workspace): MemberChange {
  if (!resource) return { refused: 'wholeObject' };
  if (!workspace.complete) return { refused: 'stillReading' };
  const declared = workspace.find('declared', `${resource.folder}#${resource.address}`).length;
  if (declared > 1 || isMentioned(resource, workspace)) return { refused: 'referredTo' };
  if (!resource.siblings) return { edits: [{ kind: 'removeBlock' }] };
  const edit = removeEntryOf(resource, resource.siblings);
  return edit ? { edits: [edit] } : { refused: 'sharedText' };
}
