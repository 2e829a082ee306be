import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { told } from '../inspect';
import { type Files, grant, group, membership, membersIn, offered, repaired, rule } from './groupGrants';

const variables = 'variable "name" {}\nvariable "project" {}\n';
/** An account whose address the calls of the module tell, if anybody does. */
const account = (project = 'var.project', id = 'var.name') =>
  `resource "google_service_account" "x" {\n  account_id = ${id}\n  project = ${project}\n}\n`;
const workspaceMember = (of: string, email = 'google_service_account.x.email') =>
  `resource "googleworkspace_group_member" "x" {\n  group_id = ${of}\n  email = ${email}\n}\n`;
const made = (id: string) =>
  `resource "google_cloud_identity_group" "g" {\n  parent = "customers/C1"\n  group_key {\n    id = ${id}\n  }\n}\n`;
const own = 'google_cloud_identity_group.g.id';
const byReference = '"group:${google_cloud_identity_group.g.group_key[0].id}"';
const inModule = (member: string, rest: string, more: Readonly<Record<string, string>> = {}) => ({
  'm/a.tf': variables + grant('m', member, { project: 'var.project', ...more }) + rest,
});
const call = (label: string, lines: Readonly<Record<string, string>> = {}, source = './m') =>
  `module "${label}" {\n  source = "${source}"\n${Object.entries(lines)
    .map(([key, value]) => `  ${key} = ${value}\n`)
    .join('')}}\n`;
const each = { name: 'each.key', project: 'each.value' };
const one = { name: '"one"', project: '"p-one"' };
const open = { name: 'var.name', project: 'var.project' };
const two = { name: '"two"', project: '"p-two"' };

const severalTimes: Readonly<Record<string, Files>> = {
  'by two calls': { 'r.tf': call('a', one) + call('b', two) },
  'by for_each': { 'r.tf': call('a', { for_each: '{ one = "p-one", two = "p-two" }', ...each }) },
  'by count': { 'r.tf': call('a', { count: '2', name: '"n${count.index}"', project: '"p${count.index}"' }) },
  'as often as isn’t known': { 'r.tf': call('a', { for_each: 'var.all', ...each }) },
  'as often as a variable says': { 'r.tf': call('a', { count: 'var.n', ...open }) },
  'from two root folders': { 'e/a.tf': call('a', one, '../m'), 'f/a.tf': call('a', two, '../m') },
  'by a module that is called twice': {
    'n/a.tf': `variable "name" {}\nvariable "project" {}\n${call('m', { name: 'var.name', project: 'var.project' }, '../m')}`,
    'r.tf': call('a', one, './n') + call('b', two, './n'),
  },
  'by a call that is overridden': {
    'r.tf': call('a', open),
    'r_override.tf': 'module "a" {\n  count = 2\n}\n',
  },
  'in Terraform’s JSON': {
    'r.tf.json': JSON.stringify({
      module: { a: { source: './m', for_each: { one: 'p', two: 'q' }, name: '${each.key}', project: '${each.value}' } },
    }),
  },
};
const once: Readonly<Record<string, Files>> = {
  'by one call': { 'r.tf': call('a', one) },
  'by nobody': {},
  'by a count of one': { 'r.tf': call('a', { count: '1', ...one }) },
  'for each of one': { 'r.tf': call('a', { for_each: '{ one = "p-one" }', ...each }) },
  'by a module that is called once': {
    'n/a.tf': `variable "name" {}\nvariable "project" {}\n${call('m', { name: 'var.name', project: 'var.project' }, '../m')}`,
    'r.tf': call('a', one, './n'),
  },
};

