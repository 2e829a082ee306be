import type { Change } from '../../text/change';
import { ownText } from '../../text/ownText';
import type { TextRange } from '../../text/range';
import type { PlacedRoot, Root } from '../format';
import type { Comment, SequenceNode, SyntaxNode } from '../tree';
import { shiftComment, shiftNode, withComments } from './shiftNode';

/** How a format tells the items of a list that is a whole text. */
export interface ListFormat {
  /** Reads the text of one item; undefined unless it is exactly one item whatever stands around it. */
  readItem(text: string): ItemContent | undefined;
  /** The root's node for an item that has been read within its list; its ranges count from the start of its text. */
  rootOf(item: SyntaxNode, text: string): SyntaxNode;
  /** Where the item's text may change without touching what parts it from its neighbours. */
  changeable(item: Root): TextRange;
}

/** The root of an earlier text, and what has changed in it; undefined where more than this has, or nobody knows. */
export interface EarlierRoot {
  readonly root: Root;
  readonly change: Change | undefined;
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
  if (node.kind !== 'sequence' || list.unread || stretches.length < 2 || stretches.length !== node.items.length)
    return withoutItems(list, before);
  const known = rootsByText(before?.items ?? before?.formerItems ?? []);
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
    if (!root) return withoutItems(list, before);
    items.push({ root, offset: start });
  }
  if (list.broken && !items.some(({ root }) => root.broken)) return withoutItems(list, before);
  const { start, end } = node.range;
  const bracketEnd = text.charAt(start) === '[' ? end : undefined;
  return listRoot(list.format, { text, items, comments: list.comments, editable: node.editable, start, bracketEnd });
}

/** The items of a list that are roots, where they stand in the file; none of what is no such list. */
export function placedItems({ root, offset }: PlacedRoot): readonly PlacedRoot[] {
  return (root.items ?? []).map((item) => ({ root: item.root, offset: offset + item.offset }));
}

/** Whether it is a list whose items are roots. */
export function hasItems(root: Root): boolean {
  return root.items !== undefined;
}

/** Whether it is such an item. */
export function isItem(root: Root): boolean {
  return root.item !== undefined;
}

/** Whether it is a list of any kind, told without putting the tree of a long one together. */
export function isList(root: Root): boolean {
  return hasItems(root) || (!isItem(root) && root.node.kind === 'sequence');
}

/** What the root is; of an item the item itself, where the root's node may be a list with this one item. */
export function ownNode(root: Root): SyntaxNode {
  return root.item ?? root.node;
}

/** The items of the list that a root is, and where their ranges begin to count; none where it is no list. */
export function itemsIn(root: Root): readonly { readonly node: SyntaxNode; readonly offset: number }[] {
  if (root.items) return root.items.map((item) => ({ node: ownNode(item.root), offset: item.offset }));
  return root.node.kind === 'sequence' ? root.node.items.map((node) => ({ node, offset: 0 })) : [];
}

/** A list that is read as one for now. */
export function withoutItems(list: Root, before: Root | undefined): Root {
  const formerItems = before?.items ?? before?.formerItems;
  return formerItems ? { ...list, formerItems } : list;
}

/** A list whose items are roots. */
interface ListRoot extends Root {
  readonly parts: ListParts;
}

interface ListParts {
  readonly text: string;
  readonly items: readonly PlacedRoot[];
  readonly comments: readonly Comment[];
  readonly editable: boolean;
  /** Of the list. */
  readonly start: number;
  /** Undefined for a list without brackets, which ends where its last item does. */
  readonly bracketEnd: number | undefined;
}

/** The whole tree is put together when somebody asks for it: of a long list most ask for the items alone. */
function listRoot(format: Root['format'], parts: ListParts): ListRoot {
  const { text, items, comments, editable, start, bracketEnd } = parts;
  const broken = items.some(({ root }) => root.broken);
  let node: SequenceNode | undefined;
  return {
    format,
    text,
    get node() {
      if (node) return node;
      const nodes = items.map(({ root, offset }) => shiftNode(root.item ?? root.node, offset));
      const range = { start, end: bracketEnd ?? nodes.at(-1)?.range.end ?? start };
      node = { kind: 'sequence', range, items: nodes, complete: !broken, editable };
      return node;
    },
    comments,
    broken,
    embedded: [],
    unread: undefined,
    items,
    parts,
  };
}

function isListRoot(root: Root): root is ListRoot {
  return 'parts' in root;
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
export function withChangedItem(list: Root, text: string, { start, end, grown }: Change, format: ListFormat): Root | undefined {
  if (!isListRoot(list)) return undefined;
  const { items, bracketEnd } = list.parts;
  const index = items.findLastIndex(({ offset }) => offset <= start);
  const item = items[index];
  if (!item) return undefined;
  const changeable = format.changeable(item.root);
  if (start < item.offset + changeable.start || end > item.offset + changeable.end) return undefined;
  const own = ownText(text.slice(item.offset, item.offset + item.root.text.length + grown));
  const root = itemRoot(list, own, format.readItem(own));
  if (!root) return undefined;
  const changed = items.map((one, at) => {
    if (at === index) return { root, offset: one.offset };
    return at < index ? one : { root: one.root, offset: one.offset + grown };
  });
  return listRoot(list.format, {
    ...list.parts,
    text,
    items: changed,
    comments: withComments(list.comments, root.comments, { start: item.offset, end: item.offset + item.root.text.length, grown }),
    bracketEnd: bracketEnd === undefined ? undefined : bracketEnd + grown,
  });
}
