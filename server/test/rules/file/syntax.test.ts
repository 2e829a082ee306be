import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'file/syntax';
const found = (name: string, text: string) =>
  inspect(rule, { [name]: text }).map(({ file, finding }) => {
    const at = (finding.offset ?? 0) + finding.range.start;
    return `${finding.severity} ${finding.message} ${file.text.slice(0, at).split('\n').length} ${file.text.slice(at, at + 1)}`;
  });

describe(rule, () => {
  test('a policy that ends early, is cut in the middle or has a stray sign is told at the first error', () => {
    assert.deepEqual(found('a.yaml', 'bindings: [\n  {role: roles/viewer\n'), ['error broken 2 r']);
    assert.deepEqual(found('a.json', '{"bindings": [\n  {"role": "roles/viewer"\n'), ['error broken 2 "']);
    assert.deepEqual(found('a.json', '{"bindings": [{"role": "roles/viewer", "members": ["user:a@example.org"]}]}\n}\n'), [
      'error broken 2 }',
    ]);
    assert.deepEqual(found('a.yaml', 'bindings:\n- role: roles/viewer\n  members:\n\t- user:a@example.org\n'), [
      'error broken 4 \t',
    ]);
    assert.deepEqual(found('a.yaml', 'bindings:\n- role: "roles/viewer\n  members:\n  - user:a@example.org\n'), [
      'error broken 4 g',
    ]);
    const conflict = '<<<<<<< HEAD\n  - user:a@example.org\n=======\n  - user:b@example.org\n>>>>>>> topic\n';
    assert.deepEqual(found('a.yaml', `bindings:\n- role: roles/viewer\n  members:\n${conflict}`), ['error broken 4 <']);
    const inJson = conflict.replace(/- (\S+)/g, '"$1"');
    assert.deepEqual(found('a.json', `{"bindings": [{"role": "roles/viewer", "members": [\n${inJson}]}]}\n`), [
      'error broken 2 <',
    ]);
  });

  test('also of what is half-typed, of levels and of other documents', () => {
    assert.equal(found('a.json', '{"bindings": [{"role": "viewer", "members": [').length, 1);
    assert.equal(found('a.yaml', '- ipSubnetworks: [192.0.2.0/24\n- regions: [KR]\n').length, 1);
    assert.equal(
      found('a.json', '{"name": "accessPolicies/1/accessLevels/a", "title": "a", "basic": {"conditions": [').length,
      1,
    );
    assert.equal(found('a.yaml', 'name: projects/p/policies/x.y\nspec:\n  rules: [{enforce: true}\n').length, 1);
  });

  test('once for a file', () => {
    const one = 'bindings:\n- role: roles/viewer\n  members: [user:a@example.org\n';
    assert.equal(found('a.yaml', `${one}---\n${one}`).length, 1);
    const item = '{"bindings": [{"role": "roles/viewer", "members": ["user:a@example.org"';
    assert.equal(found('a.json', `[\n${item}}]},\n${item}}]}\n]\n`).length, 1);
  });

  test('nothing of what is sound, of what is nothing of ours, and of Terraform', () => {
    const policy = '{"bindings": [{"role": "roles/viewer", "members": ["user:a@example.org"]}]}';
    assert.deepEqual(found('a.json', policy), []);
    assert.deepEqual(found('a.json', `// ours\n${policy.replace(']}]}', '],}],}')}`), []);
    assert.deepEqual(found('a.yaml', policy), []);
    assert.deepEqual(found('a.json', '{"name": "bindings", "roles": [{'), []);
    assert.deepEqual(found('a.yaml', 'services:\n  a: [\n  b: roles\n'), []);
    assert.deepEqual(found('a.yaml', 'apiVersion: v1\nkind: X\nbindings:\n- role: roles/viewer\n  members: [a\n'), []);
    assert.deepEqual(found('a.tf', 'resource "google_project_iam_member" "a" {\n  role = "roles/viewer"\n'), []);
    assert.deepEqual(found('a.tf.json', '{"resource": {"google_project_iam_member": {"a": {"role": "roles/viewer"'), []);
  });

  test('nothing of templates, which are neither JSON nor YAML before an engine has gone through them', () => {
    const binding = '- role: roles/viewer\n  members:\n  - user:a@example.org\n';
    assert.deepEqual(found('a.yaml', `bindings:\n{{- range .Values.x }}\n${binding}{{- end }}\n`), []);
    assert.deepEqual(found('a.yaml', `bindings:\n{% for x in y %}\n${binding}{% endfor %}\n`), []);
    assert.deepEqual(found('a.json', '{"bindings": [{{ range }}{"role": "roles/viewer", "members": []}{{ end }}]}'), []);
    assert.equal(found('a.yaml', '# {{ x }}\nbindings:\n- role: roles/viewer\n  members: [user:a@example.org\n').length, 1);
  });

  test('a .json file of YAML is read as YAML, and told', () => {
    const policy = 'bindings:\n- role: roles/viewer\n  members: [allUsers]\n';
    for (const text of [
      policy,
      `# ours\n---\n${policy}`,
      '{bindings: [{role: roles/viewer, members: [allUsers]}]}',
      "{'bindings': [{'role': 'roles/viewer', 'members': ['allUsers']}]}",
    ]) {
      assert.deepEqual(
        inspect(rule, { 'a.json': text }).map(({ finding }) => `${finding.severity} ${finding.message}`),
        ['warning yamlInJson'],
        text,
      );
      assert.equal(told('allow-policy/public-access', { 'a.json': text }).length, 1, text);
    }
    assert.deepEqual(found('a.json', 'name: something\nitems: [a]\n'), []);
    assert.deepEqual(found('a.yaml', policy), []);
  });
});
