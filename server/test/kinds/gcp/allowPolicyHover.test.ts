import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../../src/features/hover/hover';
import { createLinter } from '../../../src/lint/lint';
import { readSettings } from '../../../src/lint/settings/settings';
import invalidMember from '../../../src/rules/allow-policy/invalid-member';
import iamConflict from '../../../src/rules/terraform/iam-conflict';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import { emptyWorkspace } from '../../../src/workspace/index/workspace';
import { fileOf, folder } from '../../lint/shouting';

await prepareTerraform();

const { settings } = readSettings({ folder });
const linter = createLinter({
  rules: [invalidMember, iamConflict],
  settings,
  onFault: (_, error) => assert.fail(String(error)),
});

/** What is said about the first place that reads `word`. */
function said(name: string, text: string, word: string, locale: 'en' | 'ko' = 'en'): string {
  const file = fileOf(name, text);
  assert.ok(text.includes(word), word);
  const offset = text.indexOf(word) + 1;
  const shown = hover([], offset, { locale, reading: linter.read(file, emptyWorkspace) });
  return shown?.contents ?? '';
}

function assertSaid(name: string, text: string, expected: Readonly<Record<string, RegExp>>): void {
  for (const [word, words] of Object.entries(expected)) {
    assert.match(said(name, text, word), words, word);
    assert.match(said(name, text, word, 'ko'), /[가-힣]/, word);
    assert.doesNotMatch(said(name, text, word, 'ko'), /\{\w+\}/, word);
  }
}

/** Of a member that stands in a binding. */
function member(text: string, locale: 'en' | 'ko' = 'en'): string {
  const policy = { bindings: [{ role: 'roles/browser', members: [text] }] };
  return said('a.json', JSON.stringify(policy), text.slice(0, 8), locale);
}

const policy = {
  version: 3,
  etag: 'BwWKmjvelug=',
  bindings: [
    {
      role: 'roles/browser',
      members: ['user:ada@example.org'],
      condition: {
        title: 'Until May',
        description: 'For the audit.',
        expression: 'request.time < timestamp("2026-05-01T00:00:00Z")',
      },
    },
  ],
  auditConfigs: [
    {
      service: 'allServices',
      auditLogConfigs: [
        { logType: 'ADMIN_READ', exemptedMembers: ['group:auditors@example.org'] },
        { logType: 'DATA_READ' },
        { logType: 'DATA_WRITE' },
        { logType: 'LOG_TYPE_UNSPECIFIED' },
      ],
    },
  ],
};

test('every field of a policy in JSON is told, and the types of logs', () => {
  assertSaid('a.json', JSON.stringify(policy, undefined, 2), {
    '"version"': /^The form that/,
    '"etag"': /^The state in which/,
    '"bindings"': /^Which members hold/,
    '"role"': /^The role that is granted/,
    '"members"': /^Who holds the role/,
    '"condition"': /^When the role holds/,
    '"title"': /^A short name/,
    '"description"': /^What the condition is for/,
    '"expression"': /^The condition in CEL/,
    '"auditConfigs"': /^Which data access/,
    '"service"': /^The service whose access/,
    '"auditLogConfigs"': /^The kinds of access/,
    '"logType"': /^The kind of access/,
    '"ADMIN_READ"': /^Reading of metadata/,
    '"DATA_READ"': /^Reading of the data/,
    '"DATA_WRITE"': /^Writing of the data/,
    '"LOG_TYPE_UNSPECIFIED"': /^Stands for no choice/,
    '"exemptedMembers"': /^Members whose access/,
    'group:auditors': /^A group/,
    'user:ada': /^One person/,
  });
  assert.equal(said('a.json', JSON.stringify(policy), 'BwWK'), '');
  assert.match(said('a.json', JSON.stringify(policy), 'allServices'), /^Every service/);
  const audited = (service: string) => JSON.stringify({ ...policy, auditConfigs: [{ service, auditLogConfigs: [] }] });
  assert.match(said('a.json', audited('storage.googleapis.com'), 'storage.'), /^Cloud Storage: its access logs/);
  assert.equal(said('a.json', audited('nothing.googleapis.com'), 'nothing'), '');
});

