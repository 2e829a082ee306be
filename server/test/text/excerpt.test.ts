import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingWords } from '../../src/features/findingWords';
import { excerpt } from '../../src/text/excerpt';
import { inspect } from '../rules/inspect';

test('of a long value a sentence holds the beginning, of a key nothing', () => {
  assert.equal(excerpt('user:kim@example.org'), 'user:kim@example.org');
  assert.equal(excerpt('x'.repeat(8192)), `${'x'.repeat(120)}…`);
  assert.equal(excerpt(`${'x'.repeat(119)}😀y`), `${'x'.repeat(119)}…`);
  const key = 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8x'.repeat(8);
  assert.equal(excerpt(`${'x y '.repeat(25)}${key}`), `${'x y '.repeat(25)}…`);
});

test('what is found of a long value stays short in both languages', () => {
  const policy = { bindings: [{ role: 'roles/browser', members: [`User:${'x'.repeat(8192)}`, 'y'.repeat(8192)] }] };
  const found = inspect('allow-policy/invalid-member', { 'a.json': JSON.stringify(policy) });
  assert.equal(found.length, 2);
  for (const { finding } of found)
    for (const locale of ['en', 'ko'] as const) assert.ok(findingWords(finding, locale).length < 500);
});
