import type { TextEdit } from '../../text/edit';
import { contains, type TextRange } from '../../text/range';
import type { Root } from '../format';
import { shiftComment } from '../shiftNode';
import type { Comment, Entry, MappingNode, SequenceNode, SyntaxNode } from '../tree';
import {
  type Copy,
  commentsWith,
  copiedNode,
  copiesIn,
  copyOf,
  expressionText,
  movedItem,
  type TreeEdit,
  type Value,
  valuesOf,
} from '../treeEdit';
import { lineStart } from './lines';

/** What of a document an edit has to do with, as a document of its own. */
export interface Excerpt {
  readonly root: Root;
  readonly edits: readonly TreeEdit[];
  /** The edits of the excerpt's text as edits of the document's; undefined where one reaches into what was left out. */
  inWhole(edits: readonly TextEdit[]): readonly TextEdit[] | undefined;
}

/**
 * A long document without what stands far from the edits: of a collection stay the items that they speak of, those beside them, and
 * enough others to show how the document is written. What is laid out, and read again to be sure of it, is then as long as the edit
 * and not as the document. Undefined where all has to be there: in broken text, and where parts may lean on each other.
 */
export function excerptOf(root: Root, edits: readonly TreeEdit[]): Excerpt | undefined {
  if (root.broken || root.unread || root.text.length < longEnough || mayLean(root)) return undefined;
  const concerns = concernsOf(edits);
  const cuts = cutsIn(root, concerns);
  if (cuts.length === 0) return undefined;
  return cutOut(root, cuts, edits);
}

/** Below this a document is read in no time. */
const longEnough = 8_000;

