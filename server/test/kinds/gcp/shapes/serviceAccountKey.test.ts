import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '../../../rules/inspect';
import { cannotBe, coloured, isSaid, offered, said, taken } from './asked';

const block = (inner: string, mode = 'resource') => `${mode} "google_service_account_key" "a" {\n  ${inner}\n}\n`;

test('keys and words are told', () => {
  isSaid('a.tf', block('service_‸account_id = google_service_account.a.name'), /^The service account that the key is for/);
  isSaid('a.tf', block('ke‸epers = {}'), /replaced by a new one/);
  isSaid('a.tf', block('private_key_type = "TYPE_PKCS‸12_FILE"'), /^A PKCS #12 file/);
  isSaid('a.tf.json', '{"resource":{"google_service_account_key":{"a":{"key_algorithm":"KEY_ALG‸_RSA_1024"}}}}', /1024 bits/);
  isSaid('a.tf', 'provider "google" {\n  cred‸entials = file("key.json")\n}\n', /^What the provider signs in with/);
  assert.equal(said('a.tf', 'provider "aws" {\n  cred‸entials = file("key.json")\n}\n'), '');
});

test('what an ephemeral key takes is told by Terraform', () => {
  assert.equal(said('a.tf', block('public_key‸_type = "TYPE_NONE"', 'ephemeral')), '');
  assert.deepEqual(offered('a.tf', block('‸', 'ephemeral')), []);
});

test('keys and words are offered, and words that stand for none are not', () => {
  assert.deepEqual(offered('a.tf', block('priv‸')), ['private_key_type']);
  assert.ok(offered('a.tf', 'resource "google_service_account_key" "a" {\n  ‸').includes('keepers'));
  assert.deepEqual(offered('a.tf', block('key_algorithm = "‸"')), ['KEY_ALG_RSA_2048', 'KEY_ALG_RSA_1024']);
  assert.equal(taken('a.tf', block('public_key_type = ‸'), 'TYPE_NONE'), block('public_key_type = "TYPE_NONE"'));
});

test('words are coloured', () => {
  assert.deepEqual(coloured('a.tf', block('public_key_type = "TYPE_NONE"')), ['TYPE_NONE']);
  assert.deepEqual(coloured('a.tf', block('public_key_type = "TYPE_OTHER"')), []);
});

test('a list is no text and a text is no map, whatever Terraform itself says of them', () => {
  assert.deepEqual(cannotBe('a.tf', block('service_account_id = ["a"]\n  keepers = "x"')), ['service_account_id', 'keepers']);
  for (const inner of [
    'service_account_id = var.account\n  keepers = var.keepers',
    'service_account_id = null\n  keepers = null',
    'service_account_id = "${google_service_account.a.name}"\n  keepers = { a = time_rotating.a.id }',
    'keepers = merge(var.keepers, { a = 1 })\n  anything = ["else"]',
    'service_account_id =\n  keepers = ',
  ])
    assert.deepEqual(cannotBe('a.tf', block(inner)), [], inner);
  assert.deepEqual(told('file/wrong-shape', { 'a.tf': block('service_account_id = ["a"]') }), []);
});
