import { unknownInWords } from '../../features/unknownGrant';
import type { GrantRow, GrantTable, UnknownGrant } from '../../kinds/grantTable';
import type { Locale } from '../../kinds/speech';
import { wordsOf } from '../../l10n/localize';
import { fill } from '../../text/fill';
import type { Place } from '../../workspace/index/facts';
import type { LocatedPlace } from '../output/writer';

export interface GrantFormatOptions {
  readonly locale: Locale;
  /** Where a place of any file stands; undefined for one that can't be read. */
  readonly locate: (place: Place) => LocatedPlace | undefined;
}

type GrantFormat = (table: GrantTable, options: GrantFormatOptions) => string;

/** All that `--format` of `grants` takes. */
export const grantFormats = {
  table: (table, options) => `${aligned([headOf(options), ...rowsOf(table, options)])}\n${unknownLines(table, options)}`,
  json: (table, options) => `${JSON.stringify(inJson(table, options), undefined, 2)}\n`,
  csv: (table, options) => [headOf(options), ...rowsOf(table, options)].map(csvLine).join(''),
  markdown: (table, options) => markdown([headOf(options), ...rowsOf(table, options)]) + unknownLines(table, options),
} as const satisfies Readonly<Record<string, GrantFormat>>;

export type GrantFormatName = keyof typeof grantFormats;

export function isGrantFormat(name: unknown): name is GrantFormatName {
  return typeof name === 'string' && Object.hasOwn(grantFormats, name);
}

export function headOf({ locale }: Pick<GrantFormatOptions, 'locale'>): readonly string[] {
  const words = wordsOf(locale);
  return [words.grantMember, words.grantRole, words.grantResource, words.grantCondition, words.grantAddress, words.grantPlace];
}

function rowsOf({ grants }: GrantTable, options: GrantFormatOptions): readonly (readonly string[])[] {
  return grants.map(({ member, role, resource = '', condition, address = '', at }) => [
    member,
    role,
    resource,
    condition ? condition.title || condition.expression : '',
    address,
    placeText(at, options),
  ]);
}

export function placeText(place: Place, { locate }: GrantFormatOptions): string {
  const located = locate(place);
  return located ? `${located.path}:${located.range.start.line + 1}` : '';
}

export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function unknownLines({ unknown }: GrantTable, options: GrantFormatOptions): string {
  const lines = unknown.map((row) => `${unknownLine(row, options)}\n`);
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
}

export function unknownLine(row: UnknownGrant, options: GrantFormatOptions): string {
  const where = [row.address, placeText(row.at, options)].filter((part) => part).join(' ');
  return fill(wordsOf(options.locale).grantUnknown, { ...unknownInWords(row, options.locale), where });
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvField).join(',')}\r\n`;
}

function csvField(text: string): string {
  // A sheet takes what begins like a formula for one.
  const safe = /^[=+@-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |\n`;
  return [line(head), `|${' --- |'.repeat(head.length)}\n`, ...rows.map(line)].join('');
}

export function markdownText(text: string): string {
  return text.replace(/[\\|`*_<>]/g, '\\$&').replace(/\s+/g, ' ');
}

function inJson({ grants, unknown }: GrantTable, options: GrantFormatOptions): object {
  return {
    grants: grants.map((row) => grantInJson(row, options)),
    unknown: unknown.map((row) => unknownInJson(row, options)),
  };
}

function placed(place: Place, { locate }: GrantFormatOptions) {
  const located = locate(place);
  return { file: located?.path ?? null, line: located ? located.range.start.line + 1 : null };
}

export function grantInJson(row: GrantRow, options: GrantFormatOptions): object {
  const { address, kind, role, member, resource, condition, at, from } = row;
  return {
    address: address ?? null,
    kind,
    role,
    member,
    resource: resource ?? null,
    condition: condition ?? null,
    ...placed(at, options),
    from: from.map((place) => placed(place, options)),
  };
}

export function unknownInJson({ address, what, why, because, at }: UnknownGrant, options: GrantFormatOptions): object {
  return {
    address: address ?? null,
    what,
    why: because === '' ? why : `${why}: ${because}`,
    ...placed(at, options),
  };
}
