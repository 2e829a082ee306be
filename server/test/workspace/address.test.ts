import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalAddress, childAddress, isInside, parentAddress, pathInside } from '../../src/workspace/files/address';

test('spellings of one address become the one that VS Code uses', () => {
  for (const [spelled, canonical] of [
    ['file:///C:/work/a b.tf', 'file:///c%3A/work/a%20b.tf'],
    ['file:///c%3a/work/a%20b.tf', 'file:///c%3A/work/a%20b.tf'],
    ['FILE:///work/x@1.tf', 'file:///work/x%401.tf'],
    ['file:///work/(a)!.tf#L1', 'file:///work/%28a%29%21.tf'],
    ['file:///정책.json', 'file:///%EC%A0%95%EC%B1%85.json'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ['git:/work/a.tf?{"ref":"~"}', 'git:/work/a.tf?{"ref":"~"}'],
    ['vscode-remote://ssh-remote%2Bhost/work/a.tf', 'vscode-remote://ssh-remote%2Bhost/work/a.tf'],
  ] as const) {
    assert.equal(canonicalAddress(spelled), canonical);
    assert.equal(canonicalAddress(canonical), canonical);
  }
});

test('what is no address comes back unchanged', () => {
  for (const text of ['', 'a.tf', 'file:///%', 'file:///%E0%A4%A', 'file:///\ud800']) assert.equal(canonicalAddress(text), text);
});

test('a file is found in its folder by the name that it has on the disk', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('/'));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      const below = (parts: readonly string[]) =>
        parts.reduce((folder, part) => childAddress(folder, part) ?? assert.fail(), 'file:///work');
      const address = below(names);
      assert.equal(canonicalAddress(address), address);
      assert.ok(isInside(address, 'file:///work'));
      assert.equal(pathInside(address, 'file:///work'), names.join('/'));
      assert.equal(parentAddress(address), below(names.slice(0, -1)));
    }),
  );
});

test('nothing is above the root, and a folder is not inside itself', () => {
  assert.equal(parentAddress('file:///work'), undefined);
  assert.equal(parentAddress('untitled:Untitled-1'), undefined);
  assert.equal(childAddress('file:///work', '\ud800'), undefined);
  assert.equal(isInside('file:///work', 'file:///work'), false);
  assert.equal(isInside('file:///workshop/a', 'file:///work'), false);
});
