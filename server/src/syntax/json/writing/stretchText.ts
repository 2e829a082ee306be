import type { Edges, Part, Row } from './gapRows';
import type { JsonStyle } from './style';

/** What stands between two children that stay, or a bracket and such a child, where others go or come. */
export interface Stretch extends Edges {
  readonly rows: readonly Row[];
  readonly empty: boolean;
  readonly layout: Layout;
}

/** A new child and the row it comes before. */
export interface Arrival {
  readonly row: number;
  write(indentation: string): string;
}

export interface Layout {
  readonly style: JsonStyle;
  readonly afterComma: string;
  readonly trailingComma: boolean;
  /** Of the children that stand on lines of their own. */
  readonly childIndentation: string;
  readonly closingIndentation: string;
  /** Whether something new gets a line of its own also where no line ends now. */
  readonly broken: boolean;
}

interface WrittenRow {
  readonly kind: 'kept' | 'blank' | 'new' | 'gone';
  /** With the line break before it. */
  readonly text: string;
}

/** For a stretch of several lines. */
export function rewrittenRows(stretch: Stretch, arrivals: readonly Arrival[]): string {
  const { rows, first, last } = stretch;
  const fresh = newRows(stretch, arrivals);
  const middle = rows.flatMap((row, index): readonly WrittenRow[] => {
    const before = fresh.filter((_, position) => arrivals[position]?.row === index);
    return index === 0 || index === rows.length - 1 ? before : [...before, rewrittenRow(row)];
  });
  const begun = beginning(stretch, arrivals.length > 0);
  const kept = withoutLeftBlanks(middle, stretch).map(({ text }) => text);
  const result = [begun, ...kept].join('');
  const whole = result + ending(stretch, result);
  return first && last && whole.trim() === '' ? '' : whole;
}

function newRows({ last, layout }: Stretch, arrivals: readonly Arrival[]): readonly WrittenRow[] {
  const { style, childIndentation, trailingComma } = layout;
  return arrivals.map(({ write }, index) => {
    const isLast = last && index === arrivals.length - 1;
    const text = `${style.lineBreak}${childIndentation}${write(childIndentation)}${isLast && !trailingComma ? '' : ','}`;
    return { kind: 'new', text };
  });
}

/** A row between two others: what goes takes the comment behind it along, and the row itself where nothing is left. */
function rewrittenRow({ parts, lineBreak }: Row): WrittenRow {
  const lastRemoved = parts.findLastIndex(isGone);
  if (parts.every(({ kind }) => kind === 'space')) return { kind: 'blank', text: lineBreak + textOf(parts) };
  if (parts.every(({ kind }) => kind === 'space' || kind === 'comment')) return { kind: 'kept', text: lineBreak + textOf(parts) };
  const lineEnd = parts.findIndex(({ kind, text }, index) => kind === 'comment' && index > lastRemoved && /[\r\n]/.test(text));
  const isOnItsLine = (index: number) => lastRemoved >= 0 && index > lastRemoved && (lineEnd < 0 || index < lineEnd);
  const comments = parts.filter(({ kind }, index) => kind === 'comment' && !isOnItsLine(index));
  if (comments.length === 0) return { kind: 'gone', text: '' };
  return { kind: 'kept', text: `${lineBreak}${spaceAtStart(parts)}${comments.map(({ text }) => text).join(' ')}` };
}

/** Empty lines on both sides of a row that goes become those of one side, and none at the brackets. */
function withoutLeftBlanks(rows: readonly WrittenRow[], { first, last }: Stretch): readonly WrittenRow[] {
  const kept: (readonly WrittenRow[])[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (isLoose(rows[end])) end++;
    const run = rows.slice(start, end);
    const gone = run.findIndex(({ kind }) => kind === 'gone');
    const isAtBracket = (first && start === 0) || (last && end === rows.length);
    if (gone < 0) kept.push(run);
    else if (!isAtBracket) kept.push(gone > 0 ? run.slice(0, gone) : run.filter(({ kind }) => kind === 'blank'));
    kept.push(rows.slice(end, end + 1));
    start = end + 1;
  }
  return kept.flat();
}

