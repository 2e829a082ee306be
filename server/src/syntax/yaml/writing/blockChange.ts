import type { TextEdit } from '../../../text/edit';
import { lineEnd, lineStart, nextLine, startsLine } from '../lines';
import type { ContainerLayout, Slot } from './layout';
import { addLinesBelow, deleteLines, emptyLinesAbove, emptyLinesBelow, replacing } from './lineEdits';
import { replaceBlock } from './replaceValue';
import { type Sheet, stayingComments } from './sheet';

/** What happens to the items of one collection. */
export interface ItemChange {
  /** Indices of slots. */
  readonly removed: ReadonlySet<number>;
  /** Written items by the index of the slot that they come before. */
  readonly inserted: ReadonlyMap<number, readonly string[]>;
}

/** Neighbouring items that go, from `first` to `last`, and what comes in their place. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly texts: readonly string[];
}

/** The changes in the order of the text: runs of removed items, and insertions away from them (`last` before `first`). */
export function runsOf(count: number, { removed, inserted }: ItemChange): readonly Run[] {
  const runs: Run[] = [];
  let index = 0;
  while (index <= count) {
    const first = index;
    while (removed.has(index)) index++;
    const texts = Array.from({ length: index - first + 1 }, (_, step) => inserted.get(first + step) ?? []).flat();
    if (index > first || texts.length > 0) runs.push({ first, last: index - 1, texts });
    index++;
  }
  return runs;
}

export function changeBlock(sheet: Sheet, container: ContainerLayout, change: ItemChange): readonly TextEdit[] | undefined {
  const { node, slots } = container;
  const runs = runsOf(slots.length, change);
  if (change.removed.size === slots.length && runs.every(({ texts }) => texts.length === 0)) {
    return replaceBlock(sheet, container, { text: node.kind === 'mapping' ? '{}' : '[]', hangs: false });
  }
  return runs.flatMap((run) => {
    if (run.last < run.first) return insertItems(sheet, container, run);
    return run.texts.length > 0 ? replaceItems(sheet, container, run) : removeItems(sheet, container, run);
  });
}

function insertItems(sheet: Sheet, { slots, slot, column }: ContainerLayout, { first, texts }: Run): readonly TextEdit[] {
  const indent = ' '.repeat(column);
  const lines = texts.join(`\n${indent}`);
  const before = slots[first - 1];
  if (before) return [addLinesBelow(sheet, before.end, indent + lines)];
  const start = slots[0]?.start ?? 0;
  // A comment above the first item is taken to speak of that item.
  const isCommented = slot?.head !== undefined && stayingComments(sheet, slot.head, start).length > 0;
  return isCommented
    ? [addLinesBelow(sheet, slot.head ?? start, indent + lines)]
    : [replacing(start, start, `${lines}\n${indent}`)];
}

function replaceItems(sheet: Sheet, { slots, column }: ContainerLayout, { first, last, texts }: Run): readonly TextEdit[] {
  const { text } = sheet;
  const start = slots[first]?.start ?? 0;
  const end = slots[last]?.end ?? start;
  const lines = texts.join(`\n${' '.repeat(column)}`);
  return [
    replacing(start, lineEnd(text, start), lines),
    ...deleteLines(sheet, nextLine(text, start), nextLine(text, end), column),
  ];
}

function removeItems(sheet: Sheet, container: ContainerLayout, { first, last }: Run): readonly TextEdit[] {
  const { text } = sheet;
  const { slots, column } = container;
  const start = slots[first]?.start ?? 0;
  const end = slots[last]?.end ?? start;
  const next = slots[last + 1];
  if (startsLine(text, start)) {
    const lines = withEmptyLines(text, { start: lineStart(text, start), end: nextLine(text, end) }, slots[first - 1], next);
    return deleteLines(sheet, lines.start, lines.end, column);
  }
  // The first item stands behind the dash of another list: what comes next moves there.
  const [comment] = stayingComments(sheet, start, next?.start ?? end);
  if (!comment || !next) return [replacing(start, next?.start ?? end, '')];
  const rest = deleteLines(sheet, nextLine(text, comment.range.end), lineStart(text, next.start), column);
  return [replacing(start, comment.range.start, ''), ...rest];
}

/** Empty lines that kept the items from their neighbours go with them. */
function withEmptyLines(text: string, lines: { start: number; end: number }, before: Slot | undefined, next: Slot | undefined) {
  const above = emptyLinesAbove(text, lines.start, before ? nextLine(text, before.end) : lines.start);
  const below = emptyLinesBelow(text, lines.end);
  if (above < lines.start && (!next || below > lines.end)) return { start: above, end: lines.end };
  return before || !next ? lines : { start: lines.start, end: below };
}
