import type { Kind } from '../../kinds/kind';
import type { Policy } from '../../kinds/policy';
import { foreignOwner } from '../../kinds/reading/roots';
import type { Locale, Speech } from '../../kinds/speech';
import { speechOf, wordsOf } from '../../l10n/localize';
import type { Words } from '../../l10n/words';
import type { PlacedFinding } from '../../lint/lint';
import { rangeInFile } from '../../lint/places/placedFinding';
import type { FileReading } from '../../lint/readings';
import type { Settings } from '../../lint/settings/settings';
import type { SuppressionUse } from '../../lint/suppression/suppress';
import type { Rule } from '../../rules/rule';
import type { PlacedRoot } from '../../syntax/format';
import type { SourceFile } from '../../syntax/sourceFile';
import { fill } from '../../text/fill';
import { type LineTable, lineTable } from '../../text/lines/lineTable';
import { codeSpan, escapeMarkdown } from '../../text/markdown';
import { contains } from '../../text/range';
import { pathInside } from '../../workspace/files/address';
import type { Place } from '../../workspace/index/facts';
import type { Workspace } from '../../workspace/index/workspace';
import { folderOf } from '../../workspace/terraform/resources';
import { distinct, holding, placedReadings, type ReadAt, rootAt } from './readings';
import { type Unknown, unknownsIn } from './unknowns';

export interface LookedAtInputs {
  readonly reading: FileReading;
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  readonly workspace: Workspace;
  readonly findings: readonly PlacedFinding[];
  /** What hides in the file, and what it hides. */
  readonly suppressions: readonly SuppressionUse[];
}

/** What the rules had before them at one place of a file. */
export interface LookedAt {
  readonly file: SourceFile;
  readonly offset: number;
  /** The policies that hold the place. */
  readonly readings: readonly ReadAt[];
  /** The other policies of the file. */
  readonly elsewhere: readonly ReadAt[];
  readonly unknowns: readonly Unknown[];
  /** Undefined where all is well with the text. */
  readonly hindrance: Hindrance | undefined;
  readonly inputs: LookedAtInputs;
}

/** What keeps a text from being read; `excluded` and `notRead` hold for a whole file. */
export type Hindrance =
  | 'tooLong'
  | 'tooDeep'
  | 'kubernetes'
  | 'terraformOutput'
  | 'otherTool'
  | 'broken'
  | 'excluded'
  | 'notRead';

export function lookAt(inputs: LookedAtInputs, offset: number): LookedAt {
  const { file } = inputs.reading;
  const all = placedReadings(inputs.reading);
  const here = holding(all, offset);
  return {
    file,
    offset,
    readings: distinct(here),
    elsewhere: all.filter((reading) => !here.includes(reading)),
    unknowns: unknownsIn(here),
    // Of a file that is too long no text is kept, so no offset is in it.
    hindrance: hindranceIn(
      rootAt(file, offset) ?? file.roots.find(({ root }) => root.unread?.reason === 'tooLong'),
      here.some(({ kind }) => kind.isOfKubernetes),
    ),
    inputs,
  };
}

export interface LookedAtOptions {
  readonly locale: Locale;
  /** The text of another file that a value comes from, where it is at hand. */
  readonly textOf?: (uri: string) => string | undefined;
}

/** A page of Markdown. */
export function lookedAtPage(seen: LookedAt, options: LookedAtOptions): string {
  const words = wordsOf(options.locale);
  const lines = lineTable(seen.file.text);
  const sections = [
    ...readAs(seen, words, lines, speechOf(options.locale)),
    ...ruleSections(seen, words, lines),
    ...suppressedSection(seen, words, lines),
    ...unknownSection(seen, words, lines, options),
  ];
  return page([titleOf(seen.file.uri, words, lineAt(lines, seen.offset)), ...sections]);
}

/** The page for a file that nothing looks into. */
export function notLookedAtPage(uri: string, hindrance: Hindrance, { locale }: LookedAtOptions): string {
  const words = wordsOf(locale);
  return page([titleOf(uri, words), `${words.lookedNothing} ${words[hindranceWords[hindrance]]}`]);
}

function titleOf(uri: string, words: Words, line?: number): string {
  const file = nameOf(uri);
  const title = line === undefined ? fill(words.lookedTitle, { file }) : fill(words.lookedTitleAt, { file, line: String(line) });
  return `# ${escapeMarkdown(title)}`;
}

function readAs({ readings, elsewhere, hindrance }: LookedAt, words: Words, lines: LineTable, speech: Speech): readonly string[] {
  if (readings.length === 0) {
    const why = words[hindrance ? hindranceWords[hindrance] : 'lookedUnrecognised'];
    const others = [...new Set(elsewhere.map(({ range }) => lineAt(lines, range.start)))].sort((a, b) => a - b);
    const also = others.length > 0 ? [fill(words.lookedElsewhere, { lines: others.join(', ') })] : [];
    return [`${words.lookedNothing} ${why}`, ...also];
  }
  const kinds = readings.map(({ kind, policy, range }) => {
    const name = nameIn(kind, policy, speech);
    const said = fill(words.lookedFromLine, { policy: name, line: String(lineAt(lines, range.start)) });
    return [said, ...(kind.remarks?.(policy, speech) ?? [])].join(' ');
  });
  return [`## ${words.lookedReadAs}`, list(kinds), ...(hindrance ? [words[hindranceWords[hindrance]]] : [])];
}

