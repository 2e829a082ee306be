import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../rules/inspect';

const member = (name: string, ...lines: readonly string[]) =>
  `resource "google_project_iam_member" "${name}" {\n  project = "p"\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const binding = (name: string, members: string) =>
  `resource "google_project_iam_binding" "${name}" {\n  project = "p"\n  role    = "roles/browser"\n  members = ${members}\n}\n`;

describe('an argument of another resource, read back', () => {
  test('is what the text gives it', () => {
    const files = {
      'a.tf': member('a', 'role   = google_project_iam_member.b.role', 'member = google_project_iam_binding.c.role'),
      'b.tf': member('b', 'role   = "roles/owner"', 'member = "user:kim@example.org"') + binding('c', '["user:kim@example.org"]'),
    };
    assert.deepEqual(told('allow-policy/basic-role', files), ['owner google_project_iam_member.b.role']);
  });

  test('is a set where its provider has one', () => {
    const other = binding('b', '["user:kim@example.org", "allUsers"]');
    const files = (members: string) => ({ 'a.tf': binding('a', members), 'b.tf': other });
    const rule = 'allow-policy/public-access';
    const all = 'google_project_iam_binding.b.members';
    assert.deepEqual(told(rule, files(all)), [`public ${all}`]);
    assert.deepEqual(told(rule, files(`tolist(${all})`)), [`public ${all}`]);
    assert.deepEqual(told(rule, files(`[tolist(${all})[0]]`)), [`public tolist(${all})[0]`], 'sorted');
    assert.deepEqual(told(rule, files(`[${all}[1]]`)), [], 'an error to Terraform');
    const each = `resource "google_project_iam_member" "m" {\n  for_each = ${all}\n  project  = "p"\n  role     = "roles/browser"\n  member   = each.value\n}\n`;
    assert.deepEqual(
      inspect(rule, { 'a.tf': each, 'b.tf': other }).map(({ finding }) => finding.addresses),
      [['google_project_iam_member.m["allUsers"]']],
    );
  });

  test('is known of what it is made of, and unknown where the provider computes it or nobody knows how it is kept', () => {
    const account = 'resource "google_service_account" "a" {\n  account_id = "allUsers"\n}\n';
    const other = 'resource "google_other" "o" {\n  names = ["allUsers"]\n}\n';
    const found = (members: string) =>
      told('allow-policy/public-access', { 'a.tf': binding('a', members), 'b.tf': account + other });
    assert.deepEqual(found('[google_service_account.a.account_id]'), ['public google_service_account.a.account_id']);
    assert.deepEqual(found('[google_service_account.a.unique_id]'), []);
    assert.deepEqual(found('google_other.o.names'), []);
  });
});
