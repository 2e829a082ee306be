import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import type { FactReader } from '../../src/workspace/index/factReader';
import { factReaders } from '../../src/workspace/index/factReaders';
import { summarise } from '../../src/workspace/index/summarise';
import { fileOf } from '../lint/shouting';

await prepareTerraform();

const hints = { group: undefined };

/** Notes every address and text that it is shown. */
function noting(declared: Omit<FactReader, 'resource' | 'root'>) {
  const shown: string[] = [];
  const reader: FactReader = {
    ...declared,
    resource: ({ address }) => shown.push(address),
    root: ({ root }) => shown.push(root.text),
  };
  return { shown, reader };
}

const text = ['ours_bucket" "a', 'ours_bucket_acl" "b', 'theirs_bucket" "c']
  .map((labels) => `resource "${labels}" {\n}\n`)
  .join('');

test('a reader is shown the types that it names and no others', () => {
  const exact = noting({ types: ['ours_bucket'] });
  const many = noting({ types: ['ours_*'] });
  summarise(fileOf('main.tf', text), hints, factReaders([exact.reader, many.reader]));
  assert.deepEqual(exact.shown, ['ours_bucket.a']);
  assert.deepEqual(many.shown, ['ours_bucket.a', 'ours_bucket_acl.b']);
});

test('a reader is shown the texts that hold one of its words, and what is passed over unparsed is what it would not be shown', () => {
  const { shown, reader } = noting({ words: /rooms/i });
  const readers = factReaders([reader]);
  const texts = ['{ "Rooms": 1 }', '{ "\\u0052ooms": 1 }', '{ "doors": 1 }'];
  for (const document of texts) summarise(fileOf('a.json', document), hints, readers);
  assert.deepEqual(shown, texts.slice(0, 2), 'a letter may stand as an escape');
  assert.deepEqual(
    texts.map((document) => readers.mayHoldFacts(document, 'json', 'file:///a.json')),
    [true, true, false],
  );
});

test('what is followed, added or taken away is not passed over, though nobody reads its type', () => {
  for (const which of ['followed', 'added', 'removed'] as const) {
    const readers = factReaders([{ [which]: ['ours_*'] }]);
    const block = 'resource "ours_bucket" "a" {\n}\n';
    assert.ok(readers.mayHoldFacts(block, 'terraform', 'file:///main.tf'), which);
    assert.ok(readers.blockMayHoldFacts(block), which);
    assert.ok(!readers.blockMayHoldFacts(block.replace('ours', 'theirs')), which);
    assert.equal(readers.follows('ours_bucket'), which === 'followed');
    assert.equal(readers.adds('ours_bucket'), which === 'added');
  }
  const readers = factReaders([{ removed: ['ours_*'] }]);
  assert.ok(readers.blockMayHoldFacts('output "o" {\n  value = ours_bucket.a\n}\n'), 'an address that is named');
});