test('in YAML too, with what a request holds around its policy', () => {
  const yaml = `policy:
  etag: BwWKmjvelug=
  bindings:
  - role: roles/browser
    members:
    - user:ada@example.org
    condition:
      title: Until May
      expression: request.time < timestamp("2026-05-01T00:00:00Z")
  audit_configs:
  - service: storage.googleapis.com
    audit_log_configs:
    - log_type: DATA_WRITE
updateMask: bindings,etag,auditConfigs
`;
  assertSaid('a.yaml', yaml, {
    'policy:': /^The policy to be set/,
    'updateMask:': /^Which fields are written/,
    'etag:': /^The state/,
    'role:': /^The role that/,
    'title:': /^A short name/,
    'audit_configs:': /^Which data access/,
    'log_type:': /^The kind/,
    DATA_WRITE: /^Writing/,
  });
});

test('nothing is said of the same keys in another document', () => {
  const text = 'version: 3\nupdateMask: a\nbindings:\n- key: ctrl\n  title: b\n';
  for (const word of ['version', 'updateMask', 'bindings', 'title']) assert.equal(said('a.yaml', text, word), '', word);
  const besides = 'title: mine\nbindings:\n- role: roles/browser\n  members: [user:ada@example.org]\n  constructor: name\n';
  for (const word of ['title', 'constructor', 'name']) assert.equal(said('a.yaml', besides, word), '', word);
});

test('a policy that grants nothing is known by its etag, and where Terraform wants one', () => {
  for (const text of [
    '{"bindings": [], "etag": "BwWKmjvelug=", "version": 1}',
    '{"etag": "ACAB"}',
    '{"version": 1, "etag": "ACAB"}',
    '{"kind": "storage#policy", "resourceId": "projects/_/buckets/b", "bindings": [], "etag": "CAE="}',
    '{"policy": {"bindings": [], "etag": "ACAB"}}',
  ])
    assertSaid('a.json', text, { '"etag"': /^The state in which/ });
  assertSaid('a.yaml', 'etag: ACAB\nversion: 1\n', { 'version:': /^The form that/ });
  const heredoc = 'resource "google_project_iam_policy" "a" {\n  policy_data = <<EOT\n{"bindings": []}\nEOT\n}\n';
  assertSaid('a.tf', heredoc, { '"bindings"': /^Which members/ });
});

test('an empty list of bindings that may be anybody’s is left alone', () => {
  for (const text of [
    '{"bindings": []}',
    '{"version": 1, "bindings": []}',
    '{"name": "x", "version": "1", "bindings": [], "etag": "BwWKmjvelug="}',
    '{"bindings": [], "etag": ""}',
    '{"kind": "calendar#bindings", "bindings": [], "etag": "BwWKmjvelug="}',
    '{"bindings": [], "etag": 7}',
    '{"bindings": {}, "etag": "ACAB"}',
    '{"bindings": [{"key": "ctrl+a"}], "etag": "ACAB", "version": 1}',
    '{"items": [{"etag": "ACAB", "version": 1}]}',
    '{"etag": "ACAB", "version": 1, "name": "x"}',
    '{"etag": "BwWKmjvelug=", "version": 1}',
  ])
    for (const word of ['"bindings"', '"etag"', '"version"'])
      if (text.includes(word)) assert.equal(said('a.json', text, word), '', text);
});

test('arguments of Terraform resources are told by what the resource does with them', () => {
  assertSaid(
    'a.tf',
    `resource "google_project_iam_member" "a" {
  role   = "roles/browser"
  member = "user:ada@example.org"
  condition {
    title      = "a"
    expression = "true"
  }
}
`,
    {
      'role  ': /^The role that/,
      'member =': /^The one member/,
      'condition {': /^When the role/,
      'title ': /^A short/,
      'expression ': /CEL/,
    },
  );
  assertSaid('a.tf', 'resource "google_storage_bucket_iam_binding" "a" {\n  role    = var.role\n  members = var.members\n}\n', {
    'role ': /^The role that/,
    'members =': /^All who shall hold/,
  });
  assertSaid('a.tf', 'resource "google_project_iam_policy" "a" {\n  policy_data = data.google_iam_policy.a.policy_data\n}\n', {
    'policy_data =': /^The whole policy as JSON/,
  });
});