function ruleSections({ readings, inputs }: LookedAt, words: Words, lines: LineTable): readonly string[] {
  if (readings.length === 0) return [];
  const kinds = new Set(readings.map(({ policy }) => policy.kind));
  const concerned = inputs.rules.filter(({ kind }) => kinds.has(kind.id));
  const isOff = (rule: Rule) => inputs.settings.severityOf(rule) === 'off';
  const active = concerned.filter((rule) => !isOff(rule));
  const here = inputs.findings.filter((finding) => isIn(readings, finding));
  const told = active.map(({ id }) => {
    const at = new Set(here.filter(({ rule }) => rule.id === id).map((finding) => lineAt(lines, rangeInFile(finding).start)));
    return at.size === 0 ? codeSpan(id) : `${codeSpan(id)}: ${fill(words.lookedFound, { lines: [...at].join(', ') })}`;
  });
  const off = concerned.filter(isOff).map(({ id }) => codeSpan(id));
  return [
    `## ${words.lookedRules}`,
    told.length > 0 ? list(told) : words.lookedNoRules,
    ...(off.length > 0 ? [`## ${words.lookedRulesOff}`, list(off)] : []),
  ];
}

function suppressedSection({ readings, inputs }: LookedAt, words: Words, lines: LineTable): readonly string[] {
  const hidden = inputs.suppressions.flatMap(({ by, expired, findings }) => {
    if (expired) return [];
    return findings
      .filter((finding) => isIn(readings, finding))
      .map((finding) => {
        const line = String(lineAt(lines, rangeInFile(finding).start));
        const isHere = 'placed' in by && inputs.reading.file.roots.some(({ root }) => root === by.placed.root);
        const hider =
          'placed' in by && !isHere
            ? fill(words.lookedHiddenAtCall, { line })
            : 'range' in by
              ? fill(words.lookedHiddenByComment, { line, comment: String(lineAt(lines, by.range.start)) })
              : fill(words.lookedHiddenByFile, { line });
        return `${codeSpan(finding.rule.id)}: ${hider}${by.reason === '' ? '' : ` ${escapeMarkdown(by.reason)}`}`;
      });
  });
  return hidden.length > 0 ? [`## ${words.lookedSuppressed}`, list([...new Set(hidden)])] : [];
}

function unknownSection(seen: LookedAt, words: Words, lines: LineTable, { textOf }: LookedAtOptions): readonly string[] {
  if (seen.readings.length === 0) return [];
  const placeOf = ({ uri, range }: Place) => {
    const text = uri === seen.file.uri ? seen.file.text : textOf?.(uri);
    return `${nameOf(uri)}${text === undefined ? '' : `:${lineAt(lineTable(text), range.start)}`}`;
  };
  const told = seen.unknowns.map(({ field, why, written, range, source }) => {
    const name = `${codeSpan(field)}${written === undefined ? '' : ` = ${codeSpan(written)}`}`;
    const at = fill(words.lookedUnknownAt, { field: name, line: String(lineAt(lines, range.start)) });
    const from = source ? ` ${fill(words.lookedSource, { place: codeSpan(placeOf(source)) })}` : '';
    return `${at} ${words[doubtWords[why]]}${from}`;
  });
  const all = [...(seen.inputs.workspace.complete ? [] : [words.lookedWorkspaceUnread]), ...told];
  return [`## ${words.lookedUnknown}`, all.length > 0 ? list(all) : words.lookedAllKnown];
}

function isIn(readings: readonly ReadAt[], finding: PlacedFinding): boolean {
  return readings.some(({ range }) => contains(range, rangeInFile(finding)));
}

function hindranceIn(placed: PlacedRoot | undefined, isRead: boolean): Hindrance | undefined {
  if (!placed) return undefined;
  const { node, unread, broken } = placed.root;
  return unread?.reason ?? (isRead ? undefined : foreignOwner(node)) ?? (broken ? 'broken' : undefined);
}

/** What kind of policy it is, in words. */
function nameIn(kind: Kind, policy: Policy, speech: Speech): string {
  const form = kind.name?.(policy) ?? '';
  return kind.words ? (speech.words(kind.words).names[form] ?? kind.id) : kind.id;
}

const hindranceWords = {
  tooLong: 'lookedTooLong',
  tooDeep: 'lookedTooDeep',
  kubernetes: 'lookedKubernetes',
  terraformOutput: 'lookedTerraformOutput',
  otherTool: 'lookedOtherTool',
  broken: 'lookedBroken',
  excluded: 'lookedExcluded',
  notRead: 'lookedNotRead',
} as const satisfies Readonly<Record<Hindrance, keyof Words>>;

const doubtWords = {
  untold: 'lookedUntold',
  incomplete: 'lookedIncomplete',
  assumed: 'lookedAssumed',
} as const satisfies Readonly<Record<Unknown['why'], keyof Words>>;

function nameOf(uri: string): string {
  return pathInside(uri, folderOf(uri));
}

function lineAt(lines: LineTable, offset: number): number {
  return lines.positionAt(offset).line + 1;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function page(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
