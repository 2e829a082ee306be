import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import fc from '../fastCheck';
import { roleDocuments } from './roles/documents';
import { offersNoBroaderRole } from './roles/laws';

before(prepareTerraform);

test('whatever is offered for a misspelt role allows no more than what surely stands there', async () => {
  let offered = 0;
  await fc.assert(
    fc.asyncProperty(roleDocuments, async (document) => {
      offered += await offersNoBroaderRole(document);
    }),
    { numRuns: 120 },
  );
  assert.ok(offered > 50, `only ${offered} roles were offered`);
});
