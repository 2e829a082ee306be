import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderFix } from '../../../src/lint/fixes/fix';
import { inspect } from '../../rules/inspect';

test('a list that seems to stand to the left of its key is no pattern for others, and nothing throws', () => {
  const text = '- ipSubnetworks:\n  region: UK\n- devicePolicy:\n  region: UK\n    osConstraints:\n    - osType: desktop_mac\n';
  const found = inspect('access-level/invalid-field', { 'a.yaml': text });
  assert.ok(found.length > 0);
  for (const { finding } of found) for (const fix of finding.fixes()) renderFix(text, finding, fix);
});
