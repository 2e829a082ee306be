import { cachedBy } from '../../../text/cachedBy';
import type { TextEdit } from '../../../text/edit';
import { contains, type TextRange } from '../../../text/range';
import type { Root } from '../../format';
import { shiftComment } from '../../list/shiftNode';
import type { Comment, Entry, SyntaxNode } from '../../tree';
import {
  type Copy,
  commentsWith,
  copiedNode,
  copyOf,
  expressionText,
  movedItem,
  type TreeEdit,
  type Value,
  valuesOf,
} from '../../treeEdit';
import { type Amount, type Shown, shownOf } from './shown';

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
  const amount = edits.some(isWriting) ? forWriting : forTaking;
  if (root.broken || root.unread || root.text.length < amount.longEnough || mayLean(root)) return undefined;
  const shown = shownOf(root, edits, amount);
  return shown.cuts.length === 0 ? undefined : cutOut(root, shown, edits);
}

/** Whether the edit needs to know how the document is written. */
function isWriting(edit: TreeEdit): boolean {
  return edit.kind === 'rename' || valuesOf(edit).length > 0;
}

/** Below `longEnough` a document is read in no time. */
interface ExcerptAmount extends Amount {
  readonly longEnough: number;
}

const forWriting: ExcerptAmount = { longEnough: 8_000, near: 4, far: 1, last: 2 };
const forTaking: ExcerptAmount = { longEnough: 1_000, near: 1, far: 1, last: 1 };

/** Whether there are anchors or directives, or what looks like one. */
const mayLean = cachedBy(
  ({ text }: Root) => holds(text, '&', /^$|[\s[{,]/, /[^\s&]/) || holds(text, '%', /^$|[\n\r\u2028\u2029]/, /^/),
);

/** Whether the sign stands somewhere between such characters: it alone is found many times as fast as by a pattern. */
function holds(text: string, sign: string, before: RegExp, behind: RegExp): boolean {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    if (before.test(text.charAt(at - 1)) && behind.test(text.charAt(at + 1))) return true;
  }
  return false;
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
