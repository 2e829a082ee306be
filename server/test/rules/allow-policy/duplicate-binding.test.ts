import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'allow-policy/duplicate-binding';

const binding = (condition?: object, role = 'roles/browser') => ({
  role,
  members: ['user:kim@example.org'],
  ...(condition && { condition }),
});
const count = (...bindings: object[]) => told(rule, { 'a.json': JSON.stringify({ bindings }) }).length;
const data = (first: string, second: string) =>
  `data "google_iam_policy" "p" {\n  binding {\n${first}\n  }\n  binding {\n${second}\n  }\n}\n`;
const members = '    members = ["user:kim@example.org"]';

describe(rule, () => {
  test('each repetition is told, the first mention never', () => {
    assert.equal(count(binding()), 0);
    assert.equal(count(binding(), binding(), binding()), 2);
    assert.equal(count(binding(), binding(undefined, 'roles/viewer')), 0);
  });

  test('title, description and expression all count', () => {
    const condition = { title: 't', description: 'd', expression: 'true' };
    assert.equal(count(binding(condition), binding({ expression: 'true', description: 'd', title: 't' })), 1);
    assert.equal(count(binding(condition), binding()), 0);
    for (const change of [{ title: 'T' }, { description: 'e' }, { expression: 'false' }]) {
      assert.equal(count(binding(condition), binding({ ...condition, ...change })), 0);
    }
    assert.equal(
      count(binding({ title: 't', expression: 'true' }), binding({ title: 't', description: '', expression: 'true' })),
      1,
    );
  });

  test('what is not known is not compared', () => {
    const known = `    role = "roles/browser"\n${members}`;
    const expression = (value: string) => `${known}\n    condition {\n      title = "t"\n      expression = ${value}\n    }`;
    assert.equal(told(rule, { 'a.tf': data(known, known) }).length, 1);
    assert.equal(told(rule, { 'a.tf': data(known, `    role = var.role\n${members}`) }).length, 0);
    assert.equal(told(rule, { 'a.tf': data(expression('"true"'), expression('"true"')) }).length, 1);
    assert.equal(told(rule, { 'a.tf': data(expression('"true"'), expression('var.e')) }).length, 0);
    assert.equal(told(rule, { 'a.tf': data(expression('var.e'), expression('var.e')) }).length, 0);
    const byDefault = `variable "role" {\n  default = "roles/browser"\n}\n${data(known, `    role = var.role\n${members}`)}`;
    assert.equal(told(rule, { 'a.tf': byDefault }).length, 0);
    const byLocal = `locals {\n  role = "roles/browser"\n}\n${data(known, `    role = local.role\n${members}`)}`;
    assert.deepEqual(told(rule, { 'a.tf': byLocal }), ['again local.role']);
  });

  test('a condition that is not known may be any', () => {
    const list = (condition: string) =>
      `resource "google_project_iam_policy" "p" {\n  policy_data = jsonencode({ bindings = [{ role = "roles/browser", members = ["user:a@example.org"], condition = ${condition} }, { role = "roles/browser", members = ["user:b@example.org"] }] })\n}\n`;
    assert.deepEqual(told(rule, { 'a.tf': list('var.condition') }), []);
    assert.deepEqual(told(rule, { 'a.tf': list('null') }).length, 1);
  });

  test('what a misspelt or repeated key says may set a binding apart', () => {
    const kim = { role: 'roles/browser', members: ['user:kim@example.org'] };
    const condition = { title: 't', expression: 'true' };
    for (const more of [
      { conditon: condition },
      { cond: condition },
      { Condition: condition },
      { note: 'only on weekdays' },
      { condition: { title: 't', expresion: 'request.time < x' } },
    ]) {
      assert.equal(count(kim, { ...kim, ...more }), 0, JSON.stringify(more));
      assert.equal(count({ ...kim, ...more }, { ...kim, ...more }), 0, JSON.stringify(more));
    }
    const twice =
      'bindings:\n- role: roles/browser\n  members: [user:a@example.org]\n- role: roles/browser\n  members: [user:b@example.org]\n';
    assert.equal(told(rule, { 'a.yaml': twice }).length, 1);
    assert.equal(told(rule, { 'a.yaml': `${twice}  members: [user:c@example.org]\n` }).length, 0);
    assert.equal(told(rule, { 'a.yaml': `${twice}  <<: *more\n` }).length, 0);
    assert.equal(told(rule, { 'a.yaml': `${twice}  condition:\n` }).length, 0);
    assert.equal(told(rule, { 'a.yaml': `${twice}  condition: null\n` }).length, 1);
    const known = `    role = "roles/browser"\n${members}`;
    assert.equal(told(rule, { 'a.tf': data(known, `${known}\n    conditon {\n      title = "t"\n    }`) }).length, 0);
    assert.equal(
      told(rule, { 'a.tf': data(known, `${known}\n    dynamic "condition" {\n      for_each = var.c\n      content {}\n    }`) })
        .length,
      0,
    );
    const encoded = (more: string) =>
      `resource "google_project_iam_policy" "p" {\n  policy_data = jsonencode({ bindings = [{ role = "roles/browser", members = ["user:a@example.org"] }, { role = "roles/browser", members = ["user:b@example.org"]${more} }] })\n}\n`;
    assert.equal(told(rule, { 'a.tf': encoded('') }).length, 1);
    assert.equal(told(rule, { 'a.tf': encoded(', conditon = { title = "t" }') }).length, 0);
  });

  test('roles that are still to be filled in are not compared', () => {
    assert.equal(count({ role: '', members: [] }, { role: '', members: [] }), 0);
  });

  test('resources that share a role are another rule’s business', () => {
    const one = (name: string) => `resource "google_project_iam_binding" "${name}" {\n  role = "roles/browser"\n${members}\n}\n`;
    assert.deepEqual(told(rule, { 'a.tf': one('a') + one('b') }), []);
  });

  describe('is not merged', () => {
    const reason = (files: Readonly<Record<string, string>>) => {
      const fix = inspect(rule, files)[0]?.finding.fixes()[0];
      return fix && 'disabled' in fix ? fix.disabled : 'offered';
    };
    const known = `    role = "roles/browser"\n${members}`;
    const listed = (list: string) => `    role = "roles/browser"\n    members = ${list}`;
    const reasons: Readonly<Record<string, readonly [string, string]>> = {
      'a list from elsewhere': ['computed', data(known, listed('var.members'))],
      'a list from a local': ['notLiteral', `locals {\n  m = ["user:lee@example.org"]\n}\n${data(known, listed('local.m'))}`],
      'a list with an unknown part': ['sharedText', data(known, listed('concat(["user:lee@example.org"], var.m)'))],
      'a repeated source': ['repeated', data(known, known).replace('{\n', '{\n  count = 2\n')],
    };
    for (const [name, [expected, text]] of Object.entries(reasons)) {
      test(name, () => assert.equal(reason({ 'a.tf': text }), expected));
    }
    test('a comment above a member that goes', () => {
      const text = (comment: string) => `bindings:
- role: roles/browser
  members:
  - user:kim@example.org
- role: roles/browser
  members:
  ${comment}- user:kim@example.org
`;
      assert.equal(reason({ 'a.yaml': text('') }), 'offered');
      assert.equal(reason({ 'a.yaml': text('# The head of the team.\n  ') }), 'comments');
    });
    test('a binding that says more than the first', () => {
      const text = (more: object) => JSON.stringify({ bindings: [binding(), { ...binding(), ...more }] });
      assert.equal(reason({ 'a.json': text({}) }), 'offered');
      assert.equal(reason({ 'a.json': text({ bindingId: 'b1' }) }), 'moreFields');
    });
    test('a member that is yet to be typed, or is no text', () => {
      for (const item of ['', 'null', '[user:lee@example.org]', '{ user: lee }', '5']) {
        const text = `bindings:\n- role: roles/browser\n  members:\n  - user:kim@example.org\n- role: roles/browser\n  members:\n  - user:kim@example.org\n  - ${item}\n`;
        assert.equal(reason({ 'a.yaml': text }), 'computed', item);
      }
    });
    test('an anchor that is used elsewhere', () => {
      const text = 'bindings:\n- &b\n  role: roles/browser\n  members: [user:kim@example.org]\n- *b\n';
      assert.equal(reason({ 'a.yaml': text }), 'sharedText');
    });
  });
});
