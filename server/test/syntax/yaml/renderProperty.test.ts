import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { applyEdits, overlap } from '../../../src/text/edit';
import { yamlFormat } from '../../../src/syntax/yaml/format';
import { applyToMeaning, pickEdits } from '../treeEditModel';
import { rootOf, writtenDocuments } from './writtenDocuments';

test('an edited document means what the edits say, to another parser as well', () => {
  let rendered = 0;
  let all = 0;
  const misses: string[] = [];
  fc.assert(
    fc.property(writtenDocuments(), fc.nat(), (text, seed) => {
      const root = rootOf(text);
      const edits = pickEdits(root.node, seed);
      if (edits.length === 0) return;
      all++;
      const written = yamlFormat.render(root, edits);
      if (!written) { misses.push(text + '\n=====' + seed); return; }
      rendered++;
      assert.equal(overlap(written), false);
      const edited = applyEdits(text, written);
      assert.deepEqual(load(edited), applyToMeaning(root.node, edits), edited);
    }),
    { numRuns: 12000 },
  );
  console.log(rendered, all);
  for (const m of misses.slice(0, 6)) console.log('MISS-----\n' + m);
});
