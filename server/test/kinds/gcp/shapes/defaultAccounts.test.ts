import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '../../../rules/inspect';
import { cannotBe, coloured, isSaid, offered, taken } from './asked';

const block = (inner: string) => `resource "google_project_default_service_accounts" "a" {\n  ${inner}\n}\n`;
const inJson = (inner: string) => `{"resource":{"google_project_default_service_accounts":{"a":${inner}}}}`;

test('keys and words are told', () => {
  isSaid('a.tf', block('acti‸on = var.action'), /^What is done/);
  isSaid('a.tf', block('action = "DEPRI‸VILEGE"'), /^Revokes the roles/);
  isSaid('a.tf', block('restore_‸policy = "NONE"'), /^What becomes of the accounts/);
  isSaid('a.tf.json', inJson('[{"restore_policy":"REVERT_AND‸_IGNORE_FAILURE"}]'), /^Undoes the action where/);
});

test('keys and words are offered', () => {
  assert.deepEqual(offered('a.tf', block('project = "p"\n  ‸')), ['action', 'restore_policy']);
  assert.deepEqual(offered('a.tf', block('action = "‸"')), ['DEPRIVILEGE', 'DISABLE', 'DELETE']);
  assert.equal(taken('a.tf', block('action = "DEP‸'), 'DEPRIVILEGE'), block('action = "DEPRIVILEGE"'));
  assert.deepEqual(offered('a.tf.json', inJson('{"restore_policy":"NON‸"}')), ['NONE']);
});

test('words are coloured', () => {
  assert.deepEqual(coloured('a.tf', block('action = "DELETE"\n  restore_policy = "NONE"')), ['DELETE', 'NONE']);
});

test('a list is no text, whatever Terraform itself says of it', () => {
  assert.deepEqual(cannotBe('a.tf', block('action = ["DELETE"]\n  project {\n  }')), ['action', 'project']);
  for (const inner of ['action = var.action', 'action = null', 'action = "${var.a}"', 'action = lower("x")', 'action = ', 'act'])
    assert.deepEqual(cannotBe('a.tf', block(inner)), [], inner);
  assert.deepEqual(cannotBe('a.tf.json', inJson('[{"action":"DELETE"},{"action":null}]')), []);
  assert.deepEqual(told('file/wrong-shape', { 'a.tf': block('action = ["DELETE"]') }), []);
});
