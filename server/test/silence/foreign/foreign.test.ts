import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadAll } from 'js-yaml';
import { stringify } from 'yaml';
import { codeActions } from '../../../src/features/actions/quickFixes';
import { complete } from '../../../src/features/completion/completion';
import { emptyWorkspace, join as joined } from '../../../src/workspace/index/workspace';
import { factsOf, lint, parse } from '../workspaces';

/** Whole documents of other tools, a folder for each of these, that hold what looks like ours. Whatever is in them, nothing is said of it. */
const top = 'server/test/silence/foreign/fixtures';
const documents = readdirSync(top, { recursive: true })
  .map(String)
  .filter((name) => /\.(json|yaml)$/.test(name))
  .sort()
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(top, name), 'utf8') }));

/** The document as it stands, in the other format, and with its text in a list. */
function* formsOf({ name, text }: (typeof documents)[number]): Generator<{ readonly name: string; readonly text: string }> {
  yield { name, text };
  const all = text.startsWith('{"')
    ? text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : loadAll(text);
  const plain = name.replace(/\.\w+$/, '');
  for (const [index, one] of all.entries()) {
    yield { name: `${plain}-${index}.json`, text: `${JSON.stringify(one, undefined, 2)}\n` };
    yield { name: `${plain}-${index}.yaml`, text: stringify(one) };
  }
  yield { name: `${plain}-list.json`, text: JSON.stringify([all, ...all]) };
  yield { name: `${plain}-list.yaml`, text: stringify([...all, { documents: all }]) };
}

test('each of the tools is shown by three documents', () => {
  const folders = new Set(documents.map(({ name }) => name.split('/')[0]));
  assert.equal(folders.size, 14);
  for (const folder of folders) assert.equal(documents.filter(({ name }) => name.startsWith(`${folder}/`)).length, 3, folder);
});

for (const document of documents) {
  test(`nothing is said of ${document.name}, in any form`, () => {
    for (const { name, text } of formsOf(document)) {
      for (const file of parse(name, text)) {
        const found = lint(file, joined([factsOf(file)], true));
        assert.deepEqual(
          found.map(({ rule, message }) => `${rule.id} ${message}`),
          [],
          name,
        );
        const actions = codeActions(file, found, { start: 0, end: text.length }, { locale: 'en' });
        assert.deepEqual(
          actions.map(({ title }) => title),
          [],
          name,
        );
        for (const offset of placesIn(text)) {
          if (mayBecomeOurs(document.name, text, offset)) continue;
          const { items } = complete(file, offset, emptyWorkspace, { locale: 'en' });
          const labels = items.slice(0, 3).map(({ label }) => label);
          assert.deepEqual(labels, [], `${name}: ${JSON.stringify(text.slice(Math.max(0, offset - 60), offset))}`);
        }
      }
    }
  });
}

/** Where people type: behind each word, and at the ends of lines. */
function placesIn(text: string): readonly number[] {
  return [...text.matchAll(/\w(?=["',\]}\s:])|$/gm)].map(({ index, 0: word }) => index + word.length);
}

/** Where no word of its own tells the tool, somebody who types bindings may be writing ours. */
function mayBecomeOurs(name: string, text: string, offset: number): boolean {
  return /^(opa|brokers|meshes)\//.test(name) && text.slice(0, offset).includes('bindings');
}
