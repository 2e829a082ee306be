import { applyEdits, type TextEdit } from '../../text/edit';
import { contains, shift, type TextRange } from '../../text/range';
import type { Root } from '../format';
import type { Comment, SyntaxNode } from '../tree';
import {
  type Copy,
  commentsWith,
  copiedNode,
  copiesIn,
  expressionText,
  movedItem,
  type TreeEdit,
  type Value,
  valuesOf,
} from '../treeEdit';

/** What becomes of the comments around and inside of what edits take away. */
export interface CommentPlan {
  /** The same edits, in which what moves brings its comments along. */
  readonly edits: readonly TreeEdit[];
  /** Comments that the edits write elsewhere. */
  readonly travelling: ReadonlySet<Comment>;
  /** The comments in what goes that have to stay there, each on a line of its own. */
  stayingIn(range: TextRange): readonly Comment[];
}

type CommentedText = Pick<Root, 'text' | 'node' | 'comments'>;

/**
 * A comment above something that moves, or inside of it, moves along; what is said inside of something that goes comes along with the
 * next thing that moves out of it, or stays. Only the comment at the end of a line that goes may go: with `atLineEnds`, it moves along
 * with what its line is about.
 */
export function planComments(root: CommentedText, edits: readonly TreeEdit[], atLineEnds: boolean): CommentPlan {
  const copies = edits.flatMap(valuesOf).flatMap(copiesIn);
  const travelling = new Set(copies.flatMap(commentsWith));
  const brought = new Map<Copy, readonly Comment[]>();
  const copiedRanges: TextRange[] = [];
  if (root.comments.length > 0) {
    for (const unit of edits.flatMap((edit) => goneUnits(root, edit, edits))) {
      const moved = movedOutOf(unit, copies);
      copiedRanges.push(...moved.map(({ copy }) => copy[copiedNode].range));
      for (const comment of [
        ...commentsAbove(root, unit.range.start),
        ...commentsIn(root, throughLineEnd(root.text, unit.range)),
      ]) {
        const owner = travelling.has(comment) ? undefined : ownerOf(root.text, comment, unit, moved);
        if (!owner || (!atLineEnds && isAtLineEnd(root.text, comment))) continue;
        travelling.add(comment);
        const others = brought.get(owner) ?? commentsWith(owner);
        brought.set(
          owner,
          [...others, comment].sort((a, b) => a.range.start - b.range.start),
        );
      }
    }
  }
  return {
    edits: brought.size === 0 ? edits : edits.map((edit) => withValues(edit, (copy) => brought.get(copy))),
    travelling,
    stayingIn: (range) =>
      commentsIn(root, range).filter(
        (comment) =>
          !travelling.has(comment) &&
          !isAtLineEnd(root.text, comment) &&
          !copiedRanges.some((copied) => contains(copied, comment.range)),
      ),
  };
}

/**
 * Whether every comment is still somewhere once the edits are done, but for those at the ends of lines that go. What `wished` puts in the
 * place of a value leaves the line of its key, and what it takes over from the value.
 */
export function keepsComments(root: CommentedText, edits: readonly TextEdit[], wished: readonly TreeEdit[]): boolean {
  const { text, comments } = root;
  const touched = edits.flatMap(({ range }) => commentsTouching(comments, range));
  const ofWhatStays = touched.length > 0 ? lineEndsThatStay(root, wished) : new Set<Comment>();
  const mayGo = (comment: Comment) => isAtLineEnd(text, comment) && !ofWhatStays.has(comment);
  const own = touched.filter((comment) => !mayGo(comment));
  if (own.length === 0) return true;
  const start = Math.min(...edits.map(({ range }) => range.start), ...touched.map(({ range }) => range.start));
  const end = Math.max(...edits.map(({ range }) => range.end), ...touched.map(({ range }) => range.end));
  const after = applyEdits(
    text.slice(start, end),
    edits.map((edit) => ({ ...edit, range: shift(edit.range, -start) })),
  );
  const timesIn = (whole: string, comment: string) => whole.split(comment).length - 1;
  const words = new Set(own.map(({ range }) => text.slice(range.start, range.end)));
  return [...words].every((word) => {
    const before = commentsIn({ comments }, { start, end }).filter((one) => text.startsWith(word, one.range.start));
    return timesIn(after, word) >= before.filter((one) => !mayGo(one)).length;
  });
}

