import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';
import { above, publicAccess } from './suppressions';

const rule = 'suppression/expired';
const found = (comment: string) => told(rule, { 'a.yaml': above(comment) });

describe(rule, () => {
  test('the named day is the last one, in UTC; it is 15 January 2026', () => {
    assert.deepEqual(found(`leastwise: ignore[${publicAccess}] known until 2026-01-14`), ['expired 2026-01-14']);
    assert.deepEqual(found(`leastwise: ignore[${publicAccess}] until 2025-01-14`), ['expired 2025-01-14']);
    assert.deepEqual(found(`leastwise: ignore[${publicAccess}] known until 2026-01-15`), []);
    assert.deepEqual(found(`leastwise: ignore[${publicAccess}] known`), []);
    assert.deepEqual(found(`leastwise: ignore[${publicAccess}] known until 2026-13-01`), ['noDay 2026-13-01']);
  });

  test('told whether or not it would hide something', () => {
    const text = above(`leastwise: ignore[${publicAccess}] known until 2026-01-14`, 'user:kim@example.org');
    assert.deepEqual(told(rule, { 'a.yaml': text }), ['expired 2026-01-14']);
    assert.deepEqual(told('suppression/unused', { 'a.yaml': text }), []);
  });

  test('what it hid is shown again, and nobody asks for its reason', () => {
    const text = above(`leastwise: ignore[${publicAccess}] until 2026-01-14`);
    assert.deepEqual(told('suppression/without-reason', { 'a.yaml': text }), []);
  });

  test('a suppression of it hides it', () => {
    const text = above(`leastwise: ignore[${publicAccess}] a until 2026-01-14`).replace(
      '  #',
      '  # leastwise: ignore[suppression/*] b\n  #',
    );
    assert.deepEqual(inspect(rule, { 'a.yaml': text }).length, 1, 'stands for the line below both');
    const beside = above(`leastwise: ignore[${publicAccess}, ${rule}] a until 2026-01-14`);
    assert.equal(inspect(rule, { 'a.yaml': beside }).length, 1, 'it has run out itself');
  });
});
