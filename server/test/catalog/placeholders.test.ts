import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayHoldPlaceholder, placeholderIn, placeholderValues } from '../../src/catalog/placeholders';

test('every placeholder is seen wherever it stands, and nothing else', () => {
  for (const value of placeholderValues) {
    const text = `{"a": "x ${value}"}`;
    assert.ok(mayHoldPlaceholder(text), value);
    assert.equal(placeholderIn(text), value);
  }
  assert.ok(!mayHoldPlaceholder('your own 00000000, emergency-access'));
});
