import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '../rules/inspect';

const resource = (type: string, name: string, member: string) =>
  `resource "google_project_iam_${type}" "${name}" {\n  project = "example-project"\n  role    = "roles/viewer"\n  ${member}\n}\n`;
const binding = resource('binding', 'all', 'members = ["group:a@example.org"]');
const member = resource('member', 'one', 'member  = "group:b@example.org"');
const other = 'resource "google_service_account" "app" {\n  account_id = "app"\n}\n';

test('two resources of one module undo each other’s grants', () => {
  assert.equal(told('terraform/iam-conflict', { 'm/a.tf': binding, 'm/b.tf': member }).length, 1);
  assert.equal(told('terraform/iam-conflict', { 'm/a.tf': binding + other, 'm/b.tf': member }).length, 1);
});

test('a folder that declares an address twice holds alternatives: nothing goes across its files', () => {
  assert.deepEqual(told('terraform/iam-conflict', { 'm/a.tf': binding + other, 'm/b.tf': member + other }), []);
  assert.deepEqual(told('terraform/iam-conflict', { 'm/a.tf': binding, 'm/b.tf': member, 'm/c.tf': other, 'm/d.tf': other }), []);
  assert.equal(told('terraform/iam-conflict', { 'm/a.tf': binding + member + other, 'm/b.tf': other }).length, 1);
});

test('an override file declares nothing twice', () => {
  assert.equal(told('terraform/iam-conflict', { 'm/a.tf': binding + other, 'm/b.tf': member, 'm/override.tf': other }).length, 1);
});

test('what stands in another folder is no matter', () => {
  assert.equal(
    told('terraform/iam-conflict', { 'm/a.tf': binding, 'm/b.tf': member, 'n/a.tf': other, 'n/b.tf': other }).length,
    1,
  );
});
