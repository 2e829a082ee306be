import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'allow-policy/invalid-role';

const found = (role: string) =>
  inspect(rule, { 'a.json': JSON.stringify({ bindings: [{ role, members: ['user:kim@example.org'] }] }) }).map(({ finding }) => ({
    message: finding.message,
    severity: finding.severity,
    fixes: finding.fixes().map((fix) => `${'edits' in fix ? fix.title : fix.disabled} ${fix.arguments?.role}`),
  }));

const member = (role: string) =>
  `resource "google_project_iam_member" "m" {\n  project = "p"\n  role    = ${role}\n  member  = "user:kim@example.org"\n}\n`;
const customRole = 'resource "google_project_iam_custom_role" "deployer" {\n  role_id = "deployer"\n}\n';

describe(rule, () => {
  const faulty: Readonly<Record<string, readonly [string, ...string[]]>> = {
    deployer: ['malformed'],
    viewer: ['withoutPrefix', 'write roles/viewer'],
    editor: ['withoutPrefix'],
    'storage.objectViewer': ['withoutPrefix', 'write roles/storage.objectViewer'],
    'Roles/browser': ['malformed', 'write roles/browser'],
    'roles/Browser': ['malformed', 'write roles/browser'],
    'roles/storage.object-creator': ['malformed', 'write roles/storage.objectCreator'],
    'roles/storage.objectCreator ': ['malformed', 'write roles/storage.objectCreator'],
    'folders/1/roles/deployer': ['folderRole'],
    'projects/p/roles/my-role': ['malformed'],
    'projects/p/roles/ab': ['malformed'],
    'projects/roles/deployer': ['malformed'],
    'roles/pubsub.editor_withcond_2b17cc25d2cd9e2c54d8': ['withCondition'],
    'projects/p/roles/deployer_withcond_2b17cc25d2cd9e2c54d8': ['withCondition'],
    '': ['empty'],
  };
  for (const [role, [message, ...fixes]] of Object.entries(faulty)) {
    test(`finds “${role}”`, () => {
      const [finding, ...more] = found(role);
      assert.deepEqual(more, []);
      assert.deepEqual([finding?.message, finding?.severity], [message, 'error']);
      // Further actions are other roles of the same service.
      assert.deepEqual(finding?.fixes.slice(0, 1), fixes.slice(0, 1));
    });
  }

  const legal = [
    'roles/viewer',
    'roles/reader',
    'roles/storage.objectViewer',
    'roles/cloudbuild.builds.editor',
    'roles/apigateway_management.serviceAgent',
    'roles/nobody.knowsIt',
    'projects/example-project/roles/deployer.v2_x',
    'projects/example.org:example-project/roles/deployer',
    'organizations/123456789012/roles/deployer',
    '$ROLE',
    'roles/${role}',
    '{{ role }}',
    '<your role>',
    'roles/%s',
  ];
  for (const role of legal) test(`leaves ${role} alone`, () => assert.deepEqual(found(role), []));

  test('never offers a broader verb or a basic role that changes everything', () => {
    for (const role of ['storage.objectsViewer', 'ownr', 'edito', 'run.viewer2'])
      for (const { fixes } of found(role))
        for (const fix of fixes) assert.doesNotMatch(fix, /admin|editor|owner|writer|developer/i, `${role} ${fix}`);
  });

  test('the id of a custom role, as a reference or written out, gives way to its name', () => {
    for (const role of [
      'google_project_iam_custom_role.deployer.role_id',
      '"${google_project_iam_custom_role.deployer.role_id}"',
      '"deployer"',
    ]) {
      const [one] = inspect(rule, { 'a.tf': member(role), 'roles.tf': customRole });
      assert.equal(one?.finding.message, 'customRoleId', role);
      assert.ok(one && 'edits' in (one.finding.fixes()[0] ?? {}), role);
    }
    assert.deepEqual(told(rule, { 'a.tf': member('"deployer"') }), ['malformed "deployer"']);
    const [elsewhere] = inspect(rule, { 'a.tf': `locals {\n  r = "deployer"\n}\n${member('local.r')}`, 'roles.tf': customRole });
    assert.ok(elsewhere && 'disabled' in (elsewhere.finding.fixes()[0] ?? {}));
  });

  test('what names a custom role in full, or can’t be told, is left alone', () => {
    for (const role of [
      'google_project_iam_custom_role.deployer.name',
      'google_project_iam_custom_role.deployer.id',
      '"projects/p/roles/${google_project_iam_custom_role.deployer.role_id}"',
      '"organizations/${var.organization}/roles/deployer"',
      'google_x_y.z.role_id',
      'var.role',
      '"${var.role}"',
      'var.own ? "deployer" : "roles/browser"',
    ])
      assert.deepEqual(told(rule, { 'a.tf': member(role), 'roles.tf': customRole }), [], role);
  });

  test('a default is reported where it is used, an empty one never', () => {
    const variable = (value: string) => `variable "role" {\n  default = ${value}\n}\n`;
    const [one] = inspect(rule, { 'a.tf': member('var.role'), 'v.tf': variable('"deployer"') });
    assert.equal(one?.told, 'malformed var.role');
    assert.equal(one?.finding.origins.all.length, 1);
    assert.deepEqual(told(rule, { 'a.tf': member('var.role'), 'v.tf': variable('""') }), []);
    assert.deepEqual(told(rule, { 'a.tf': member('var.role'), 'v.tf': variable('null') }), []);
  });

  test('one finding and one edit for a resource that stands for several, all of the same role', () => {
    const [one, ...more] = inspect(rule, {
      'a.tf': member('"storage.objectViewer"').replace('  project', '  for_each = toset(["a", "b"])\n  project'),
    });
    assert.deepEqual(more, []);
    assert.ok(one?.finding.fixes().some((fix) => 'edits' in fix));
  });
});
