import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixed, inspect, told } from '../inspect';

const rule = 'allow-policy/invalid-member';
const policy = (member: string) =>
  JSON.stringify({ bindings: [{ role: 'roles/browser', members: ['user:lee@example.org', member] }] });
/** The message of what is refused; undefined for what is taken. */
const message = (member: string) => inspect(rule, { 'a.json': policy(member) })[0]?.finding.message;

const pool = '//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/github';
const workforce = '//iam.googleapis.com/locations/global/workforcePools/staff';
const kubernetes = '//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/example.svc.id.goog';

const taken = [
  `principal:${pool}/subject/repo:acme/app:ref:refs/heads/main`,
  `principalSet:${pool}/group/ops`,
  `principalSet:${pool}/attribute.repository/acme/app`,
  `principalSet:${pool}/*`,
  `principal:${workforce}/subject/kim@example.org`,
  `principalSet:${workforce}/attribute.team/ops`,
  `principal:${kubernetes}/subject/ns/default/sa/app`,
  `principal:${kubernetes}/kubernetes.serviceaccount.uid/0a1b`,
  `principalSet:${kubernetes}/namespace/default`,
  `principalSet:${kubernetes}/kubernetes.cluster/https://container.googleapis.com/v1/projects/p/locations/l/clusters/c`,
  'principalSet://cloudresourcemanager.googleapis.com/projects/123456789012/type/ServiceAccount',
  'principal://iam.googleapis.com/projects/123456789012/name/locations/global/workloadIdentityPools/github',
  'principal://parametermanager.googleapis.com/projects/1/uid/locations/global/parameters/2',
  'principal://agents.global.org-123.system.id.goog/resources/aiplatform/projects/1/locations/l/reasoningEngines/2',
  'serviceAccount:example-project.svc.id.goog[default/app]',
  'serviceAccount:example.com:project.svc.id.goog[default/app]',
  'serviceAccount:123456789012-compute@developer.gserviceaccount.com',
  'deleted:user:kim@example.org?uid=1',
  'domain:example.org',
  'user:김@예시.한국',
  'group:ops+x@example.org',
  `principalSet://iam.googleapis.com/projects/\${var.number}/locations/global/workloadIdentityPools/github/*`,
  `principalSet://iam.googleapis.com/projects/<NUMBER>/locations/global/workloadIdentityPools/github/*`,
];

const refused: Readonly<Record<string, readonly string[]>> = {
  poolPath: [
    'principalSet://github/*',
    `principalSet:${pool.replace('Pools', 'Pool')}/*`,
    `principalSet:${pool.replace('locations/', '')}/*`,
    `principalSet:${pool}/attributes.repository/acme`,
    'principalSet://iam.googleapis.com/locations/global/workloadIdentityPools/github/*',
    `principal:${workforce.replace('locations', 'projects/1/locations')}/subject/kim`,
    'principalSet://iam.googleapis.com/github',
  ],
  poolProject: [`principalSet:${pool.replace('123456789012', 'example-project')}/*`],
  poolLocation: [`principalSet:${pool.replace('global', 'europe-west1')}/*`],
  poolAlone: [`principalSet:${pool}`, `principalSet:${pool}/`, `principal:${pool}/subject/`],
  oneOfSet: [`principalSet:${pool}/subject/kim`, `principal:${pool}/attribute.repository/acme`, `principal:${pool}/*`],
  kubernetes: [
    'serviceAccount:example-project.svc.id.goog[app]',
    'serviceAccount:example-project.svc.id.goog[default/app',
    'serviceAccount:example-project.svc.id.goog(default/app)',
    'serviceAccount:example-project.svc.id.goog',
  ],
  accountAsPerson: ['user:app@example-project.iam.gserviceaccount.com', 'group:app@example-project.iam.gserviceaccount.com'],
  noDomain: ['domain:kim@example.org', 'domain:example'],
  noAddress: [
    'user:allUsers',
    'group:allAuthenticatedUsers',
    'user:ana',
    'group:ops@example',
    'group:example.org',
    'serviceAccount:app-runner',
    'serviceAccount:projects/example-project/serviceAccounts/app@example-project.iam.gserviceaccount.com',
  ],
};

