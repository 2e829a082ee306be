import type { TextEdit } from '../../../text/edit';
import { commentsWith } from '../../treeEdit';
import type { ContainerEdit } from './containerEdit';
import { commaAfter, keyEdits, linePaddings, textOf } from './lines/elementLines';
import { spacedBlocks, tidied } from './lines/emptyLines';
import type { Element, GapToken } from './lines/layout';
import type { RowLine } from './lines/rowLine';
import type { Row } from './lines/rows';

/** Changes a container in which every element starts a line: whole lines come and go. */
export function editRows(edit: ContainerEdit, rows: readonly Row[]): readonly TextEdit[] {
  const { text, layout, removed, added, replaced, keys: newKeys, values } = edit;
  const areSameElements = removed.size === 0 && added.length === 0 && newKeys.size === 0;
  // Without signs to be aligned, what happens inside of an element is no matter to its neighbours.
  if (areSameElements && (values.size === 0 || (layout.kind === 'tuple' && replaced.size === 0))) return [];
  const standing = placed(edit, rows);
  const isSameLines = standing.every(({ row, isGone }) => row && !isGone);
  const lines = isSameLines ? standing : spacedBlocks(edit, rows, tidied(standing));
  const kept = lines.filter((line) => !line.isGone);
  const opening = text.slice(layout.inner.start, rows[0]?.range.start ?? layout.inner.end);
  const isEmpty = !kept.some(
    ({ row, written, comment }) => written || comment !== undefined || row?.kind === 'comment' || row?.kind === 'element',
  );
  if (!isSameLines && isEmpty && opening.trim() === '') return [{ range: layout.inner, newText: '' }];

  const paddings = linePaddings(edit, kept);
  const byElement = new Map(kept.flatMap((line) => (line.element ? [[line.element, paddings.get(line)] as const] : [])));
  const keys = keyEdits(edit, (element) => byElement.get(element));
  if (isSameLines) return keys;
  const ending = commaAtEnd(edit, rows, kept);
  return [
    ...keys,
    ...ending.edits,
    ...lineEdits(edit, rows, lines, (line) => newLine(edit, line, paddings.get(line) ?? 1, ending.isBare(line))),
  ];
}

/** The rows with the new lines among them, without those of comments that come along with something. */
function placed(edit: ContainerEdit, rows: readonly Row[]): readonly RowLine[] {
  const { text, layout, removed, added, replaced } = edit;
  const fresh = new Map<number, RowLine[]>();
  const commentLine = (comment: string): RowLine => ({ comment, isGone: false });
  for (const { slot, side, written, comments } of added) {
    const at = rowBefore(rows, layout.elements, removed, slot, side);
    fresh.set(at, [...(fresh.get(at) ?? []), ...comments.map(commentLine), { written, isGone: false }]);
  }
  const lines = rows.flatMap((row, index): RowLine[] => {
    const { element, kind } = row;
    const isRemoved = element !== undefined && removed.has(element);
    const moves = row.comments.map((comment) => movesAlong(edit, comment));
    const isGone = isRemoved || (kind === 'comment' && moves.includes(true));
    const own = row.comments.filter((_, at) => kind === 'comment' && isGone && !moves[at]).map(({ range }) => range);
    const lost = isRemoved ? row.range : element && replaced.has(element) ? element.value.range : undefined;
    const inside = lost ? edit.comments.stayingIn(lost).map(({ range }) => range) : [];
    const brought = element && replaced.has(element) ? commentsWith(replaced.get(element) ?? null) : [];
    const staying = [...own, ...inside, ...brought.map(({ range }) => range)];
    const above = staying.map(({ start, end }) => commentLine(text.slice(start, end)));
    return [...(fresh.get(index) ?? []), ...above, { row, element, isGone }];
  });
  return [...lines, ...(fresh.get(rows.length) ?? [])];
}

