import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderFix } from '../../../src/lint/fixes/fix';
import { applyEdits } from '../../../src/text/edit';
import { inspect, told } from '../inspect';

const shapes = (name: string, text: string) => told('file/wrong-shape', { [name]: text });
const policy = (binding: string) => `{"bindings": [{"role": "roles/browser", "members": ["user:a@example.org"]}, ${binding}]}`;

describe('file/wrong-shape', () => {
  test('finds a text, a list and an object where another one of them belongs', () => {
    assert.deepEqual(shapes('a.json', policy('{"role": "roles/viewer", "members": "user:a@example.org"}')), [
      'texts "user:a@example.org"',
    ]);
    assert.deepEqual(shapes('a.json', policy('{"role": ["roles/viewer"], "members": []}')), ['text ["roles/viewer"]']);
    assert.deepEqual(shapes('a.json', policy('{"role": {"name": "roles/viewer"}, "members": []}')), [
      'text {"name": "roles/viewer"}',
    ]);
    assert.deepEqual(shapes('a.json', policy('{"role": "roles/viewer", "condition": [{"title": "t"}]}')), [
      'object [{"title": "t"}]',
    ]);
    assert.deepEqual(
      shapes(
        'a.yaml',
        'name: accessPolicies/1/accessLevels/a\ntitle: a\nbasic:\n  conditions:\n  - regions: KR\n  - negate: [true]\n',
      ),
      ['texts KR', 'boolean [true]'],
    );
    assert.deepEqual(shapes('a.yaml', 'conditions:\n- ip_subnetworks: 203.0.113.0/24\n- regions: [KR]\n'), [
      'texts 203.0.113.0/24',
    ]);
  });

  test('in documents inside of Terraform too, but not in its own arguments', () => {
    const inside = 'policy_data = jsonencode({ bindings = [{ role = "roles/viewer", members = "user:a@example.org" }] })';
    const resource = (argument: string) => `resource "google_project_iam_policy" "p" {\n  project = "p"\n  ${argument}\n}\n`;
    assert.deepEqual(shapes('main.tf', resource(inside)), ['texts "user:a@example.org"']);
    assert.deepEqual(
      shapes(
        'main.tf',
        'resource "google_project_iam_binding" "b" {\n  role    = "roles/viewer"\n  members = "user:a@example.org"\n}\n',
      ),
      [],
    );
  });

  test('says nothing of what is yet to be typed, or is computed', () => {
    for (const value of ['null', '""'])
      assert.deepEqual(shapes('a.json', policy(`{"role": "roles/viewer", "members": ${value}}`)), [], value);
    const data = (members: string) =>
      `resource "google_project_iam_policy" "p" {\n  project     = "p"\n  policy_data = jsonencode({ bindings = [{ role = "roles/viewer", members = ${members} }] })\n}\n`;
    for (const members of ['var.members', 'concat(["user:a@example.org"], var.more)', '[for m in var.m : m]'])
      assert.deepEqual(shapes('main.tf', data(members)), [], members);
  });

  test('says nothing of what a template engine or a person has yet to put in', () => {
    const yaml = (fields: string) => `bindings:\n- role: roles/browser\n  members: [allUsers]\n- ${fields}\n`;
    const [role, members] = ['role: roles/viewer', 'members: [allUsers]'];
    for (const fields of [
      `${role}\n  members: {{ members }}`,
      `${role}\n  members: "{{ members }}"`,
      `${role}\n  members: {{ .Values.members | toJson }}`,
      `${role}\n  members: \${{ vars.m }}`,
      `${role}\n  members: <MEMBERS>`,
      `${role}\n  members: <your members>`,
      `${role}\n  members: ...`,
      `${role}\n  members: "%s"`,
      `${role}\n  members:\n  - {{ member }}\n  - {{- other }}`,
      `role: {{ .Values.role }}\n  ${members}`,
      `${role}\n  ${members}\n  condition: \${COND}`,
      `${role}\n  ${members}\n  condition: {{ condition }}\netag: {{ etag }}`,
      `${role}\n  ${members}\nauditConfigs: {{ audit }}`,
    ])
      assert.deepEqual(shapes('a.yaml', yaml(fields)), [], fields);
    for (const value of ['"${MEMBERS}"', '"<MEMBERS>"', '"{{ members }}"', '{{ members }}', '${MEMBERS}'])
      assert.deepEqual(shapes('a.json', policy(`{"role": "roles/viewer", "members": ${value}}`)), [], value);
    assert.deepEqual(shapes('a.yaml', 'conditions:\n- ip_subnetworks: {{ ranges }}\n- negate: {{ no }}\n  regions: ${R}\n'), []);
    assert.deepEqual(
      shapes(
        'main.tf',
        'resource "google_project_iam_policy" "p" {\n  policy_data = jsonencode({ bindings = [{ condition = "${var.c}" }] })\n}\n',
      ),
      [],
    );
  });

  test('takes no placeholder out of a list', () => {
    const [one] = inspect('file/wrong-shape', { 'a.json': policy('{"role": ["{{ role }}"], "members": []}') });
    assert.equal(one?.told, 'text ["{{ role }}"]');
    assert.deepEqual(one?.finding.fixes(), []);
  });

  test('takes nothing out of its list that a comment would be lost by', () => {
    const fixed = (name: string, text: string) => {
      const [one] = inspect('file/wrong-shape', { [name]: text });
      const [fix] = one?.finding.fixes() ?? [];
      assert.ok(one && fix, text);
      const edits = renderFix(text, one.finding, fix);
      return edits && applyEdits(text, edits);
    };
    const yaml = (role: string) => `bindings:\n- role:${role}\n  members: [allUsers]\n`;
    assert.equal(fixed('a.yaml', yaml('\n  # 11\n  - roles/viewer # 12')), undefined);
    assert.equal(fixed('a.yaml', yaml(' [ # 11\n    roles/viewer\n    ]')), undefined);
    assert.equal(fixed('a.yaml', yaml(' # 11\n  - roles/viewer')), yaml(' roles/viewer # 11'));
    const encoded = (role: string) =>
      `resource "google_project_iam_policy" "p" {\n  policy_data = jsonencode({\n    bindings = [{\n${role}      members = ["allUsers"]\n    }]\n  })\n}\n`;
    assert.equal(
      fixed('a.tf', encoded('      role = [ # 11\n        "roles/viewer", # 12\n        # 13\n      ]\n')),
      encoded('      # 11\n      # 12\n      # 13\n      role    = "roles/viewer"\n'),
    );
  });

  test('finds items that a list can’t hold, once more of them than a beginning is typed', () => {
    const members = (items: string) =>
      shapes('a.yaml', `bindings:\n- role: roles/viewer\n  members:\n  - user:b@acme.example\n${items}`);
    assert.deepEqual(members('  - user: kim@acme.example\n'), ['items user: kim@acme.example']);
    assert.deepEqual(members('  - [user:a@acme.example]\n'), ['items [user:a@acme.example]']);
    for (const begun of ['  - user:\n', '  - \n', '  - -\n', '  - {}\n', '  - []\n']) assert.deepEqual(members(begun), [], begun);
    const bindings = (item: string) => shapes('a.yaml', `bindings:\n- role: roles/viewer\n  members: [allUsers]\n- ${item}\n`);
    assert.deepEqual(bindings('roles/owner'), ['objects roles/owner']);
    assert.deepEqual(bindings('- role: roles/owner'), ['objects - role: roles/owner']);
    for (const begun of ['', 'r', 'role', '{{ binding }}', '-']) assert.deepEqual(bindings(begun), [], begun);
    assert.deepEqual(shapes('a.yaml', '- regions:\n  - code: KR\n  ipSubnetworks: [203.0.113.0/24]\n'), ['items code: KR']);
    assert.deepEqual(
      shapes('a.json', '{"bindings": [{"role": "roles/viewer", "members": ["user:a@acme.example", {"user": "b"'),
      [],
    );
  });

  test('finds them in the request that sets a policy', () => {
    const request = (more: string) => `{"policy": {"bindings": [{"role": "roles/viewer", "members": ["allUsers"]}]}, ${more}}`;
    assert.deepEqual(shapes('a.json', request('"updateMask": ["bindings"]')), ['text ["bindings"]']);
    assert.deepEqual(shapes('a.json', request('"updateMask": "bindings", "other": [1]')), []);
    assert.deepEqual(told('allow-policy/unknown-field', { 'a.json': request('"other": 1') }), []);
    assert.deepEqual(shapes('a.json', `{"before": ${request('"updateMask": ["bindings"]')}}`), []);
  });

  test('says nothing of numbers and truth values that are written as texts, which every reader takes', () => {
    assert.deepEqual(shapes('a.json', '{"version": "3", "bindings": [{"role": "roles/browser", "members": []}]}'), []);
    assert.deepEqual(shapes('a.yaml', '- devicePolicy:\n    requireAdminApproval: "true"\n'), []);
  });
});