describe('an account of a module that is made several times', () => {
  const shared: Readonly<Record<string, Files>> = {
    'in a group by its address': inModule(group, account() + workspaceMember(group.replace('group:', ''))),
    'by another kind of membership': inModule(group, account() + membership('x', 'google_service_account.x.email')),
    'in a list': inModule(
      group,
      `${account()}resource "googleworkspace_group_members" "x" {\n  group_id = "g@example.org"\n  members {\n    email = google_service_account.x.email\n  }\n}\n`,
    ),
    'in a group that the module makes under one address': inModule(
      group,
      account() + made('"g@example.org"') + workspaceMember(own),
    ),
    'in such a group by reference': inModule(byReference, account() + made('"g@example.org"') + workspaceMember(own)),
    'in a group of a group': inModule(
      group,
      `${account()}${made('"${var.name}-g@example.org"')}${workspaceMember(own)}${membership('i', own)}`,
    ),
    'of the provider’s project': inModule(
      group,
      `resource "google_service_account" "x" {\n  account_id = "x"\n}\n${workspaceMember('"g@example.org"')}`,
    ),
  };
  for (const [how, files] of Object.entries(shared)) {
    for (const [often, calls] of Object.entries(severalTimes)) {
      test(`${how} keeps the group: ${often}`, () => {
        assert.deepEqual(offered({ ...files, ...calls }), ['addOne']);
        assert.deepEqual(membersIn(repaired('addOne', { ...files, ...calls })).at(-1), 'google_service_account.x.member');
      });
    }
  }

  test('is the one of the module where that is made once', () => {
    for (const [how, files] of Object.entries(shared)) {
      for (const [often, calls] of Object.entries(once))
        assert.equal(offered({ ...files, ...calls })[0], 'replaceSeen', `${how} ${often}`);
    }
  });

  test('waits until every call has been read', () => {
    const files = { ...inModule(group, account() + workspaceMember('"g@example.org"')), 'r.tf': call('a', one) };
    assert.deepEqual(offered(files, { complete: false }), ['addOne: stillReading']);
  });

  test('is in a group of its own where that is another one each time, of which nothing is told', () => {
    for (const id of ['"${var.name}-g@example.org"', 'var.group']) {
      for (const calls of Object.values(severalTimes))
        assert.deepEqual(offered({ ...inModule(byReference, account() + made(id) + workspaceMember(own)), ...calls }), []);
    }
  });

  test('is the same each time where its address is', () => {
    const files = inModule(group, account('"p"', '"x-account"') + workspaceMember('"g@example.org"'));
    for (const [often, calls] of Object.entries(severalTimes))
      assert.deepEqual(offered({ ...files, ...calls }), ['replaceSeen', 'addOne'], often);
    const byLiteral = inModule(group, workspaceMember('"g@example.org"', '"x@p.iam.gserviceaccount.com"'));
    for (const [often, calls] of Object.entries(severalTimes))
      assert.deepEqual(offered({ ...byLiteral, ...calls }), ['replaceSeen', 'addOne'], often);
  });

  test('is seen from other modules as well', () => {
    const files = {
      'a.tf': grant('m', group) + membership('b', '"b@p.iam.gserviceaccount.com"'),
      'm/a.tf': variables + account() + workspaceMember('"g@example.org"'),
    };
    for (const [often, calls] of Object.entries(severalTimes))
      assert.ok(!offered({ ...files, ...calls }).some((one) => /^replace(Seen)?$/.test(one)), often);
  });
});

describe('an account that has the role by itself in a module', () => {
  // Its id tells it from the other account, its address isn't known.
  const members =
    account('var.project', '"x-account"') + workspaceMember('"g@example.org"') + membership('b', '"b@p.iam.gserviceaccount.com"');
  const direct = grant('d', 'google_service_account.x.member', { project: 'var.project' });

  test('leaves the group to those of the other calls', () => {
    for (const [often, calls] of Object.entries(severalTimes)) {
      const files = { ...inModule(group, members + direct), ...calls };
      assert.deepEqual(offered(files), ['addOne'], often);
      const text = repaired('addOne', files);
      assert.ok(membersIn(text).includes(group), often);
      // Their own is granted the role already.
      assert.equal(membersIn(text).filter((member) => member === 'google_service_account.x.member').length, 1, often);
      const binding = (list: string) =>
        `resource "google_project_iam_binding" "x" {\n  project = var.project\n  role = "roles/viewer"\n  members = [${list}]\n}\n`;
      const list = { 'm/a.tf': variables + binding(`${group}, google_service_account.x.member`) + members, ...calls };
      assert.deepEqual(offered(list), ['addOne'], often);
    }
  });

  test('is left out where the module is made once', () => {
    for (const calls of Object.values(once)) {
      const files = { ...inModule(group, members + direct), ...calls };
      assert.deepEqual(membersIn(repaired('replaceSeen', files)), [
        '"serviceAccount:b@p.iam.gserviceaccount.com"',
        'google_service_account.x.member',
      ]);
    }
  });

  test('by an addition in each of the calls needs no other', () => {
    const files = { ...inModule(group, account() + workspaceMember('"g@example.org"')), ...severalTimes['by for_each'] };
    assert.deepEqual(told(rule, { ...files, 'm/a.tf': repaired('addOne', files) }), []);
  });
});
