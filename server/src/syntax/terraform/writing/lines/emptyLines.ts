import type { ContainerEdit } from '../containerEdit';
import { blockKind, boundariesOf, type Neighbour, wantsEmptyLine } from '../style';
import type { RowLine } from './rowLine';
import type { Row } from './rows';

/** Takes away the empty lines that a removal would leave doubled, or at the start or the end of the container. */
export function tidied(lines: readonly RowLine[]): readonly RowLine[] {
  const result: RowLine[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (isGoneOrEmpty(lines[end])) end++;
    const run = lines.slice(start, end);
    const next = lines[end];
    const stays = start > 0 && next !== undefined && (isStayingEmpty(run[0]) || isStayingEmpty(run.at(-1)));
    const kept = stays ? run.find(isStayingEmpty) : undefined;
    const isTouched = run.some((line) => line.isGone);
    result.push(...(isTouched ? run.map((line) => ({ ...line, isGone: line !== kept })) : run));
    if (next) result.push(next);
    start = end + 1;
  }
  return result;
}

/** Sets new blocks, and what is new beside blocks, apart by an empty line where that is the habit. */
export function spacedBlocks(edit: ContainerEdit, rows: readonly Row[], lines: readonly RowLine[]): readonly RowLine[] {
  if (edit.layout.kind !== 'body') return lines;
  const own = boundariesOf(edit.text, rows);
  const standing = lines.filter((line) => !line.isGone);
  const spaced = new Set<RowLine>();
  standing.forEach((line, index) => {
    const above = standing[index - 1];
    if (!above || !isElement(above)) return;
    const below = isElement(line) ? line : standing.slice(index).find((later) => isEmptyRow(later) || isElement(later));
    if (!below || !isElement(below) || isEmptyRow(line) || !(above.written || line.written)) return;
    if (wantsEmptyLine(own, edit.style, sideOf(edit, above), sideOf(edit, below))) spaced.add(line);
  });
  return lines.flatMap((line) => (spaced.has(line) ? [{ isGone: false }, line] : [line]));
}

function sideOf({ text }: ContainerEdit, { element, written }: RowLine): Neighbour {
  const block = element?.isBlock
    ? text.slice(element.range.start, element.range.end)
    : written?.kind === 'block'
      ? written.text
      : undefined;
  return block === undefined ? 'attribute' : blockKind(block);
}

function isElement(line: RowLine): boolean {
  return line.element !== undefined || line.written !== undefined;
}

function isGoneOrEmpty(line: RowLine | undefined): boolean {
  return line !== undefined && (line.isGone || isEmptyRow(line));
}

function isEmptyRow({ row }: RowLine): boolean {
  return row?.kind === 'blank';
}

function isStayingEmpty(line: RowLine | undefined): boolean {
  return line !== undefined && !line.isGone && isEmptyRow(line);
}