test('the arguments that say what the policy hangs on are told by what that is', () => {
  const resource = (type: string, body: string) => `resource "${type}" "a" {\n${body}\n  role = "roles/browser"\n}\n`;
  assertSaid('a.tf', resource('google_storage_bucket_iam_binding', '  bucket = "b"\n  members = var.members'), {
    'bucket =': /^Tells what the policy hangs on: a bucket\.$/,
  });
  assertSaid('a.tf', resource('google_project_iam_member', '  project = var.project'), { 'project =': /hangs on: a project\.$/ });
  assertSaid('a.tf', resource('google_pubsub_topic_iam_member', '  topic = "t"\n  project = "p"'), {
    'topic =': /hangs on: google\\_pubsub\\_topic\.$/,
    'project =': /^The project of what the policy hangs on \(google\\_pubsub\\_topic\)\.$/,
  });
  assertSaid('a.tf', resource('google_compute_instance_iam_member', '  instance_name = "i"\n  zone = "z"'), {
    'instance_name =': /hangs on: google/,
    'zone =': /^The location of what the policy hangs on/,
  });
  assertSaid('a.tf', resource('google_iap_tunnel_iam_member', '  project = "p"'), { 'project =': /hangs on: google/ });
  const unheard = resource('google_future_thing_iam_member', '  thing = "t"\n  count = 2');
  for (const word of ['thing =', 'count =']) assert.equal(said('a.tf', unheard, word), '', word);
  assert.equal(said('a.tf', resource('google_storage_bucket_iam_member', '  bukcet = "b"'), 'bukcet'), '');
});

test('what Terraform says is logged is told like the audit configurations of a policy', () => {
  const text = `resource "google_folder_iam_audit_config" "a" {
  folder  = "folders/1"
  service = "allServices"
  audit_log_config {
    log_type         = "DATA_READ"
    exempted_members = ["user:grace@example.org"]
  }
}
`;
  assertSaid('a.tf', text, {
    'folder  ': /hangs on: a folder\.$/,
    'service =': /^The service whose access is logged.*is replaced\.$/,
    'audit_log_config {': /^The kinds/,
    log_type: /^The kind/,
    DATA_READ: /^Reading of the data/,
    exempted_members: /^Members whose/,
    'user:grace': /^One person/,
  });
  assert.equal(said('a.tf', text.replace('google_folder', 'google_storage_bucket'), 'log_type'), '');
});

test('what Cloud Storage writes besides in the policy of a bucket is told', () => {
  const bindings = [{ role: 'roles/storage.objectViewer', members: ['projectViewer:p'] }];
  assertSaid(
    'a.json',
    JSON.stringify({ kind: 'storage#policy', resourceId: 'projects/_/buckets/b', version: 1, etag: 'CAE=', bindings }),
    {
      '"kind"': /^What the document is/,
      '"resourceId"': /^The resource that the policy belongs to/,
    },
  );
});

test('and in Terraform’s JSON', () => {
  const grant = { role: 'roles/browser', member: 'user:ada@example.org', condition: { title: 'a', expression: 'true' } };
  assertSaid('a.tf.json', JSON.stringify({ resource: { google_project_iam_member: { a: grant } } }), {
    '"role"': /^The role that/,
    '"member"': /^The one member/,
    '"title"': /^A short/,
  });
});

test('so are the blocks of data.google_iam_policy, every one', () => {
  const text = `data "google_iam_policy" "a" {
  binding {
    role    = "roles/browser"
    members = ["user:ada@example.org"]
  }
  binding { # second
    role    = "roles/logging.logWriter"
    members = []
  }
  audit_config {
    service = "allServices"
    audit_log_configs {
      log_type         = "DATA_READ"
      exempted_members = ["user:grace@example.org"]
    }
  }
}
`;
  assertSaid('a.tf', text, {
    'binding {': /^One role, its members/,
    'binding { # second': /^One role, its members/,
    'members =': /^Who holds/,
    'audit_config {': /^Which data access/,
    'service =': /^The service/,
    'audit_log_configs {': /^The kinds/,
    log_type: /^The kind/,
    DATA_READ: /^Reading of the data/,
    exempted_members: /^Members whose/,
    'user:grace': /^One person/,
  });
});

