import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { told } from '../inspect';
import { a, b, both, type Files, grant, group, json, membersIn, offered, repaired, rule } from './groupGrants';

const made = (more: string) =>
  `resource "googleworkspace_group" "g" {\n  email = "g@example.org"\n  aliases = ["h@example.org"]\n${more}}\n`;
const reference = '"group:${googleworkspace_group.g.email}"';

describe('a group that stands twice in a binding', () => {
  const kim = 'user:kim@example.org';
  const list = (members: string) =>
    `resource "google_project_iam_binding" "x" {\n  project = "p"\n  role = "roles/viewer"\n  members = ${members}\n}\n`;
  const flat = `[${group}, "${kim}", ${group}]`;
  const twice: Readonly<Record<string, Files>> = {
    'in JSON': json({ role: 'roles/viewer', members: ['group:g@example.org', kim, 'group:g@example.org'] }),
    'in another case': json({ role: 'roles/viewer', members: ['group:G@example.org', kim, 'group:g@Example.org'] }),
    'side by side': json({ role: 'roles/viewer', members: ['group:g@example.org', 'group:g@example.org', kim] }),
    'three times': json({
      role: 'roles/viewer',
      members: ['group:g@example.org', kim, 'group:g@example.org', 'group:g@example.org'],
    }),
    'in YAML': {
      'a.yaml': `bindings:\n- role: roles/viewer\n  members:\n  - group:g@example.org\n  - ${kim} # kept\n  - group:g@example.org\n`,
    },
    'in a list of YAML on one line': {
      'a.yaml': `bindings:\n- {role: roles/viewer, members: ["group:g@example.org", "${kim}", "group:g@example.org"]}\n`,
    },
    'in Terraform': { 'a.tf': list(flat) },
    'on lines of Terraform': { 'a.tf': list(`[\n    ${group},\n    "${kim}", # kept\n    ${group},\n  ]`) },
    'in a data source': {
      'a.tf': `data "google_iam_policy" "p" {\n  binding {\n    role = "roles/viewer"\n    members = ${flat}\n  }\n}\n`,
    },
    'in jsonencode': {
      'a.tf': `resource "google_project_iam_policy" "p" {\n  policy_data = jsonencode({ bindings = [{ role = "roles/viewer", members = ${flat} }] })\n}\n`,
    },
    'by an alias': { 'a.tf': list(`[${group}, "${kim}", "group:h@example.org"]`), 'b.tf': made('') },
    'by its address and by reference': { 'a.tf': list(`[${group}, "${kim}", ${reference}]`), 'b.tf': made('') },
    'by a local': {
      'a.tf': list(`[${group}, "${kim}", local.g]`),
      'b.tf': `${made('')}locals {\n  g = ${group}\n}\n`,
    },
  };
  const settings = {
    settings: { groups: { 'group:g@example.org': [a, b], 'group:h@example.org': [a, b] } },
  };
  for (const [where, files] of Object.entries(twice)) {
    test(`is replaced at every place ${where}`, () => {
      const [name = ''] = Object.keys(files);
      const text = repaired('replace', files, settings);
      assert.doesNotMatch(text, /[gh]@example|googleworkspace|local\.g/i);
      for (const one of [a, b, kim]) assert.equal(text.split(one).length, 2, text);
      assert.equal(/# kept/.test(text), /# kept/.test(files[name] ?? ''));
      assert.deepEqual(told(rule, { ...files, [name]: text }, settings), []);
    });
  }

  test('keeps everything where one of the places can’t be told from another', () => {
    const files = { 'a.yaml': 'bindings:\n- role: roles/viewer\n  members: [&g "group:g@example.org", *g]\n' };
    assert.deepEqual(offered(files, both), ['replace: sharedText', 'add: sharedText']);
  });

  test('is another one where nothing says that it is the same', () => {
    const files = { 'a.tf': list(`[${group}, "group:\${var.g}", "group:i@example.org"]`) };
    assert.match(repaired('replace', files, both), /"group:\$\{var\.g\}",\s+"group:i@example\.org"/);
  });
});

describe('a group that has the role once more on the same terms', () => {
  const bound = { role: 'roles/viewer', members: ['group:g@example.org'] };
  const again = ['replace: grantedAgain', 'add'];

  test('by another binding of the document keeps it until the two are one', () => {
    assert.deepEqual(offered(json(bound, bound), both), again);
    assert.deepEqual(offered(json(bound, { ...bound, members: [a, 'group:G@example.org'] }), both), [
      'replace: grantedAgain',
      'addOne',
    ]);
    assert.equal(told(rule, json(bound, bound), both).length, 2);
    const block = `  binding {\n    role = "roles/viewer"\n    members = [${group}]\n  }\n`;
    assert.deepEqual(offered({ 'a.tf': `data "google_iam_policy" "p" {\n${block}${block}}\n` }, both), again);
    const byVariable = (role: string) => block.replace('"roles/viewer"', role);
    const two = (first: string, second: string) =>
      offered({ 'a.tf': `data "google_iam_policy" "p" {\n${byVariable(first)}${byVariable(second)}}\n` }, both);
    assert.deepEqual(two('var.r', 'var.r'), again);
    assert.deepEqual(two('var.r', 'var.s'), ['replace', 'add']);
    const condition = { title: 't', expression: 'true' };
    for (const other of [
      { ...bound, role: 'roles/browser' },
      { ...bound, condition },
      { ...bound, members: ['group:i@example.org'] },
      { ...bound, conditon: condition },
    ])
      assert.deepEqual(offered(json(bound, other), both), ['replace', 'add'], JSON.stringify(other));
  });

  test('by another resource keeps it', () => {
    for (const member of [group, '"group:G@example.org"', reference, '"group:h@example.org"']) {
      const files = { 'a.tf': grant('m', group), 'b.tf': grant('n', member) + made('') };
      const known = {
        settings: { groups: { 'group:g@example.org': [a, b] } },
      };
      assert.deepEqual(offered(files, known), again, member);
    }
    for (const other of [
      grant('n', group, { role: '"roles/browser"' }),
      grant('n', group, { project: '"q"' }),
      grant('n', group, { count: '0' }),
      grant('n', '"group:i@example.org"'),
    ]) {
      assert.deepEqual(membersIn(repaired('replace', { 'a.tf': grant('m', group), 'b.tf': other }, both)), [`"${a}"`, `"${b}"`]);
    }
  });

  test('by a resource that lists all keeps its own finding', () => {
    const binding = grant('x', `[${group}]`).replace('iam_member', 'iam_binding').replace('member =', 'members =');
    const files = { 'a.tf': grant('m', group), 'b.tf': binding };
    const text = repaired('replace', files, both);
    assert.equal(told(rule, { 'b.tf': binding, 'a.tf': text }, both).length, 1);
  });
});
