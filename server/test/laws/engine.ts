import { summarise } from '../../src/kinds/facts';
import { renderFix } from '../../src/lint/fixes/fix';
import { createLinter, type Linter } from '../../src/lint/lint';
import { type PlacedFinding, rangeInFile } from '../../src/lint/places/placedFinding';
import { readSettings, type Settings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import type { Fix } from '../../src/rules/rule';
import type { FormatName } from '../../src/syntax/format';
import { formatOf, parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { applyEdits } from '../../src/text/edit';
import type { Fact } from '../../src/workspace/index/facts';
import { join } from '../../src/workspace/index/workspace';
import type { Sample } from './documents/sample';

/** A text of a pair as the engine sees it, in the pair's workspace. */
export interface Linted {
  readonly file: SourceFile;
  readonly findings: readonly PlacedFinding[];
}

/** What the pair's own rule finds. A fault, which the engine would only tell, is thrown. */
export function lintOwn(sample: Sample, text: string, format: FormatName = formatOfPair(sample)): Linted {
  const { file, findings } = lintIn(surroundingsOf(sample), text, fileName(sample, format), 'own');
  return { file, findings: findings.filter(({ rule }) => rule === sample.rule) };
}

/** What all rules find. */
export function lintAll(sample: Sample, text: string, format: FormatName = formatOfPair(sample)): Linted {
  return lintIn(surroundingsOf(sample), text, fileName(sample, format), 'all');
}

/** The format that the pair is written in. */
export function formatOfPair({ example: { file, language } }: Sample): FormatName {
  return (file === undefined ? undefined : formatOf(file)) ?? language;
}

/** Whether the pair is a file of Cloud Foundation Fabric's factories, which is YAML and one policy for itself. */
export function isFactoryFile(sample: Sample): boolean {
  return lintOwn(sample, sample.bad).findings.some(({ policy }) => policy.dialect.name === 'fabric');
}

/** Undefined when this text can't take the fix. */
export function applied({ file }: Linted, finding: PlacedFinding, fix: Fix): string | undefined {
  const edits = renderFix(file.text, finding, fix);
  return edits && applyEdits(file.text, edits);
}

/** What of the findings the pair doesn't allow: those of its own rule and those of warning or above, save what `also` and `allowed` name. */
export function unexpected(
  { file, findings }: Linted,
  { rule, example }: Sample,
  allowed: readonly string[] = [],
): readonly string[] {
  const named = new Set([...(example.also ?? []), ...allowed]);
  return findings
    .filter((finding) => finding.rule.id === rule.id || finding.severity === 'error' || finding.severity === 'warning')
    .filter((finding) => !named.has(finding.rule.id))
    .map((finding) => {
      const { start, end } = rangeInFile(finding);
      return `${finding.rule.id} ${finding.message} at ${start}: ${file.text.slice(start, end)}`;
    });
}

/** All that stays the same while the laws change a pair's text. */
interface Surroundings {
  readonly settings: Settings;
  /** The pair's rule; with all others where it tells what became of their findings. */
  readonly own: Linter;
  readonly all: Linter;
  readonly otherFacts: readonly (readonly Fact[])[];
}

const remembered = new WeakMap<Sample, Surroundings>();

function surroundingsOf(sample: Sample): Surroundings {
  const before = remembered.get(sample);
  if (before) return before;
  const { rule, example } = sample;
  const { settings, problems } = readSettings({ client: example.settings, folder });
  if (problems.length > 0) throw new Error(`the settings of ${rule.id} · ${sample.name}: ${JSON.stringify(problems)}`);
  const linter = (some: typeof rules) => createLinter({ rules: some, settings, onFault: rethrow });
  const otherFacts = Object.entries(example.files ?? {}).map(([name, text]) => factsOf(parse(name, text), settings));
  const surroundings = { settings, own: linter(rule.kind.afterwards ? rules : [rule]), all: linter(rules), otherFacts };
  remembered.set(sample, surroundings);
  return surroundings;
}

function lintIn(surroundings: Surroundings, text: string, name: string, linter: 'own' | 'all'): Linted {
  const file = parse(name, text);
  const workspace = join([...surroundings.otherFacts, factsOf(file, surroundings.settings)], true);
  return { file, findings: surroundings[linter].lint(file, workspace, now) };
}

function factsOf(file: SourceFile, settings: Settings): readonly Fact[] {
  return summarise(file, { group: settings.groupFor(file.uri) });
}

/** A file of the pair's workspace, read anew. */
export function parse(name: string, text: string): SourceFile {
  const uri = `${folder}/${name}`;
  const format = formatOf(uri);
  if (!format) throw new Error(`no format reads ${name}`);
  return parseSourceFile(uri, text, format);
}

/** Another style keeps the name, which may tell something, and gets its own ending. */
export function fileName(sample: Sample, format: FormatName): string {
  const { file } = sample.example;
  if (file !== undefined && format === formatOfPair(sample)) return file;
  return `${file?.replace(/(\.tf)?\.\w+$/, '') ?? 'policy'}.${endings[format]}`;
}

const endings = { json: 'json', yaml: 'yaml', terraform: 'tf', terraformJson: 'tf.json' } as const;

export function rethrow(_: string, error: unknown): never {
  throw error;
}

export const folder = 'file:///workspace';
export const now = new Date('2026-01-15T12:00:00Z');
