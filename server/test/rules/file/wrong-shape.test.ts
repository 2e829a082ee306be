import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { told } from '../inspect';

const shapes = (name: string, text: string) => told('file/wrong-shape', { [name]: text });
const policy = (binding: string) => `{"bindings": [{"role": "roles/browser", "members": ["user:a@example.org"]}, ${binding}]}`;

describe('file/wrong-shape', () => {
  test('finds a text, a list and an object where another one of them belongs', () => {
    assert.deepEqual(shapes('a.json', policy('{"role": "roles/viewer", "members": "user:a@example.org"}')), [
      'texts "user:a@example.org"',
    ]);
    assert.deepEqual(shapes('a.json', policy('{"role": ["roles/viewer"], "members": []}')), ['text ["roles/viewer"]']);
    assert.deepEqual(shapes('a.json', policy('{"role": {"name": "roles/viewer"}, "members": []}')), [
      'text {"name": "roles/viewer"}',
    ]);
    assert.deepEqual(shapes('a.json', policy('{"role": "roles/viewer", "condition": [{"title": "t"}]}')), [
      'object [{"title": "t"}]',
    ]);
    assert.deepEqual(
      shapes(
        'a.yaml',
        'name: accessPolicies/1/accessLevels/a\ntitle: a\nbasic:\n  conditions:\n  - regions: KR\n  - negate: [true]\n',
      ),
      ['texts KR', 'boolean [true]'],
    );
    assert.deepEqual(shapes('a.yaml', 'conditions:\n- ip_subnetworks: 203.0.113.0/24\n- regions: [KR]\n'), [
      'texts 203.0.113.0/24',
    ]);
  });

  test('in documents inside of Terraform too, but not in its own arguments', () => {
    const inside = 'policy_data = jsonencode({ bindings = [{ role = "roles/viewer", members = "user:a@example.org" }] })';
    const resource = (argument: string) => `resource "google_project_iam_policy" "p" {\n  project = "p"\n  ${argument}\n}\n`;
    assert.deepEqual(shapes('main.tf', resource(inside)), ['texts "user:a@example.org"']);
    assert.deepEqual(
      shapes(
        'main.tf',
        'resource "google_project_iam_binding" "b" {\n  role    = "roles/viewer"\n  members = "user:a@example.org"\n}\n',
      ),
      [],
    );
  });

  test('says nothing of what is yet to be typed, or is computed', () => {
    for (const value of ['null', '""'])
      assert.deepEqual(shapes('a.json', policy(`{"role": "roles/viewer", "members": ${value}}`)), [], value);
    const data = (members: string) =>
      `resource "google_project_iam_policy" "p" {\n  project     = "p"\n  policy_data = jsonencode({ bindings = [{ role = "roles/viewer", members = ${members} }] })\n}\n`;
    for (const members of ['var.members', 'concat(["user:a@example.org"], var.more)', '[for m in var.m : m]'])
      assert.deepEqual(shapes('main.tf', data(members)), [], members);
  });

  test('says nothing of numbers and truth values that are written as texts, which every reader takes', () => {
    assert.deepEqual(shapes('a.json', '{"version": "3", "bindings": [{"role": "roles/browser", "members": []}]}'), []);
    assert.deepEqual(shapes('a.yaml', '- devicePolicy:\n    requireAdminApproval: "true"\n'), []);
  });
});
