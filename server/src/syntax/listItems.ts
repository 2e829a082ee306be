import { changeBetween } from '../text/change';
import { ownText } from '../text/ownText';
import type { TextRange } from '../text/range';
import type { PlacedRoot, Root } from './format';
import { shiftComment, shiftNode } from './shiftNode';
import type { Comment, SequenceNode, SyntaxNode } from './tree';

/** How a format tells the items of a list that is a whole text. */
export interface ListFormat {
  /** Reads the text of one item; undefined unless it is exactly one item whatever stands around it. */
  readItem(text: string): ItemContent | undefined;
  /** The root's node for an item that has been read within its list; its ranges count from the start of its text. */
  rootOf(item: SyntaxNode, text: string): SyntaxNode;
  /** Where the item's text may change without touching what parts it from its neighbours. */
  changeable(item: Root): TextRange;
}

export interface ItemContent {
  /** The root's node. */
  readonly node: SyntaxNode;
  readonly item: SyntaxNode;
  readonly comments: readonly Comment[];
  readonly broken: boolean;
}

/**
 * The list's root with its items as roots of their own; `stretches` are their texts, in order, with nothing but commas, blanks and
 * comments between them. Items whose text is among those of `before` stay the same objects. The root as it is when an error lets
 * an item run into what is around it.
 */
export function withItems(list: Root, stretches: readonly TextRange[], format: ListFormat, before: Root | undefined): Root {
  const { node, text } = list;
  if (node.kind !== 'sequence' || list.unread || stretches.length < 2 || stretches.length !== node.items.length) return list;
  const known = rootsByText(before?.items ?? []);
  const comments = partition(list.comments, stretches);
  const items: PlacedRoot[] = [];
  for (const [index, { start, end }] of stretches.entries()) {
    const own = ownText(text.slice(start, end));
    const within = node.items[index];
    const content = (): ItemContent | undefined => {
      if (list.broken || !within) return format.readItem(own);
      const item = shiftNode(within, -start);
      return { node: format.rootOf(item, own), item, comments: comments[index] ?? [], broken: false };
    };
    const root = known.get(own)?.shift() ?? itemRoot(list, own, content());
    if (!root) return list;
    items.push({ root, offset: start });
  }
  if (!list.broken) return { ...list, items };
  if (!items.some(({ root }) => root.broken)) return list;
  // What follows an error may be read otherwise at the end of an item than at the end of the text.
  const nodes = items.map(({ root, offset }, index) => (root.item && shiftNode(root.item, offset)) ?? node.items[index] ?? node);
  const range = { start: node.range.start, end: listEnd(list, nodes, 0) };
  return { ...list, items, node: { ...node, items: nodes, range, complete: false } };
}

/** A list without a bracket ends where its last item does. */
function listEnd({ text, node }: Root, items: readonly SyntaxNode[], grown: number): number {
  const hasBracket = text.charAt(node.range.start) === '[';
  return (!hasBracket && items.at(-1)?.range.end) || node.range.end + grown;
}

function itemRoot({ format }: Root, text: string, content: ItemContent | undefined): Root | undefined {
  return content && { format, text, ...content, embedded: [] };
}

/** The comments of each stretch, counted from its start. */
function partition(comments: readonly Comment[], stretches: readonly TextRange[]): readonly (readonly Comment[])[] {
  let next = 0;
  return stretches.map(({ start, end }) => {
    const own: Comment[] = [];
    for (let comment = comments[next]; comment && comment.range.start < end; comment = comments[++next]) {
      if (comment.range.start >= start) own.push(shiftComment(comment, -start));
    }
    return own;
  });
}

function rootsByText(items: readonly PlacedRoot[]): Map<string, Root[]> {
  const known = new Map<string, Root[]>();
  for (const { root } of items) {
    const alike = known.get(root.text);
    if (alike) alike.push(root);
    else known.set(root.text, [root]);
  }
  return known;
}

/** The list's root for `text` when nothing but the inside of one item has changed; undefined otherwise. */
export function withChangedItem(list: Root, text: string, format: ListFormat): Root | undefined {
  const { items, node } = list;
  if (!items || node.kind !== 'sequence') return undefined;
  const { start, end, grown } = changeBetween(list.text, text);
  const index = items.findLastIndex(({ offset }) => offset <= start);
  const item = items[index];
  if (!item) return undefined;
  const changeable = format.changeable(item.root);
  if (start < item.offset + changeable.start || end > item.offset + changeable.end) return undefined;
  const own = ownText(text.slice(item.offset, item.offset + item.root.text.length + grown));
  const root = itemRoot(list, own, format.readItem(own));
  const inner = root?.item;
  if (!inner) return undefined;
  const changed = items.map((one, at) =>
    at < index ? one : at === index ? { root, offset: one.offset } : { root: one.root, offset: one.offset + grown },
  );
  const broken = changed.some((one) => one.root.broken);
  const nodes = node.items.map((one, at) => {
    if (at === index) return shiftNode(inner, item.offset);
    return at < index ? one : shiftNode(one, grown);
  });
  const range = { start: node.range.start, end: listEnd(list, nodes, grown) };
  const sequence: SequenceNode = { ...node, range, items: nodes, complete: !broken };
  return { ...list, text, node: sequence, items: changed, broken, comments: commentsOf(list, { index, root, grown }) };
}

function commentsOf(list: Root, { index, root, grown }: { index: number; root: Root; grown: number }): readonly Comment[] {
  const item = list.items?.[index];
  if (!item) return list.comments;
  const end = item.offset + item.root.text.length;
  return [
    ...list.comments.filter(({ range }) => range.start < item.offset),
    ...root.comments.map((comment) => shiftComment(comment, item.offset)),
    ...list.comments.filter(({ range }) => range.start >= end).map((comment) => shiftComment(comment, grown)),
  ];
}
