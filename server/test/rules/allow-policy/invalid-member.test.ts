import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderFix } from '../../../src/lint/fixes/fix';
import { applyEdits } from '../../../src/text/edit';
import { inspect } from '../inspect';

const rule = 'allow-policy/invalid-member';

const found = (member: string) =>
  inspect(rule, { 'a.json': JSON.stringify({ bindings: [{ role: 'roles/viewer', members: [member] }] }) }).map(({ finding }) => ({
    message: finding.message,
    severity: finding.severity,
    fixes: finding.fixes().map((fix) => `${'edits' in fix ? fix.fixClass : fix.disabled} ${fix.arguments?.member}`),
  }));

describe(rule, () => {
  const faulty: Readonly<Record<string, readonly [string, string, ...string[]]>> = {
    'kim@example.org': ['withoutPrefix', 'error', 'changes user:kim@example.org', 'changes group:kim@example.org'],
    'app@p.iam.gserviceaccount.com': ['withoutPrefix', 'error', 'same serviceAccount:app@p.iam.gserviceaccount.com'],
    'usr:kim@example.org': ['unknownPrefix', 'error', 'changes user:kim@example.org', 'changes group:kim@example.org'],
    'User:kim@example.org': ['wrongCase', 'error', 'same user:kim@example.org'],
    'GROUP:kim@example.org': ['wrongCase', 'error', 'same group:kim@example.org'],
    allusers: ['withoutPrefix', 'error', 'same allUsers'],
    AllAuthenticatedUsers: ['withoutPrefix', 'error', 'same allAuthenticatedUsers'],
    'user:a@example.org, user:b@example.org': ['several', 'error', 'undefined undefined'],
    'user:a@example.org,group:b@example.org': ['several', 'error', 'undefined undefined'],
    'user:a@example.org allUsers': ['several', 'error', 'undefined undefined'],
    'user:a@example.org, b@example.org': ['spaces', 'error'],
    'user:a @example.org': ['spaces', 'error'],
    ' user:lee@example.org': ['spaces', 'error', 'same user:lee@example.org'],
    'serviceAccount:app@p.iam.gserviceaccount.co': [
      'foreignAccount',
      'warning',
      'changes serviceAccount:app@p.iam.gserviceaccount.com',
    ],
    'app@p.iam.gserviceaccount.con': ['withoutPrefix', 'error', 'changes serviceAccount:app@p.iam.gserviceaccount.com'],
    'usr:1-compute@developer.gserviceaccount.comm': [
      'unknownPrefix',
      'error',
      'changes serviceAccount:1-compute@developer.gserviceaccount.com',
    ],
    '[user:a@example.org]': ['unknownPrefix', 'error'],
    '"user:a@example.org"': ['unknownPrefix', 'error'],
    'user:': ['emptyId', 'error'],
    'user: kim@example.org': ['spaces', 'error', 'changes user:kim@example.org'],
    'serviceAccount:kim@example.org': [
      'foreignAccount',
      'warning',
      'changes user:kim@example.org',
      'changes group:kim@example.org',
    ],
    'principal://goog/subject/kim@example.org': ['denyForm', 'error', 'changes user:kim@example.org'],
    'principalSet://goog/group/all@example.org': ['denyForm', 'error', 'changes group:all@example.org'],
    'principalSet://goog/public:all': ['denyFormOther', 'error'],
    'principal://iam.googleapis.com/projects/-/serviceAccounts/a@p.iam.gserviceaccount.com': [
      'denyForm',
      'error',
      'changes serviceAccount:a@p.iam.gserviceaccount.com',
    ],
    'principal:pool': ['malformed', 'error'],
  };
  for (const [member, [message, severity, ...fixes]] of Object.entries(faulty)) {
    test(`finds ${member}`, () => assert.deepEqual(found(member), [{ message, severity, fixes }]));
  }

  const legal = [
    'user:kim@example.org',
    'domain:example.org',
    'allUsers',
    'projectOwner:example-project',
    'projectOwners',
    'projectReaders',
    'serviceAccount:example-project.svc.id.goog[default/app]',
    'serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com',
    'serviceAccount:1@cloudservices.gserviceaccount.com',
    'serviceAccount:1-compute@developer.gserviceaccount.com',
    'serviceAccount:p@appspot.gserviceaccount.com',
    'deleted:serviceAccount:a@p.iam.gserviceaccount.com?uid=1',
    'principal://iam.googleapis.com/locations/global/workforcePools/pool/subject/kim lee@example.org',
    'principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/pool/*',
    'principalSet://cloudresourcemanager.googleapis.com/projects/1/type/ServiceAccount',
    'principal://agents.global.org-1.system.id.goog/resources/aiplatform/x',
    'principal://parametermanager.googleapis.com/projects/1/uid/locations/global/parameters/1',
    '$MEMBER',
    '{{ member }}',
    'serviceAccount:{{ .Values.account }}',
    'user: <your name>',
    'serviceAccount:deploy@<project>.example',
    '<your member>',
    '${member}',
  ];
  for (const member of legal) test(`leaves ${member} alone`, () => assert.deepEqual(found(member), []));

  test('two members in one text are written on two lines, and the comment stays', () => {
    const split = (name: string, text: string) => {
      const [found] = inspect(rule, { [name]: text });
      const [fix] = found?.finding.fixes() ?? [];
      assert.ok(found && fix && 'edits' in fix);
      const edits = renderFix(found.file.text, found.finding, fix);
      assert.ok(edits);
      return applyEdits(found.file.text, edits);
    };
    const yaml = (items: string) => `bindings:\n- role: roles/browser\n  members:\n${items}  - user:z@example.org\n`;
    const two = '  - user:kim@example.org, user:lee@example.org # on call until TICKET-7\n';
    const lines = '  - user:kim@example.org # on call until TICKET-7\n  - user:lee@example.org\n';
    assert.equal(split('a.yaml', yaml(two)), yaml(lines));
    const hcl = (items: string) =>
      `resource "google_project_iam_binding" "b" {\n  project = "p"\n  role    = "roles/browser"\n  members = [\n${items}  ]\n}\n`;
    assert.equal(
      split('a.tf', hcl('    "user:kim@example.org, user:lee@example.org", # on call\n')),
      hcl('    "user:kim@example.org", # on call\n    "user:lee@example.org",\n'),
    );
    assert.equal(
      split('a.json', '{"bindings":[{"role":"roles/browser","members":["user:kim@example.org user:lee@example.org"]}]}'),
      '{"bindings":[{"role":"roles/browser","members":["user:kim@example.org","user:lee@example.org"]}]}',
    );
  });

  test('in a template the prefix alone is judged, and not edited', () => {
    const text = (member: string) =>
      `resource "google_project_iam_member" "m" {\n  role   = "roles/viewer"\n  member = ${member}\n}\n`;
    const [wrong] = inspect(rule, { 'a.tf': text('"serviceaccount:${google_service_account.a.email}"') });
    assert.equal(wrong?.finding.message, 'wrongCase');
    assert.ok('disabled' in (wrong?.finding.fixes()[0] ?? {}));
    for (const member of [
      '"serviceAccount:${google_service_account.a.email}"',
      'google_service_account.a.member',
      'var.member',
      '"${var.kind}:${var.id}"',
      '"${local.prefix}x"',
    ]) {
      assert.deepEqual(inspect(rule, { 'a.tf': text(member) }), []);
    }
  });
});
