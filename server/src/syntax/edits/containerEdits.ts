import { changeBetween } from '../../text/change';
import type { TextEdit } from '../../text/edit';
import { contains } from '../../text/range';
import type { Root } from '../format';
import { type Entry, entryOf, isString, type MappingNode, type SequenceNode, type StringNode, type SyntaxNode } from '../tree';
import type { TreeEdit, Value } from '../treeEdit';
import { type CommentPlan, planComments } from './commentPlan';

/**
 * What a list of tree edits asks of each place: commas, dashes and empty lines come out right only when all that happens to a
 * container is written in one go.
 */
export interface GroupedEdits {
  readonly mappings: ReadonlyMap<MappingNode, MappingChange>;
  readonly sequences: ReadonlyMap<SequenceNode, SequenceChange>;
  /** By the item or entry's value that gives way; `set` of a present key is among them. */
  readonly replaced: ReadonlyMap<SyntaxNode, Replacement>;
  readonly renamed: ReadonlyMap<Entry, string>;
  /** The strings that change where they stand, in offsets of their meaning. */
  readonly strings: ReadonlyMap<StringNode, readonly TextEdit[]>;
  readonly addedBlocks: readonly AddedBlock[];
  readonly removesBlock: boolean;
  readonly comments: Omit<CommentPlan, 'edits'>;
}

export interface MappingChange {
  readonly removed: ReadonlySet<Entry>;
  /** In the order of the edits, all after the last entry. */
  readonly added: readonly AddedEntry[];
}

export interface AddedEntry {
  readonly key: string;
  readonly value: Value;
}

export interface SequenceChange {
  /** Indices into the present items. */
  readonly removed: ReadonlySet<number>;
  /** By the index of the present item that the values come before; `items.length` for the end. */
  readonly inserted: ReadonlyMap<number, readonly Value[]>;
}

export interface Replacement {
  readonly by: Value;
  /** The container that holds the replaced node. */
  readonly in: MappingNode | SequenceNode;
}

export type AddedBlock = Extract<TreeEdit, { kind: 'addBlock' }>;

/**
 * What `write` makes of the edits, grouped by place. The comments at the ends of lines that move come along where there is room for
 * them; they are no reason to write nothing.
 */
export function writeGrouped(
  root: EditedText,
  edits: readonly TreeEdit[],
  write: (grouped: GroupedEdits) => readonly TextEdit[] | undefined,
): readonly TextEdit[] | undefined {
  const grouped = groupEdits(root, edits);
  const written = grouped && write(grouped);
  if (written || !grouped || grouped.comments.travelling.size === 0) return written;
  const without = groupEdits(root, edits, false);
  return without && write(without);
}

type EditedText = Pick<Root, 'text' | 'node' | 'comments' | 'broken'>;

/**
 * Undefined when two of the edits want different things of one place (also an edit inside of what another takes away), when a
 * container is not editable, when a syntax error may have displaced what is edited, or when an edit speaks of a node that is not in
 * the tree.
 */
export function groupEdits(whole: EditedText, wished: readonly TreeEdit[], commentsAtLineEnds = true): GroupedEdits | undefined {
  const { node: root, broken } = whole;
  const { edits: planned, ...comments } = planComments(whole, wished, commentsAtLineEnds);
  const edits = planned.map((edit) => whereItStands(whole.text, edit));
  const mappings = new Map<MappingNode, { removed: Set<Entry>; added: AddedEntry[] }>();
  const sequences = new Map<SequenceNode, { removed: Set<number>; inserted: Map<number, Value[]> }>();
  const replaced = new Map<SyntaxNode, Replacement>();
  const renamed = new Map<Entry, string>();
  const strings = new Map<StringNode, readonly TextEdit[]>();
  const addedBlocks: AddedBlock[] = [];
  let removesBlock = false;

  const changeOf = (mapping: MappingNode) => orNew(mappings, mapping, () => ({ removed: new Set<Entry>(), added: [] }));
  const itemChangeOf = (sequence: SequenceNode) =>
    orNew(sequences, sequence, () => ({ removed: new Set<number>(), inserted: new Map() }));

  function replace(node: SyntaxNode, by: Value, container: MappingNode | SequenceNode): boolean {
    if (replaced.has(node)) return false;
    replaced.set(node, { by, in: container });
    return container.editable;
  }

  function take(edit: TreeEdit): boolean {
    if (edit.kind === 'set') {
      const present = entryOf(edit.in, edit.key);
      if (present) return replace(present.value, edit.to, edit.in);
      const { added } = changeOf(edit.in);
      if (added.some(({ key }) => key === edit.key)) return false;
      added.push({ key: edit.key, value: edit.to });
      return edit.in.editable;
    }
    if (edit.kind === 'insert') {
      if (!Number.isInteger(edit.at) || edit.at < 0 || edit.at > edit.into.items.length) return false;
      orNew(itemChangeOf(edit.into).inserted, edit.at, () => []).push(...edit.values);
      return edit.into.editable;
    }
    if (edit.kind === 'remove') return 'entry' in edit ? removeEntry(edit.from, edit.entry) : removeItem(edit.from, edit.item);
    if (edit.kind === 'rename') {
      if (renamed.has(edit.entry)) return false;
      renamed.set(edit.entry, edit.to);
      return holderOf(root, edit.entry.value)?.editable ?? false;
    }
    if (edit.kind === 'replace') {
      const holder = holderOf(root, edit.node);
      return holder !== undefined && replace(edit.node, edit.by, holder);
    }
    if (edit.kind === 'editString') {
      if (strings.has(edit.node)) return false;
      strings.set(edit.node, edit.edits);
      return holderOf(root, edit.node)?.editable ?? false;
    }
    if (edit.kind === 'addBlock') {
      addedBlocks.push(edit);
      return true;
    }
    if (removesBlock) return false;
    removesBlock = true;
    return true;
  }

  function removeEntry(mapping: MappingNode, entry: Entry): boolean {
    const { removed } = changeOf(mapping);
    if (removed.has(entry) || !mapping.entries.includes(entry)) return false;
    removed.add(entry);
    return mapping.editable;
  }

  function removeItem(sequence: SequenceNode, item: SyntaxNode): boolean {
    const { removed } = itemChangeOf(sequence);
    const index = sequence.items.indexOf(item);
    // The same node stands twice in a list of aliases, and nothing tells which of them is meant.
    if (index < 0 || removed.has(index) || sequence.items.lastIndexOf(item) !== index) return false;
    removed.add(index);
    return sequence.editable;
  }

  if (!edits.every(take) || (broken && edits.some((edit) => meetsError(root, edit)))) return undefined;
  const grouped = { mappings, sequences, replaced, renamed, strings, addedBlocks, removesBlock, comments };
  return meetEachOther(grouped) ? undefined : grouped;
}

