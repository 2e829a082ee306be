import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../fastCheck';
import { everyActionKeepsTheLaw, type Tried } from './grants/laws';
import { furtherScenarios, scenarios } from './grants/scenarios';

test('grants to groups and to members: nobody loses or gets anything by an action that doesn’t say so', async () => {
  const tried: Tried = {};
  await fc.assert(
    fc.asyncProperty(scenarios, (scenario) => everyActionKeepsTheLaw(scenario, tried, () => {})),
    { numRuns: 150 },
  );
  for (const title of ['replace', 'replaceSeen', 'add', 'addOne', 'remove'])
    assert.ok((tried[title] ?? 0) >= 5, `the scenarios offer ${title} only ${tried[title] ?? 0} times`);
});

test('grants in modules that are made several times, to groups that stand twice: nobody loses or gets anything', async () => {
  const tried: Tried = {};
  await fc.assert(
    fc.asyncProperty(furtherScenarios, (scenario) => everyActionKeepsTheLaw(scenario, tried, () => {})),
    { numRuns: 150 },
  );
  for (const title of ['replace', 'replaceSeen', 'add', 'addOne', 'remove'])
    assert.ok((tried[title] ?? 0) >= 5, `the scenarios offer ${title} only ${tried[title] ?? 0} times`);
});
