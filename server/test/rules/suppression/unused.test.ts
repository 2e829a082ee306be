import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderFix } from '../../../src/lint/fixes/fix';
import { applyEdits } from '../../../src/text/edit';
import { inspect, told } from '../inspect';
import { above, publicAccess } from './suppressions';

const rule = 'suppression/unused';
const harmless = 'user:kim@example.org';
const count = (comment: string, options: Parameters<typeof told>[2] = {}, member = harmless) =>
  told(rule, { 'a.yaml': above(comment, member) }, options).length;

describe(rule, () => {
  test('finds a comment that hides nothing', () => {
    assert.equal(count(`leastwise: ignore[${publicAccess}] known`), 1);
    assert.equal(count('leastwise: ignore[allow-policy/*] known'), 1);
    assert.equal(count(`leastwise: ignore[${publicAccess}] known until 2030-01-01`), 1);
    assert.equal(count(`leastwise: ignore[${publicAccess}]`, {}, 'allUsers'), 0);
  });

  test('not where it can’t be told: expired, unknown rules, rules switched off or of its own kind, half-read workspaces', () => {
    assert.equal(count(`leastwise: ignore[${publicAccess}] known until 2020-01-01`), 0);
    assert.equal(count(`leastwise: ignore[${publicAccess}, a/b] known`), 0);
    assert.equal(count(`leastwise: ignore[${publicAccess}] known`, { settings: { rules: { [publicAccess]: 'off' } } }), 0);
    assert.equal(count('leastwise: ignore[suppression/without-reason] known'), 0);
    assert.equal(count(`leastwise: ignore[${publicAccess}] known`, { complete: false }), 0);
  });

  test('not in a file with a syntax error, which may keep something from being found', () => {
    const text = `${above(`leastwise: ignore[${publicAccess}] known`, harmless)}etag: [\n`;
    assert.deepEqual(told(rule, { 'a.yaml': text }), []);
  });

  const removed: Readonly<Record<string, readonly [string, string]>> = {
    'a.yaml': ['a: 1 #~\nb: 2\n', 'a: 1\nb: 2\n'],
    'b.yaml': ['a:\r\n  #~\r\n  b: 2\r\n', 'a:\r\n  b: 2\r\n'],
    'c.yaml': ['a: 1\n#~', 'a: 1\n'],
    'a.jsonc': ['{ /*~*/ "a": 1 }', '{ "a": 1 }'],
    'b.jsonc': ['{\n  "a": 1, //~\n  "b": 2\n}\n', '{\n  "a": 1,\n  "b": 2\n}\n'],
    'c.jsonc': ['//~\n{}\n', '{}\n'],
    'a.tf': ['//~\nlocals {\n  a = 1\n}\n', 'locals {\n  a = 1\n}\n'],
    'b.tf': ['locals { #~\n  a = 1\n}\n', 'locals {\n  a = 1\n}\n'],
  };
  for (const [name, [before, after]] of Object.entries(removed)) {
    test(`takes the comment away in ${JSON.stringify(before)}`, () => {
      const text = before.replace('~', ` leastwise: ignore[${publicAccess}] known `);
      const [one] = inspect(rule, { [name]: text });
      const [fix] = one?.finding.fixes() ?? [];
      assert.ok(one && fix);
      assert.equal(applyEdits(text, renderFix(text, one.finding, fix) ?? []), after);
    });
  }
});
