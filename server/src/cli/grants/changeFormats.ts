import { type GrantChanges, isChange } from '../../kinds/grantChanges/grantChanges';
import type { GrantRow, UnknownGrant } from '../../kinds/grantTable';
import type { Locale } from '../../kinds/speech';
import { wordsOf } from '../../l10n/localize';
import type { Words } from '../../l10n/words';
import { fill } from '../../text/fill';
import { alignedLine, csvLine, markdownLines, markdownText, widthsOf } from './cells';
import type { GrantFormatName } from './grantFormats';
import { grantInJson, unknownInJson } from './grantsInJson';
import { columns, type GrantFormatOptions, placeText, unknownLine } from './grantTexts';

export interface ChangeFormatOptions {
  readonly locale: Locale;
  /** Where a place stands in the files as they were, and as they are. */
  readonly before: GrantFormatOptions['locate'];
  readonly after: GrantFormatOptions['locate'];
}

type ChangeFormat = (changes: GrantChanges, options: ChangeFormatOptions) => string;

/** What `grants --against` and `--changes` write. */
export const changeFormats = {
  table: (changes, options) => {
    if (!isChange(changes)) return `${wordsOf(options.locale).changesNone}\n`;
    const unknown = unknownLines(changes, options);
    const rows = tableOf(entriesOf(changes), options);
    const widths = widthsOf(rows);
    return `${rows.map((row) => alignedLine(row, widths)).join('')}${unknown === '' ? '' : `\n${unknown}`}`;
  },
  json: (changes, options) => `${JSON.stringify(inJson(changes, options), undefined, 2)}\n`,
  csv: (changes, options) => [...tableOf(entriesOf(changes), options), ...unknownCells(changes, options)].map(csvLine).join(''),
  markdown: (changes, options) => {
    const words = wordsOf(options.locale);
    const sections = sectionsOf(changes).map(
      ({ title, rows }) =>
        `\n#### ${words[title]}\n\n${[...markdownLines(tableOf(rows, options, title !== 'changesUnsure'))].join('')}`,
    );
    const unknown = unknownLines(changes, options).replace(/^.+$/gm, (line) => `- ${markdownText(line)}`);
    const title = unknown === '' ? '' : `\n#### ${words.changesUnknown}\n\n${unknown}`;
    return `**${summary(changes, options)}**\n${sections.join('')}${title}`;
  },
} as const satisfies Readonly<Record<GrantFormatName, ChangeFormat>>;

/** A pair as it was, as it is, or both. */
interface Entry {
  readonly word: keyof Words;
  readonly before?: GrantRow;
  readonly after?: GrantRow;
}

