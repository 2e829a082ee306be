import type { TextEdit } from '../../../text/edit';
import type { Changes } from './changes';
import type { ContainerEdit, Written, WrittenAddition } from './containerEdit';
import { commaAfter, type ElementLine, keyEdits, linePaddings, textOf } from './lines/elementLines';
import { columnAt, hasComments, isOneLine, type Layout } from './lines/layout';
import { blockKind, type Neighbour, wantsEmptyLine } from './style';
import { longestLine } from './values/writeExpression';

/** Whether a container that stands on one line has to be spread over several to take what is added. */
export function needsLines(text: string, layout: Layout, { removed }: Changes, added: readonly WrittenAddition[]): boolean {
  if (added.length === 0) return false;
  const isLong = added.some(({ written, comments }) => comments.length > 0 || contentOf(written).includes('\n'));
  const staying = layout.elements.length - removed.size;
  if (layout.kind === 'body') {
    // HCL wants one attribute and no block in a body on one line.
    const isShort = added.length + staying === 1 && layout.elements.length > 0 && added[0]?.written.kind === 'entry';
    return isOneLine(layout) && (isLong || !isShort);
  }
  if (text.slice(layout.inner.start, layout.inner.end).includes('\n') || hasComments(layout)) return false;
  const width = columnAt(text, layout.inner.end) + added.reduce((sum, { written }) => sum + contentOf(written).length + 2, 1);
  const isFirst = layout.kind === 'object' && layout.elements.length === 0;
  return isLong || isFirst || (width > longestLine && endsItsLine(text, layout));
}

/** What stands on one line within others that do is not spread by itself, however long it gets. */
function endsItsLine(text: string, { inner }: Layout): boolean {
  return /^.[ \t,]*(#|\/\/|\r?\n|$)/.test(text.slice(inner.end, inner.end + 200));
}

/** Gives each element a line of its own. */
export function expand(edit: ContainerEdit): readonly TextEdit[] {
  const { text, style, layout, outerIndent, innerIndent } = edit;
  const objects = { ...edit.objects, commas: edit.objects.commas && edit.objects.sign === ':' };
  const spread = { ...edit, objects };
  const lines = linesOf(spread);
  const paddings = linePaddings(spread, lines);
  const edits: TextEdit[] = [];
  let start = layout.inner.start;
  let pending = style.newline;
  lines.forEach((line, index) => {
    const { element, written, comment } = line;
    if (comment !== undefined) {
      pending += innerIndent + comment + style.newline;
      return;
    }
    const next = lines.slice(index + 1).find((later) => later.comment === undefined);
    const emptyLine = next && wantsEmptyLine([], style, sideOf(spread, line), sideOf(spread, next)) ? style.newline : '';
    const endsWithComma = next !== undefined || (layout.kind === 'tuple' && style.commaAfterLastItem);
    const own = written ? textOf(spread, written, paddings.get(line) ?? 1) : '';
    pending += innerIndent + own;
    if (element) {
      edits.push({ range: { start, end: element.range.start }, newText: pending });
      start = element.range.end;
      pending = '';
    }
    const content = element ? text.slice(element.range.start, element.range.end) : own;
    pending += (endsWithComma ? commaAfter(spread, content) : '') + style.newline + emptyLine;
  });
  edits.push({ range: { start, end: layout.inner.end }, newText: pending + outerIndent });
  const byElement = new Map(lines.flatMap((line) => (line.element ? [[line.element, paddings.get(line)] as const] : [])));
  return [...edits, ...keyEdits(spread, (element) => byElement.get(element))];
}

function linesOf({ layout, removed, added }: ContainerEdit): readonly ElementLine[] {
  return Array.from({ length: layout.elements.length + 1 }, (_, slot) => {
    const element = layout.elements[slot];
    const fresh = added
      .filter((addition) => addition.slot === slot)
      .flatMap(({ written, comments }): ElementLine[] => [...comments.map((comment) => ({ comment })), { written }]);
    return element && !removed.has(element) ? [...fresh, { element }] : fresh;
  }).flat();
}

function sideOf({ text }: ContainerEdit, { element, written }: ElementLine): Neighbour {
  if (element) return element.isBlock ? blockKind(text.slice(element.range.start, element.range.end)) : 'attribute';
  return written?.kind === 'block' ? blockKind(written.text) : 'attribute';
}

function contentOf(written: Written): string {
  return written.kind === 'entry' ? `${written.key} = ${written.value}` : written.text;
}
