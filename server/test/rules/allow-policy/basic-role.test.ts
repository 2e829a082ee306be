import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'allow-policy/basic-role';

const agent = 'serviceAccount:1@cloudservices.gserviceaccount.com';
const member = (type: string, role: string, value = '"user:kim@example.org"') =>
  `resource "${type}_iam_member" "m" {\n  role   = ${role}\n  member = ${value}\n}\n`;
const binding = (role: string, members: string) =>
  `resource "google_project_iam_binding" "b" {\n  project = "p"\n  role    = "${role}"\n  members = ${members}\n}\n`;
const document = (role: string, members = ['user:kim@example.org'], more = {}) =>
  JSON.stringify({ ...more, bindings: [{ role, members }] });
const severities = (files: Readonly<Record<string, string>>, settings = {}) =>
  inspect(rule, files, { settings }).map(({ finding }) => `${finding.message} ${finding.severity}`);

describe(rule, () => {
  test('roles that change are a warning on anything', () => {
    const messages = { owner: 'owner', editor: 'editor', admin: 'writing', writer: 'writing' };
    for (const [role, message] of Object.entries(messages)) {
      assert.deepEqual(severities({ 'a.tf': member('google_project', `"roles/${role}"`) }), [`${message} warning`]);
      assert.deepEqual(severities({ 'a.tf': member('google_pubsub_topic', `"roles/${role}"`) }), [`${message} warning`]);
      assert.deepEqual(severities({ 'a.json': document(`roles/${role}`) }), [`${message} warning`]);
    }
  });

  test('roles that read are a hint on projects, folders and organizations, and nothing elsewhere', () => {
    for (const role of ['roles/viewer', 'roles/reader']) {
      for (const type of ['google_project', 'google_folder', 'google_organization'])
        assert.deepEqual(severities({ 'a.tf': member(type, `"${role}"`) }), ['reading hint']);
      for (const type of ['google_pubsub_topic', 'google_storage_bucket', 'google_billing_account'])
        assert.deepEqual(severities({ 'a.tf': member(type, `"${role}"`) }), []);
      assert.deepEqual(severities({ 'a.json': document(role) }), []);
      assert.deepEqual(severities({ 'a.json': document(role, undefined, { kind: 'storage#policy' }) }), []);
      assert.deepEqual(severities({ 'a.json': document(role) }, { policyFiles: { 'a.json': 'project' } }), ['reading hint']);
    }
  });

  test('an authoritative binding with no members takes the role away, so it is left alone', () => {
    assert.deepEqual(told(rule, { 'a.tf': binding('roles/owner', '[]') }), []);
    assert.deepEqual(told(rule, { 'a.tf': binding('roles/owner', 'var.owners') }), ['owner "roles/owner"']);
    assert.deepEqual(told(rule, { 'a.tf': binding('roles/owner', 'concat([], var.owners)') }), ['owner "roles/owner"']);
  });

  test('Google’s own agents hold basic roles rightly', () => {
    assert.deepEqual(told(rule, { 'a.json': document('roles/editor', [agent]) }), []);
    assert.deepEqual(told(rule, { 'a.tf': member('google_project', '"roles/editor"', `"${agent}"`) }), []);
    assert.deepEqual(
      told(rule, { 'a.tf': member('google_project', '"roles/editor"', 'google_project_service_identity.x.member') }),
      [],
    );
    assert.deepEqual(told(rule, { 'a.json': document('roles/editor', [agent, 'user:kim@example.org']) }), [
      'editor "roles/editor"',
    ]);
    const computed = '"serviceAccount:${data.google_project.p.number}@cloudservices.gserviceaccount.com"';
    assert.deepEqual(told(rule, { 'a.tf': member('google_project', '"roles/editor"', computed) }), []);
    assert.equal(told(rule, { 'a.tf': binding('roles/editor', `concat(["${agent}"], var.more)`) }).length, 1);
  });

  test('other roles, and what can’t be told, are left alone', () => {
    for (const role of ['"roles/browser"', '"roles/iam.admin"', '"projects/p/roles/owner"', 'var.role', '"roles/${var.role}"'])
      assert.deepEqual(told(rule, { 'a.tf': member('google_project', role) }), [], role);
    const [fromDefault] = inspect(rule, {
      'a.tf': member('google_project', 'var.role'),
      'v.tf': 'variable "role" {\n  default = "roles/owner"\n}\n',
    });
    assert.equal(fromDefault?.told, 'owner var.role');
    assert.equal(fromDefault?.finding.origins.all.length, 1);
  });
});