function isLoose(row: WrittenRow | undefined): boolean {
  return row?.kind === 'blank' || row?.kind === 'gone';
}

/** The rest of the line on which the child or bracket before the stretch ends, with the comma that child needs now. */
function beginning({ rows, first, last, layout }: Stretch, hasArrivals: boolean): string {
  const parts = rows[0]?.parts ?? [];
  const ownComma = first ? -1 : parts.findIndex(({ kind }) => kind === 'comma');
  const needsComma = !first && (hasArrivals || !last || layout.trailingComma);
  const head = textOf(parts.slice(0, Math.max(0, ownComma))) + (needsComma ? ',' : '');
  const rest = parts.slice(ownComma + 1);
  const staysWhole = rows.length > 1 && !rest.some(isGone);
  return head + (staysWhole ? textOf(rest) : commentsWithSpace(rest));
}

/** The last row up to the child or bracket that follows. */
function ending({ rows, last, layout }: Stretch, before: string): string {
  const row = rows.at(-1);
  if (!row) return '';
  if (row.parts.every(({ kind }) => kind === 'space' || kind === 'comment')) return row.lineBreak + textOf(row.parts);
  const comments = row.parts.filter(({ kind }) => kind === 'comment').map(({ text }) => `${text} `);
  if (!last || comments.length > 0) return row.lineBreak + spaceAtStart(row.parts) + comments.join('');
  // The bracket stood on the line of what goes, so it moves up, but not into a comment.
  const lastLine = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  return lastLine.includes('//') ? row.lineBreak + layout.closingIndentation : '';
}

/** For a stretch within a line in a container of several: what is new gets lines of its own. */
export function withNewLines(stretch: Stretch, arrivals: readonly Arrival[]): string {
  const { rows, empty, layout } = stretch;
  const fresh = newRows(stretch, arrivals).map(({ text }) => text);
  const end = empty ? layout.style.lineBreak + layout.closingIndentation : spaceAtEnd(rows[0]?.parts ?? []);
  return beginning(stretch, true) + fresh.join('') + end;
}

/** For a stretch within a line that stays so. `padding` is what an empty container gets inside its brackets. */
export function withinLine(stretch: Stretch, arrivals: readonly Arrival[], indentation: string, padding: string): string {
  const { rows, first, last, empty, layout } = stretch;
  const parts = rows[0]?.parts ?? [];
  const values = arrivals.map(({ write }) => write(indentation)).join(`,${layout.afterComma}`);
  const comments = parts.filter(({ kind }) => kind === 'comment').map(({ text }) => `${text} `);
  const opening = empty ? padding : spaceAtStart(parts);
  const isEmptied = first && last && values === '';
  if (isEmptied) return comments.length === 0 ? '' : opening + comments.join('');
  const separator = values === '' ? '' : layout.afterComma;
  const head = first ? opening + comments.join('') : beginning(stretch, values !== '') + separator;
  return head + values + behindValues(stretch, values !== '', empty ? padding : spaceAtEnd(parts));
}

/** What stands between the values and the bracket or the value that follows. */
function behindValues({ first, last, layout }: Stretch, hasValues: boolean, closing: string): string {
  if (last) return (hasValues && layout.trailingComma ? ',' : '') + closing;
  if (hasValues) return `,${layout.afterComma}`;
  return first ? '' : layout.afterComma;
}

function isGone({ kind }: Part): boolean {
  return kind === 'removed' || kind === 'moved';
}

function commentsWithSpace(parts: readonly Part[]): string {
  return parts
    .map(({ kind, text }, index) => {
      if (kind !== 'comment') return '';
      const before = parts[index - 1];
      return (before?.kind === 'space' ? before.text : before ? ' ' : '') + text;
    })
    .join('');
}

function spaceAtStart(parts: readonly Part[]): string {
  return parts[0]?.kind === 'space' ? parts[0].text : '';
}

function spaceAtEnd(parts: readonly Part[]): string {
  const last = parts.at(-1);
  return last?.kind === 'space' ? last.text : '';
}

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('');
}
