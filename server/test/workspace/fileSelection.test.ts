import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileSelection } from '../../src/workspace/files/selection';

const selection = (gitignores: Readonly<Record<string, string>> = {}) => fileSelection((folder) => gitignores[folder]);

test('tools’ own folders are nobody’s source', () => {
  const { skips } = selection();
  for (const path of ['.git/', 'a/.terraform/', 'node_modules/', 'a/node_modules/b/c.json', '.terraform/modules/m/main.tf'])
    assert.ok(skips(path), path);
  for (const path of ['a/', 'a/main.tf', 'terraform/', '.github/', 'node_modules']) assert.ok(!skips(path), path);
});

test('each .gitignore speaks of what is below its folder', () => {
  const { skips } = selection({ '': '/build\n*.local.json\n', 'a/': 'secret/\n/only-here.json\n' });
  assert.ok(skips('build/'));
  assert.ok(skips('build/x/y.json'));
  assert.ok(skips('a/b/c.local.json'));
  assert.ok(skips('a/b/secret/x.json'));
  assert.ok(skips('a/only-here.json'));
  assert.ok(!skips('a/b/only-here.json'));
  assert.ok(!skips('a/build/x.json'));
  assert.ok(!skips('secret/x.json'));
});

test('a deeper list may take something in again, but not from a folder that is left out', () => {
  const { skips } = selection({ '': '*.json\nout/\n', 'a/': '!keep.json\n', 'out/': '!x.yaml\n' });
  assert.ok(!skips('a/keep.json'));
  assert.ok(skips('keep.json'));
  assert.ok(skips('out/x.yaml'));
});

test('each list is asked for once, and none inside of what is left out', () => {
  const asked: string[] = [];
  const { skips } = fileSelection((folder) => {
    asked.push(folder);
    return folder === '' ? 'out/' : undefined;
  });
  for (const path of ['a/b/x.json', 'a/b/y.json', 'a/z.json', 'out/deep/x.json']) skips(path);
  assert.deepEqual(asked, ['', 'a/', 'a/b/']);
});
