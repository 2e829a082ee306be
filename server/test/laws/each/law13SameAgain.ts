import assert from 'node:assert/strict';
import { summarise } from '../../../src/kinds/facts';
import { renderFix } from '../../../src/lint/fixes/fix';
import { createLinter, type Linter } from '../../../src/lint/lint';
import { type PlacedFinding, rangeInFile } from '../../../src/lint/places/placedFinding';
import { readSettings } from '../../../src/lint/settings/settings';
import { rules } from '../../../src/rules/index.generated';
import type { SourceFile } from '../../../src/syntax/sourceFile';
import { applyEdits } from '../../../src/text/edit';
import { join } from '../../../src/workspace/index/workspace';
import type { Sample } from '../documents/sample';
import { fileName, folder, formatOfPair, now, parse, rethrow } from '../engine';
import type { Law } from '../law';

export const sameAgain: Law = {
  number: 13,
  says: 'the same again',
  tests: [
    {
      of: 'asked twice, and after settings, groups, files and the clock have changed and changed back, as after a fresh start',
      run(sample) {
        const warm = createWorld(sample);
        for (const [name, state] of [...changes(sample), ['back', unchanged] as const]) {
          const fresh = answers(createWorld(sample), state);
          assert.deepEqual(answers(warm, state), fresh, name);
          assert.deepEqual(answers(warm, state), fresh, `${name}, asked again`);
        }
      },
    },
  ],
};

/** What a question depends on besides the text of the pair. */
interface State {
  readonly settings: Readonly<Record<string, unknown>>;
  /** The group whose members the file is said to list. */
  readonly group: string | undefined;
  readonly otherFiles: Readonly<Record<string, string>>;
  readonly now: Date;
}

const unchanged: State = { settings: {}, group: undefined, otherFiles: {}, now };

/** Each leads to the next without anything being made anew. */
function changes({ rule }: Sample): readonly (readonly [string, State])[] {
  const group = 'group:somebody@example.org';
  const severity = { ...unchanged, settings: { rules: { [rule.id]: 'hint' } } };
  const settings = {
    ...unchanged,
    settings: { organizationDomains: ['example.net'], groups: { [group]: ['serviceAccount:a@b.iam.gserviceaccount.com'] } },
  };
  const files = { ...unchanged, otherFiles: { 'unrelated.tf': unrelated, 'unrelated.yaml': 'kind: Pod\napiVersion: v1\n' } };
  return [
    ['as it is', unchanged],
    ['another severity', severity],
    ['other settings', settings],
    ['another group', { ...unchanged, group }],
    ['more files', files],
    ['later', { ...unchanged, now: new Date(now.getTime() + 400 * 24 * 60 * 60 * 1000) }],
    ['all of it', { ...settings, ...files, settings: settings.settings, group }],
  ];
}

const unrelated =
  'resource "google_service_account" "unrelated" {\n  account_id = "unrelated"\n  project    = "example-project"\n}\n';

/** Everything that remembers: parsed files and linters, each made once. */
interface World {
  readonly sample: Sample;
  readonly file: SourceFile;
  readonly others: (files: Readonly<Record<string, string>>) => readonly SourceFile[];
  readonly linterFor: (settings: State['settings']) => {
    readonly linter: Linter;
    readonly groupFor: (uri: string) => string | undefined;
  };
}

function createWorld(sample: Sample): World {
  const files = new Map<string, SourceFile>();
  const linters = new Map<string, ReturnType<World['linterFor']>>();
  const chosen = sample.rule.kind.afterwards ? rules : [sample.rule];
  return {
    sample,
    file: parse(fileName(sample, formatOfPair(sample)), sample.bad),
    others: (texts) =>
      Object.entries(texts).map(([name, text]) => {
        const file = files.get(name) ?? parse(name, text);
        files.set(name, file);
        return file;
      }),
    linterFor(settings) {
      const key = JSON.stringify(settings);
      const before = linters.get(key);
      if (before) return before;
      const read = readSettings({ client: { ...sample.example.settings, ...settings }, folder }).settings;
      const made = { linter: createLinter({ rules: chosen, settings: read, onFault: rethrow }), groupFor: read.groupFor };
      linters.set(key, made);
      return made;
    },
  };
}

function answers({ sample, file, others, linterFor }: World, { settings, group, otherFiles, now }: State): readonly unknown[] {
  const { linter, groupFor } = linterFor(settings);
  const facts = [...others({ ...sample.example.files, ...otherFiles }), file].map((one) =>
    summarise(one, { group: one === file ? (group ?? groupFor(one.uri)) : groupFor(one.uri) }),
  );
  const findings = linter.lint(file, join(facts, true), now);
  return [...findings.map((finding) => told(file, finding)), ...facts.flat().map(({ kind, name, at }) => ({ kind, name, at }))];
}

function told(file: SourceFile, finding: PlacedFinding): unknown {
  const { rule, message, arguments: args, severity, fixes, related } = finding;
  const repaired = fixes().map((fix) => {
    const edits = renderFix(file.text, finding, fix);
    return [fix.title, edits && applyEdits(file.text, edits)];
  });
  return { rule: rule.id, message, args, severity, range: rangeInFile(finding), repaired, related };
}
