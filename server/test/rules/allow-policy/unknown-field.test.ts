import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderFix } from '../../../src/lint/fixes/fix';
import { applyEdits } from '../../../src/text/edit';
import { inspect, told } from '../inspect';

const rule = 'allow-policy/unknown-field';

const binding = { role: 'roles/browser', members: ['user:kim@example.org'] };
const found = (policy: object) =>
  inspect(rule, { 'a.json': JSON.stringify(policy) }).map(({ finding }) =>
    `${finding.message} ${finding.arguments.field} ${finding.arguments.meant ?? ''}`.trim(),
  );

describe(rule, () => {
  test('in every part of a policy', () => {
    const policy = {
      verison: 3,
      bindings: [
        { ...binding, conditions: {} },
        { ...binding, condition: { titel: 't', expression: 'true', note: 'n' } },
      ],
      auditConfigs: [{ services: 'allServices', auditLogConfigs: [{ logType: 'DATA_READ', exempted: [] }] }],
    };
    assert.deepEqual(found(policy), [
      'misspelt verison version',
      'misspelt conditions condition',
      'misspelt titel title',
      'condition note',
      'misspelt services service',
      'auditLogConfig exempted',
    ]);
  });

  test('what Terraform drops today is not given force unseen', () => {
    const policy = (key: string) =>
      `{"bindings":[{"role":"roles/browser","members":["user:x@example.org"],"${key}":{"title":"t","expression":"true"}}]}`;
    const resource = (value: string) => `resource "google_project_iam_policy" "p" {\n  policy_data = ${value}\n}\n`;
    const places: Readonly<Record<string, (key: string) => Readonly<Record<string, string>>>> = {
      jsonencode: (key) => ({ 'a.tf': resource(`jsonencode(${policy(key)})`) }),
      'a heredoc': (key) => ({ 'a.tf': resource(`<<EOT\n${policy(key)}\nEOT`) }),
      'a local': (key) => ({ 'a.tf': `locals {\n  p = jsonencode(${policy(key)})\n}\n` }),
      'an argument of a module': (key) => ({
        'a.tf': `module "m" {\n  source = "./m"\n  policy_data = jsonencode(${policy(key)})\n}\n`,
      }),
      'JSON of Terraform': (key) => ({
        'a.tf.json': JSON.stringify({ resource: { google_project_iam_policy: { p: { policy_data: policy(key) } } } }),
      }),
    };
    const classes = (files: Readonly<Record<string, string>>) =>
      inspect(rule, files).flatMap(({ finding }) =>
        finding.fixes().map((fix) => ('disabled' in fix ? fix.disabled : `${fix.title} ${fix.fixClass}`)),
      );
    for (const [place, files] of Object.entries(places)) {
      assert.deepEqual(classes(files('conditon')), ['renameDropped changes'], place);
      // The provider takes keys in any case; others may take apart what has a name.
      assert.deepEqual(classes(files('Condition')), [/local|module/.test(place) ? 'sharedText' : 'rename same'], place);
    }
    assert.deepEqual(classes({ 'a.json': policy('conditon') }), ['rename same']);
    assert.deepEqual(classes({ 'a.yaml': policy('conditon') }), ['rename same']);
  });

  test('what Terraform takes apart has the fields that its author likes', () => {
    const data = 'bindings:\n- role: roles/browser\n  bucket: b\n  members: [user:kim@example.org]\n';
    const reading = (how: string) => ({ 'main.tf': `locals {\n  all = ${how}(file("\${path.module}/data.yaml"))\n}\n` });
    assert.equal(inspect(rule, { 'data.yaml': data }).length, 1);
    assert.equal(inspect(rule, { 'data.yaml': data, ...reading('yamldecode') }).length, 0);
    assert.equal(inspect(rule, { 'data.yaml': data, ...reading('trimspace') }).length, 1);
    assert.equal(inspect(rule, { 'data.yaml': data.replace('bucket', 'conditon'), ...reading('yamldecode') }).length, 1);
  });

  test('a rename brings the value into the shape that the field takes, or is no repair', () => {
    const renamed = (bad: string, name = 'a.yaml') => {
      const [one] = inspect(rule, { [name]: bad });
      const [fix] = one?.finding.fixes() ?? [];
      assert.ok(one && fix, bad);
      return 'disabled' in fix ? fix.disabled : applyEdits(bad, renderFix(bad, one.finding, fix) ?? []);
    };
    const yaml = (members: string) => `bindings:\n- role: roles/browser\n  ${members}\n`;
    assert.equal(renamed(yaml('member: user:x@example.org')), yaml('members:\n  - user:x@example.org'));
    assert.equal(renamed(yaml('memebers: [user:x@example.org]')), yaml('members: [user:x@example.org]'));
    assert.equal(renamed(yaml('memebers: {user: x}')), 'otherShape');
    assert.equal(
      renamed(yaml('members: [user:x@example.org]\n  conditon:\n  - {title: t, expression: "true"}')),
      yaml('members: [user:x@example.org]\n  condition: {title: t, expression: "true"}'),
    );
    assert.equal(renamed(yaml('member: |\n    user:x@example.org')), 'otherShape');
    assert.equal(renamed(yaml('member: "{{ members }}"')), 'otherShape');
    assert.equal(renamed(yaml('memebers: ["{{ member }}"]')), yaml('members: ["{{ member }}"]'));
    const json = (more: string) => `{"bindings": [{"role": "roles/browser", "members": ["user:x@example.org"], ${more}}]}`;
    assert.equal(renamed(json('"conditon": "true"'), 'a.json'), 'otherShape');
    assert.equal(renamed(json('"conditon": null'), 'a.json'), 'otherShape');
    const withRole = (role: string) =>
      `{"bindings": [{"role": "roles/viewer", "members": ["user:x@example.org"]}, {${role}, "members": ["user:x@example.org"]}]}`;
    assert.equal(renamed(withRole('"roles": ["roles/browser"]'), 'a.json'), withRole('"role": "roles/browser"'));
    assert.equal(renamed(withRole('"roles": ["roles/browser", "roles/viewer"]'), 'a.json'), 'otherShape');
    const encoded = (member: string) =>
      `resource "google_project_iam_policy" "p" {\n  policy_data = jsonencode({ bindings = [{ role = "roles/browser", ${member} }] })\n}\n`;
    assert.equal(renamed(encoded('member = "user:x@example.org"'), 'a.tf'), encoded('members = ["user:x@example.org"]'));
    assert.equal(renamed(encoded('member = var.member'), 'a.tf'), 'otherShape');
  });

  test('no rename to what is there already, or to one of two', () => {
    assert.deepEqual(found({ version: 1, verison: 3, bindings: [binding] }), ['policy verison']);
    assert.deepEqual(found({ bindings: [{ ...binding, rule: 'x' }] }), ['binding rule']);
    assert.deepEqual(found({ bindings: [binding], comment: 'x' }), ['policy comment']);
  });

  test('not what the API or a tool knows', () => {
    const policy = {
      $schema: 'x',
      kind: 'storage#policy',
      resourceId: 'projects/_/buckets/b',
      version: 3,
      etag: 'CAE=',
      audit_configs: [{ service: 'allServices', audit_log_configs: [{ log_type: 'DATA_READ', exempted_members: [] }] }],
      bindings: [{ ...binding, bindingId: 'x', condition: { title: 't', description: 'd', expression: 'true', location: 'l' } }],
    };
    assert.deepEqual(found(policy), []);
    assert.deepEqual(found({ policy: { bindings: [binding] }, updateMask: 'bindings', other: 1 }), []);
    assert.deepEqual(
      told(rule, { 'a.yaml': 'bindings:\n- role: roles/browser\n  members: [user:kim@example.org]\n  {{ x }}: 1\n' }),
      [],
    );
  });

  test('not the settings of another tool that holds bindings', () => {
    assert.deepEqual(found({ projects: ['p'], mode: 'additive', bindings: [binding] }), []);
    assert.deepEqual(found({ apiVersion: 'v1', kind: 'IAMPolicy', spec: {}, bindings: [binding] }), []);
  });

  test('not the arguments of a resource', () => {
    const data =
      'data "google_iam_policy" "p" {\n  nonsense = 1\n  binding {\n    role    = "roles/browser"\n    members = ["user:kim@example.org"]\n    note    = "x"\n  }\n}\n';
    assert.deepEqual(told(rule, { 'a.tf': data }), []);
    const resource =
      'resource "google_project_iam_member" "m" {\n  role   = "roles/browser"\n  member = "user:kim@example.org"\n  note   = "x"\n}\n';
    assert.deepEqual(told(rule, { 'a.tf': resource }), []);
  });

  test('but in the documents that resources hold', () => {
    const document = JSON.stringify({ bindings: [{ ...binding, note: 'x' }] });
    const resource = (data: string) => `resource "google_project_iam_policy" "p" {\n  policy_data = ${data}\n}\n`;
    assert.deepEqual(told(rule, { 'a.tf': resource(`<<EOT\n${document}\nEOT`) }), ['binding "note"']);
    assert.deepEqual(
      told(rule, {
        'a.tf': resource(
          'jsonencode({ bindings = [{ role = "roles/browser", members = ["user:kim@example.org"], note = "x" }] })',
        ),
      }),
      ['binding note'],
    );
  });

  test('where the argument is always a policy, whatever its bindings are', () => {
    const resource = (type: string, data: string) => ({ 'a.tf': `resource "${type}" "p" {\n  policy_data = ${data}\n}\n` });
    for (const bindings of [
      '[{ role = var.role, members = var.members }]',
      '{ role = "roles/owner", members = ["allUsers"] }',
      '[{ role = ["roles/owner"], members = "allUsers" }]',
      'var.bindings',
      'null',
    ]) {
      const data = `jsonencode({ bindings = ${bindings}, verion = 3 })`;
      assert.deepEqual(told(rule, resource('google_folder_iam_policy', data)), ['misspelt verion'], bindings);
      assert.deepEqual(told(rule, resource('example_thing', data)), [], bindings);
    }
    const heredoc = '<<EOT\n{"bindings": [{"role": "${var.r}", "members": ["${var.m}"]}], "verion": 3}\nEOT';
    assert.deepEqual(told(rule, resource('google_folder_iam_policy', heredoc)), ['misspelt "verion"']);
  });

  test('half-typed text', () => {
    assert.deepEqual(
      told(rule, { 'a.json': '{"bindings": [{"role": "roles/browser", "members": ["user:kim@example.org"]}], "ver' }),
      [],
    );
  });
});
