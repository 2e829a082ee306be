import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { told } from '../inspect';

const rule = 'allow-policy/without-etag';

const condition = { title: 't', expression: 'true' };
const policy = (more: object = {}, conditions = true) => ({
  bindings: [{ role: 'roles/browser', members: ['user:kim@example.org'], ...(conditions && { condition }) }],
  ...more,
});
const json = (value: object) => told(rule, { 'a.json': JSON.stringify(value) });

describe(rule, () => {
  test('a file with conditions and no etag', () => {
    assert.deepEqual(json(policy()), ['absent "bindings"']);
    assert.deepEqual(json({ policy: policy() }), ['absent "bindings"']);
    assert.deepEqual(json(policy({ etag: null })), ['absent "bindings"']);
  });

  test('not with an etag, nor without conditions', () => {
    assert.deepEqual(json(policy({ etag: 'BwXhqDVQ9Pk=' })), []);
    assert.deepEqual(json(policy({}, false)), []);
  });

  test('not where a merge key may bring it', () => {
    const text =
      'base: &base\n  etag: x\npolicy:\n  <<: *base\n  bindings:\n  - role: roles/browser\n    members: [user:kim@example.org]\n    condition: {title: t, expression: "true"}\n';
    assert.deepEqual(told(rule, { 'a.yaml': text }), []);
  });

  test('not in Terraform, which reads the etag by itself', () => {
    const resource = (data: string) =>
      `resource "google_project_iam_policy" "p" {\n  project     = "p"\n  policy_data = ${data}\n}\n`;
    const binding =
      '{ role = "roles/browser", members = ["user:kim@example.org"], condition = { title = "t", expression = "true" } }';
    assert.deepEqual(told(rule, { 'a.tf': resource(`jsonencode({ bindings = [${binding}] })`) }), []);
    assert.deepEqual(told(rule, { 'a.tf': resource(`<<EOT\n${JSON.stringify(policy())}\nEOT`) }), []);
    const data =
      'data "google_iam_policy" "p" {\n  binding {\n    role = "roles/browser"\n    members = ["user:kim@example.org"]\n    condition {\n      title = "t"\n      expression = "true"\n    }\n  }\n}\n';
    assert.deepEqual(told(rule, { 'a.tf': data }), []);
  });
});
