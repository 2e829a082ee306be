import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'terraform/iam-conflict';

const resource = (type: string, name: string, text: string) => `resource "google_${type}" "${name}" {\n  ${text}\n}\n`;
const project = 'project = var.project\n  ';
const reader = `${project}role = "roles/browser"`;
const binding = (text = reader, name = 'b') => resource('project_iam_binding', name, `${text}\n  members = []`);
const member = (text = reader, name = 'm') => resource('project_iam_member', name, `${text}\n  member = var.member`);
const policy = (text = project) => resource('project_iam_policy', 'p', `${text}\n  policy_data = var.policy`);
const found = (...texts: readonly string[]) => inspect(rule, { 'a.tf': texts.join('\n') }).map(({ told }) => told);

describe(rule, () => {
  test('finds a binding beside a member of the role, wherever in the module it stands', () => {
    const expected = ['binding resource "google_project_iam_binding" "b"'];
    assert.deepEqual(found(binding(), member()), expected);
    assert.deepEqual(found(member(), binding()), expected);
    assert.deepEqual(told(rule, { 'a.tf': binding(), 'z.tf': member() }), expected);
    assert.deepEqual(told(rule, { 'a.tf': member(), 'z.tf': binding() }), []);
    assert.deepEqual(told(rule, { 'a.tf': binding(), 'other/a.tf': member() }), []);
  });

  test('is silent about what an override file takes out of force', () => {
    const override = member(`${project}role = "roles/viewer"`);
    assert.deepEqual(told(rule, { 'a.tf': binding() + member(), 'x_override.tf': override }), []);
  });

  test('finds two bindings of one role once, at the later one', () => {
    const [b, c] = [binding(), binding(reader, 'c')];
    assert.deepEqual(found(b, c), ['bindings resource "google_project_iam_binding" "c"']);
    assert.deepEqual(found(c, b), ['bindings resource "google_project_iam_binding" "b"']);
    assert.deepEqual(told(rule, { 'a.tf': b, 'z.tf': c }), []);
    assert.deepEqual(told(rule, { 'z.tf': c, 'a.tf': b }), ['bindings resource "google_project_iam_binding" "c"']);
  });

  test('finds a whole policy beside grants of any role, with all of them as related places', () => {
    const [whole, ...others] = inspect(rule, { 'a.tf': [policy(), binding(), member(`${project}role = var.role`)].join('\n') });
    assert.equal(whole?.told, 'wholePolicy resource "google_project_iam_policy" "p"');
    assert.equal(whole?.finding.related.length, 2);
    assert.deepEqual(others, []);
  });

  test('conditions are compared as a whole, in any order', () => {
    const condition = (title: string) => `${reader}\n  condition {\n    title = "${title}"\n    expression = var.when\n  }`;
    const turned = `${reader}\n  condition {\n    expression   =   var.when\n    title        = "t"\n  }`;
    assert.equal(found(binding(condition('t')), member(turned)).length, 1);
    assert.deepEqual(found(binding(condition('t')), member(condition('u'))), []);
    assert.deepEqual(found(binding(condition('t')), member()), []);
    assert.deepEqual(found(binding(`${reader}\n  condition = var.c`), member(`${reader}\n  condition = var.c`)), []);
    const dynamic = `${reader}\n  dynamic "condition" {\n    for_each = var.c\n    content {\n      title = "t"\n    }\n  }`;
    assert.deepEqual(found(binding(dynamic), member()), []);
    assert.deepEqual(found(binding(dynamic), member(dynamic)), []);
  });

  test('is silent when the parents or roles aren’t equal for sure', () => {
    for (const other of ['project = local.project', 'project = "example-project"', 'project = each.value', '']) {
      assert.deepEqual(found(binding(), member(`${other}\n  role = "roles/browser"`)), [], other);
    }
    assert.deepEqual(found(binding(), member(`${project}role = "roles/logging.viewer"`)), []);
    assert.deepEqual(found(binding(), member(`${project}role = var.role`)), []);
    assert.deepEqual(found(binding(), resource('folder_iam_member', 'm', `${reader}\n  member = "user:a@example.org"`)), []);
  });

  test('is silent when providers differ by alias; another edition of one is the same', () => {
    const through = (provider: string) => `${reader}\n  provider = ${provider}`;
    assert.deepEqual(found(binding(through('google.eu')), member(through('google.us'))), []);
    assert.deepEqual(found(binding(through('google.eu')), member()), []);
    assert.equal(found(binding(through('google-beta')), member()).length, 1);
    assert.equal(found(binding(through('google.eu')), member(through('google-beta.eu'))).length, 1);
  });

  test('is silent when count or for_each may switch one off', () => {
    for (const switched of ['count = var.on ? 1 : 0', 'for_each = var.all', 'count = 0']) {
      const text = `${switched}\n  ${reader}`;
      assert.deepEqual(found(binding(text), member()), []);
      assert.deepEqual(found(binding(), member(text)), []);
      assert.deepEqual(found(binding(text), member(text)), []);
      assert.deepEqual(found(policy(`${switched}\n  ${project}`), member()), []);
    }
  });

  test('is silent on what lets other changes be, on data sources and on members alone', () => {
    const lenient = `${reader}\n  lifecycle {\n    ignore_changes = [members]\n  }`;
    assert.deepEqual(found(binding(lenient), member()), []);
    assert.deepEqual(found(member(), member(reader, 'n')), []);
    assert.deepEqual(found(policy().replace('resource', 'data'), member()), []);
  });

  test('one file may be Terraform’s JSON', () => {
    const json = JSON.stringify({
      resource: {
        google_storage_bucket_iam_binding: { b: { bucket: 'x', role: 'roles/storage.objectViewer', members: [] } },
        google_storage_bucket_iam_member: {
          m: { bucket: 'x', role: 'roles/storage.objectViewer', member: 'user:a@example.org' },
        },
      },
    });
    assert.deepEqual(told(rule, { 'a.tf.json': json }), ['binding "b"']);
  });
});