/** The comments at the ends of lines in values that give way whose lines don't: those of what is copied, and of the key. */
function lineEndsThatStay(root: CommentedText, edits: readonly TreeEdit[]): ReadonlySet<Comment> {
  const copies = edits.flatMap(valuesOf).flatMap(copiesIn);
  const units = edits.flatMap((edit) => (edit.kind === 'replace' || edit.kind === 'set' ? goneUnits(root, edit, edits) : []));
  return new Set(
    units.flatMap((unit) =>
      commentsIn(root, throughLineEnd(root.text, unit.range)).filter(
        (comment) =>
          isAtLineEnd(root.text, comment) &&
          (isBehindOpening(root.text, comment, unit) ||
            ownerOf(root.text, comment, unit, movedOutOf(unit, copies)) !== undefined),
      ),
    ),
  );
}

/** Whether a comment stands between the opening of a value and what comes first in it, on the line of the value's key. */
function isBehindOpening(text: string, { range }: Comment, unit: GoneUnit): boolean {
  return (
    unit.range.start < range.start &&
    !/[\r\n]/.test(text.slice(unit.range.start, range.start)) &&
    [...unit.elements.values()].every(({ end }) => range.start < end)
  );
}

function commentsTouching(comments: readonly Comment[], { start, end }: TextRange): readonly Comment[] {
  const first = indexOfFirstFrom(comments, start);
  const before = comments[first - 1];
  const from = before && before.range.end > start ? first - 1 : first;
  const past = comments.findIndex(({ range }, index) => index >= from && range.start >= end);
  return comments.slice(from, past < 0 ? undefined : past);
}

/** Whether a comment ends a line that has something else too. */
export function isAtLineEnd(text: string, { range }: Comment): boolean {
  return /^[ \t]*(?:[\r\n]|$)/.test(text.slice(range.end, range.end + farthest)) && !startsLine(text, range.start);
}

/** What goes: an item, an entry, a value or the whole text. */
interface GoneUnit {
  readonly range: TextRange;
  /** What stands in it, by its value: from its first word to its end. */
  readonly elements: ReadonlyMap<SyntaxNode, TextRange>;
  /** Whether what stands above it stays there, since something else comes in its place. */
  readonly hasSuccessor: boolean;
}

interface MovedElement {
  readonly copy: Copy;
  readonly range: TextRange;
}

function goneUnits(root: CommentedText, edit: TreeEdit, all: readonly TreeEdit[]): readonly GoneUnit[] {
  if (edit.kind === 'remove') {
    if ('entry' in edit) return [unitOf(edit.entry.range, edit.entry.value, false)];
    const { from, item } = edit;
    const hasSuccessor = all.some((other) => other.kind === 'insert' && other.into === from && from.items[other.at] === item);
    return [unitOf(itemRange(item), item, hasSuccessor)];
  }
  if (edit.kind === 'replace') return [valueUnit(edit.node)];
  if (edit.kind === 'removeBlock') {
    // What stands above the block stays at its place.
    const { start } = itemRange(root.node);
    return [unitOf({ start, end: root.text.length }, root.node, true)];
  }
  const present = edit.kind === 'set' ? edit.in.entries.findLast(({ key }) => key === edit.key) : undefined;
  return present ? [valueUnit(present.value)] : [];
}

function unitOf(range: TextRange, node: SyntaxNode, hasSuccessor: boolean): GoneUnit {
  const elements = new Map([[node, range]]);
  addElements(node, elements);
  return { range, elements, hasSuccessor };
}

/** A value that gives way: what stands above its key or item speaks of what comes in its place. */
function valueUnit(node: SyntaxNode): GoneUnit {
  const elements = new Map<SyntaxNode, TextRange>();
  addElements(node, elements);
  return { range: node.range, elements, hasSuccessor: true };
}

function addElements(node: SyntaxNode, elements: Map<SyntaxNode, TextRange>): void {
  const add = (value: SyntaxNode, range: TextRange) => {
    if (elements.has(value)) return;
    elements.set(value, range);
    addElements(value, elements);
  };
  if (node.kind === 'mapping') for (const { value, range } of node.entries) add(value, range);
  if (node.kind === 'sequence') for (const item of node.items) add(item, itemRange(item));
}

/** A nested block of Terraform begins with its header. */
function itemRange(item: SyntaxNode): TextRange {
  const header = item.kind === 'mapping' ? item.header : undefined;
  return header ? { start: header.range.start, end: item.range.end } : item.range;
}