test('a policy inside Terraform, as a heredoc or a call, is told like any other', () => {
  const heredoc = `resource "google_project_iam_policy" "a" {
  policy_data = <<EOT
{
  "bindings": [
    { "role": "roles/browser", "members": ["principalSet://iam.googleapis.com/locations/global/workforcePools/staff/*"] }
  ],
  "auditConfigs": [{ "service": "allServices", "auditLogConfigs": [{ "logType": "ADMIN_READ" }] }]
}
EOT
}
`;
  assertSaid('a.tf', heredoc, {
    policy_data: /^The whole policy/,
    '"bindings"': /^Which members/,
    '"role"': /^The role that/,
    ADMIN_READ: /^Reading of metadata/,
    principalSet: /^Everyone of the workforce pool staff:/,
  });
  const call = `resource "google_project_iam_policy" "a" {
  policy_data = jsonencode({
    bindings  = [{ role = "roles/browser", members = ["serviceAccount:shop.svc.id.goog[web/api]"] }]
    updateMask = "bindings"
  })
}
`;
  assertSaid('a.tf', call, {
    'bindings ': /^Which members/,
    'role =': /^The role/,
    serviceAccount: /^The Kubernetes service account api/,
  });
  assert.equal(said('a.tf', call, 'updateMask'), '');
});

test('members of workforce and workload pools are told in words', () => {
  const staff = 'iam.googleapis.com/locations/global/workforcePools/staff';
  const ci = 'iam.googleapis.com/projects/123456/locations/global/workloadIdentityPools/ci';
  const expected: Readonly<Record<string, RegExp>> = {
    [`principal://${staff}/subject/ada`]: /^One identity of the workforce pool staff:.*subject is ada\.$/,
    [`principalSet://${staff}/group/ops`]: /^Everyone in the group ops of the workforce pool staff/,
    [`principalSet://${staff}/attribute.team/blue`]: /^Everyone of the workforce pool staff whose attribute team is blue\.$/,
    [`principalSet://${staff}/*`]: /^Everyone of the workforce pool staff:/,
    [`principal://${ci}/subject/repo:org/app:ref:refs/heads/main`]:
      /^One identity of the workload identity pool ci in the project 123456:.*subject is repo:org\/app:ref:refs\/heads\/main\.$/,
    [`principalSet://${ci}/group/ops`]: /^Every identity in the group ops of the workload identity pool ci in the project 123456/,
    [`principalSet://${ci}/attribute.repository/org/app`]:
      /pool ci in the project 123456 whose attribute repository is org\/app\.$/,
    [`principalSet://${ci}/*`]: /^Every identity of the workload identity pool ci/,
  };
  for (const [text, words] of Object.entries(expected)) {
    assert.match(member(text), words, text);
    assert.match(member(text, 'ko'), /풀 (staff|ci).*입니다/, text);
    assert.doesNotMatch(member(text, 'ko'), /\{\w+\}/, text);
  }
});

test('so are Kubernetes service accounts in both forms, and all service accounts of a container', () => {
  const pool = 'iam.googleapis.com/projects/123456/locations/global/workloadIdentityPools/shop.svc.id.goog';
  const cluster = 'https://container.googleapis.com/v1/projects/shop/locations/asia-northeast3/clusters/main';
  const all = 'cloudresourcemanager.googleapis.com';
  const expected: Readonly<Record<string, RegExp>> = {
    'serviceAccount:shop.svc.id.goog[web/api]': /^The Kubernetes service account api in the namespace web,.*project shop\.$/,
    [`principal://${pool}/subject/ns/web/sa/api`]: /^The Kubernetes service account api in the namespace web,.*project shop\.$/,
    [`principal://${pool}/kubernetes.serviceaccount.uid/7f3a`]: /UID is 7f3a\.$/,
    [`principalSet://${pool}/namespace/web`]: /^Every Kubernetes service account in the namespace web,/,
    [`principalSet://${pool}/kubernetes.cluster/${cluster}`]:
      /^Every Kubernetes service account in one GKE cluster.*clusters\/main$/,
    [`principalSet://${pool}/*`]: /^Every Kubernetes service account in every GKE cluster of the project shop\.$/,
    [`principalSet://${all}/projects/12/type/ServiceAccount`]: /^Every service account of the project 12,/,
    [`principalSet://${all}/folders/34/type/ServiceAccount`]: /^Every service account of the projects in the folder 34,/,
    [`principalSet://${all}/organizations/56/type/ServiceAccount`]: /in the organization 56,/,
  };
  for (const [text, words] of Object.entries(expected)) {
    assert.match(member(text), words, text);
    assert.match(member(text, 'ko'), /서비스 계정/, text);
    assert.doesNotMatch(member(text, 'ko'), /\{\w+\}/, text);
  }
});

