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
 * A long document without what stands far from the edits: of a collection stay the items that they speak of, those beside them, and,
 * where something is written, enough others to show how the document is written. What is laid out, and read again to be sure of it, is
 * then as long as the edit and not as the document. Undefined where all has to be there: in broken text, and where parts may lean on
 * each other.
 */
export function excerptOf(root: Root, edits: readonly TreeEdit[]): Excerpt | undefined {
  const amount = edits.some(isWriting) ? shownForWriting : shownForTaking;
  if (root.broken || root.unread || root.text.length < amount.longEnough || mayLean(root)) return undefined;
  const shown = shownOf(root, concernsOf(edits), amount);
  return shown.cuts.length === 0 ? undefined : cutOut(root, shown, edits);
}

/** Whether the edit needs to know how the document is written. */
function isWriting(edit: TreeEdit): boolean {
  return edit.kind === 'rename' || valuesOf(edit).length > 0;
}

/** How much is shown of what an edit isn't about. */
interface Amount {
  /** Below this a document is read in no time. */
  readonly longEnough: number;
  /** The first items of the collections that hold what changes. */
  readonly near: number;
  /** The first items of those beside them. */
  readonly far: number;
}

const shownForWriting: Amount = { longEnough: 8_000, near: 6, far: 2 };
const shownForTaking: Amount = { longEnough: 1_000, near: 1, far: 1 };

