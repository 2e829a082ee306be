import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { documents, tornDocuments } from './fixAll/documents';
import { letsInNoMoreThanIsMeant, repairsNoMoreThanIsMeant } from './fixAll/laws';
import { levels } from './fixAll/levels';

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

test('all safe repairs at once in Terraform whose blocks end early: when the line is typed, all is as if nothing had been repaired', async () => {
  await fc.assert(
    fc.asyncProperty(tornDocuments, async (document) => void (await repairsNoMoreThanIsMeant(document))),
    {
      numRuns: 200,
    },
  );
});

test('all safe repairs of access levels at once: nobody gets in who wasn’t meant to, and whoever got in still does', async () => {
  let repaired = 0;
  await fc.assert(
    fc.asyncProperty(levels, async (level) => {
      repaired += await letsInNoMoreThanIsMeant(level);
    }),
    { numRuns: 250 },
  );
  assert.ok(repaired > 100, `only ${repaired} repairs were tried`);
});
