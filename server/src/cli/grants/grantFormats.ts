import type { GrantRow, GrantTable } from '../../kinds/grantTable';
import { wordsOf } from '../../l10n/localize';
import { alignedLine, type Cells, csvLine, markdownLines, markdownText, widthsOf } from './cells';
import { grantsInJson } from './grantsInJson';
import { type Column, columns, type GrantFormatOptions, unknownLine } from './grantTexts';
import { type Grouping, groupsOf } from './groups';

export interface GroupedFormatOptions extends GrantFormatOptions {
  readonly by: Grouping | undefined;
}

/** Piece by piece: a workspace may have more grants than a string can hold. */
type GrantFormat = (table: GrantTable, options: GroupedFormatOptions) => Iterable<string>;

/** All that `--format` of `grants` takes. */
export const grantFormats = {
  table: asTable,
  json: (table, options) => grantsInJson(inOrder(table, options), options),
  csv: asCsv,
  markdown: asMarkdown,
} as const satisfies Readonly<Record<string, GrantFormat>>;

export type GrantFormatName = keyof typeof grantFormats;

export function isGrantFormat(name: unknown): name is GrantFormatName {
  return typeof name === 'string' && Object.hasOwn(grantFormats, name);
}

/** What has no place for groups has them one after the other. */
function inOrder(table: GrantTable, { by }: GroupedFormatOptions): GrantTable {
  return by ? { ...table, grants: groupsOf(table.grants, by).flatMap(({ rows }) => rows) } : table;
}

function* asTable({ grants, unknown }: GrantTable, options: GroupedFormatOptions): Iterable<string> {
  const { by } = options;
  const own = columns(options, by);
  const cells = new Map(grants.map((row) => [row, markedCellsOf(row, own)]));
  const widths = widthsOf([headOf(own), ...cells.values()]);
  const indent = by ? '  ' : '';
  yield indent + alignedLine(headOf(own), widths);
  for (const { of, rows } of by ? groupsOf(grants, by) : [{ of: undefined, rows: grants }]) {
    if (by) yield `${of ?? wordsOf(options.locale).grantUntold}\n`;
    for (const row of rows) yield indent + alignedLine(cells.get(row) ?? [], widths);
  }
  yield* assumedLine(grants, options);
  yield* unknownLines(unknown, options);
}

function* asCsv(table: GrantTable, options: GroupedFormatOptions): Iterable<string> {
  const all = columns(options);
  yield csvLine(headOf(all));
  for (const row of inOrder(table, options).grants) yield csvLine(cellsOf(row, all));
}

function* asMarkdown({ grants, unknown }: GrantTable, options: GroupedFormatOptions): Iterable<string> {
  const { by } = options;
  const own = columns(options, by);
  const table = (rows: readonly GrantRow[]) => markdownLines([headOf(own), ...rows.map((row) => markedCellsOf(row, own))]);
  if (!by) yield* table(grants);
  for (const { of, rows } of by ? groupsOf(grants, by) : []) {
    yield `### ${markdownText(of ?? wordsOf(options.locale).grantUntold)}\n\n`;
    yield* table(rows);
    yield '\n';
  }
  yield* assumedLine(grants, options);
  yield* unknownLines(unknown, options);
}

function* assumedLine(grants: readonly GrantRow[], { locale }: GrantFormatOptions): Iterable<string> {
  if (grants.some(({ assumed }) => assumed)) yield `\n${wordsOf(locale).grantAssumed}\n`;
}

function* unknownLines(unknown: GrantTable['unknown'], options: GrantFormatOptions): Iterable<string> {
  if (unknown.length > 0) yield '\n';
  for (const row of unknown) yield `${unknownLine(row, options)}\n`;
}

function headOf(own: readonly Column[]): Cells {
  return own.map(({ head }) => head);
}

/** What a variable's value decides has a star behind its place. */
function markedCellsOf(row: GrantRow, own: readonly Column[]): Cells {
  const cells = cellsOf(row, own);
  return row.assumed ? [...cells.slice(0, -1), `${cells.at(-1)} *`] : cells;
}

function cellsOf(row: GrantRow, own: readonly Column[]): Cells {
  return own.map(({ of }) => of(row));
}
