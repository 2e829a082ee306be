import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const policy = (role: string, ...members: string[]) => ({ 'a.json': JSON.stringify({ bindings: [{ role, members }] }) });
const severities = (rule: string, files: Readonly<Record<string, string>>) =>
  inspect(rule, files).map(({ finding }) => `${finding.severity} ${finding.message}`);
const compute = 'serviceAccount:123456789012-compute@developer.gserviceaccount.com';

describe('accounts and mail that others make', () => {
  test('Firebase’s own accounts hold the roles that it grants them', () => {
    const rule = 'allow-policy/service-agent-role';
    const own = 'serviceAccount:firebase-adminsdk-ab1cd@example-project.iam.gserviceaccount.com';
    assert.deepEqual(told(rule, policy('roles/firebase.sdkAdminServiceAgent', own)), []);
    const management = 'serviceAccount:firebase-service-account@firebase-sa-management.iam.gserviceaccount.com';
    assert.deepEqual(told(rule, policy('roles/firebase.managementServiceAgent', management)), []);
    const other = 'serviceAccount:firebase-app@example-project.iam.gserviceaccount.com';
    assert.equal(told(rule, policy('roles/firebase.sdkAdminServiceAgent', other)).length, 1);
  });

  test('a role of a known service that is like none may be newer than the list', () => {
    const rule = 'allow-policy/unknown-role';
    const member = 'user:kim@example.org';
    assert.deepEqual(severities(rule, policy('roles/iam.serviceAccountShortTermTokenMinter', member)), ['information unknown']);
    assert.deepEqual(severities(rule, policy('roles/storage.objectview', member)), ['warning unknown']);
    assert.deepEqual(severities(rule, policy('roles/storrage.objectViewer', member)), ['warning unknown']);
    assert.deepEqual(severities(rule, policy('roles/nosuchservice.admin', member)), ['warning unknown']);
  });

  test('what default accounts hold is told once, beside others twice', () => {
    const basic = (...members: string[]) => told('allow-policy/basic-role', policy('roles/editor', ...members)).length;
    const ofDefaults = (...members: string[]) =>
      told('service-account/default-account-grant', policy('roles/editor', ...members)).length;
    assert.deepEqual([basic(compute), ofDefaults(compute)], [0, 1]);
    assert.deepEqual([basic(compute, 'user:kim@example.org'), ofDefaults(compute, 'user:kim@example.org')], [1, 1]);
  });

  test('private mail is that of many providers', () => {
    const rule = 'allow-policy/external-member';
    for (const domain of ['gmail.com', 'yahoo.com', 'outlook.com', 'naver.com', 'daum.net', 'proton.me', 'qq.com', 'gmx.de'])
      assert.deepEqual(severities(rule, policy('roles/browser', `user:kim@${domain}`)), ['information consumer'], domain);
    assert.deepEqual(told(rule, policy('roles/browser', 'user:kim@yahoo.example.org')), []);
  });

  test('the compute account of no project, and of one that is yet to be filled in', () => {
    const rule = 'allow-policy/impossible-service-account';
    const at = (project: string) => policy('roles/browser', `serviceAccount:${project}-compute@developer.gserviceaccount.com`);
    assert.deepEqual(severities(rule, at('example')), ['information projectNumber']);
    assert.deepEqual(told(rule, at('123456789012')), []);
    assert.deepEqual(told(rule, at('PROJECT_NUMBER')), []);
    assert.deepEqual(severities('example/placeholder', at('PROJECT_NUMBER')), ['information unfilled']);
    assert.deepEqual(told('example/placeholder', at('123456789012')), []);
  });
});

describe('the same mistake elsewhere', () => {
  const rule = 'allow-policy/invalid-member';

  test('members that audit logs leave out', () => {
    const document = {
      auditConfigs: [
        { service: 'allServices', auditLogConfigs: [{ logType: 'DATA_READ', exemptedMembers: ['kim@example.org'] }] },
      ],
    };
    const files = {
      'a.json': JSON.stringify({ bindings: [{ role: 'roles/browser', members: ['user:kim@example.org'] }], ...document }),
    };
    assert.deepEqual(told(rule, files), ['withoutPrefix "kim@example.org"']);
    const resource =
      'resource "google_project_iam_audit_config" "a" {\n  project = "p"\n  service = "allServices"\n  audit_log_config {\n    log_type = "DATA_READ"\n    exempted_members = ["usr:kim@example.org"]\n  }\n}\n';
    assert.deepEqual(told(rule, { 'main.tf': resource }), ['unknownPrefix "usr:kim@example.org"']);
    const data =
      'data "google_iam_policy" "a" {\n  audit_config {\n    service = "allServices"\n    audit_log_configs {\n      log_type = "DATA_READ"\n      exempted_members = ["User:kim@example.org", "user:lee@example.org"]\n    }\n  }\n}\n';
    assert.deepEqual(told(rule, { 'main.tf': data }), ['wrongCase "User:kim@example.org"']);
  });

  test('an account of an access level on a host that isn’t Google’s', () => {
    const level = (member: string) => ({
      'a.json': JSON.stringify({
        name: 'accessPolicies/1/accessLevels/a',
        title: 'a',
        basic: { conditions: [{ members: [member] }] },
      }),
    });
    assert.deepEqual(severities('access-level/invalid-member', level('serviceAccount:kim@gmail.com')), [
      'warning foreignAccount',
    ]);
    assert.deepEqual(told('access-level/invalid-member', level('serviceAccount:app@p.iam.gserviceaccount.com')), []);
  });

  test('what a variable leaves empty says nothing', () => {
    const text = (member: string) =>
      `variable "x" {\n  default = ""\n}\nresource "google_project_iam_member" "a" {\n  project = "p"\n  role = "roles/browser"\n  member = ${member}\n}\n`;
    for (const member of ['"group:${var.x}"', 'var.x', '"user:${var.x}@example.org"', '"${var.x}:kim@example.org"'])
      assert.deepEqual(told(rule, { 'main.tf': text(member) }), [], member);
    assert.deepEqual(told(rule, { 'main.tf': text('"group:"') }), ['emptyId "group:"']);
  });

  test('a document of which nothing is right is a policy by its keys, and others’ lists are none', () => {
    const invalid = (text: string) => told('allow-policy/invalid-role', { 'a.json': text });
    const binding = (role: string, ...members: string[]) => ({ role, members });
    assert.equal(invalid(JSON.stringify({ bindings: [binding('storage.objectViewer', 'ana@example.org')] })).length, 1);
    assert.equal(invalid(JSON.stringify({ bindings: [binding('role/viewer', 'ana')], etag: 'BwYhHp5lBqs=' })).length, 1);
    assert.equal(invalid(JSON.stringify({ bindings: [binding('admin', 'alice')] })).length, 0);
    assert.equal(invalid(JSON.stringify({ bindings: [{ ...binding('storage.objectViewer', 'a'), vhost: '/' }] })).length, 0);
    const capital = { Bindings: [{ Role: 'roles/viewer', Members: ['user:ana@example.org'] }] };
    assert.deepEqual(told('allow-policy/unknown-field', { 'a.json': JSON.stringify(capital) }), ['misspelt "Bindings"']);
  });
});
