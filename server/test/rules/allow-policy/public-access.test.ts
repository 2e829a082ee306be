import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'allow-policy/public-access';

const severities = (files: Readonly<Record<string, string>>, settings = {}) =>
  inspect(rule, files, { settings }).map(({ finding }) => finding.severity);

const member = (type: string, role: string) =>
  `resource "${type}_iam_member" "m" {\n  role   = "${role}"\n  member = "allUsers"\n}\n`;
const document = (role: string, more = '') => `{${more} "bindings": [{"role": "${role}", "members": ["allUsers"]}]}`;

describe(rule, () => {
  test('readers and invokers are a warning on their own resource, an error elsewhere', () => {
    assert.deepEqual(severities({ 'a.tf': member('google_storage_bucket', 'roles/storage.objectViewer') }), ['warning']);
    assert.deepEqual(severities({ 'a.tf': member('google_cloud_run_v2_service', 'roles/run.invoker') }), ['warning']);
    assert.deepEqual(severities({ 'a.tf': member('google_artifact_registry_repository', 'roles/artifactregistry.reader') }), [
      'warning',
    ]);
    assert.deepEqual(severities({ 'a.tf': member('google_project', 'roles/storage.objectViewer') }), ['error']);
    assert.deepEqual(severities({ 'a.tf': member('google_storage_bucket', 'roles/storage.admin') }), ['error']);
    assert.deepEqual(severities({ 'a.json': document('roles/storage.objectViewer', '"kind": "storage#policy",') }), ['warning']);
    assert.deepEqual(severities({ 'a.json': document('roles/storage.objectViewer') }), ['warning']);
    assert.deepEqual(severities({ 'a.json': document('roles/storage.objectViewer') }, { policyFiles: { 'a.json': 'project' } }), [
      'error',
    ]);
    assert.deepEqual(severities({ 'a.json': document('roles/storage.admin') }), ['error']);
  });

  test('found in every form that Terraform has, on the exact value', () => {
    const files = {
      'a.tf': `data "google_iam_policy" "p" {
  binding {
    role    = "roles/viewer"
    members = ["allAuthenticatedUsers"]
  }
}
resource "google_storage_bucket_iam_policy" "j" {
  bucket      = "b"
  policy_data = jsonencode({ bindings = [{ role = "roles/viewer", members = ["allUsers"] }] })
}
resource "google_storage_bucket_iam_policy" "h" {
  bucket      = "b"
  policy_data = <<EOT
{"bindings": [{"role": "roles/viewer", "members": ["한글", "allUsers"]}]}
EOT
}
resource "google_storage_bucket_iam_policy" "q" {
  bucket      = "b"
  policy_data = "{\\"bindings\\": [{\\"role\\": \\"roles/viewer\\", \\"members\\": [\\"allUsers\\"]}]}"
}
resource "google_storage_bucket_iam_member" "e" {
  for_each = toset(["allUsers", "user:kim@example.org"])
  bucket   = "b"
  role     = "roles/viewer"
  member   = each.value
}
`,
    };
    assert.deepEqual(told(rule, files), [
      'public "allAuthenticatedUsers"',
      'public "allUsers"',
      'public "allUsers"',
      'public \\"allUsers\\"',
      'public "allUsers"',
    ]);
  });

  test('found in .tf.json', () => {
    const text =
      '{"resource": {"google_storage_bucket_iam_binding": {"b": {"bucket": "b", "role": "roles/viewer", "members": ["allUsers", "${var.x}"]}}}}';
    const [found] = inspect(rule, { 'main.tf.json': text });
    assert.equal(found?.told, 'public "allUsers"');
    assert.ok(found && 'edits' in (found.finding.fixes()[0] ?? {}));
  });

  test('positive evidence in a known part of an unknown list counts, and is found where it is written', () => {
    const binding = (members: string) =>
      `resource "google_project_iam_binding" "b" {\n  role    = "roles/viewer"\n  members = ${members}\n}\n`;
    assert.deepEqual(told(rule, { 'a.tf': binding('concat(var.more, ["allUsers"])') }), ['public "allUsers"']);
    assert.deepEqual(told(rule, { 'a.tf': `variable "m" {\n  default = "allUsers"\n}\n${binding('[var.m]')}` }), [
      'public "allUsers"',
    ]);
    assert.deepEqual(told(rule, { 'a.tf': `locals {\n  all = ["allUsers"]\n}\n${binding('local.all')}` }), ['public "allUsers"']);
    assert.deepEqual(told(rule, { 'a.tf': `variable "m" {}\n${binding('[var.m]')}`, 'terraform.tfvars': 'm = "allUsers"\n' }), [
      'public var.m',
    ]);
    const module = 'module "x" {\n  source = "./inner"\n  m      = "allUsers"\n}\n';
    assert.deepEqual(told(rule, { 'inner/a.tf': `variable "m" {}\n${binding('[var.m]')}`, 'main.tf': module }), ['public var.m']);
  });

  describe('leaves alone', () => {
    const quiet: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      'a value that a literal assignment replaces': {
        'a.tf':
          'variable "m" {\n  default = "allUsers"\n}\nresource "google_project_iam_member" "b" {\n  role = "roles/viewer"\n  member = var.m\n}\n',
        'terraform.tfvars': 'm = "user:kim@example.org"\n',
      },
      'a conditional': {
        'a.tf':
          'resource "google_project_iam_member" "b" {\n  role = "roles/viewer"\n  member = var.public ? "allUsers" : "user:kim@example.org"\n}\n',
      },
      'a resource that never is': {
        'a.tf': 'resource "google_project_iam_member" "b" {\n  count = 0\n  role = "roles/viewer"\n  member = "allUsers"\n}\n',
      },
      'bindings of another product': { 'a.json': '{"bindings": [{"role": "admin", "members": ["allusers-group"]}]}' },
      'Kubernetes RBAC': {
        'a.yaml':
          'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nbindings:\n- role: roles/x\n  members: [allUsers]\n',
      },
      'a Terraform plan': {
        'plan.json':
          '{"format_version": "1.2", "planned_values": {"bindings": [{"role": "roles/viewer", "members": ["allUsers"]}]}}',
      },
      'a heredoc that is no policy': {
        'a.tf': 'resource "google_x" "x" {\n  user_data = <<EOT\n{"members": ["allUsers"]}\nEOT\n}\n',
      },
    };
    for (const [name, files] of Object.entries(quiet)) test(name, () => assert.deepEqual(told(rule, files), []));
  });

  describe('takes the last member away', () => {
    const reasonOf = (files: Readonly<Record<string, string>>, complete = true) => {
      const fix = inspect(rule, files, { complete })[0]?.finding.fixes()[0];
      return fix && 'disabled' in fix ? fix.disabled : 'offered';
    };
    test('of a `_member` resource only when nothing refers to it', () => {
      const grant = member('google_project', 'roles/viewer');
      assert.equal(reasonOf({ 'a.tf': grant }), 'offered');
      assert.equal(reasonOf({ 'a.tf': grant }, false), 'stillReading');
      const other = 'output "x" {\n  value = google_project_iam_member.m.etag\n}\n';
      assert.equal(reasonOf({ 'a.tf': grant, 'b.tf': other }), 'referredTo');
    });
    test('never of a repeated resource', () => {
      assert.equal(
        reasonOf({ 'a.tf': member('google_project', 'roles/viewer').replace('  role', '  count = 2\n  role') }),
        'repeated',
      );
    });
  });
});
