import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'allow-policy/empty-binding';

const yaml = (members: string) =>
  told(rule, {
    'a.yaml': `bindings:\n- role: roles/browser\n  members: [user:kim@example.org]\n- role: roles/viewer\n${members}`,
  });
const data = (members: string, above = '') =>
  inspect(rule, {
    'a.tf': `${above}data "google_iam_policy" "p" {\n  binding {\n    role    = "roles/viewer"\n${members}  }\n}\n`,
  });

describe(rule, () => {
  test('an empty list, nothing in its place, and no list at all', () => {
    assert.deepEqual(yaml('  members: []\n'), ['empty []']);
    assert.equal(yaml('  members:\n').length, 1);
    assert.deepEqual(yaml(''), ['empty role: roles/viewer']);
    assert.deepEqual(yaml('  members: [user:lee@example.org]\n'), []);
  });

  test('where a binding’s list is not known', () => {
    assert.equal(data('    members = []\n').length, 1);
    for (const members of ['var.m', 'concat(var.m, [])', '[for m in var.m : m]', '[var.m]']) {
      assert.deepEqual(data(`    members = ${members}\n`), [], members);
    }
    assert.deepEqual(data('    members = var.m\n', 'variable "m" {\n  default = []\n}\n'), []);
  });

  test('an empty list that stands elsewhere is told and not edited', () => {
    const [found] = data('    members = local.none\n', 'locals {\n  none = []\n}\n');
    const [fix] = found?.finding.fixes() ?? [];
    assert.equal(found?.told, 'empty local.none');
    assert.equal(fix && 'disabled' in fix && fix.disabled, 'notLiteral');
  });

  test('a `_binding` resource says that nobody holds the role', () => {
    const text = 'resource "google_project_iam_binding" "b" {\n  role    = "roles/viewer"\n  members = []\n}\n';
    assert.deepEqual(told(rule, { 'a.tf': text }), []);
  });

  test('a misspelt list is not a missing one', () => {
    assert.deepEqual(yaml('  memebers: [user:lee@example.org]\n'), []);
    assert.equal(yaml('  note: no members\n').length, 1);
  });

  test('half-typed text', () => {
    assert.deepEqual(told(rule, { 'a.json': '{"bindings": [{"role": "roles/viewer", "memb' }), []);
  });

  describe('takes nothing away that may be meant', () => {
    const fixOf = (name: string, text: string) => {
      const [one] = inspect(rule, { [name]: text });
      const [fix] = one?.finding.fixes() ?? [];
      assert.ok(fix, text);
      return 'disabled' in fix ? fix.disabled : fix.fixClass;
    };
    const first = 'bindings:\n- role: roles/browser\n  members: [user:kim@example.org]\n';
    const condition = '  condition: {title: t, expression: "true"}\n';
    const cases: Readonly<Record<string, readonly [string, string]>> = {
      'an empty list beside a role': ['same', `${first}- role: roles/viewer\n  members: []\n`],
      'the condition of an emptied binding': ['changes', `${first}- role: roles/viewer\n  members: []\n${condition}`],
      'a condition that a dash has split off': ['unfinished', `${first}- condition:\n    title: x\n    expression: "false"\n`],
      'a role that a dash has split off': [
        'unfinished',
        `- role: roles/browser\n- members: [user:kim@example.org]\n`.replace(/^/, 'bindings:\n'),
      ],
      'members under another key': [
        'unfinished',
        `${first}- role: roles/viewer\n  members:\n  condition:\n  - user:lee@example.org\n`,
      ],
      'the only binding': ['lastBinding', 'bindings:\n- role: roles/owner\n  members: []\netag: BwXhqDVQ9Pk=\n'],
    };
    for (const [name, [expected, text]] of Object.entries(cases)) test(name, () => assert.equal(fixOf('a.yaml', text), expected));
    test('the same in Terraform and JSON', () => {
      const block = (body: string) =>
        `data "google_iam_policy" "p" {\n  binding {\n    role    = "roles/browser"\n    members = ["user:kim@example.org"]\n  }\n\n  binding {\n${body}  }\n}\n`;
      assert.equal(fixOf('a.tf', block('    role    = "roles/viewer"\n    members = []\n')), 'same');
      assert.equal(
        fixOf('a.tf', block('    condition {\n      title      = "t"\n      expression = "true"\n    }\n')),
        'unfinished',
      );
      const only = 'data "google_iam_policy" "p" {\n  binding {\n    role    = "roles/owner"\n    members = []\n  }\n}\n';
      assert.equal(fixOf('a.tf', only), 'lastBinding');
      assert.equal(fixOf('a.json', '{"bindings":[{"role":"roles/owner","members":[]}]}'), 'lastBinding');
    });
  });
});
