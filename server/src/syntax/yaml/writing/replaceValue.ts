import type { TextEdit } from '../../../text/edit';
import type { Value } from '../../treeEdit';
import { endsLine, isBlank, lineEnd, lineStart, nextLine } from '../lines';
import type { ContainerLayout, Slot } from './layout';
import { addLinesBelow, deleteLines, replacing } from './lineEdits';
import { containerOf, flowPlace, type Sheet, stayingComments } from './sheet';
import type { BlockText } from './valuePlace';
import { blockValue, flowValue } from './writeValue';

/** Puts a value in the place of the one that stands in the slot. */
export function replaceValue(sheet: Sheet, slot: Slot, by: Value): readonly TextEdit[] | undefined {
  const among = containerOf(sheet, slot.in);
  if (slot.isInFlow) {
    const text = among && flowValue(sheet, by, flowPlace(sheet, among));
    return text === undefined ? undefined : replaceInFlow(sheet, slot, text);
  }
  const written = blockValue(sheet, by, { after: slot.in.kind === 'mapping' ? 'key' : 'dash', column: slot.column, among });
  const old = containerOf(sheet, slot.value);
  if (!written) return undefined;
  return old && !old.isFlow ? replaceBlock(sheet, old, written) : replaceInline(sheet, slot, written);
}

/** Puts text in the place of a block collection. Comments on lines of their own stay. */
export function replaceBlock(sheet: Sheet, container: ContainerLayout, written: BlockText): readonly TextEdit[] | undefined {
  const { text } = sheet;
  const { node, slot } = container;
  const { start, end } = node.range;
  // Next to a block scalar a comment must stand to its left.
  const column = written.hangs ? container.column : (slot?.column ?? 0);
  if (slot?.head !== undefined && text.slice(slot.head, start).includes('\n')) {
    const isBare = slot.valueStart >= start;
    const properties = /^(?:[&!]\S*[ \t]*)*[&!]\S*/.exec(text.slice(slot.valueStart, start))?.[0] ?? '';
    // An anchor or tag on a line of its own is too rare to be moved about.
    if (!isBare && (properties === '' || text.slice(slot.head, slot.valueStart).includes('\n'))) return undefined;
    const headEnd = isBare ? slot.head : slot.valueStart + properties.length;
    const lines = lineStart(text, start);
    // Comments above the old items stay above the new ones, but can't stand between a key and a scalar over lines.
    const from = written.hangs ? lines : nextLine(text, slot.head);
    return [...fillHead(sheet, slot, headEnd, written, from), ...deleteLines(sheet, from, nextLine(text, end), column)];
  }
  if (written.hangs) return undefined;
  if (slot && !text.slice(start, end).includes('\n')) return replaceInline(sheet, slot, written);
  const firstEnd = lineEnd(text, start);
  return [replacing(start, firstEnd, written.text), ...deleteLines(sheet, nextLine(text, start), nextLine(text, end), column)];
}

/** For what stands on the line of its key or dash, or starts there. The comment behind it stays. */
export function replaceInline(sheet: Sheet, slot: Slot, written: BlockText): readonly TextEdit[] | undefined {
  const { text } = sheet;
  const { head, valueStart, end, column } = slot;
  if (head === undefined) return undefined;
  const isBelow = text.slice(head, valueStart).includes('\n');
  const holdsComments = stayingComments(sheet, valueStart, end).length > 0;
  if (written.hangs && isBelow) {
    const lines = lineStart(text, valueStart);
    return [replacing(lines, lines, `${written.text}\n`), ...deleteLines(sheet, lines, nextLine(text, end), column)];
  }
  if (holdsComments) {
    const first = written.hangs
      ? replacing(head, lineEnd(text, valueStart), `\n${written.text}`)
      : replacing(valueStart, lineEnd(text, valueStart), written.text);
    return [first, ...deleteLines(sheet, nextLine(text, valueStart), nextLine(text, end), column)];
  }
  const isLast = isBlank(text.slice(end, lineEnd(text, end)));
  if (written.hangs) return [replacing(head, isLast ? lineEnd(text, end) : end, ''), addLinesBelow(sheet, end, written.text)];
  const [first = '', ...others] = isLast ? [written.text] : written.text.split('\n');
  const edits = [replacing(valueStart, end, valueStart === end ? gapAfter(sheet, slot) + first : first)];
  return others.length === 0 ? edits : [...edits, addLinesBelow(sheet, end, others.join('\n'))];
}

/** Writes a value behind a key or dash whose old value starts on a later line; its further lines from a line start on. */
function fillHead(sheet: Sheet, slot: Slot, headEnd: number, written: BlockText, lines: number): readonly TextEdit[] {
  const head = slot.head ?? headEnd;
  if (written.hangs) return [replacing(head, headEnd, ''), replacing(lines, lines, `${written.text}\n`)];
  const [first = '', ...others] = written.text.split('\n');
  const edits = [replacing(head, headEnd, gapAfter(sheet, slot) + first)];
  return others.length === 0 ? edits : [...edits, replacing(lines, lines, `${others.join('\n')}\n`)];
}

function gapAfter({ style }: Sheet, slot: Slot): string {
  return slot.in.kind === 'mapping' ? ' ' : ' '.repeat(style.dashWidth - 1);
}

/** Undefined where a comment inside of the old value would be lost. */
function replaceInFlow(sheet: Sheet, slot: Slot, by: string): readonly TextEdit[] | undefined {
  const { text, style } = sheet;
  const { head, valueStart, end, comma } = slot;
  if (valueStart === end) {
    return [head === undefined ? replacing(end, end, `: ${by}`) : replacing(head, end, (style.flow.afterColon || ' ') + by)];
  }
  if (stayingComments(sheet, valueStart, end).length === 0) return [replacing(valueStart, end, by)];
  const separated = comma === undefined ? end : comma + 1;
  if (!endsLine(text, separated)) return undefined;
  const first = replacing(valueStart, lineEnd(text, valueStart), comma === undefined ? by : `${by},`);
  return [first, ...deleteLines(sheet, nextLine(text, valueStart), nextLine(text, separated), slot.column)];
}
