import type { TextEdit } from '../../../text/edit';
import type { TextRange } from '../../../text/range';
import { type GoneComments, type Row, rowsOf } from './gapRows';
import { lineIndentation, ownIndentation } from './indentation';
import { type Arrival, type Layout, rewrittenRows, withinLine, withNewLines } from './stretchText';
import { afterCommaIn, type ContainerNode, childRanges, gaps, isBroken, type JsonStyle } from './style';

/** All that is to happen to the children of one container. */
export interface ContainerChange {
  readonly container: ContainerNode;
  /** Indices of the children that go. */
  readonly removed: ReadonlySet<number>;
  /** What is to come before the child of that index, each written for the indentation of its line. */
  readonly inserted: ReadonlyMap<number, readonly ((indentation: string) => string)[]>;
  /** Whether a container that is empty now stays on its line. */
  readonly oneLine: boolean;
  /** Whether something comes that can't stand within a line. */
  readonly needsLines: boolean;
  readonly comments: GoneComments;
}

/**
 * Rewrites the stretches between children that stay wherever something goes or comes, and nothing else: commas, line breaks
 * and comments of a stretch are settled in one go, whatever meets in it. Undefined where a stretch holds a syntax error.
 */
export function changeContainer(text: string, style: JsonStyle, change: ContainerChange): readonly TextEdit[] | undefined {
  const { container, removed, inserted } = change;
  const allGaps = gaps(container);
  const count = childRanges(container).length;
  const layout = layoutOf(text, style, change);
  const isSpread =
    change.needsLines && count > 0 && !layout.broken && !allGaps.some((gap) => /[/]/.test(text.slice(gap.start, gap.end)));
  const edits: TextEdit[] = [];
  for (let from = 0; from <= count; ) {
    let to = from;
    while (removed.has(to)) to++;
    const isChanged = to > from || (inserted.get(from)?.length ?? 0) > 0;
    if (isSpread || isChanged) {
      const newText = isSpread ? spreadStretch(layout, change, from, to, count) : newStretch(text, layout, change, from, to);
      const [first, last] = [allGaps[from], allGaps[to]];
      if (newText === undefined || !first || !last) return undefined;
      edits.push(smallest(text, { range: { start: first.start, end: last.end }, newText }));
    }
    from = to + 1;
  }
  return edits;
}

/** A stretch of a container whose children all get lines of their own. */
function spreadStretch(layout: Layout, change: ContainerChange, from: number, to: number, count: number): string {
  const { style, childIndentation, closingIndentation, trailingComma } = layout;
  const fresh = Array.from({ length: to - from + 1 }, (_, step) => change.inserted.get(from + step) ?? []).flat();
  const lines = fresh.map((write) => `${style.lineBreak}${childIndentation}${write(childIndentation)}`).join(',');
  const before = from > 0 && (lines !== '' || to < count || trailingComma) ? ',' : '';
  if (to < count) return `${before}${lines}${lines === '' ? '' : ','}${style.lineBreak}${childIndentation}`;
  return `${before}${lines}${lines !== '' && trailingComma ? ',' : ''}${style.lineBreak}${closingIndentation}`;
}

function layoutOf(text: string, style: JsonStyle, { container, oneLine }: ContainerChange): Layout {
  const children = childRanges(container);
  const closingIndentation = lineIndentation(text, container.range.start);
  const own = children.map((child) => ownIndentation(text, child.start)).find((one) => one !== undefined);
  const lastGap = gaps(container).at(-1);
  return {
    style,
    afterComma: afterCommaIn(text, container) ?? style.afterComma,
    trailingComma: children.length > 0 && lastGap !== undefined && hasComma(text, lastGap),
    childIndentation: own ?? closingIndentation + style.indentation,
    closingIndentation,
    broken: children.length === 0 ? !oneLine : isBroken(text, container),
  };
}

function hasComma(text: string, gap: TextRange): boolean {
  return (
    rowsOf(text, [gap], { first: false, last: true })?.some((row) => row.parts.some(({ kind }) => kind === 'comma')) ?? false
  );
}

function newStretch(text: string, layout: Layout, change: ContainerChange, from: number, to: number): string | undefined {
  const all = gaps(change.container);
  const edges = { first: from === 0, last: to === all.length - 1 };
  const rows = rowsOf(text, all.slice(from, to + 1), edges, change.comments);
  const previous = childRanges(change.container)[from - 1];
  if (!rows) return undefined;
  const stretch = { rows, ...edges, empty: all.length === 1, layout };
  const arrivals = arrivalsOf(change, rows, from, to);
  if (rows.length > 1) return rewrittenRows(stretch, arrivals);
  const startsLine = previous !== undefined && ownIndentation(text, previous.start) !== undefined;
  const takesLines = arrivals.length > 0 && stretch.last && layout.broken && (stretch.empty || startsLine);
  if (takesLines) return withNewLines(stretch, arrivals);
  return withinLine(stretch, arrivals, lineIndentation(text, all[from]?.start ?? 0), layout.style.padding[change.container.kind]);
}

/**
 * New children take the row of the one that goes, else the one after the row on which the child before them ends; in an empty
 * container they come last.
 */
function arrivalsOf(
  { inserted, container }: ContainerChange,
  rows: readonly Row[],
  from: number,
  to: number,
): readonly Arrival[] {
  const isEmpty = childRanges(container).length === 0;
  const rowOfRemoved = rows.flatMap((row, index) => row.parts.filter(({ kind }) => kind === 'removed').map(() => index));
  const arrivals: Arrival[] = [];
  for (let at = from; at <= to; at++) {
    const here = rowOfRemoved[at - from];
    const before = rowOfRemoved[at - from - 1];
    const row = here ?? (before !== undefined ? before + 1 : isEmpty ? rows.length : 1);
    const bounded = Math.max(1, Math.min(row, rows.length - 1));
    for (const write of inserted.get(at) ?? []) arrivals.push({ row: bounded, write });
  }
  return arrivals;
}

/** The edit without what stays at its ends. */
function smallest(text: string, { range, newText }: TextEdit): TextEdit {
  const old = text.slice(range.start, range.end);
  const most = Math.min(old.length, newText.length);
  let same = 0;
  while (same < most && old[same] === newText[same]) same++;
  if (isInside(old, same)) same--;
  let sameAtEnd = 0;
  while (sameAtEnd < most - same && old.at(-1 - sameAtEnd) === newText.at(-1 - sameAtEnd)) sameAtEnd++;
  if (sameAtEnd > 0 && isInside(old, old.length - sameAtEnd)) sameAtEnd--;
  return {
    range: { start: range.start + same, end: range.end - sameAtEnd },
    newText: newText.slice(same, newText.length - sameAtEnd),
  };
}

/** No editor can point between the two halves of a line break or of a surrogate pair. */
function isInside(text: string, offset: number): boolean {
  return /^(?:\r\n?|[\ud800-\udbff][\udc00-\udfff]?)$/.test(text.slice(offset - 1, offset + 1)) && offset > 0;
}
