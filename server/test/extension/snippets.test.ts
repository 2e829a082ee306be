import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { placeholderIn } from '../../src/catalog/placeholders';
import { summarise } from '../../src/kinds/facts';
import { createLinter } from '../../src/lint/lint';
import { rangeInFile } from '../../src/lint/places/placedFinding';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import { parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { join } from '../../src/workspace/index/workspace';
import { meaningOf } from '../laws/documents/secondParser';

await prepareTerraform();

interface Snippet {
  readonly prefix: string;
  readonly isFileTemplate?: boolean;
  readonly description: string;
  readonly body: readonly string[];
}

const languages = { json: 'json', yaml: 'yaml', terraform: 'tf' } as const;
type Language = keyof typeof languages;

const snippets = (Object.keys(languages) as Language[]).flatMap((language) =>
  Object.entries(JSON.parse(readFileSync(`snippets/${language}.json`, 'utf8')) as Readonly<Record<string, Snippet>>).map(
    ([title, snippet]) => ({ language, title, ...snippet }),
  ),
);

/** What VS Code writes when nobody types over a default: an empty stop repeats the one of its number, a choice is its first. */
function filledIn(body: readonly string[]): string {
  return `${body
    .join('\n')
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/\$\{\d+\|((?:[^,|\\]|\\.)*)[^}]*\|\}/g, '$1')
    .replace(/\\([$}\\])/g, '$1')}\n`;
}

const { settings } = readSettings({ client: undefined, folder: 'file:///workspace' });
const linter = createLinter({
  rules,
  settings,
  onFault(_, error) {
    throw error;
  },
});

function looked(language: Language, text: string) {
  const file = parseSourceFile(`file:///workspace/snippet.${languages[language]}`, text, language);
  const workspace = join([summarise(file, { group: undefined })], true);
  return { file, workspace, findings: linter.lint(file, workspace, new Date('2026-01-15T12:00:00Z')) };
}

for (const { language, title, body } of snippets) {
  test(`${title} in ${language}: its defaults parse, are recognised, and bring no finding of warning or above`, async () => {
    const text = filledIn(body);
    await meaningOf(text, language);
    const { file, workspace, findings } = looked(language, text);
    for (const { root } of file.roots) {
      assert.equal(root.broken, false);
      assert.notEqual(linter.read({ ...file, roots: [{ root, offset: 0 }] }, workspace).policies().length, 0, root.text);
    }
    assert.deepEqual(
      findings
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(
          (finding) =>
            `${finding.rule.id} ${finding.message} ${text.slice(rangeInFile(finding).start, rangeInFile(finding).end)}`,
        ),
      [],
    );
  });

  test(`${title} in ${language}: what is to be filled in is reported`, () => {
    const text = filledIn(body);
    const { findings } = looked(language, text);
    const reported = findings.filter(({ rule }) => rule.id === 'example/placeholder');
    const lines = text.split('\n').filter((line) => placeholderIn(line) !== undefined && !line.startsWith('#'));
    const marked = new Set(reported.map((finding) => text.slice(0, rangeInFile(finding).start).split('\n').length));
    assert.ok(lines.length > 0);
    assert.equal(marked.size, lines.length, lines.join('\n'));
  });
}

test('snippets are found by a prefix of their own, in English and Korean, the same in every language', () => {
  const described = new Map<string, string>();
  for (const { language, title, prefix, description } of snippets) {
    assert.match(prefix, /^lw-[a-z-]+$/, title);
    assert.match(description, /^[A-Z][ -~]+ · .*[가-힣]/u, title);
    assert.equal(described.get(prefix) ?? description, description, `${title} in ${language}`);
    described.set(prefix, description);
  }
  for (const { language, title, isFileTemplate = false } of snippets) {
    assert.equal(isFileTemplate, language !== 'terraform', `${title} in ${language} is a whole file`);
  }
  for (const language of Object.keys(languages)) {
    const own = snippets.filter((snippet) => snippet.language === language).map(({ prefix }) => prefix);
    assert.equal(new Set(own).size, own.length);
  }
});

/** Why a document is not offered in the other languages: no tool takes it there. */
const elsewhere: Readonly<Record<string, { readonly in: readonly Language[]; readonly because: string }>> = {
  'lw-credential-boundary': {
    in: ['json'],
    because: 'a boundary goes along with the exchange of a token, which takes JSON alone',
  },
  'lw-all-users-group': {
    in: ['json'],
    because: 'the provider makes no dynamic groups, and gcloud takes the query from a flag',
  },
  'lw-service-account': { in: ['terraform'], because: 'the account and its grant are two requests to two services' },
  'lw-new-service-account': { in: ['json'], because: 'Terraform has it with its grant, and gcloud takes flags' },
  'lw-token-broker': { in: ['terraform'], because: 'several accounts and the grants on each are no single document' },
  'lw-workload-identity': { in: ['terraform'], because: 'the pool and its provider are two requests' },
  'lw-workload-provider': { in: ['json'], because: 'Terraform has it with its pool, and gcloud takes flags' },
};

test('a document is offered in every language, save where no tool takes it', () => {
  const all = Object.keys(languages) as Language[];
  for (const prefix of new Set(snippets.map((snippet) => snippet.prefix))) {
    const offered = all.filter((language) =>
      snippets.some((snippet) => snippet.prefix === prefix && snippet.language === language),
    );
    const { in: expected = all, because = '' } = elsewhere[prefix] ?? {};
    assert.deepEqual(offered, expected, `${prefix}: ${because}`);
  }
});

test('each stop of a snippet has one default, and the stops count from one', () => {
  for (const { language, title, body } of snippets) {
    const defaults = new Map<number, string>();
    for (const [, number, text] of body.join('\n').matchAll(/\$\{(\d+)[:|]([^}]*)\}/g)) {
      const known = defaults.get(Number(number));
      assert.equal(known ?? text, text, `${title} in ${language}`);
      defaults.set(Number(number), text ?? '');
    }
    assert.deepEqual(
      [...defaults.keys()].sort((a, b) => a - b),
      [...defaults.keys()].map((_, index) => index + 1),
      `${title} in ${language}`,
    );
  }
});

test('every snippet file is contributed, for the languages that are read the same way too', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.deepEqual(
    contributes.snippets.map(({ language, path }: { language: string; path: string }) => `${language} ${path}`),
    ['json json', 'jsonc json', 'yaml yaml', 'terraform terraform', 'opentofu terraform'].map((pair) => {
      const [language, file] = pair.split(' ');
      return `${language} ./snippets/${file}.json`;
    }),
  );
});
