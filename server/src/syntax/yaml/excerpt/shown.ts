import { contains, type TextRange } from '../../../text/range';
import type { Root } from '../../format';
import type { MappingNode, SequenceNode, SyntaxNode } from '../../tree';
import { commentsWith, copiedNode, copiesIn, type TreeEdit, valuesOf } from '../../treeEdit';
import { lineStart } from '../lines';

/** How much is shown of what the edits aren't about. */
export interface Amount {
  /** The first items of the collections that hold what changes. */
  readonly near: number;
  /** The first items of those beside them. */
  readonly far: number;
  /** The last items of all: one at least, since a cut ends where something begins. */
  readonly last: number;
}

/** What is left of a document. */
export interface Shown {
  /** What is left out, in the order of the text. */
  readonly cuts: readonly TextRange[];
  /** The indices of the items and entries that stay, of collections that lose some. */
  readonly left: ReadonlyMap<SyntaxNode, readonly number[]>;
}

/** What the edits speak of and some of what stands around it. */
export function shownOf({ text, node: top }: Root, edits: readonly TreeEdit[], amount: Amount): Shown {
  const { whole, places } = concernsOf(edits);
  const cuts: TextRange[] = [];
  const left = new Map<SyntaxNode, readonly number[]>();
  const needed = [...whole, ...[...places.keys()].map(({ range }) => range)];

  function visit(node: SyntaxNode, mostShown: number): void {
    if (node.kind !== 'mapping' && node.kind !== 'sequence') return;
    if (whole.some((range) => contains(range, node.range))) return;
    const children = childrenOf(node);
    const isFlow = hasBrackets(text, node, children);
    const holding = new Set(needed.flatMap((range) => indexOfChildAround(children, range) ?? []));
    const kept = keptIndices(children.length, { first: mostShown, last: amount.last }, [...holding, ...(places.get(node) ?? [])]);
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

/** The first and the last ones, and those around the places; the very first always, since a cut begins behind something. */
function keptIndices(count: number, shown: { first: number; last: number }, places: readonly number[]): readonly number[] {
  const first = Array.from({ length: Math.max(1, shown.first) }, (_, index) => index);
  const last = Array.from({ length: shown.last }, (_, index) => count - 1 - index);
  const around = places.flatMap((index) => [index - 1, index, index + 1]);
  const kept = new Set([...first, ...around, ...last]);
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
