import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { prepareTerraform } from '../../src/syntax/terraform/grammar';
import { documents } from './fixAll/documents';
import { repairsNoMoreThanIsMeant } from './fixAll/laws';

await prepareTerraform();

test('all safe repairs at once: nobody gets what the text doesn’t surely say, no comment or key is lost, a second run changes nothing', async () => {
  let repaired = 0;
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      repaired += await repairsNoMoreThanIsMeant(document);
    }),
    { numRuns: 250 },
  );
  assert.ok(repaired > 100, `only ${repaired} repairs were tried`);
});