function movesAlong({ comments }: ContainerEdit, { range }: GapToken): boolean {
  return [...comments.travelling].some((comment) => comment.range.start === range.start);
}

/** The index of the row before which a new line goes. */
function rowBefore(
  rows: readonly Row[],
  elements: readonly Element[],
  removed: ReadonlySet<Element>,
  slot: number,
  side: 'above' | 'below',
): number {
  const next = elements[slot];
  if (side === 'above' || !next)
    return rows.findIndex((row) => row.element !== undefined && row.element === elements[slot - 1]) + 1;
  let at = rows.findIndex((row) => row.element === next);
  if (removed.has(next)) return at;
  while (rows[at - 1]?.kind === 'comment') at--;
  return at;
}

/** Whether the last element has a comma is a habit of the container, which the element that was last takes along. */
function commaAtEnd(edit: ContainerEdit, rows: readonly Row[], kept: readonly RowLine[]) {
  const { text, layout, style, values } = edit;
  const lastBefore = rows.findLast((row) => row.element);
  const lastNow = kept.findLast((line) => line.element || line.written);
  const hasComma = lastBefore ? lastBefore.comma !== undefined : layout.kind === 'tuple' && style.commaAfterLastItem;
  const edits: TextEdit[] = [];
  const wasLast = lastBefore?.element;
  if (wasLast && !lastBefore.comma && lastNow?.element !== wasLast && !edit.removed.has(wasLast)) {
    const { start, end } = wasLast.outer;
    edits.push({ range: { start: end, end }, newText: commaAfter(edit, values.get(wasLast) ?? text.slice(start, end)) });
  }
  const dangling = lastNow?.row && lastNow.row !== lastBefore && !hasComma ? lastNow.row.comma : undefined;
  if (dangling) edits.push({ range: dangling, newText: '' });
  return { edits, isBare: (line: RowLine) => line === lastNow && !hasComma };
}

function newLine(edit: ContainerEdit, { written, comment }: RowLine, padding: number, isBare: boolean): string {
  const { newline } = edit.style;
  if (comment !== undefined) return edit.innerIndent + comment + newline;
  if (!written) return newline;
  const text = textOf(edit, written, padding);
  return `${edit.innerIndent}${text}${isBare ? '' : commaAfter(edit, text)}${newline}`;
}

/** Takes the lines that are gone out of the text and puts the new ones in, neighbours in one edit. */
function lineEdits(
  { text, layout }: ContainerEdit,
  rows: readonly Row[],
  lines: readonly RowLine[],
  write: (line: RowLine) => string,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const firstBreak = layout.gaps[0]?.find((token) => token.kind === 'newline');
  let at = rows[0]?.range.start ?? (layout.bracketed ? firstBreak?.range.end : undefined) ?? layout.inner.start;
  const add = (end: number, newText: string) => {
    const last = edits.at(-1);
    if (last?.range.end === at)
      edits[edits.length - 1] = { range: { start: last.range.start, end }, newText: last.newText + newText };
    else edits.push({ range: { start: at, end }, newText });
  };
  for (const line of lines) {
    if (!line.row) add(at, write(line));
    else if (line.isGone) add(line.row.range.end, '');
    at = line.row?.range.end ?? at;
  }
  const last = edits.at(-1);
  const isOpenEnd = last?.range.end === text.length && !text.endsWith('\n');
  return last && isOpenEnd ? [...edits.slice(0, -1), endOfFile(text, last)] : edits;
}

/** The last line of a file of attributes need not have a line break, neither before nor after the change. */
function endOfFile(text: string, { range, newText }: TextEdit): TextEdit {
  const bare = newText.replace(/\r?\n$/, '');
  if (bare !== '' && range.start < range.end) return { range, newText: bare };
  if (bare !== '') return { range, newText: newText.slice(bare.length) + bare };
  const before = /\r?\n$/.exec(text.slice(0, range.start))?.[0].length ?? 0;
  return { range: { start: range.start - before, end: range.end }, newText: '' };
}
