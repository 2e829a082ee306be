import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { mayHoldFacts, summarise } from '../../src/kinds/facts';
import { isIdle } from '../../src/kinds/idle/idleFile';
import { mayHoldPolicy } from '../../src/kinds/idle/mayHold';
import { createLinter } from '../../src/lint/lint';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import type { FormatName } from '../../src/syntax/format';
import { formatOf, longestText, parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { changeBetween } from '../../src/text/change';
import { emptyWorkspace } from '../../src/workspace/index/workspace';
import { cases } from '../cases.generated';
import { edits, textsAfter } from '../fuzz/campaigns/edits';
import { written } from '../fuzz/corpus';
import { samplesOf } from '../laws/documents/sample';
import { hasStyle, inStyle, styleNames } from '../laws/documents/styles';
import { formatOfPair } from '../laws/engine';

await prepareTerraform();

/** JSON and YAML of every pair of every rule, in every style that its kind has. */
async function textsOfRules(): Promise<readonly { readonly format: FormatName; readonly text: string }[]> {
  const samples = rules.flatMap((rule) => samplesOf(rule, cases[rule.id] ?? []));
  const written = samples.map((sample) => ({ format: formatOfPair(sample), text: sample.bad }));
  const styled = samples.flatMap((sample) =>
    styleNames.filter((style) => hasStyle(sample, style)).map((style) => inStyle(sample, style)),
  );
  const texts = (await Promise.all(styled)).flatMap((one) => ('bad' in one ? [{ format: one.format, text: one.bad }] : []));
  return [...written, ...texts].filter(({ format }) => format === 'json' || format === 'yaml');
}

/** The same document with every key spelled in another way that JSON, or YAML, takes for the same. */
const spellings: Readonly<Record<string, (key: string) => string>> = {
  'escaped letters': (key) => `"${escapedBy(key, (code) => `\\u${code.toString(16).padStart(4, '0')}`)}"`,
  'capital digits': (key) => `"${escapedBy(key, (code) => `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`)}"`,
  'one escaped letter': (key) => `"\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${JSON.stringify(key.slice(1)).slice(1)}`,
  'a colon that stands far away': (key) => `${JSON.stringify(key)}${' '.repeat(40)}`,
};
const spellingsOfYaml: typeof spellings = {
  'short escapes': (key) => `"${escapedBy(key, (code) => `\\x${code.toString(16)}`)}"`,
  'long escapes': (key) => `"${escapedBy(key, (code) => `\\U${code.toString(16).padStart(8, '0')}`)}"`,
  'a broken line': (key) => `"${key.slice(0, 1)}\\\n ${key.slice(1)}"`,
  'single quotes': (key) => `'${key}'`,
  'a key of its own line': (key) => `? ${key}\n`,
  'a comment before the colon': (key) => `? ${key} # so\n`,
  'an anchor': (key) => `? &anchor ${key}\n`,
};

function escapedBy(key: string, spelled: (code: number) => string): string {
  return [...key].map((letter) => (/\w/.test(letter) ? spelled(letter.charCodeAt(0)) : letter)).join('');
}

/** As flow YAML or JSON, its keys spelled by `spell`. Undefined for texts of several documents, and of more than a second parser reads. */
function respelled(text: string, format: FormatName, spell: (key: string) => string): string | undefined {
  const write = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(write).join(', ')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
    return `{${Object.entries(value)
      .map(([key, inner]) => `${spell(key)}: ${write(inner)}`)
      .join(', ')}}`;
  };
  try {
    return write(format === 'json' ? JSON.parse(text) : load(text));
  } catch {
    return undefined;
  }
}

test('no text that a rule speaks of is passed over, in whatever style it is written', async () => {
  const texts = await textsOfRules();
  assert.ok(texts.length > 300, String(texts.length));
  for (const { text, format } of texts) assert.ok(mayHoldPolicy(text), `${format}\n${text}`);
});

