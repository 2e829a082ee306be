import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { keepsStyle } from './style';
import { styledDocuments, tornDocuments } from './styledDocuments';

before(prepareTerraform);

test('whatever action is taken, comments, indentation, quotes, line ends and all the rest stay', async () => {
  let actions = 0;
  await fc.assert(
    fc.asyncProperty(styledDocuments(), async (document) => {
      actions += await keepsStyle(document);
    }),
    { numRuns: 200 },
  );
  assert.ok(actions > 300, `${actions} actions`);
});

test('whatever action is taken in Terraform whose blocks end early, when the line is typed nobody has more, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(tornDocuments(), async (document) => void (await keepsStyle(document))),
    { numRuns: 100 },
  );
});