function sectionsOf({
  added,
  removed,
  changed,
  unsure,
}: GrantChanges): readonly { title: keyof Words; rows: readonly Entry[] }[] {
  const all: readonly { title: keyof Words; rows: readonly Entry[] }[] = [
    { title: 'changesAdded', rows: added.map((after) => ({ word: 'changeAdded', after })) },
    { title: 'changesRemoved', rows: removed.map((before) => ({ word: 'changeRemoved', before })) },
    { title: 'changesCondition', rows: changed.map((both) => ({ word: 'changeCondition', ...both })) },
    { title: 'changesUnsure', rows: unsure.map((one) => ({ word: perhaps(one), ...one })) },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

function perhaps({ before, after }: GrantChanges['unsure'][number]): keyof Words {
  if (before && after) return 'changePerhaps';
  return before ? 'changePerhapsRemoved' : 'changePerhapsAdded';
}

function entriesOf(changes: GrantChanges): readonly Entry[] {
  return sectionsOf(changes).flatMap(({ rows }) => rows);
}

function tableOf(entries: readonly Entry[], options: ChangeFormatOptions, isOfOne = false): readonly (readonly string[])[] {
  const words = wordsOf(options.locale);
  const head = columns({ locale: options.locale, locate: options.after }).map((column) => column.head);
  const rows = entries.map((entry) => cellsOf(entry, options));
  return isOfOne
    ? [head, ...rows]
    : [[words.change, ...head], ...entries.map(({ word }, index) => [words[word], ...(rows[index] ?? [])])];
}

function cellsOf({ before, after }: Entry, options: ChangeFormatOptions): readonly string[] {
  const row = after ?? before;
  if (!row) return [];
  const place = placeText(row.at, { locate: after ? options.after : options.before });
  const { noCondition } = wordsOf(options.locale);
  const condition = between(before, after, (one) => conditionOf(one) ?? noCondition);
  return [
    row.member,
    row.role,
    between(before, after, ({ resource = '?' }) => resource),
    condition === noCondition ? '' : condition,
    row.address ?? '',
    place,
  ];
}

function conditionOf({ condition, unknownCondition }: GrantRow): string | undefined {
  if (unknownCondition) return '?';
  return condition && (condition.title ? `${condition.title}: ${condition.expression}` : condition.expression);
}

function between(before: GrantRow | undefined, after: GrantRow | undefined, of: (row: GrantRow) => string): string {
  const texts = [before, after].flatMap((row) => (row ? of(row) : []));
  return [...new Set(texts)].join(' → ');
}

function unknownsOf({ unknown }: GrantChanges, { locale, before, after }: ChangeFormatOptions) {
  const of = (rows: readonly UnknownGrant[], word: 'changeNowUnknown' | 'changeNowKnown', locate: GrantFormatOptions['locate']) =>
    rows.map((row) => ({ row, word: wordsOf(locale)[word], options: { locale, locate } }));
  return [...of(unknown.added, 'changeNowUnknown', after), ...of(unknown.removed, 'changeNowKnown', before)];
}

function unknownLines(changes: GrantChanges, options: ChangeFormatOptions): string {
  return unknownsOf(changes, options)
    .map(({ row, word, options: own }) => `${word}: ${unknownLine(row, own)}\n`)
    .join('');
}

/** In a table, the sentence stands where a pair would. */
function unknownCells(changes: GrantChanges, options: ChangeFormatOptions): readonly (readonly string[])[] {
  return unknownsOf(changes, options).map(({ row, word, options: own }) => [
    word,
    unknownLine(row, own),
    '',
    '',
    '',
    row.address ?? '',
    placeText(row.at, own),
  ]);
}

function summary(changes: GrantChanges, { locale }: ChangeFormatOptions): string {
  const words = wordsOf(locale);
  if (!isChange(changes)) return words.changesNone;
  const { added, removed, changed, unsure, unknown } = changes;
  const counts = [
    [words.countAdded, added],
    [words.countRemoved, removed],
    [words.countCondition, changed],
    [words.countUnsure, unsure],
    [words.countNowUnknown, unknown.added],
    [words.countNowKnown, unknown.removed],
  ] as const;
  const told = counts.filter(([, rows]) => rows.length > 0).map(([text, { length }]) => fill(text, { count: String(length) }));
  return fill(words.changesSummary, { counts: told.join(', ') });
}

function inJson(
  { added, removed, changed, unsure, unknown }: GrantChanges,
  { locale, before, after }: ChangeFormatOptions,
): object {
  const [was, is] = [before, after].map((locate) => ({ locale, locate })) as [GrantFormatOptions, GrantFormatOptions];
  const both = (one: GrantChanges['unsure'][number]) => ({
    before: one.before ? grantInJson(one.before, was) : null,
    after: one.after ? grantInJson(one.after, is) : null,
  });
  return {
    added: added.map((row) => grantInJson(row, is)),
    removed: removed.map((row) => grantInJson(row, was)),
    changed: changed.map(both),
    unsure: unsure.map(both),
    unknown: {
      added: unknown.added.map((row) => unknownInJson(row, is)),
      removed: unknown.removed.map((row) => unknownInJson(row, was)),
    },
  };
}