/** Whether there are anchors or directives, or what looks like one. */
function mayLean(root: Root): boolean {
  const known = leaning.get(root);
  if (known !== undefined) return known;
  const leans = holds(root.text, '&', /^$|[\s[{,]/, /[^\s&]/) || holds(root.text, '%', /^$|[\n\r\u2028\u2029]/, /^/);
  leaning.set(root, leans);
  return leans;
}

/** Whether the sign stands somewhere between such characters: it alone is found many times as fast as by a pattern. */
function holds(text: string, sign: string, before: RegExp, behind: RegExp): boolean {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    if (before.test(text.charAt(at - 1)) && behind.test(text.charAt(at + 1))) return true;
  }
  return false;
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

interface Shown {
  /** What is left out, in the order of the text. */
  readonly cuts: readonly TextRange[];
  /** The indices of the items and entries that stay, of collections that lose some. */
  readonly left: ReadonlyMap<SyntaxNode, readonly number[]>;
}

function shownOf({ text, node: top }: Root, { whole, places }: Concerns, amount: Amount): Shown {
  const cuts: TextRange[] = [];
  const left = new Map<SyntaxNode, readonly number[]>();
  const needed = [...whole, ...[...places.keys()].map(({ range }) => range)];

  function visit(node: SyntaxNode, mostShown: number): void {
    if (node.kind !== 'mapping' && node.kind !== 'sequence') return;
    if (whole.some((range) => contains(range, node.range))) return;
    const children = childrenOf(node);
    const isFlow = hasBrackets(text, node, children);
    const holding = new Set(needed.flatMap((range) => indexOfChildAround(children, range) ?? []));
    const kept = keptIndices(children.length, mostShown, [...holding, ...(places.get(node) ?? [])]);
    const starts = (index: number) => startOfChild(text, node, children, index, isFlow);
    const staying: number[] = [];
    for (const [at, index] of kept.entries()) {
      staying.push(index);
      const end = kept[at + 1] ?? children.length;
      let first = index + 1;
      let next = end;
      while (first < next && starts(first) === undefined) first++;
      while (first < next && starts(next) === undefined) next--;
      const [cutStart, cutEnd] = [starts(first), starts(next)];
      const isCut = first < next && cutStart !== undefined && cutEnd !== undefined;
      if (isCut) cuts.push({ start: cutStart, end: cutEnd });
      for (let other = index + 1; other < end; other++) if (!isCut || other < first || other >= next) staying.push(other);
    }
    if (staying.length < children.length) left.set(node, staying);
    for (const index of staying) {
      const child = children[index];
      if (child) visit(child.value, holding.has(index) ? amount.near : index < mostShown ? amount.far : 1);
    }
  }

  visit(top, amount.near);
  return { cuts: cuts.sort((a, b) => a.start - b.start), left };
}

/** The first ones, the last two, and those around the places; the first one always, from which a cut begins. */
function keptIndices(count: number, mostShown: number, places: readonly number[]): readonly number[] {
  const first = Array.from({ length: Math.max(1, mostShown) }, (_, index) => index);
  const around = places.flatMap((index) => [index - 1, index, index + 1]);
  const kept = new Set([...first, ...around, count - 2, count - 1]);
  return [...kept].filter((index) => index >= 0 && index < count).sort((a, b) => a - b);
}

/** They stand in the order of the text. */
function indexOfChildAround(children: readonly Pick<Child, 'range'>[], range: TextRange): number | undefined {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.range.start ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  const child = children[low - 1];
  return child && contains(child.range, range) ? low - 1 : undefined;
}

interface Child {
  readonly range: TextRange;
  readonly value: SyntaxNode;
}

function childrenOf(node: MappingNode | SequenceNode): readonly Child[] {
  if (node.kind === 'mapping') return node.entries;
  return node.items.map((value) => ({ range: value.range, value }));
}

function hasBrackets(text: string, node: MappingNode | SequenceNode, [first]: readonly Child[]): boolean {
  const { start, end } = node.range;
  const brackets = text.charAt(start) + text.charAt(end - 1);
  return brackets === (node.kind === 'mapping' ? '{}' : '[]') && first?.range.start !== start;
}

/** Where what belongs to the child starts; undefined unless it is plain that nothing else stands between it and the one before it. */
function startOfChild(
  text: string,
  node: MappingNode | SequenceNode,
  children: readonly Child[],
  index: number,
  isFlow: boolean,
): number | undefined {
  const child = children[index];
  const before = children[index - 1];
  if (!child || !before) return undefined;
  if (isFlow) return /^\s*,\s*$/.test(text.slice(before.range.end, child.range.start)) ? child.range.start : undefined;
  const start = lineStart(text, child.range.start);
  const mark = node.kind === 'mapping' ? /^ *$/ : /^ *- +$/;
  return start >= before.range.end && mark.test(text.slice(start, child.range.start)) ? start : undefined;
}

function cutOut(root: Root, { cuts, left }: Shown, edits: readonly TreeEdit[]): Excerpt {
  const kept = keptStretches(root.text, cuts);
  const text = kept.map(({ start, end }) => root.text.slice(start, end)).join('');
  const moveOf = (offset: number) => lengthBefore(cuts, offset);
  const shifted = ({ start, end }: TextRange): TextRange => ({ start: start - moveOf(start), end: end - moveOf(end) });
  const nodes = new Map<SyntaxNode, SyntaxNode>();
  const entries = new Map<Entry, Entry>();
  const comments = new Map<Comment, Comment>();
  for (const comment of root.comments)
    if (!cuts.some((cut) => contains(cut, comment.range)))
      comments.set(comment, shiftComment(comment, -moveOf(comment.range.start)));

  function copied(node: SyntaxNode): SyntaxNode {
    const copy = copiedNodeOf(node);
    nodes.set(node, copy);
    return copy;
  }
  function copiedNodeOf(node: SyntaxNode): SyntaxNode {
    const range = shifted(node.range);
    if (node.kind === 'sequence') return { ...node, range, items: leftOf(node, node.items).map(copied) };
    if (node.kind === 'mapping') return { ...node, range, entries: leftOf(node, node.entries).map(copiedEntry) };
    return { ...node, range };
  }
  function copiedEntry(entry: Entry): Entry {
    const { key, keyRange, value, range } = entry;
    const copy = { key, keyRange: shifted(keyRange), value: copied(value), range: shifted(range) };
    entries.set(entry, copy);
    return copy;
  }
  function leftOf<Child>(node: SyntaxNode, children: readonly Child[]): readonly Child[] {
    return left.get(node)?.map((index) => children[index] as Child) ?? children;
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
      const at = left.get(edit.into)?.filter((index) => index < edit.at).length ?? edit.at;
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
