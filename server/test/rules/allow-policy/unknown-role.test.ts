import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'allow-policy/unknown-role';

const found = (role: string) =>
  inspect(rule, { 'a.json': JSON.stringify({ bindings: [{ role, members: ['user:kim@example.org'] }] }) });
const member = (role: string) =>
  `resource "google_project_iam_member" "m" {\n  project = "p"\n  role    = ${role}\n  member  = "user:kim@example.org"\n}\n`;
const customRole = 'resource "google_project_iam_custom_role" "deployer" {\n  role_id = "deployer"\n}\n';

describe(rule, () => {
  test('finds a role that the list lacks, and offers the near ones of the same service', () => {
    const near = (role: string) => found(role).map(({ finding }) => finding.fixes()[0]?.arguments?.role);
    assert.deepEqual(near('roles/storage.objectviewer'), ['roles/storage.objectViewer']);
    assert.deepEqual(near('roles/iam.serviceAccountTokenCreater'), ['roles/iam.serviceAccountTokenCreator']);
    assert.deepEqual(near('roles/deployer'), [undefined]);
    assert.deepEqual(near('roles/no.such.thing'), [undefined]);
    const [one] = found('roles/storage.objectviewer');
    assert.equal(one?.finding.severity, 'warning');
    assert.match(one?.finding.arguments.date ?? '', /^\d{4}-\d\d-\d\d$/);
  });

  for (const role of [
    'roles/viewer',
    'roles/admin',
    'roles/writer',
    'roles/reader',
    'roles/spanner.databaseRoleUser',
    'roles/cloudbuild.builds.editor',
    'roles/pubsub.serviceAgent',
    'projects/p/roles/deployer',
    'organizations/1/roles/deployer',
    'deployer',
    'roles/Storage.objectViewer',
    'roles/storage.object-viewer',
    'roles/browser_withcond_2b17cc25d2cd9e2c54d8',
    'roles/${role}',
    '',
  ])
    test(`leaves “${role}” alone`, () => assert.deepEqual(found(role), []));

  test('a custom role of the module behind roles/ has its own message', () => {
    for (const role of ['"roles/deployer"', '"roles/${google_project_iam_custom_role.deployer.role_id}"']) {
      const [one] = inspect(rule, { 'a.tf': member(role), 'roles.tf': customRole });
      assert.equal(one?.finding.message, 'customRole', role);
      assert.ok('edits' in (one?.finding.fixes()[0] ?? {}), role);
    }
    assert.deepEqual(told(rule, { 'a.tf': member('"roles/deployer"'), 'other/roles.tf': customRole }), [
      'unknown "roles/deployer"',
    ]);
  });

  test('what can’t be told is left alone', () => {
    for (const role of [
      'google_project_iam_custom_role.deployer.role_id',
      'var.role',
      '"roles/${var.role}"',
      'google_project_iam_custom_role.deployer.name',
    ])
      assert.deepEqual(told(rule, { 'a.tf': member(role), 'roles.tf': customRole }), [], role);
  });

  test('found in for_each, in blocks and in encoded documents, without an edit where it isn’t written', () => {
    const [each] = inspect(rule, {
      'a.tf': member('each.value').replace('  project', '  for_each = toset(["roles/browser", "roles/brwser"])\n  project'),
    });
    assert.equal(each?.told, 'unknown "roles/brwser"');
    assert.ok(each?.finding.fixes().every((fix) => 'disabled' in fix));
    assert.deepEqual(
      told(rule, {
        'a.tf': `data "google_iam_policy" "p" {
  binding {
    role    = "roles/brwser"
    members = ["user:kim@example.org"]
  }
}
resource "google_storage_bucket_iam_policy" "j" {
  bucket      = "b"
  policy_data = jsonencode({ bindings = [{ role = "roles/brwser", members = ["user:kim@example.org"] }] })
}
`,
      }),
      ['unknown "roles/brwser"', 'unknown "roles/brwser"'],
    );
  });
});
