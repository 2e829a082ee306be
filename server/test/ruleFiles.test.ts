import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { rules } from '../src/rules/index.generated';

test('the list of rules has the rule of every file', () => {
  const paths = readdirSync('server/src/rules', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^[^/]+\/.+\.ts$/.test(path) && !path.endsWith('.cases.ts'))
    .map((path) => path.slice(0, -'.ts'.length));
  assert.deepEqual(
    rules.map(({ id }) => id),
    paths.sort(),
    'run “npm run generate”',
  );
});
