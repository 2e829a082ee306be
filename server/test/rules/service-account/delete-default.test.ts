import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from '../inspect';

const rule = 'service-account/delete-default';
const inspected = (text: string, more = '') =>
  inspect(rule, { 'a.tf': `resource "google_project_default_service_accounts" "d" {\n  project = "p"\n  ${text}\n}\n${more}` });

describe(rule, () => {
  test('offers to disable first', () => {
    const [found] = inspected('action = "DELETE"');
    assert.deepEqual(
      found?.finding.fixes().map(({ title }) => title),
      ['disable', 'deprivilege'],
    );
  });

  test('a value from elsewhere is marked where it is written, and not edited', () => {
    const [found] = inspected('action = var.action', 'variable "action" {\n  default = "DELETE"\n}\n');
    assert.equal(found?.told, 'deleted "DELETE"');
    assert.equal(found.finding.origins.all.length, 1);
    assert.ok(found.finding.fixes().every((fix) => 'disabled' in fix));
  });

  for (const text of [
    'action = "DISABLE"',
    'action = "DEPRIVILEGE"',
    'action = var.action',
    '',
    'action = "DELETE"\n  count = 0',
  ]) {
    test(`is silent on ${text || 'no action'}`, () => assert.deepEqual(inspected(text), []));
  }
});
