import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from '../inspect';

const rule = 'allow-policy/too-many-principals';

const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const user = (index: number) => `user:u${index}@example.org`;
const group = (index: number) => `group:g${index}@example.org`;
const found = (policy: object) =>
  inspect(rule, { 'a.json': JSON.stringify(policy) }).map(({ finding }) => `${finding.message} ${finding.arguments.count}`);
const bindings = (...lists: string[][]) => ({
  bindings: lists.map((members, index) => ({ role: `roles/browser${index || ''}`, members })),
});

describe(rule, () => {
  test('1,500 principals, each counted wherever it appears', () => {
    assert.deepEqual(found(bindings(many(1500, user))), []);
    assert.deepEqual(found(bindings(many(1501, user))), ['principals 1,501']);
    assert.deepEqual(found(bindings(many(1000, user), many(501, user))), ['principals 1,501']);
  });

  test('exemptions from audit logs count', () => {
    const auditConfigs = [
      { service: 'allServices', auditLogConfigs: [{ logType: 'DATA_READ', exemptedMembers: many(2, user) }] },
    ];
    assert.deepEqual(found({ ...bindings(many(1499, user)), auditConfigs }), ['principals 1,501']);
    assert.deepEqual(found({ ...bindings(many(1498, user)), auditConfigs }), []);
  });

  test('a group counts once, a domain each time', () => {
    assert.deepEqual(found(bindings(many(250, group), many(250, group))), []);
    assert.deepEqual(found(bindings(many(251, group))), ['groups 251']);
    const domains = many(251, () => ['domain:example.org']);
    assert.deepEqual(found(bindings(...domains)), ['groups 251']);
    assert.deepEqual(found(bindings(...domains.slice(1))), []);
    assert.deepEqual(found(bindings([...many(249, group), 'domain:a.example', 'domain:b.example'])), ['groups 251']);
  });

  test('what the API takes for one counts as one', () => {
    const twice = { bindings: [1, 2].map(() => ({ role: 'roles/browser', members: many(1000, user) })) };
    assert.deepEqual(found(twice), []);
    assert.deepEqual(found(bindings([...many(1500, user), user(0)])), []);
  });

  test('what is not known is not counted, and resources are not added up', () => {
    const members = `[${many(250, group)
      .map((one) => `"${one}"`)
      .join(', ')}, var.a, "group:\${var.b}"]`;
    const data = `data "google_iam_policy" "p" {\n  binding {\n    role    = "roles/browser"\n    members = ${members}\n  }\n}\n`;
    assert.deepEqual(inspect(rule, { 'a.tf': data }), []);
    assert.equal(
      inspect(rule, { 'a.tf': data.replace('var.a', '"group:more@example.org"') })[0]?.told,
      'groups data "google_iam_policy" "p"',
    );
    const resource = `resource "google_project_iam_binding" "b" {\n  role    = "roles/browser"\n  members = ${members.replace('var.a', '"group:more@example.org"')}\n}\n`;
    assert.deepEqual(inspect(rule, { 'a.tf': resource }), []);
  });
});
