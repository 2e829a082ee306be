import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { korean } from '../src/l10n/ko/index.generated';
import { rules } from '../src/rules/index.generated';
import { prepareTerraform } from '../src/syntax/terraform/grammar';
import { cases } from './cases.generated';
import { identity } from './laws/law10Identity';
import { speaksKorean } from './laws/law11Korean';
import { trialsOf } from './laws/trials';

await prepareTerraform();

const paths = readdirSync('server/src/rules', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /^[^/]+\/.+\.ts$/.test(path) && !path.endsWith('.cases.ts'))
  .map((path) => path.slice(0, -'.ts'.length))
  .sort();

test('the list of rules has every rule', () => assert.equal(rules.length, paths.length, 'run “npm run generate”'));

for (const [index, rule] of rules.entries()) {
  const path = paths[index] ?? rule.id;
  test(`${path} · law 10: the id is the path, the summary a sentence, the source given`, () => identity(rule, path));
  test(`${path} · law 11: speaks Korean`, () => speaksKorean(rule, korean[path]));
  for (const { name, run } of trialsOf(rule, cases[path] ?? [])) {
    test(name, (context) => run((reason) => context.skip(reason)));
  }
}
