import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'allow-policy/duplicate-member';

const list = (...members: string[]) =>
  told(rule, { 'a.json': JSON.stringify({ bindings: [{ role: 'roles/browser', members }] }) });
const binding = (members: string, more = '') =>
  `resource "google_project_iam_binding" "b" {\n${more}  role    = "roles/browser"\n  members = ${members}\n}\n`;
const inTerraform = (members: string, more = '', above = '') => told(rule, { 'a.tf': above + binding(members, more) });

describe(rule, () => {
  test('addresses are compared without regard to case, pools with it', () => {
    assert.deepEqual(list('user:kim@example.org', 'user:KIM@example.org'), ['again "user:KIM@example.org"']);
    assert.deepEqual(list('allUsers', 'allUsers', 'allUsers').length, 2);
    const pool = 'principal://iam.googleapis.com/locations/global/workforcePools/pool/subject/';
    assert.deepEqual(list(`${pool}kim`, `${pool}Kim`), []);
    assert.deepEqual(list(`${pool}kim`, `${pool}kim`).length, 1);
  });

  test('kinds tell members apart, and so do bindings', () => {
    assert.deepEqual(list('user:kim@example.org', 'group:kim@example.org'), []);
    const twoBindings = {
      bindings: ['roles/browser', 'roles/viewer'].map((role) => ({ role, members: ['user:kim@example.org'] })),
    };
    assert.deepEqual(told(rule, { 'a.json': JSON.stringify(twoBindings) }), []);
  });

  test('an account and its address are the same, two accounts are not', () => {
    const account = 'google_service_account.a';
    assert.equal(inTerraform(`[${account}.member, "serviceAccount:\${${account}.email}"]`).length, 1);
    assert.equal(inTerraform(`[${account}[0].member, "serviceAccount:\${${account}[0].email}"]`).length, 1);
    assert.equal(inTerraform(`[${account}[0].member, ${account}[1].member]`).length, 0);
    assert.equal(inTerraform(`[${account}.member, google_service_account.b.member]`).length, 0);
    assert.equal(inTerraform(`["serviceAccount:\${${account}.email}", "user:\${${account}.email}"]`).length, 0);
  });

  test('what is not known may be anything', () => {
    assert.deepEqual(inTerraform('[var.a, var.b, var.a]'), []);
    assert.deepEqual(
      inTerraform('["user:kim@example.org", var.a]', '', 'variable "a" {\n  default = "user:kim@example.org"\n}\n'),
      [],
    );
    assert.deepEqual(list('<your member>', '<your member>'), []);
    assert.equal(inTerraform('concat(var.a, ["user:kim@example.org", "user:kim@example.org"])').length, 1);
  });

  test('a repeated resource gets no edit', () => {
    const text = binding('["user:kim@example.org", "user:kim@example.org"]', '  count   = 2\n');
    const [fix] = inspect(rule, { 'a.tf': text })[0]?.finding.fixes() ?? [];
    assert.equal(fix && 'disabled' in fix && fix.disabled, 'repeated');
  });

  test('of two aliases of one member none can be told', () => {
    const text = 'bindings:\n- role: roles/browser\n  members:\n  - &k user:kim@example.org\n  - *k\n';
    const [found] = inspect(rule, { 'a.yaml': text });
    assert.ok(found && 'disabled' in (found.finding.fixes()[0] ?? {}));
  });
});
