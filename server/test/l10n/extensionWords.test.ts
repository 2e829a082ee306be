import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path: string) => readFileSync(path, 'utf8');
const wordsIn = (path: string): Record<string, string> => JSON.parse(read(path));
const keysAsked = [...new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]))].sort();

for (const language of ['', '.ko']) {
  test(`package.nls${language}.json has the words that package.json asks for, and no others`, () => {
    assert.deepEqual(Object.keys(wordsIn(`package.nls${language}.json`)).sort(), keysAsked);
  });
}

const sources = readdirSync('client/src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => read(`${parentPath}/${name}`));
const sentences = sources.flatMap((source) => [...source.matchAll(/l10n\.t\(\s*'([^']*)'/g)].map((match) => match[1] ?? ''));

test('every sentence of the client has a Korean twin with the same placeholders, and there are no others', () => {
  const korean = wordsIn('l10n/bundle.l10n.ko.json');
  assert.deepEqual(Object.keys(korean).sort(), [...new Set(sentences)].sort());
  for (const [english, twin] of Object.entries(korean)) assert.deepEqual(placeholders(twin), placeholders(english));
});

test('the client has no sentence that a regular expression would miss', () => {
  const calls = sources.flatMap((source) => source.match(/l10n\.t\(/g) ?? []).length;
  assert.equal(sentences.length, calls);
});

test('what package.json points to exists', () => {
  const paths = [...read('package.json').matchAll(/"(\.\/[^"]+)"/g)].map((match) => match[1] ?? '');
  const missing = paths.filter((path) => !path.startsWith('./dist/') && !existsSync(path));
  assert.deepEqual(missing, []);
});

function placeholders(text: string) {
  return (text.match(/\{\d+\}/g) ?? []).sort();
}