/** Whether there are anchors or directives, or what looks like one. */
function mayLean(root: Root): boolean {
  const known = leaning.get(root);
  if (known !== undefined) return known;
  const leans = /(?:^|[\s[{,])&[^\s&]|^%/m.test(root.text);
  leaning.set(root, leans);
  return leans;
}

const leaning = new WeakMap<Root, boolean>();

interface Concerns {
  /** What is needed with all that is in it. */
  readonly whole: readonly TextRange[];
  /** Collections in which something changes, and beside which of their items: indices. */
  readonly places: ReadonlyMap<SyntaxNode, readonly number[]>;
}

function concernsOf(edits: readonly TreeEdit[]): Concerns {
  const whole: TextRange[] = edits
    .flatMap(valuesOf)
    .flatMap(copiesIn)
    .flatMap((copy) => [copy[copiedNode].range, ...commentsWith(copy).map(({ range }) => range)]);
  const places = new Map<SyntaxNode, number[]>();
  const addPlace = (node: SyntaxNode, index: number) => places.set(node, [...(places.get(node) ?? []), index]);
  for (const edit of edits) {
    if (edit.kind === 'set') {
      const present = edit.in.entries.findLastIndex(({ key }) => key === edit.key);
      addPlace(edit.in, present < 0 ? edit.in.entries.length : present);
      if (present >= 0) whole.push(edit.in.entries[present]?.range ?? edit.in.range);
    } else if (edit.kind === 'insert') addPlace(edit.into, edit.at);
    else if (edit.kind === 'remove') {
      const index = 'entry' in edit ? edit.from.entries.indexOf(edit.entry) : edit.from.items.indexOf(edit.item);
      addPlace(edit.from, index);
      whole.push('entry' in edit ? edit.entry.range : edit.item.range);
    } else if (edit.kind === 'rename') whole.push(edit.entry.range);
    else if (edit.kind === 'replace' || edit.kind === 'editString') whole.push(edit.node.range);
  }
  return { whole, places };
}

/** What can be left out, in the order of the text. */
function cutsIn({ text, node: top }: Root, { whole, places }: Concerns): readonly TextRange[] {
  const cuts: TextRange[] = [];
  const needed = [...whole, ...[...places.keys()].map(({ range }) => range)];

  function visit(node: SyntaxNode, mostShown: number): void {
    if (node.kind !== 'mapping' && node.kind !== 'sequence') return;
    if (whole.some((range) => contains(range, node.range))) return;
    const children = childrenOf(node);
    const kept = new Set<number>();
    const keep = (index: number) => kept.add(index);
    const keepAround = (index: number) => [index - 1, index, index + 1].forEach(keep);
    for (let index = 0; index < Math.min(mostShown, children.length); index++) keep(index);
    [children.length - 2, children.length - 1].forEach(keep);
    for (const index of places.get(node) ?? []) keepAround(index);
    const isNeeded = (range: TextRange) => needed.some((one) => contains(range, one));
    children.forEach(({ range }, index) => {
      if (isNeeded(range)) keepAround(index);
    });
    const isFlow = hasBrackets(text, node);
    const starts = (index: number) => startOfChild(text, node, index, isFlow);
    for (let index = 1; index < children.length; index++) {
      let first = index;
      while (index < children.length && !kept.has(index)) index++;
      let next = index;
      while (first < next && starts(first) === undefined) first++;
      while (first < next && starts(next) === undefined) next--;
      const [start, end] = [starts(first), starts(next)];
      if (first < next && start !== undefined && end !== undefined) cuts.push({ start, end });
    }
    children.forEach(({ value, range }, index) => {
      if (!isCut(cuts, range)) visit(value, isNeeded(range) ? mostShownNear : index < mostShown ? mostShownFar : 1);
    });
  }

  visit(top, mostShownNear);
  return cuts.sort((a, b) => a.start - b.start);
}

const mostShownNear = 6;
const mostShownFar = 2;

function isCut(cuts: readonly TextRange[], range: TextRange): boolean {
  return cuts.some((cut) => contains(cut, range));
}

interface Child {
  readonly range: TextRange;
  readonly value: SyntaxNode;
}

function childrenOf(node: MappingNode | SequenceNode): readonly Child[] {
  if (node.kind === 'mapping') return node.entries;
  return node.items.map((value) => ({ range: value.range, value }));
}

function hasBrackets(text: string, node: MappingNode | SequenceNode): boolean {
  const { start, end } = node.range;
  const brackets = text.charAt(start) + text.charAt(end - 1);
  return brackets === (node.kind === 'mapping' ? '{}' : '[]') && childrenOf(node)[0]?.range.start !== start;
}

/** Where what belongs to the child starts; undefined unless it is plain that nothing else stands between it and the one before it. */
function startOfChild(text: string, node: MappingNode | SequenceNode, index: number, isFlow: boolean): number | undefined {
  const children = childrenOf(node);
  const child = children[index];
  const before = children[index - 1];
  if (!child || !before) return undefined;
  if (isFlow) return /^\s*,\s*$/.test(text.slice(before.range.end, child.range.start)) ? child.range.start : undefined;
  const start = lineStart(text, child.range.start);
  const mark = node.kind === 'mapping' ? /^ *$/ : /^ *- +$/;
  return start >= before.range.end && mark.test(text.slice(start, child.range.start)) ? start : undefined;
}

function cutOut(root: Root, cuts: readonly TextRange[], edits: readonly TreeEdit[]): Excerpt {
  const kept = keptStretches(root.text, cuts);
  const text = kept.map(({ start, end }) => root.text.slice(start, end)).join('');
  const moveOf = (offset: number) => lengthBefore(cuts, offset);
  const shifted = ({ start, end }: TextRange): TextRange => ({ start: start - moveOf(start), end: end - moveOf(end) });
  const nodes = new Map<SyntaxNode, SyntaxNode>();
  const entries = new Map<Entry, Entry>();
  const comments = new Map<Comment, Comment>();
  for (const comment of root.comments)
    if (!isCut(cuts, comment.range)) comments.set(comment, shiftComment(comment, -moveOf(comment.range.start)));

  function copied(node: SyntaxNode): SyntaxNode {
    const copy = copiedNodeOf(node);
    nodes.set(node, copy);
    return copy;
  }
  function copiedNodeOf(node: SyntaxNode): SyntaxNode {
    const range = shifted(node.range);
    if (node.kind === 'sequence') return { ...node, range, items: node.items.filter(isKept).map(copied) };
    if (node.kind === 'mapping') return { ...node, range, entries: node.entries.filter(isKept).map(copiedEntry) };
    return { ...node, range };
  }
  function copiedEntry(entry: Entry): Entry {
    const { key, keyRange, value, range } = entry;
    const copy = { key, keyRange: shifted(keyRange), value: copied(value), range: shifted(range) };
    entries.set(entry, copy);
    return copy;
  }
  function isKept({ range }: SyntaxNode | Entry): boolean {
    return !isCut(cuts, range);
  }

  const node = copied(root.node);
  const own = {
    ...root,
    text,
    node,
    comments: [...comments.values()],
    items: undefined,
    formerItems: undefined,
    item: undefined,
  };
  return { root: own, edits: edits.map(translated), inWhole };

  function translated(edit: TreeEdit): TreeEdit {
    if (edit.kind === 'set') return { ...edit, in: known(edit.in), to: translatedValue(edit.to) };
    if (edit.kind === 'insert') {
      const at = edit.into.items.slice(0, edit.at).filter(isKept).length;
      return { ...edit, into: known(edit.into), at, values: edit.values.map(translatedValue) };
    }
    if (edit.kind === 'remove') {
      if ('entry' in edit) return { ...edit, from: known(edit.from), entry: entries.get(edit.entry) ?? edit.entry };
      return { ...edit, from: known(edit.from), item: known(edit.item) };
    }
    if (edit.kind === 'rename') return { ...edit, entry: entries.get(edit.entry) ?? edit.entry };
    if (edit.kind === 'editString') return { ...edit, node: known(edit.node) };
    return edit.kind === 'replace' ? { ...edit, node: known(edit.node), by: translatedValue(edit.by) } : edit;
  }
  function known<Node extends SyntaxNode>(one: Node): Node {
    return (nodes.get(one) ?? one) as Node;
  }
  function translatedValue(value: Value): Value {
    if (typeof value !== 'object' || value === null || expressionText in value) return value;
    if (copiedNode in value) {
      const copy = value as Copy;
      const moved = commentsWith(copy).map((comment) => comments.get(comment) ?? comment);
      return moved.length > 0 ? movedItem(known(copy[copiedNode]), moved) : copyOf(known(copy[copiedNode]));
    }
    if (Array.isArray(value)) return value.map(translatedValue);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, translatedValue(inner)]));
  }

  function inWhole(textEdits: readonly TextEdit[]): readonly TextEdit[] | undefined {
    const seams = cuts.map(({ start }) => start - moveOf(start));
    if (textEdits.some(({ range }) => seams.some((seam) => range.start <= seam && seam <= range.end))) return undefined;
    const by = (offset: number) => lengthOfCuts(cuts, seams, offset);
    return textEdits.map(({ range, newText }) => ({
      range: { start: range.start + by(range.start), end: range.end + by(range.end) },
      newText,
    }));
  }
}

function keptStretches(text: string, cuts: readonly TextRange[]): readonly TextRange[] {
  const starts = [0, ...cuts.map(({ end }) => end)];
  const ends = [...cuts.map(({ start }) => start), text.length];
  return starts.map((start, index) => ({ start, end: ends[index] ?? start }));
}

/** How much has been left out before an offset of the document. */
function lengthBefore(cuts: readonly TextRange[], offset: number): number {
  return cuts.reduce((sum, { start, end }) => (end <= offset ? sum + end - start : sum), 0);
}

/** How much has been left out before an offset of the excerpt. */
function lengthOfCuts(cuts: readonly TextRange[], seams: readonly number[], offset: number): number {
  return cuts.reduce((sum, { start, end }, index) => ((seams[index] ?? 0) <= offset ? sum + end - start : sum), 0);
}