/** In the order of the text. */
function movedOutOf({ elements }: GoneUnit, copies: readonly Copy[]): readonly MovedElement[] {
  const moved = copies.flatMap((copy): MovedElement[] => {
    const range = elements.get(copy[copiedNode]);
    return range ? [{ copy, range }] : [];
  });
  return moved.sort((a, b) => a.range.start - b.range.start);
}

/** What the comment comes along with; undefined for what stays, goes with its line, or is copied anyway. */
function ownerOf(text: string, comment: Comment, unit: GoneUnit, moved: readonly MovedElement[]): Copy | undefined {
  const { start, end } = comment.range;
  if (moved.some(({ copy }) => contains(copy[copiedNode].range, comment.range))) return undefined;
  if (isAtLineEnd(text, comment)) {
    const behind = moved.find(({ range }) => range.end <= start && /^[ \t]*,?[ \t]*$/.test(text.slice(range.end, start)));
    return behind?.copy ?? (isBehindOpening(text, comment, unit) ? moved[0]?.copy : undefined);
  }
  if (start >= unit.range.end) return undefined;
  const movesWhole = moved[0]?.range === unit.range;
  if (end <= unit.range.start && unit.hasSuccessor && !movesWhole) return undefined;
  return (moved.find(({ range }) => range.start >= end) ?? moved.at(-1))?.copy;
}

/** The comments right above what starts at the offset: on lines of their own, or on its line before it. */
function commentsAbove({ text, comments }: CommentedText, offset: number): readonly Comment[] {
  const found: Comment[] = [];
  let below = offset;
  for (let at = indexOfFirstFrom(comments, offset) - 1; at >= 0; at--) {
    const comment = comments[at];
    if (!comment || comment.range.end > below || !gapAbove.test(text.slice(comment.range.end, below))) break;
    if (isAtLineEnd(text, comment)) break;
    found.unshift(comment);
    below = comment.range.start;
  }
  return found;
}

const gapAbove = /^[ \t]*(?:\r\n|\n|\r)?[ \t]*(?:[-?][ \t]+)*$/;

function commentsIn({ comments }: Pick<Root, 'comments'>, { start, end }: TextRange): readonly Comment[] {
  const found: Comment[] = [];
  for (let at = indexOfFirstFrom(comments, start); at < comments.length; at++) {
    const comment = comments[at];
    if (!comment || comment.range.start >= end) break;
    if (comment.range.end <= end) found.push(comment);
  }
  return found;
}

function throughLineEnd(text: string, { start, end }: TextRange): TextRange {
  const rest = /^[ \t]*,?[ \t]*(?:#|\/\/|\/\*)/.test(text.slice(end, end + farthest));
  const lineBreak = text.slice(end).search(/[\r\n]/);
  return { start, end: rest ? (lineBreak < 0 ? text.length : end + lineBreak) : end };
}

function startsLine(text: string, offset: number): boolean {
  let start = offset;
  while (start > 0 && ' \t'.includes(text.charAt(start - 1))) start--;
  return start === 0 || '\r\n'.includes(text.charAt(start - 1));
}

/** The comments are in the order of the text. */
function indexOfFirstFrom(comments: readonly Comment[], offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.range.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Bring = (copy: Copy) => readonly Comment[] | undefined;

function withValues(edit: TreeEdit, bring: Bring): TreeEdit {
  if (edit.kind === 'set') return { ...edit, to: withComments(edit.to, bring) };
  if (edit.kind === 'insert') return { ...edit, values: edit.values.map((value) => withComments(value, bring)) };
  if (edit.kind === 'replace') return { ...edit, by: withComments(edit.by, bring) };
  return edit.kind === 'addBlock' ? { ...edit, body: withCommentsInside(edit.body, bring) } : edit;
}

function withComments(value: Value, bring: Bring): Value {
  if (typeof value !== 'object' || value === null || expressionText in value) return value;
  if (copiedNode in value) {
    const copy = value as Copy;
    const comments = bring(copy);
    return comments ? movedItem(copy[copiedNode], comments) : copy;
  }
  if (Array.isArray(value)) return value.map((item: Value) => withComments(item, bring));
  return withCommentsInside(value as { readonly [key: string]: Value }, bring);
}

function withCommentsInside(value: { readonly [key: string]: Value }, bring: Bring): { readonly [key: string]: Value } {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withComments(inner, bring)]));
}

/** How far behind something a comment at the end of its line is looked for. */
const farthest = 200;