/** The container that has the node as an item or as an entry's value. */
export function holderOf(root: SyntaxNode, node: SyntaxNode): MappingNode | SequenceNode | undefined {
  if (root.kind !== 'mapping' && root.kind !== 'sequence') return undefined;
  const children = childrenOf(root);
  if (children.includes(node)) return root;
  for (const child of children) {
    const holder = contains(child.range, node.range) ? holderOf(child, node) : undefined;
    if (holder) return holder;
  }
  return undefined;
}

/** A string over several lines changes where it stands: written anew it would be something else to read. */
function whereItStands(text: string, edit: TreeEdit): TreeEdit {
  const node = edit.kind === 'replace' ? edit.node : edit.kind === 'set' ? entryOf(edit.in, edit.key)?.value : undefined;
  const to = edit.kind === 'replace' ? edit.by : edit.kind === 'set' ? edit.to : undefined;
  if (node?.kind !== 'scalar' || !isString(node) || typeof to !== 'string') return edit;
  if (!/[\r\n]/.test(text.slice(node.range.start, node.range.end))) return edit;
  const { start, end, grown } = changeBetween(node.value, to);
  return { kind: 'editString', node, edits: [{ range: { start, end }, newText: to.slice(start, end + grown) }] };
}

/**
 * Whether a syntax error of the text may have displaced what the edit touches: an error lies in the container that changes or in the
 * mapping that it is a value of, and what seems to belong to them may belong to something else.
 */
export function meetsError(root: SyntaxNode, edit: TreeEdit): boolean {
  const changed = changedBy(root, edit);
  const holder = changed && holderOf(root, changed);
  // Of a broken text, the containers that no error has touched are complete.
  return !changed?.complete || (holder?.kind === 'mapping' && !holder.complete);
}

/** The container whose children change; undefined where it is the text itself. */
function changedBy(root: SyntaxNode, edit: TreeEdit): MappingNode | SequenceNode | undefined {
  switch (edit.kind) {
    case 'set':
      return edit.in;
    case 'insert':
      return edit.into;
    case 'remove':
      return edit.from;
    case 'rename':
      return holderOf(root, edit.entry.value);
    case 'replace':
    case 'editString':
      return holderOf(root, edit.node);
    default:
      return undefined;
  }
}

function meetEachOther({ mappings, sequences, replaced, renamed, strings, removesBlock }: GroupedEdits): boolean {
  const removedEntries = [...mappings.values()].flatMap(({ removed }) => [...removed]);
  const removedItems = [...sequences].flatMap(([sequence, { removed }]) =>
    [...removed].map((index) => sequence.items[index]).filter((item) => item !== undefined),
  );
  if (removesBlock && mappings.size + sequences.size + replaced.size + renamed.size + strings.size > 0) return true;
  if (removedEntries.some((entry) => renamed.has(entry))) return true;
  const removed = [...removedEntries.map((entry) => entry.value), ...removedItems];
  if (removed.some((node) => replaced.has(node))) return true;
  if ([...strings.keys()].some((node) => replaced.has(node) || removed.includes(node))) return true;
  const lost = new Set<SyntaxNode | Entry>();
  for (const node of [...removed, ...replaced.keys()]) addAllBelow(node, lost);
  const holders = [...replaced.values()].map((one) => one.in);
  const touched = [...mappings.keys(), ...sequences.keys(), ...renamed.keys(), ...strings.keys(), ...holders];
  return touched.some((place) => lost.has(place));
}

function addAllBelow(node: SyntaxNode, all: Set<SyntaxNode | Entry>): void {
  if (all.has(node)) return;
  all.add(node);
  // The node that is taken away may keep its own key, so only entries below it are lost.
  if (node.kind === 'mapping') for (const entry of node.entries) all.add(entry);
  for (const child of childrenOf(node)) addAllBelow(child, all);
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'mapping') return node.entries.map((entry) => entry.value);
  return node.kind === 'sequence' ? node.items : [];
}

function orNew<Key, Kept>(map: Map<Key, Kept>, key: Key, make: () => Kept): Kept {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}
