import { type Comment, isString, type SyntaxNode } from '../../../../syntax/tree';
import { movedItem, type TreeEdit } from '../../../../syntax/treeEdit';
import { contains } from '../../../../text/range';
import { certainKey, type Member } from '../../members/member';
import type { AllowPolicy, Binding } from '../policy';
import { itemOf, writtenLike } from './memberItems';

/** What a change takes, or why it isn't safe. The reasons are those of `rules/refusals.ts`. */
export type BindingChange<Reason = Refused> = { readonly edits: readonly TreeEdit[] } | { readonly refused: Reason };

type Refused = 'notLiteral' | 'computed' | 'repeated' | 'sharedText';

export type MergeChange = BindingChange<Refused | 'comments' | 'moreFields'>;

/** Takes a binding of a document away. */
export function removeBinding(policy: AllowPolicy, binding: Binding): BindingChange {
  const { bindingList, place } = policy;
  if (place.resource?.repeated) return { refused: 'repeated' };
  if (!bindingList || !standsOnce(bindingList.items, binding.node)) return { refused: 'sharedText' };
  return { edits: [{ kind: 'remove', from: bindingList, item: binding.node }] };
}

/** Takes an item away that says again what another of the list says. */
export function removeRepetition({ place }: AllowPolicy, { members }: Binding, member: Member): BindingChange {
  if (place.resource?.repeated) return { refused: 'repeated' };
  const list = members.state === 'known' ? members.value.literal : undefined;
  if (!member.literal) return { refused: 'notLiteral' };
  if (!list) return { refused: 'sharedText' };
  const item = itemOf(list, member);
  return item ? { edits: [{ kind: 'remove', from: list, item }] } : { refused: 'sharedText' };
}

/** Writes several members in the place of one text of a list. */
export function replaceByMembers(
  { place, form }: AllowPolicy,
  { members }: Binding,
  member: Member,
  by: readonly string[],
): BindingChange<Refused | 'oneMember'> {
  if (place.resource?.repeated) return { refused: 'repeated' };
  const list = members.state === 'known' ? members.value.literal : undefined;
  if (!member.literal) return { refused: 'notLiteral' };
  if (member.node.kind !== 'scalar') return { refused: 'computed' };
  if (form === 'member' || form === 'entry') return { refused: 'oneMember' };
  const item = list && itemOf(list, member);
  if (!item) return { refused: 'sharedText' };
  const [first, ...others] = by;
  if (first === undefined) return { refused: 'computed' };
  // A comment at the end of the line stays with the first one.
  return {
    edits: [
      { kind: 'replace', node: member.node, by: first },
      { kind: 'insert', into: list, at: list.items.indexOf(item) + 1, values: writtenLike(item, member, others) },
    ],
  };
}

/** Moves the members of `later` that `first` lacks to the end of its list, in their order, and takes `later` away. */
export function mergeBindings(policy: AllowPolicy, first: Binding, later: Binding): MergeChange {
  if (first.members.state !== 'known' || later.members.state !== 'known') return { refused: 'computed' };
  // What a `dynamic` block repeats stands for others as well, and its names mean nothing outside.
  if ([first, later].some(({ node }) => node.header?.type === 'dynamic')) return { refused: 'computed' };
  const [into, from] = [first.members.value, later.members.value];
  if (!into.literal || !from.literal) {
    const isElsewhere = [into, from].some(({ literal, items }) => !literal && items.some((item) => !item.literal));
    return { refused: isElsewhere ? 'notLiteral' : 'sharedText' };
  }
  if (!from.complete || !from.items.every(({ node }) => mayBeText(node))) return { refused: 'computed' };
  if (!saysNoMore(later)) return { refused: 'moreFields' };
  const removal = removeBinding(policy, later);
  if ('refused' in removal) return removal;
  const moved = missingFrom(into.items, from.items);
  const comments = commentsToMove(policy, later, from.items, moved);
  if (!comments) return { refused: 'comments' };
  if (moved.length === 0) return removal;
  const { literal } = from;
  const values = moved.map((member) => movedItem(itemOf(literal, member) ?? member.node, comments.get(member) ?? []));
  return { edits: [{ kind: 'insert', into: into.literal, at: into.literal.items.length, values }, ...removal.edits] };
}

/** What is yet to be typed, or holds other things, is no member. */
function mayBeText(node: SyntaxNode): boolean {
  return isString(node) || node.kind === 'reference' || node.kind === 'opaque';
}

/** Whether a binding has nothing but what two of one role and condition have in common. */
function saysNoMore({ node, condition }: Binding): boolean {
  const conditionKeys = condition.state === 'known' ? condition.value.node.entries : [];
  return node.entries.every(({ key }) => merged.has(key)) && conditionKeys.every(({ key }) => compared.has(key));
}

const merged: ReadonlySet<string> = new Set(['role', 'members', 'condition']);
const compared: ReadonlySet<string> = new Set(['title', 'description', 'expression']);

/**
 * Which comments of a binding that goes come along with which of its members. The comment at the end of a line that is not
 * needed any more goes with it. Undefined where a comment would be lost.
 */
function commentsToMove(
  { place: { root } }: AllowPolicy,
  { node }: Binding,
  items: readonly Member[],
  moved: readonly Member[],
): ReadonlyMap<Member, readonly Comment[]> | undefined {
  const found = new Map<Member, Comment[]>();
  const isLineOf = (member: Member, { range }: Comment) =>
    member.node.range.end <= range.start && /^[ \t]*,?[ \t]*$/.test(root.text.slice(member.node.range.end, range.start));
  const lineEnd = root.text.indexOf('\n', node.range.end);
  const near = root.comments.filter(
    ({ range }) => range.start >= node.range.start && range.start < (lineEnd < 0 ? root.text.length : lineEnd),
  );
  for (const comment of near) {
    const sameLine = items.find((member) => isLineOf(member, comment));
    const isInside = contains(node.range, comment.range) && !moved.some((member) => contains(member.node.range, comment.range));
    if (sameLine ? !moved.includes(sameLine) : !isInside) continue;
    const owner = sameLine ?? items.find((member) => member.node.range.start >= comment.range.end) ?? moved[0];
    if (!owner || !moved.includes(owner)) return undefined;
    found.set(owner, [...(found.get(owner) ?? []), comment]);
  }
  return found;
}

function missingFrom(present: readonly Member[], others: readonly Member[]): readonly Member[] {
  const seen = new Set(present.map(certainKey));
  return others.filter((member) => {
    const key = certainKey(member);
    if (key === undefined) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The same node stands twice in a list of aliases, and nothing tells which of them is meant. */
function standsOnce<T>(items: readonly T[], item: T): boolean {
  const index = items.indexOf(item);
  return index >= 0 && items.lastIndexOf(item) === index;
}
