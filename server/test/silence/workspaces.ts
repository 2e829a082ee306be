import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { summarise } from '../../src/kinds/facts';
import { createLinter } from '../../src/lint/lint';
import { type PlacedFinding, rangeInFile } from '../../src/lint/places/placedFinding';
import type { FileReading } from '../../src/lint/readings';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import { formatOf, parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { lineTable } from '../../src/text/lines/lineTable';
import { join as joinFacts, type Workspace } from '../../src/workspace/index/workspace';

await prepareTerraform();

/** Documents that belong together, by name within their folder. */
export interface Documents {
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** Each folder of fixtures is a workspace; in `threads`, where each file shows one report, each file is. */
export const workspaces: readonly Documents[] = folders('').flatMap((name) => {
  const texts = Object.fromEntries(filesBelow(name).map((file) => [file, readFileSync(join(fixtures(), name, file), 'utf8')]));
  if (name !== 'threads') return [{ name, texts }];
  return Object.entries(texts).map(([file, text]) => ({ name: `threads/${file}`, texts: { [file]: text } }));
});

export interface Linted {
  readonly files: readonly SourceFile[];
  readonly workspace: Workspace;
  readonly findings: ReadonlyMap<SourceFile, readonly PlacedFinding[]>;
}

/** What all rules find in each document, with the settings that nobody has touched. A fault of a rule is thrown. */
export function lintAll({ texts }: Documents, complete = true): Linted {
  const files = Object.entries(texts).flatMap(([name, text]) => parse(name, text));
  const workspace = joinFacts(
    files.map((file) => summarise(file, { group: settings.groupFor(file.uri) })),
    complete,
  );
  return { files, workspace, findings: new Map(files.map((file) => [file, lint(file, workspace)])) };
}

export function lint(file: SourceFile, workspace: Workspace): readonly PlacedFinding[] {
  return linter.lint(file, workspace, now);
}

export function readingOf(file: SourceFile, workspace: Workspace): FileReading {
  return linter.read(file, workspace);
}

/** Empty where no format reads files of this name. */
export function parse(name: string, text: string): readonly SourceFile[] {
  const uri = `${folder}/${name}`;
  const format = formatOf(uri);
  return format ? [parseSourceFile(uri, text, format)] : [];
}

export function factsOf(file: SourceFile) {
  return summarise(file, { group: settings.groupFor(file.uri) });
}

/** What a finding of warning or above says, and where: enough to find the cause. */
export function loud({ findings }: Linted): readonly string[] {
  return [...findings].flatMap(([file, found]) =>
    found
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map((finding) => {
        const { start, end } = rangeInFile(finding);
        const { line } = lineTable(file.text).positionAt(start);
        const marked = file.text.slice(start, end).replace(/\s+/g, ' ').slice(0, 80);
        return `${finding.rule.id} ${finding.severity} ${file.uri.slice(folder.length + 1)}:${line + 1} ${finding.message} ${marked}`;
      }),
  );
}

function filesBelow(name: string): string[] {
  const top = join(fixtures(), name);
  const all = readdirSync(top, { recursive: true }).map((file) => String(file).replaceAll('\\', '/'));
  return all.filter((file) => statSync(join(top, file)).isFile()).sort();
}

function folders(name: string): string[] {
  return readdirSync(join(fixtures(), name)).sort();
}

function fixtures(): string {
  return resolve('server/test/silence/fixtures');
}

const folder = 'file:///workspace';
const now = new Date('2026-01-15T12:00:00Z');
const { settings } = readSettings({ client: undefined, folder });
const linter = createLinter({
  rules,
  settings,
  onFault: (_, error) => {
    throw error;
  },
});
