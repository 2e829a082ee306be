import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { told } from '../inspect';

const rule = 'service-account/key-without-rotation';
const found = (text: string, more = '', mode = 'resource') =>
  told(rule, { 'a.tf': `${mode} "google_service_account_key" "k" {\n  service_account_id = var.a\n  ${text}\n}\n${more}` })
    .length;

describe(rule, () => {
  for (const keepers of [
    '',
    'keepers = null',
    'keepers = {}',
    'keepers = { v = "1", w = 2 }',
    'keepers = { v = local.v }',
    'keepers = { account = google_service_account.a.email }',
    'keepers = local.keepers',
    'lifecycle {\n    prevent_destroy = true\n  }',
  ]) {
    test(`finds a key with ${keepers || 'no keepers'}`, () =>
      assert.equal(found(keepers, 'locals {\n  v = "1"\n  keepers = { v = "1" }\n}\n'), 1));
  }

  for (const keepers of [
    'keepers = { v = time_rotating.monthly.id }',
    'keepers = { v = "1", w = time_rotating.monthly.rotation_rfc3339 }',
    'keepers = { v = "${time_rotating.monthly.id}" }',
    'keepers = { v = local.rotated }',
    'keepers = { v = var.version }',
    'keepers = { v = var.defaulted }',
    'keepers = { v = timestamp() }',
    'keepers = { v = terraform_data.month.id }',
    'keepers = var.keepers',
    'keepers = merge(var.keepers, { v = "1" })',
    'keepers = { for k in var.all : k => k }',
    'lifecycle {\n    replace_triggered_by = [time_rotating.monthly]\n  }',
    'public_key_data = var.cert',
    'count = 0',
    'keepers = {',
  ]) {
    test(`is silent on ${keepers}`, () =>
      assert.equal(
        found(keepers, 'locals {\n  rotated = time_rotating.m.id\n}\nvariable "defaulted" {\n  default = "1"\n}\n'),
        0,
      ));
  }

  test('is silent where another text of the same key may tell', () => {
    const keepers = '  keepers = { v = time_rotating.monthly.id }\n';
    const [whole, part] = ['  service_account_id = var.a\n', keepers].map(
      (body) => `resource "google_service_account_key" "k" {\n${body}}\n`,
    ) as [string, string];
    assert.deepEqual(told(rule, { 'a.tf': whole, 'a_override.tf': part }), []);
    assert.deepEqual(told(rule, { 'a_override.tf': part.replace(keepers, ''), 'a.tf': whole }), []);
  });

  test('an ephemeral key is none to rotate', () => assert.equal(found('', '', 'ephemeral'), 0));
});
