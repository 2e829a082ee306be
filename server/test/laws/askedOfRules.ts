import assert from 'node:assert/strict';
import { test } from 'node:test';
import { korean } from '../../src/l10n/ko/index.generated';
import { rules } from '../../src/rules/index.generated';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { cases } from '../cases.generated';
import { completionIsBorne } from './completion';
import { identity } from './each/law10Identity';
import { speaksKorean } from './each/law11Korean';
import { trialsOf } from './trials';

/** Set by `npm test`. */
const isLanding = process.env.LEASTWISE_LANDING === '1';

/**
 * Makes a test of each law for the rules of these files, named without their ending. `scripts/unit.mjs` calls this from one program for
 * every few rules, so that the laws of one rule can be asked alone and those of many run side by side.
 */
export async function askLaws(paths: readonly string[]): Promise<void> {
  await prepareTerraform();
  for (const path of paths) {
    const rule = rules.find(({ id }) => id === path);
    test(`${path} · law 10: the id is the path, the summary a sentence, the source given`, () => {
      assert.ok(rule, `no rule has the id ${path}: it must be the file’s path, and “npm run generate” has to list it`);
      identity(rule, path);
    });
    if (!rule) continue;
    test(`${path} · law 11: speaks Korean`, (t) => {
      // Who writes a rule may not speak it: the engine says it in English until somebody helps. What lands has both.
      if (korean[path] || isLanding) speaksKorean(rule, korean[path]);
      else t.diagnostic(`server/src/l10n/ko/${path}.ts is missing: what the rule says will be said in English`);
    });
    for (const { name, run } of trialsOf(rule, cases[path] ?? [])) test(name, (context) => run((reason) => context.skip(reason)));
    test(`${path} · completion is borne wherever somebody types in its examples`, () => completionIsBorne(rule));
  }
}
