import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { told } from '../inspect';

const rule = 'terraform/authoritative-policy';
const found = (type: string, mode = 'resource') =>
  told(rule, { 'a.tf': `${mode} "${type}" "x" {\n  policy_data = var.policy\n}\n` }).length;

describe(rule, () => {
  for (const level of ['project', 'folder', 'organization']) {
    test(`finds the policy of a ${level}`, () => assert.equal(found(`google_${level}_iam_policy`), 1));
    test(`leaves other grants on a ${level} alone`, () => {
      for (const ending of ['binding', 'member', 'audit_config']) assert.equal(found(`google_${level}_iam_${ending}`), 0);
      assert.equal(found(`google_${level}_iam_policy`, 'data'), 0);
    });
  }

  test('leaves the policy of a single resource alone', () => {
    for (const type of ['storage_bucket', 'service_account', 'pubsub_topic']) assert.equal(found(`google_${type}_iam_policy`), 0);
    assert.equal(found('google_iam_policy', 'data'), 0);
    assert.equal(found('google_project_organization_policy'), 0);
  });
});
