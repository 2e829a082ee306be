import type { TextEdit } from '../../../../text/edit';
import type { ContainerEdit, Written } from '../containerEdit';
import { endsWithHeredoc } from '../copyText';
import { assignmentOf, staysOnLine, widthOf } from '../style';
import { itemComma } from '../values/writeExpression';
import { type NewAssignment, paddings } from './equalSigns';
import type { Element } from './layout';

/** A line as it will stand: a present element, a new one, or (neither) what ends a run of aligned `=` signs, as a comment does. */
export interface ElementLine {
  readonly comment?: string | undefined;
  readonly element?: Element | undefined;
  readonly written?: Written | undefined;
}

/** How many blanks stand before the `=` of each line that has one. */
export function linePaddings<Line extends ElementLine>(edit: ContainerEdit, lines: readonly Line[]): ReadonlyMap<Line, number> {
  const { text, objects, keys, values } = edit;
  const assignments = lines.map(({ element, written }): NewAssignment | undefined => {
    if (written) {
      const joins = written.kind === 'entry' && signOf(edit) === '=' && staysOnLine(written.value);
      return joins ? { keyWidth: widthOf(written.key), present: undefined } : undefined;
    }
    if (!element) return undefined;
    const present = assignmentOf(text, element);
    const value = values.get(element) ?? text.slice(element.outer.start, element.outer.end);
    if (!present || !staysOnLine(value)) return undefined;
    const key = keys.get(element);
    return { keyWidth: key === undefined ? present.keyWidth : widthOf(key), present };
  });
  const found = paddings(assignments);
  const result = new Map<Line, number>();
  lines.forEach((line, index) => {
    const assignment = assignments[index];
    const padding = assignment && found.get(assignment);
    if (padding !== undefined) result.set(line, padding);
    else if (line.written?.kind === 'entry') result.set(line, signOf(edit) === '=' ? 1 : objects.before.length);
  });
  return result;
}

/** A new element without its comma. */
export function textOf(edit: ContainerEdit, written: Written, padding: number): string {
  if (written.kind !== 'entry') return written.text;
  const after = edit.layout.kind === 'body' ? ' ' : edit.objects.after;
  return `${written.key}${' '.repeat(padding)}${signOf(edit)}${after}${written.value}`;
}

/** What separates an element from the next one besides the line break. */
export function commaAfter(edit: ContainerEdit, element: string): string {
  if (edit.layout.kind === 'tuple') return itemComma(element, edit.innerIndent, edit.style.newline);
  return edit.layout.kind === 'object' && edit.objects.commas && !endsWithHeredoc(element) ? ',' : '';
}

/** The changes of keys, and of the blanks behind them where these are told. */
export function keyEdits(edit: ContainerEdit, padding?: (element: Element) => number | undefined): readonly TextEdit[] {
  return edit.layout.elements.flatMap((element): TextEdit[] => {
    if (edit.removed.has(element) || !element.entry) return [];
    const edits: TextEdit[] = [];
    const range = keyRangeOf(element);
    const key = edit.keys.get(element);
    if (key !== undefined) edits.push({ range, newText: key });
    const present = assignmentOf(edit.text, element);
    const wanted = padding?.(element);
    if (present && wanted !== undefined && wanted !== present.padding) {
      edits.push({ range: { start: range.end, end: range.end + present.padding }, newText: ' '.repeat(wanted) });
    }
    return edits;
  });
}

function keyRangeOf({ entry, value, isBlock, range }: Element) {
  if (!isBlock || value.kind !== 'mapping') return entry?.keyRange ?? range;
  return { start: range.start, end: range.start + (value.header?.type.length ?? 0) };
}

function signOf({ layout, objects }: ContainerEdit): '=' | ':' {
  return layout.kind === 'body' ? '=' : objects.sign;
}