describe('what follows a known prefix', () => {
  test('forms that IAM takes, the exotic ones among them, are none of our business', () => {
    for (const member of taken) assert.equal(message(member), undefined, member);
  });

  test('forms that it refuses are told', () => {
    for (const [kind, members] of Object.entries(refused))
      for (const member of members) assert.equal(message(member), kind, member);
  });

  const cures: Readonly<Record<string, string | undefined>> = {
    'user:app@example-project.iam.gserviceaccount.com': 'serviceAccount:app@example-project.iam.gserviceaccount.com',
    'user:allUsers': 'allUsers',
    'serviceAccount:example-project.svc.id.goog(default/app)': 'serviceAccount:example-project.svc.id.goog[default/app]',
    'serviceAccount:example-project.svc.id.goog[app]': undefined,
    [`principal:${pool}/*`]: `principalSet:${pool}/*`,
    'group:example.org': 'domain:example.org',
  };

  test('where one thing alone can be meant, it is offered', () => {
    for (const [member, cure] of Object.entries(cures)) {
      const changed = fixed(rule, { 'a.json': policy(member) });
      assert.equal(changed, cure && policy(cure), member);
    }
  });
});

describe('a reference that is no member', () => {
  const grant = (member: string) =>
    `resource "google_project_iam_member" "a" {\n  project = "p"\n  role    = "roles/browser"\n  member  = ${member}\n}\n`;
  const account = 'resource "google_service_account" "app" {\n  account_id = "app-runner"\n}\n';
  const ofGrant = (member: string) => told(rule, { 'main.tf': `${grant(member)}${account}` });

  test('the address, the name and the id of an account, with and without a prefix', () => {
    for (const attribute of ['email', 'name', 'id', 'unique_id'])
      assert.deepEqual(ofGrant(`google_service_account.app.${attribute}`), [`noMember google_service_account.app.${attribute}`]);
    assert.deepEqual(ofGrant('"serviceAccount:${google_service_account.app.name}"'), [
      'noMember "serviceAccount:${google_service_account.app.name}"',
    ]);
    assert.deepEqual(ofGrant('"serviceAccount:${google_service_account.app.member}"').length, 1);
    assert.deepEqual(ofGrant('"user:${google_service_account.app.email}"').length, 1);
    assert.deepEqual(ofGrant('"service-account:${google_service_account.app.email}"').length, 1);
    assert.deepEqual(ofGrant('data.google_compute_default_service_account.default.email').length, 1);
    assert.deepEqual(ofGrant('google_service_account.app["x"].email').length, 1);
  });

  test('a member, an address behind its prefix, and what isn’t told are right', () => {
    for (const right of [
      'google_service_account.app.member',
      '"serviceAccount:${google_service_account.app.email}"',
      'var.member',
      'module.app.email',
      'google_iam_workload_identity_pool.p.name',
      '"group:${google_cloud_identity_group.g.group_key[0].id}"',
    ])
      assert.deepEqual(ofGrant(right), [], right);
  });

  test('the account’s own attribute takes its place', () => {
    const changed = (member: string) => fixed(rule, { 'main.tf': grant(member) });
    const right = grant('google_service_account.app.member');
    assert.equal(changed('google_service_account.app.email'), right);
    assert.equal(changed('"serviceAccount:${google_service_account.app.name}"'), right);
    assert.equal(changed('"serviceAccount:${google_service_account.app.member}"'), right);
    assert.equal(changed('google_service_account.app[0].email'), grant('google_service_account.app[0].member'));
    const json = (member: string) =>
      JSON.stringify({ resource: { google_project_iam_member: { a: { project: 'p', role: 'roles/browser', member } } } });
    assert.equal(
      fixed(rule, { 'main.tf.json': json('${google_service_account.app.email}') }),
      json('${google_service_account.app.member}'),
    );
  });

  test('in lists, too', () => {
    const binding =
      'resource "google_project_iam_binding" "a" {\n  project = "p"\n  role = "roles/browser"\n  members = [google_service_account.app.email, "user:kim@example.org"]\n}\n';
    assert.deepEqual(told(rule, { 'main.tf': binding }), ['noMember google_service_account.app.email']);
  });
});
