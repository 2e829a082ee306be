import type { TextEdit } from '../../../text/edit';
import { endsLine, lineEnd, lineStart, nextLine, startsLine } from '../lines';
import { type ItemChange, type Run, runsOf } from './blockChange';
import type { ContainerLayout } from './layout';
import { addLinesBelow, deleteLines, replacing } from './lineEdits';
import { hasComments, itemColumn, type Sheet, stayingComments } from './sheet';
import { hasLines } from './style';

/** Undefined where a comment would be lost. */
export function changeFlow(sheet: Sheet, container: ContainerLayout, change: ItemChange): readonly TextEdit[] | undefined {
  const { slots, node, close } = container;
  const runs = runsOf(slots.length, change);
  const isEmptied = change.removed.size === slots.length && runs.every(({ texts }) => texts.length === 0);
  if (isEmptied && stayingComments(sheet, node.range.start, close).length === 0)
    return [replacing(node.range.start + 1, close, '')];
  const edits = runs.map((run) => {
    if (run.last < run.first) return insertItems(sheet, container, run);
    return run.texts.length > 0 ? replaceItems(sheet, container, run) : removeItems(sheet, container, run);
  });
  return edits.every((one) => one !== undefined) ? edits.flat() : undefined;
}

function insertItems(sheet: Sheet, container: ContainerLayout, { first, texts }: Run): readonly TextEdit[] | undefined {
  const { text, style } = sheet;
  const { slots, node, close } = container;
  const joined = texts.join(separatorIn(sheet, container));
  const before = slots[first - 1];
  const after = slots[first];
  if (!before && !after) {
    if (hasComments(sheet, node.range.start, close)) return undefined;
    const padding = node.kind === 'mapping' ? style.flow.mappingPadding : style.flow.sequencePadding;
    return [replacing(node.range.start + 1, close, padding + joined + padding)];
  }
  if (!before) return [replacing(after?.start ?? close, after?.start ?? close, joined + separatorIn(sheet, container))];
  const separated = before.comma === undefined ? before.end : before.comma + 1;
  if (!hasLines(text, container) || !endsLine(text, separated)) {
    return [replacing(before.end, before.end, separatorIn(sheet, container) + joined)];
  }
  const lines = addLinesBelow(
    sheet,
    separated,
    ' '.repeat(itemColumn(sheet, container)) + joined + (before.comma === undefined ? '' : ','),
  );
  return before.comma === undefined ? [replacing(before.end, before.end, ','), lines] : [lines];
}

/** The new items take the first removed one's place and the last one's comma. */
function replaceItems(sheet: Sheet, container: ContainerLayout, { first, last, texts }: Run): readonly TextEdit[] | undefined {
  const { text } = sheet;
  const { slots } = container;
  const start = slots[first]?.start ?? 0;
  const end = slots[last]?.end ?? start;
  const joined = texts.join(separatorIn(sheet, container));
  if (!hasComments(sheet, start, end)) return [replacing(start, end, joined)];
  const comma = slots[last]?.comma;
  const separated = comma === undefined ? end : comma + 1;
  if (!startsLine(text, start) || !endsLine(text, separated)) return undefined;
  const lines = deleteLines(sheet, nextLine(text, start), nextLine(text, separated), itemColumn(sheet, container));
  return [replacing(start, lineEnd(text, start), joined + (comma === undefined ? '' : ',')), ...lines];
}

function removeItems(sheet: Sheet, container: ContainerLayout, { first, last }: Run): readonly TextEdit[] | undefined {
  const { text } = sheet;
  const { slots } = container;
  const start = slots[first]?.start ?? 0;
  const lastSlot = slots[last];
  const end = lastSlot?.end ?? start;
  const before = slots[first - 1];
  const next = slots[last + 1];
  const separated = lastSlot?.comma === undefined ? end : lastSlot.comma + 1;
  if (startsLine(text, start) && endsLine(text, separated)) {
    const lines = deleteLines(sheet, lineStart(text, start), nextLine(text, separated), itemColumn(sheet, container));
    const isLastComma = !next && lastSlot?.comma === undefined && before?.comma !== undefined;
    return isLastComma ? [replacing(before.comma, before.comma + 1, ''), ...lines] : lines;
  }
  const [from, to] = next ? [start, next.start] : [before?.end ?? start, before ? end : separated];
  return hasComments(sheet, from, to) ? undefined : [replacing(from, to, '')];
}

function separatorIn(sheet: Sheet, container: ContainerLayout): string {
  if (!hasLines(sheet.text, container)) return `,${sheet.style.flow.afterComma}`;
  return `,\n${' '.repeat(itemColumn(sheet, container))}`;
}