for (const [spelling, spell] of Object.entries({ ...spellings, ...spellingsOfYaml })) {
  test(`nor where its keys are written with ${spelling}`, async () => {
    let asked = 0;
    for (const { text, format } of await textsOfRules()) {
      const again = respelled(text, format, spell);
      if (again === undefined) continue;
      asked++;
      assert.ok(mayHoldPolicy(again), again);
    }
    assert.ok(asked > 300, String(asked));
  });
}

test('what is passed over has neither a policy nor a finding, nor tells others anything', async () => {
  const { settings } = readSettings({ folder });
  const linter = createLinter({ rules, settings, onFault: (_, error) => assert.fail(String(error)) });
  const now = new Date('2026-01-15T12:00:00Z');
  const texts = fc.tuple(fc.constantFrom(...written.filter(({ name }) => isPlain(name))), edits({ maxLength: 4 }));
  fc.assert(
    fc.property(texts, ([document, all]) => {
      for (const text of [document.text, ...textsAfter(document.text, all)]) {
        const uri = `${folder}/${document.name}`;
        const format = formatOf(uri) ?? 'json';
        const file = parseSourceFile(uri, text, format);
        const hasFacts = summarise(file, { group: undefined }).some(({ kind }) => kind !== 'text' && kind !== 'fileBelow');
        assert.ok(!hasFacts || mayHoldFacts(text, format, uri), text);
        if (mayHoldPolicy(text)) continue;
        assert.deepEqual(linter.read(file, emptyWorkspace).policies(), [], text);
        assert.deepEqual(linter.lint(file, emptyWorkspace, now), [], text);
      }
    }),
    { numRuns: 400 },
  );
});

function isPlain(name: string): boolean {
  const format = formatOf(name);
  return format === 'json' || format === 'yaml';
}

const folder = 'file:///workspace';

test('a settings file is looked at whatever it says, and of what is too long is told that it is', () => {
  assert.equal(isIdle('file:///a/.leastwise.json', '{}', 'json'), false);
  assert.equal(isIdle('file:///a/package.json', '{}', 'json'), true);
  assert.equal(isIdle('file:///a/main.tf', '', 'terraform'), false);
  assert.equal(isIdle('file:///a/long.json', ' '.repeat(longestText + 1), 'json'), false);
});

test('lists of packages, settings and manifests hold nothing', () => {
  const lock = JSON.stringify({
    name: 'x',
    packages: { 'node_modules/basic-auth': { version: '1.0.0', engines: { node: '>= 8' } } },
  });
  const service =
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n  - port: 80\nstatus:\n  conditions: []\n';
  for (const text of [lock, service, '{"editor.tabSize": 2}', '']) assert.equal(mayHoldPolicy(text), false, text);
});

test('what is typed into such a text is seen with its last letter, and what is pasted at once', () => {
  const text = `${'a: 1\n'.repeat(100)}b: 2\n${'c: 3\n'.repeat(100)}`;
  const at = text.indexOf('b: 2');
  let before = text;
  for (const [index] of [...'bindings'].entries()) {
    const typed = text.slice(0, at) + 'bindings'.slice(0, index + 1) + text.slice(at);
    assert.equal(mayHoldPolicy(typed, changeBetween(before, typed)), index === 'bindings'.length - 1, typed.slice(at, at + 12));
    before = typed;
  }
  const pasted = `${text.slice(0, at)}bindings: []\n${text.slice(at)}`;
  assert.equal(mayHoldPolicy(pasted, changeBetween(text, pasted)), true);
});

test('what is nested too deep to be checked is never passed over', () => {
  const depth = 1000;
  const texts = ['[', '{"a":', '{\n  "a": ', '[{"a b": ', '{a: ', '- '].map((open) => open.repeat(depth));
  const block = Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
  for (const text of [...texts, block]) assert.equal(mayHoldPolicy(text), true, text.slice(0, 20));
});
