import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../../src/rules/index.generated';
import { inspect, told } from '../inspect';

const rule = 'service-account/key';
const found = (text: string, file = 'a.tf') =>
  inspect(rule, { [file]: text }).map(({ finding, told }) => `${finding.severity} ${told}`);
const key = 'service_account_id = google_service_account.a.name';

describe(rule, () => {
  test('finds what makes and uploads keys', () => {
    const header = 'resource "google_service_account_key" "k"';
    const rotated = 'keepers = {\n    t = time_rotating.t.id\n  }';
    assert.deepEqual(found(`${header} {\n  ${key}\n  ${rotated}\n}\n`), [`warning created ${header}`]);
    assert.deepEqual(found(`${header} {\n  for_each = var.accounts\n  ${key}\n  ${rotated}\n}\n`), [`warning created ${header}`]);
    assert.deepEqual(found(`${header} {\n  ${key}\n  public_key_data = var.cert\n}\n`), [`warning uploaded ${header}`]);
    assert.deepEqual(found(`${header} {\n  ${key}\n  public_key_data = null\n  ${rotated}\n}\n`), [`warning created ${header}`]);
  });

  test('a key that nothing replaces is told by the rule that says so, and by no other', () => {
    const header = 'resource "google_service_account_key" "k"';
    assert.deepEqual(found(`${header} {\n  ${key}\n}\n`), []);
    assert.deepEqual(told('service-account/key-without-rotation', { 'main.tf': `${header} {\n  ${key}\n}\n` }).length, 1);
  });

  test('an ephemeral key is information', () => {
    const header = 'ephemeral "google_service_account_key" "k"';
    assert.deepEqual(found(`${header} {\n  ${key}\n}\n`), [`information ephemeral ${header}`]);
    const json = JSON.stringify({ ephemeral: { google_service_account_key: { k: { service_account_id: 'a' } } } });
    assert.deepEqual(found(json, 'a.tf.json'), ['information ephemeral "k"']);
  });

  test('finds the key file of a provider', () => {
    const provider = (name: string, value: string) => found(`provider "${name}" {\n  credentials = ${value}\n}\n`);
    for (const name of ['google', 'google-beta', 'googleworkspace']) {
      for (const value of ['file("key.json")', 'file(var.key_file)', 'file("${path.module}/key.json")', '"keys/deploy.json"']) {
        assert.deepEqual(provider(name, value), [`warning providerFile ${value}`]);
      }
    }
    for (const value of ['var.credentials', 'local.credentials', 'data.vault_generic_secret.k.data["key"]', 'null', '""']) {
      assert.deepEqual(provider('google', value), []);
    }
    assert.deepEqual(provider('aws', 'file("key.json")'), []);
    const json = '{"provider": {"google": [{"project": "p"}, {"credentials": "${file(\\"key.json\\")}"}]}}';
    assert.equal(found(json, 'a.tf.json').length, 1);
  });

  test('leaves the rest alone', () => {
    for (const text of [
      `data "google_service_account_key" "k" {\n  name = var.key\n}\n`,
      `resource "google_service_account_key" "k" {\n  count = 0\n  ${key}\n}\n`,
      'ephemeral "google_service_account_access_token" "t" {\n  target_service_account = var.a\n}\n',
      'provider "google" {\n  impersonate_service_account = var.a\n}\n',
      'resource "google_service_account" "a" {\n  account_id = "wi-a"\n}\n',
    ]) {
      assert.deepEqual(found(text), []);
    }
  });

  test('the first paragraph, which a hover shows, is the decision tree', () => {
    const [first = ''] = rules.find(({ id }) => id === rule)?.rationale.split(/\n\s*\n/, 1) ?? [];
    assert.equal(first.split('\n').filter((line) => line.startsWith('- ')).length, 5);
  });
});