test('agents are told by their organization, service and project', () => {
  const domain = 'agents.global.org-123.system.id.goog';
  const expected: Readonly<Record<string, RegExp>> = {
    [`principal://${domain}/resources/aiplatform/projects/9/locations/l/reasoningEngines/7`]:
      /^One agent .*organization 123\..*resource of aiplatform: projects\/9\/locations\/l\/reasoningEngines\/7$/,
    [`principalSet://${domain}/attribute.platformContainer/aiplatform/projects/9`]:
      /^Every agent of aiplatform in the project 9 of the organization 123 /,
    [`principalSet://${domain}/*`]: /^Every agent in the organization 123 /,
  };
  for (const [text, words] of Object.entries(expected)) {
    assert.match(member(text), words, text);
    assert.match(member(text, 'ko'), /조직 123의 .*에이전트/, text);
    assert.doesNotMatch(member(text, 'ko'), /\{\w+\}/, text);
  }
  for (const text of [
    `principal://${domain}/*`,
    `principal://${domain}/resources/aiplatform`,
    'principal://agents.global.x/resources/a/b',
  ])
    assert.match(member(text), /^One identity: from a federation pool/, text);
  for (const text of [
    `principalSet://${domain}/resources/aiplatform/x`,
    `principalSet://${domain}/attribute.other/aiplatform/projects/9`,
  ])
    assert.match(member(text), /^All identities of a federation pool/, text);
});

test('a form that fits none of these is told in general', () => {
  const staff = 'iam.googleapis.com/locations/global/workforcePools/staff';
  for (const text of [
    `principal://${staff}/*`,
    `principal://${staff}/group/ops`,
    `principal://${staff}/subject/`,
    'principal://iam.googleapis.com/locations/global/workloadIdentityPools/ci/subject/ada',
    'principal://parametermanager.googleapis.com/projects/1/uid/locations/global/parameters/a',
  ])
    assert.match(member(text), /^One identity: from a federation pool/, text);
  for (const text of [
    `principalSet://${staff}/subject/ada`,
    'principalSet://cloudresourcemanager.googleapis.com/projects/12/type/ServiceAgent',
  ])
    assert.match(member(text), /^All identities of a federation pool/, text);
  assert.match(member(`deleted:principal://${staff}/subject/ada`), /^An account that was deleted/);
});

test('service agents are told by the service in their address, as far as it is written', () => {
  const agent = 'iam.gserviceaccount.com';
  assert.match(member(`serviceAccount:service-12@gcp-sa-pubsub.${agent}`), /^The service agent of Pub\/Sub in the project 12:/);
  assert.match(member(`serviceAccount:p12-ab@gcp-sa-cloud-sql.${agent}`), /^The service agent of Cloud SQL in the project 12:/);
  assert.match(member(`serviceAccount:service-org-12@gcp-sa-logging.${agent}`), /^The service agent of Cloud Logging: /);
  assert.match(
    member(`serviceAccount:service-12@container-engine-robot.${agent}`),
    /^The service agent of Google Kubernetes Engine in/,
  );
  assert.match(
    member('serviceAccount:12@cloudbuild.gserviceaccount.com'),
    /^The service agent of Cloud Build in the project 12:/,
  );
  assert.match(member(`serviceAccount:service-12@gcp-sa-pubsub.${agent}`, 'ko'), /프로젝트 12의 서비스 에이전트\(Pub\/Sub\)/);
  assert.match(member(`serviceAccount:service-12@some-project.${agent}`), /^A service agent:/);
  assert.match(member('serviceAccount:service-12@system.gserviceaccount.com'), /^A service agent:/);
  assert.match(member(`serviceAccount:app@some-project.${agent}`), /^A service account:/);
  const terraform = `resource "google_project_iam_member" "a" {\n  role   = "roles/browser"\n  member = "serviceAccount:service-\${var.number}@gcp-sa-pubsub.${agent}"\n}\n`;
  assert.match(said('a.tf', terraform, '"serviceAccount'), /^The service agent of Pub\/Sub: /);
});

test('text of a member can’t break out', () => {
  assert.match(
    member('principal://iam.googleapis.com/locations/global/workforcePools/a/subject/[a](command:x)'),
    /\\\[a\\\]\(command:x\)/,
  );
});
