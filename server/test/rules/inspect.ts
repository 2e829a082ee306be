import { summarise } from '../../src/kinds/facts';
import { renderFix } from '../../src/lint/fixes/fix';
import { createLinter } from '../../src/lint/lint';
import { type PlacedFinding, rangeInFile } from '../../src/lint/places/placedFinding';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import { formatOf, parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { applyEdits } from '../../src/text/edit';
import { join } from '../../src/workspace/index/workspace';

await prepareTerraform();

export interface Inspection {
  readonly file: SourceFile;
  readonly finding: PlacedFinding;
  /** `<message id> <marked text>` */
  readonly told: string;
}

/** What one rule finds in the first of the files, the others being the rest of the workspace. Names may hold folders. */
export function inspect(ruleId: string, files: Readonly<Record<string, string>>, options?: Options): readonly Inspection[] {
  const rule = rules.find(({ id }) => id === ruleId);
  if (!rule) throw new Error(`no rule ${ruleId}`);
  return inspectBy(rule.kind.afterwards ? rules : [rule], files, options).filter(({ finding }) => finding.rule === rule);
}

/** The first file after the first fix of the rule's first finding; undefined where there is none to apply. */
export function fixed(ruleId: string, files: Readonly<Record<string, string>>, options?: Options): string | undefined {
  const [found] = inspect(ruleId, files, options);
  const fix = found?.finding.fixes()[0];
  if (!found || !fix || 'disabled' in fix) return undefined;
  const { text } = found.file;
  const edits = renderFix(text, found.finding, fix);
  return edits && applyEdits(text, edits);
}

/** What all rules find. */
export function inspectAll(files: Readonly<Record<string, string>>, options?: Options): readonly Inspection[] {
  return inspectBy(rules, files, options);
}

function inspectBy(
  asked: typeof rules,
  files: Readonly<Record<string, string>>,
  { settings, settingsFile, complete = true }: Options = {},
): readonly Inspection[] {
  const own = settingsFile && { uri: `${folder}/.leastwise.json`, value: settingsFile };
  const read = readSettings({ client: settings, file: own, folder });
  const sources = Object.entries(files).map(([name, text]) => parse(name, text));
  const workspace = join(
    sources.map((source) => summarise(source, { group: read.settings.groupFor(source.uri) })),
    complete,
  );
  const linter = createLinter({
    rules: asked,
    settings: read.settings,
    onFault: (_, error) => fail(error),
  });
  const [file] = sources;
  if (!file) return [];
  const found = linter.lint(file, workspace, new Date('2026-01-15T12:00:00Z'));
  return found.map((finding) => {
    const { start, end } = rangeInFile(finding);
    return { file, finding, told: `${finding.message} ${file.text.slice(start, end)}` };
  });
}

/** The short form of what {@link inspect} finds. */
export function told(ruleId: string, files: Readonly<Record<string, string>>, options?: Options): readonly string[] {
  return inspect(ruleId, files, options).map(({ told }) => told);
}

interface Options {
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What `.leastwise.json` holds. */
  readonly settingsFile?: Readonly<Record<string, unknown>>;
  readonly complete?: boolean;
}

function parse(name: string, text: string): SourceFile {
  const uri = `${folder}/${name}`;
  const format = formatOf(uri);
  if (!format) throw new Error(`no format reads ${name}`);
  return parseSourceFile(uri, text, format);
}

function fail(error: unknown): never {
  throw error;
}

const folder = 'file:///workspace';
