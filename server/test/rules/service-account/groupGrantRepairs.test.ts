import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from '../inspect';
import {
  a,
  account,
  b,
  both,
  type Files,
  grant,
  group,
  json,
  membership,
  membersIn,
  offered,
  repaired,
  rule,
} from './groupGrants';

describe('who already has the role', () => {
  const unsure: Readonly<Record<string, string>> = {
    'on a project that may be another': grant('d', `"${a}"`, { project: 'var.a' }),
    'on the provider’s project': grant('d', `"${a}"`).replace(/ {2}project.*\n/, ''),
    'by a role that may be another': grant('d', `"${a}"`, { role: 'var.r' }),
    'where count may switch it off': grant('d', `"${a}"`, { count: 'var.n' }),
    'where for_each may switch it off': grant('d', `"${a}"`, { for_each: 'var.n' }),
    'through another provider': grant('d', `"${a}"`, { provider: 'google.eu' }),
    'under a condition': grant('d', `"${a}"`, {}, '  condition {\n    title = "t"\n    expression = var.e\n  }\n'),
    'while changes from elsewhere are let be': grant('d', `"${a}"`, {}, '  lifecycle {\n    ignore_changes = [member]\n  }\n'),
    'by another resource that lists all': grant('d', `["${a}"]`)
      .replace('iam_member', 'iam_binding')
      .replace('member =', 'members ='),
    'by a text that an override replaces': grant('d', `"${a}"`) + grant('d', '"user:kim@example.org"'),
  };
  for (const [how, text] of Object.entries(unsure)) {
    test(`is granted again to whoever has it ${how}`, () =>
      assert.deepEqual(membersIn(repaired('replace', { 'a.tf': grant('m', group), 'b.tf': text }, both)), [`"${a}"`, `"${b}"`]));
  }

  test('is left out where that is sure', () => {
    const files = { 'a.tf': grant('m', group), 'b.tf': `# direct\n${grant('d', `"${a}"`).replaceAll('  ', '    ')}` };
    assert.deepEqual(membersIn(repaired('replace', files, both)), [`"${b}"`]);
  });

  test('blanks inside of texts tell two conditions apart', () => {
    const on = (title: string) => `  condition {\n    title = "${title}"\n    expression = "true"\n  }\n`;
    const files = { 'a.tf': grant('m', group, {}, on('a b')), 'b.tf': grant('d', `"${a}"`, {}, on('a  b')) };
    assert.deepEqual(membersIn(repaired('replace', files, both)), [`"${a}"`, `"${b}"`]);
    const same = { ...files, 'b.tf': grant('d', `"${a}"`, {}, on('a b').replace('{', '{ # why')) };
    assert.deepEqual(membersIn(repaired('replace', same, both)), [`"${b}"`]);
  });

  test('an account is the same by its address and by the resource that makes it', () => {
    const made = account('a') + account('b');
    const seen = membership('a', 'google_service_account.a.email') + membership('b', '"b-account@p.iam.gserviceaccount.com"');
    const list = (members: string) =>
      `resource "google_project_iam_binding" "x" {\n  project = "p"\n  role = "roles/viewer"\n  members = [${members}]\n}\n`;
    const literal = { 'a.tf': list(`${group}, "serviceAccount:A-account@p.iam.gserviceaccount.com"`), 'b.tf': made + seen };
    assert.match(repaired('replaceSeen', literal), /\[\s*google_service_account\.b\.member,\s+"serviceAccount:A-account@/);
    const reference = { 'a.tf': list(`${group}, google_service_account.b.member`), 'b.tf': made + seen };
    assert.match(
      repaired('replaceSeen', reference),
      /\[\s*google_service_account\.a\.member,\s+google_service_account\.b\.member,?\s*\]/,
    );
  });

  test('an attribute that is no member, or one of several accounts, holds nothing for sure', () => {
    const files = (value: string, more = '') => ({
      'a.tf': grant('m', group),
      'b.tf':
        grant('d', value) +
        account('a', more) +
        membership('a', '"a-account@p.iam.gserviceaccount.com"') +
        membership('b', '"b@p.iam.gserviceaccount.com"'),
    });
    for (const value of ['"serviceAccount:${google_service_account.a.name}"', 'google_service_account.a.email'])
      assert.deepEqual(membersIn(repaired('replaceSeen', files(value))).length, 2, value);
    const counted = files('google_service_account.a[0].member', '  count = 1\n');
    assert.deepEqual(membersIn(repaired('replaceSeen', counted)), [
      '"serviceAccount:a-account@p.iam.gserviceaccount.com"',
      `"${b}"`,
    ]);
  });
});

describe('a membership that can’t be read', () => {
  const unread: Readonly<Record<string, string>> = {
    'by key': membership('u', 'google_service_account.u["a"].email') + account('u', '  for_each = toset(["a"])\n'),
    'by index': membership('u', 'google_service_account.u[0].email') + account('u', '  count = 1\n'),
    'of a resource with count, without an index':
      membership('u', 'google_service_account.u.email') + account('u', '  count = 1\n'),
    'of a resource that isn’t there': membership('u', 'google_service_account.u.email'),
    'from a module': membership('u', 'module.sa.email'),
    'from a variable': membership('u', 'var.x'),
    'from a data source': membership('u', 'data.google_service_account.u.email'),
    'by a loop over references': membership('u', 'each.value', '  for_each = toset([google_service_account.a.email])\n'),
    'by a loop over what isn’t known': membership('u', '"c@p.iam.gserviceaccount.com"', '  for_each = var.all\n'),
    'that count may switch off': membership('u', '"c@p.iam.gserviceaccount.com"', '  count = var.n\n'),
    'without a key': membership('u', '""').replace(/ {2}preferred[\s\S]*? {2}\}\n/, ''),
    'of another system': membership('u', '"c@p.iam.gserviceaccount.com"\n    namespace = "identitysources/1"'),
    'with a key from a dynamic block': membership('u', '"c@p.iam.gserviceaccount.com"').replace(
      /preferred_member_key \{\n(.*)\n {2}\}/,
      'dynamic "preferred_member_key" {\n    for_each = var.all\n    content {\n  $1\n    }\n  }\n  member_key {\n    id = "c@p.iam.gserviceaccount.com"\n  }',
    ),
    'by an alias':
      'resource "googleworkspace_group" "g" {\n  email = "g@example.org"\n  aliases = ["h@example.org"]\n}\nresource "googleworkspace_group_member" "u" {\n  group_id = "h@example.org"\n  email = "kim@example.org"\n}\n',
    'by an alias that isn’t written out':
      'resource "googleworkspace_group" "g" {\n  email = "g@example.org"\n  aliases = [var.alias]\n}\n',
    'in a list of a module that isn’t here':
      'module "g" {\n  source = "terraform-google-modules/group/google"\n  id = "g@example.org"\n  members = ["kim@example.org"]\n}\n',
    'by a module that is told of the resource':
      'resource "google_cloud_identity_group" "g" {\n  group_key {\n    id = "g@example.org"\n  }\n}\nmodule "g" {\n  source = "example/group/google"\n  more = [{ group = google_cloud_identity_group.g.id }]\n}\n',
    'that an override file changes': `${membership('u', '"c@p.iam.gserviceaccount.com"')}${membership('u', '"d@p.iam.gserviceaccount.com"').replace(/ {2}group = .*\n/, '')}`,
    'of a group that an override file gives another address':
      'resource "google_cloud_identity_group" "g" {\n  group_key {\n    id = "g@example.org"\n  }\n}\nresource "google_cloud_identity_group" "g" {\n  group_key {\n    id = "z@example.org"\n  }\n}\n' +
      membership('u', '"c@p.iam.gserviceaccount.com"', '', 'google_cloud_identity_group.g.id'),
    'with a word before its address': membership('u', '"serviceAccount:c@p.iam.gserviceaccount.com"'),
    'of a group that nothing tells': membership('u', '"c@p.iam.gserviceaccount.com"', '', 'var.group'),
    'in one group of several': membership('u', '"c@p.iam.gserviceaccount.com"', '', 'google_cloud_identity_group.all["g"].id'),
    'in a group in it of which nothing is known': `${membership('u', 'google_cloud_identity_group.inner.id')}resource "google_cloud_identity_group" "inner" {\n  group_key {\n    id = "inner@example.org"\n  }\n}\n`,
    'by the address of a group of which nothing is known': `${membership('u', '"inner@example.org"')}resource "google_cloud_identity_group" "inner" {\n  group_key {\n    id = "inner@example.org"\n  }\n}\n`,
    'in a dynamic block':
      'resource "googleworkspace_group_members" "u" {\n  group_id = "g@example.org"\n  dynamic "members" {\n    for_each = var.all\n    content {\n      email = "c@p.iam.gserviceaccount.com"\n    }\n  }\n}\n',
    'a customer': 'resource "googleworkspace_group_member" "u" {\n  group_id = "g@example.org"\n  type = "CUSTOMER"\n}\n',
    'who made the group':
      'resource "google_cloud_identity_group" "g" {\n  initial_group_config = "WITH_INITIAL_OWNER"\n  group_key {\n    id = "g@example.org"\n  }\n}\n',
  };
  for (const [how, text] of Object.entries(unread)) {
    test(`${how} keeps the group`, () => {
      const files = { 'a.tf': grant('m', group), 'b.tf': membership('a', '"a@p.iam.gserviceaccount.com"') + text };
      assert.deepEqual(offered(files), ['addOne']);
      const [found] = inspect(rule, files);
      assert.ok(found?.finding.fixes().every((fix) => !('preferred' in fix) || !fix.preferred));
      assert.deepEqual(membersIn(repaired('addOne', files)), ['"group:g@example.org"', `"${a}"`]);
    });
  }

  test('for a dynamic block in JSON keeps the group', () => {
    const member = (body: object) => ({
      'a.tf': grant('m', group),
      'b.tf': membership('a', '"a@p.iam.gserviceaccount.com"'),
      'c.tf.json': JSON.stringify({
        resource: { google_cloud_identity_group_membership: { u: { group: 'g@example.org', ...body } } },
      }),
    });
    const key = { id: 'c@p.iam.gserviceaccount.com' };
    assert.deepEqual(offered(member({ preferred_member_key: key })), ['replaceSeen', 'add']);
    const repeated = { preferred_member_key: { for_each: '${var.all}', content: key } };
    assert.deepEqual(offered(member({ member_key: key, dynamic: repeated })), ['addOne']);
    const ends = { roles: { for_each: '${var.all}', content: { name: 'MEMBER' } } };
    assert.deepEqual(offered(member({ preferred_member_key: key, dynamic: ends })), ['addOne']);
  });

  test('in a saved list keeps the group, and so does a list that is cut off', () => {
    const policy = json({ role: 'roles/viewer', members: ['group:g@example.org'] });
    const list = (more: string) => ({
      ...policy,
      'g@example.org.json': `[{"preferredMemberKey": {"id": "a@p.iam.gserviceaccount.com"}}${more}`,
    });
    assert.deepEqual(offered(list(']')), ['replace', 'addOne']);
    assert.deepEqual(offered(list(', {"preferredMemberKey": {"id": ""}}]')), ['addOne']);
    assert.deepEqual(offered(list(', {"name": "groups/1/memberships/2"}]')), ['addOne']);
    assert.deepEqual(offered(list(', ')), ['addOne']);
    const other = '"preferredMemberKey": {"id": "c@p.iam.gserviceaccount.com"';
    assert.deepEqual(offered(list(`, {${other}}}]`)), ['replace', 'add']);
    assert.deepEqual(offered(list(`, {${other}, "namespace": "identitysources/1"}}]`)), ['addOne']);
    assert.deepEqual(offered(list(`, {"groupKey": {"id": "g@example.org", "namespace": "identitysources/1"}, ${other}}}]`)), [
      'addOne',
    ]);
    assert.deepEqual(offered(list(`, {"groupKey": {"id": "g@example.org"}, ${other}}}]`)), ['replace', 'add']);
    const untold = {
      ...policy,
      'z.json': `[{"groupKey": {"id": "g@example.org"}, "memberKey": {"id": "a@p.iam.gserviceaccount.com"}}, {${other}}}]`,
    };
    assert.deepEqual(offered(untold), ['addOne']);
  });

  test('in a further document of a saved list is one more', () => {
    const first = '- preferredMemberKey:\n    id: a@p.iam.gserviceaccount.com\n';
    const files = (second: string) => ({
      ...json({ role: 'roles/viewer', members: ['group:g@example.org'] }),
      'g@example.org.yaml': `${first}---\n${second}`,
    });
    assert.deepEqual(offered(files('memberKey: {id: kim@example.org}\n')), ['addOne']);
    assert.deepEqual(offered(files('memberships: [{memberKey: {id: kim@example.org}}]\n')), ['addOne']);
    assert.deepEqual(offered(files('memberKey: {id: c@p.iam.gserviceaccount.com}\n')), ['replaceSeen', 'add']);
    assert.deepEqual(offered(files('memberKey: {id: a@p.iam.gserviceaccount.com}\n')), ['replace', 'addOne']);
  });

  test('is none where nothing of the loop is unknown', () => {
    const loop = membership(
      'u',
      'each.value',
      '  for_each = { x = google_service_account.a.email, y = "b@p.iam.gserviceaccount.com" }\n',
    );
    const files = { 'a.tf': grant('m', group), 'b.tf': loop + account('a') };
    assert.deepEqual(membersIn(repaired('replaceSeen', files)), ['google_service_account.a.member', `"${b}"`]);
    const none = membership('u', 'var.x', '  count = 0\n') + membership('a', '"a@p.iam.gserviceaccount.com"');
    assert.deepEqual(offered({ 'a.tf': grant('m', group), 'b.tf': none }), ['replaceSeen', 'addOne']);
  });
});

describe('a membership in a module', () => {
  const call = (folder: string, more = '') => `module "m" {\n  source = "./${folder}"\n${more}}\n`;
  const own = (files: Files) => ({
    'a.tf': grant('m', group),
    'b.tf': membership('a', '"a@p.iam.gserviceaccount.com"'),
    ...files,
  });
  const inModule = { 'm/a.tf': membership('b', '"b@p.iam.gserviceaccount.com"') };

  test('that may not be made is anybody’s', () => {
    for (const more of ['  count = var.n\n', '  count = var.on ? 1 : 0\n', '  for_each = var.all\n']) {
      assert.deepEqual(offered(own({ ...inModule, 'c.tf': call('m', more) })), ['addOne'], more);
    }
    const overridden = { 'c.tf': call('m'), 'c_override.tf': 'module "m" {\n  count = var.n\n}\n' };
    assert.deepEqual(offered(own({ ...inModule, ...overridden })), ['addOne']);
    const nested = { 'c.tf': call('n', '  count = var.n\n'), 'n/a.tf': call('../m') };
    assert.deepEqual(offered(own({ ...inModule, ...nested })), ['addOne']);
    const circle = { 'm/b.tf': call('../n'), 'n/a.tf': call('../m') };
    assert.deepEqual(offered(own({ ...inModule, ...circle })), ['addOne']);
  });

  test('that is never made is nobody’s', () => {
    const never: readonly Files[] = [
      { 'c.tf': call('m', '  count = 0\n') },
      { 'c.tf': call('m', '  for_each = {}\n') },
      { 'c.tf': call('n', '  count = 0\n'), 'n/a.tf': call('../m') },
    ];
    for (const files of never) {
      assert.deepEqual(membersIn(repaired('replaceSeen', own({ ...inModule, ...files }))), [`"${a}"`]);
    }
    const unknown = { 'm/a.tf': membership('b', 'var.x', '', 'var.group'), 'c.tf': call('m', '  count = 0\n') };
    assert.deepEqual(offered(own(unknown)), ['replaceSeen', 'addOne']);
  });

  test('that is made, or that nobody calls, is evidence', () => {
    for (const files of [{}, { 'c.tf': call('m') }, { 'c.tf': call('m', '  count = 2\n') }] as const) {
      assert.deepEqual(membersIn(repaired('replaceSeen', own({ ...inModule, ...files }))), [`"${a}"`, `"${b}"`]);
    }
  });

  test('is there where the grant is', () => {
    const files = {
      'm/a.tf': grant('m', group),
      'm/b.tf': membership('a', '"a@p.iam.gserviceaccount.com"'),
      'c.tf': call('m', '  count = var.n\n'),
    };
    assert.deepEqual(offered(files), ['replaceSeen', 'addOne']);
  });
});

describe('two sources that tell of different members', () => {
  const policy = json({ role: 'roles/viewer', members: ['group:g@example.org'] });
  const members = (text: string) => JSON.parse(text).bindings[0].members.sort();
  const ends = '  roles {\n    name = "MEMBER"\n    expiry_detail {\n      expire_time = "2026-02-01T00:00:00Z"\n    }\n  }\n';
  const listOf = (...ids: readonly string[]) => ({
    'g@example.org.json': JSON.stringify(ids.map((id) => ({ preferredMemberKey: { id: `${id}@p.iam.gserviceaccount.com` } }))),
  });

  test('keep the group where a setting lists all and others are seen', () => {
    const seen = { ...policy, 'b.tf': membership('c', '"c@p.iam.gserviceaccount.com"') };
    assert.deepEqual(offered(seen, both), ['add']);
    assert.deepEqual(members(repaired('add', seen, both)), ['group:g@example.org', a, b]);
  });

  test('tell of all of them together where a saved list may be old', () => {
    const seen = { ...policy, 'b.tf': membership('c', '"c@p.iam.gserviceaccount.com"') };
    assert.deepEqual(members(repaired('replaceSeen', { ...seen, ...listOf('a', 'b') })), [a, b, a.replace(':a@', ':c@')]);
    const people = { ...policy, 'b.tf': membership('c', '"kim@example.org"') };
    assert.deepEqual(offered(people, both), ['add']);
    assert.deepEqual(offered({ ...people, ...listOf('a', 'b') }), ['add']);
  });

  test('tell of all where one of them has a part of the other', () => {
    const part = { ...policy, 'b.tf': membership('c', '"b@p.iam.gserviceaccount.com"') };
    assert.deepEqual(offered(part, both), ['replace', 'add']);
    assert.deepEqual(offered({ ...part, ...listOf('a', 'b') }), ['replace', 'add']);
    assert.deepEqual(offered({ ...policy, ...listOf('a', 'b') }, both), ['replace', 'add']);
  });

  test('of which each claims to be whole give nobody what one of them denies', () => {
    const files = { ...policy, ...listOf('b', 'c') };
    assert.deepEqual(offered(files, both), ['addOne']);
    assert.deepEqual(members(repaired('addOne', files, both)), ['group:g@example.org', b]);
  });

  test('one of which says that a membership ends', () => {
    const files = { ...policy, 'b.tf': membership('b', '"b@p.iam.gserviceaccount.com"', ends) };
    assert.deepEqual(members(repaired('addOne', files, both)), ['group:g@example.org', a]);
  });
});

describe('memberships that end', () => {
  const ends = '  roles {\n    name = "MEMBER"\n    expiry_detail {\n      expire_time = "2026-02-01T00:00:00Z"\n    }\n  }\n';

  test('bring no grant that doesn’t', () => {
    const seen = membership('a', '"a@p.iam.gserviceaccount.com"', ends) + membership('b', '"b@p.iam.gserviceaccount.com"');
    const files = { 'a.tf': grant('m', group), 'b.tf': seen };
    assert.deepEqual(offered(files), ['addOne']);
    assert.deepEqual(membersIn(repaired('addOne', files)), ['"group:g@example.org"', `"${b}"`]);
    assert.deepEqual(offered({ ...files, 'b.tf': membership('a', '"a@p.iam.gserviceaccount.com"', ends) }), ['replace: ending']);
  });

  test('in saved lists and below groups that do', () => {
    const roles = ', "roles": [{"name": "MEMBER", "expiryDetail": {"expireTime": "2026-02-01T00:00:00Z"}}]';
    const item = (id: string, more = '') => `{"preferredMemberKey": {"id": "${id}"}${more}}`;
    const policy = json({ role: 'roles/viewer', members: ['group:g@example.org'] });
    const direct = { ...policy, 'g@example.org.json': `[${item('a@p.iam.gserviceaccount.com', roles)}]` };
    assert.deepEqual(offered(direct), ['replace: ending']);
    const nested = {
      ...policy,
      'g@example.org.json': `[${item('h@example.org', `, "type": "GROUP"${roles}`)}, ${item('b@p.iam.gserviceaccount.com')}]`,
      'h@example.org.json': `[${item('a@p.iam.gserviceaccount.com')}, ${item('b@p.iam.gserviceaccount.com')}]`,
    };
    assert.deepEqual(JSON.parse(repaired('addOne', nested)).bindings[0].members, ['group:g@example.org', b]);
  });
});

describe('new resources', () => {
  test('take no name that is taken, imported, moved or removed anywhere in the module', () => {
    const taken: Readonly<Record<string, Files>> = {
      'in the file': { 'a.tf': grant('m', group) + grant('m_b', '"user:kim@example.org"', { project: '"q"' }) },
      'in another file': { 'a.tf': grant('m', group), 'b.tf': grant('m_b', '"user:kim@example.org"', { project: '"q"' }) },
      'in JSON': {
        'a.tf': grant('m', group),
        'b.tf.json': '{"resource": {"google_project_iam_member": {"m_b": {"role": "r"}}}}',
      },
      'in a list of JSON': {
        'a.tf': grant('m', group),
        'b.tf.json': '{"resource": [{"google_project_iam_member": [{"m_b": {"role": "r"}}]}]}',
      },
      'by a block that moves it': {
        'a.tf': grant('m', group),
        'b.tf': 'moved {\n  from = google_project_iam_member.m_b\n  to = google_project_iam_member.m_c\n}\n',
      },
      'by a block that imports it': {
        'a.tf': grant('m', group),
        'b.tf.json': '{"import": [{"to": "google_project_iam_member.m_b", "id": "x"}]}',
      },
      'by a block that removes it': {
        'a.tf': grant('m', group),
        'b.tf': 'removed {\n  from = google_project_iam_member.m_b\n}\n',
      },
    };
    for (const [where, files] of Object.entries(taken))
      assert.match(repaired('replace', files, both), /"google_project_iam_member" "m_b_2" \{/, where);
  });

  test('in .tf.json nobody’s grant is overwritten', () => {
    const owner = { role: 'roles/owner', member: 'user:kim@example.org', project: 'p' };
    const read = { role: 'roles/viewer', member: 'group:g@example.org', project: 'p' };
    const resource = { google_project_iam_member: { m: read, m_b: owner } };
    for (const shape of [{ resource }, { resource: [resource] }]) {
      const { resource: written } = JSON.parse(repaired('replace', { 'a.tf.json': JSON.stringify(shape) }, both));
      assert.deepEqual([written].flat()[0].google_project_iam_member, {
        m: { ...read, member: a },
        m_b: owner,
        m_b_2: { ...read, member: b },
      });
    }
  });

  test('wait until the workspace has been read', () =>
    assert.deepEqual(offered({ 'a.tf': grant('m', group) }, { ...both, complete: false }), [
      'replace: stillReading',
      'add: stillReading',
    ]));

  test('use the same provider, wait for the same and are protected alike, and run nothing again', () => {
    const more =
      '  lifecycle {\n    create_before_destroy = true\n  }\n  provisioner "local-exec" {\n    command = "true"\n  }\n';
    const text = grant('m', group, { provider: 'google.eu', depends_on: '[google_project_service.iam]' }, more);
    const [, added = ''] = repaired('addOne', { 'a.tf': text }, { settings: { groups: { 'group:g@example.org': [a] } } }).split(
      '"m_a"',
    );
    assert.match(added, /provider\s+= google\.eu\n/);
    assert.match(added, /depends_on\s+= \[google_project_service\.iam\]\n/);
    assert.match(added, /create_before_destroy = true/);
    assert.doesNotMatch(added, /local-exec/);
  });

  test('are refused where the text doesn’t tell what they would be, or the change would not be made', () => {
    const dynamic =
      '  dynamic "condition" {\n    for_each = var.c\n    content {\n      title = "t"\n      expression = "true"\n    }\n  }\n';
    assert.deepEqual(offered({ 'a.tf': grant('m', group, {}, dynamic) }, both), ['replace: computed', 'add: computed']);
    for (const kept of ['ignore_changes = [member]', 'ignore_changes = all', 'ignore_changes = [role, member]'])
      assert.deepEqual(offered({ 'a.tf': grant('m', group, {}, `  lifecycle {\n    ${kept}\n  }\n`) }, both), [
        'replace: lifecycle',
        'add: lifecycle',
      ]);
    const kept = '  lifecycle {\n    prevent_destroy = true\n  }\n';
    assert.deepEqual(offered({ 'a.tf': grant('m', group, {}, kept) }, both), ['replace: lifecycle', 'add']);
    const hidden = `# leastwise: ignore[allow-policy/basic-role] agreed\n${grant('m', group)}`;
    assert.deepEqual(offered({ 'a.tf': hidden }, both), ['replace: suppressed', 'add: suppressed']);
  });
});

describe('references', () => {
  const seen = membership('a', 'google_service_account.a.email');
  const literal = '"serviceAccount:a-account@p.iam.gserviceaccount.com"';

  test('are none where an override file changes what would be copied', () => {
    const members = membership('a', '"a@p.iam.gserviceaccount.com"');
    const override = 'resource "google_project_iam_member" "m" {\n  role = "roles/owner"\n}\n';
    const refused = ['replaceSeen: overridden', 'addOne: overridden'];
    assert.deepEqual(offered({ 'a.tf': grant('m', group), 'a_override.tf': override, 'b.tf': members }), refused);
    const inJson = '{"resource": {"google_project_iam_member": {"m": {"role": "roles/owner"}}}}';
    assert.deepEqual(offered({ 'a.tf': grant('m', group), 'override.tf.json': inJson, 'b.tf': members }), refused);
    const binding = grant('m', `[${group}]`).replace('iam_member', 'iam_binding').replace('member =', 'members =');
    const ofBinding = override.replace('iam_member', 'iam_binding');
    assert.deepEqual(offered({ 'a.tf': binding, 'a_override.tf': ofBinding, 'b.tf': members }), refused);
    const source =
      'data "google_iam_policy" "p" {\n  binding {\n    role = "roles/viewer"\n    members = ["group:g@example.org"]\n  }\n}\n';
    const empty = 'data "google_iam_policy" "p" {\n}\n';
    assert.deepEqual(offered({ 'a.tf': source, 'a_override.tf': empty, 'b.tf': members }), refused);
    assert.deepEqual(offered({ 'a.tf': source, 'a_override.tf': source, 'b.tf': members }), [], 'it isn’t in force');
    assert.deepEqual(offered({ 'a.tf': source, 'b.tf': members }), ['replaceSeen', 'addOne']);
  });

  test('are not referred to from a text that others may read', () => {
    const policy = '{ bindings = [{ role = "roles/viewer", members = ["group:g@example.org"] }] }';
    const texts = [
      `locals {\n  p = jsonencode(${policy})\n}\n`,
      `module "x" {\n  source = "./x"\n  policy_data = jsonencode(${policy})\n}\n`,
    ];
    const waiting = account('a', '  description = local.p\n');
    for (const text of texts) {
      for (const title of ['replaceSeen', 'addOne']) {
        assert.match(repaired(title, { 'a.tf': text, 'b.tf': seen + waiting }), /"serviceAccount:a-account@p\./);
        assert.match(repaired(title, { 'a.tf': text, 'b.tf': seen + account('a') }), /google_service_account\.a\.member/);
      }
      const unnamed = waiting.replace('  project = "p"\n', '');
      assert.deepEqual(offered({ 'a.tf': text, 'b.tf': seen + unnamed }), ['replaceSeen: computed', 'addOne: computed']);
    }
  });

  test('are not referred to where a provider waits for the grant', () => {
    const binding = `${grant('m', `[${group}]`).replace('iam_member', 'iam_binding').replace('member =', 'members =')}output "o" {\n  value = google_project_iam_binding.m.etag\n}\n`;
    const provider = (lines: string) => `provider "google" {\n${lines}}\n`;
    const waits = '  project = google_project_iam_binding.m.id\n';
    const eu = account('a', '  provider = google.eu\n');
    const text = (files: Files) => repaired('replaceSeen', { 'a.tf': binding, ...files });
    const byAddress = /members = \["serviceAccount:a-account@p\./;
    const byReference = /members = \[google_service_account\.a\.member\]/;
    assert.match(text({ 'b.tf': seen + eu + provider(`  alias = "eu"\n${waits}`) }), byAddress);
    assert.match(text({ 'b.tf': seen + account('a') + provider(waits) }), byAddress);
    const inJson = `{"provider": {"google": [{"alias": "eu", "project": "\${google_project_iam_binding.m.id}"}]}}`;
    assert.match(text({ 'b.tf': seen + eu, 'p.tf.json': inJson }), byAddress);
    const farther = `${provider('  project = local.p\n')}locals {\n  p = google_project_iam_binding.m.id\n}\n`;
    assert.match(text({ 'b.tf': seen + account('a') + farther }), byAddress);
    assert.match(text({ 'b.tf': seen + account('a') + provider(`  alias = "eu"\n${waits}`) }), byReference);
    assert.match(text({ 'b.tf': seen + eu + provider('  alias = "eu"\n  project = var.p\n') }), byReference);
    const call = (lines: string) => ({ 'c.tf': provider(waits.replace('google_', 'module.m.')) + lines });
    const called = (lines: string) =>
      repaired('replaceSeen', {
        'm/a.tf': binding.replace('var.b', '"b"'),
        'm/b.tf': seen + account('a'),
        ...call(`module "m" {\n  source = "./m"\n${lines}}\n`),
      });
    assert.match(called(''), byAddress);
    assert.match(called('  providers = {\n    google = google.eu\n  }\n'), byAddress);
  });

  test('close no circle', () => {
    const grants = { 'a.tf': grant('m', group) };
    const waiting = account('a', '  depends_on = [google_project_iam_member.m]\n');
    assert.deepEqual(membersIn(repaired('replaceSeen', { ...grants, 'b.tf': seen + waiting })), [literal]);
    const farther = `${account('a', '  depends_on = [time_sleep.t]\n')}resource "time_sleep" "t" {\n  depends_on = [google_project_iam_member.m]\n}\n`;
    assert.deepEqual(membersIn(repaired('replaceSeen', { ...grants, 'b.tf': seen + farther })), [literal]);
    const unnamed = waiting.replace('  project = "p"\n', '');
    assert.deepEqual(offered({ ...grants, 'b.tf': seen + unnamed }), ['replaceSeen: computed', 'addOne']);
    // Nobody waits for a resource that is new.
    assert.deepEqual(membersIn(repaired('addOne', { ...grants, 'b.tf': seen + waiting })), [
      '"group:g@example.org"',
      'google_service_account.a.member',
    ]);
    const named = { ...grants, 'b.tf': `${seen}${account('a')}output "o" {\n  value = google_project_iam_member.m.etag\n}\n` };
    assert.deepEqual(membersIn(repaired('replaceSeen', named)), ['google_service_account.a.member']);
  });

  test('in a policy’s data source only to what waits for nothing', () => {
    const data = `data "google_iam_policy" "p" {\n  binding {\n    role = "roles/viewer"\n    members = [${group}]\n  }\n}\n`;
    assert.match(
      repaired('replaceSeen', { 'a.tf': data, 'b.tf': seen + account('a') }),
      /members = \[google_service_account\.a\.member\]/,
    );
    const waiting = account('a', '  depends_on = [google_project_iam_policy.p]\n');
    assert.match(repaired('replaceSeen', { 'a.tf': data, 'b.tf': seen + waiting }), /members = \["serviceAccount:a-account@p/);
  });

  test('with count or for_each the address is written', () => {
    const counted = membership('a', '"a-account@p.iam.gserviceaccount.com"') + account('a', '  count = 1\n');
    assert.deepEqual(membersIn(repaired('replaceSeen', { 'a.tf': grant('m', group), 'b.tf': counted })), [literal]);
  });
});

describe('no repair brings a warning', () => {
  test('accounts named twice are written once', () => {
    const settings = { groups: { 'group:g@example.org': [a, a.replace('a@', 'A@'), b, b] } };
    const text = repaired('replace', json({ role: 'roles/viewer', members: ['group:g@example.org'] }), { settings });
    assert.deepEqual(JSON.parse(text).bindings[0].members, [a, b]);
  });

  test('never more principals than a policy takes', () => {
    const people = Array.from({ length: 1499 }, (_, index) => `user:u${index}@example.org`);
    const policy = (...members: readonly string[]) =>
      json({ role: 'roles/viewer', members: [...members, 'group:g@example.org'] });
    assert.deepEqual(offered(policy(...people), both), ['replace: tooMany', 'add: tooMany']);
    assert.deepEqual(offered(policy(...people.slice(1)), both), ['replace', 'add: tooMany']);
  });

  test('default accounts keep a broad role through the group, and get a narrow one like others', () => {
    const settings = { groups: { 'group:g@example.org': ['serviceAccount:1-compute@developer.gserviceaccount.com', b] } };
    const policy = (role: string) => json({ role, members: ['group:g@example.org'] });
    assert.deepEqual(offered(policy('roles/editor'), { settings }), ['addOne']);
    assert.deepEqual(JSON.parse(repaired('addOne', policy('roles/editor'), { settings })).bindings[0].members, [
      'group:g@example.org',
      b,
    ]);
    assert.deepEqual(offered(policy('roles/logging.logWriter'), { settings }), ['replace', 'add']);
    const alone = { groups: { 'group:g@example.org': ['serviceAccount:p@appspot.gserviceaccount.com'] } };
    assert.deepEqual(offered(policy('roles/owner'), { settings: alone }), ['replace: defaultAccounts']);
  });

  test('a service agent’s role is no account’s', () =>
    assert.deepEqual(offered(json({ role: 'roles/pubsub.serviceAgent', members: ['group:g@example.org'] }), both), [
      'replace: agentRole',
      'add: agentRole',
    ]));

  test('what is no account’s address is somebody else', () => {
    const settings = { groups: { 'group:g@example.org': [a, 'serviceAccount:b', 'serviceAccount:c d@p'] } };
    const policy = json({ role: 'roles/viewer', members: ['group:g@example.org'] });
    assert.deepEqual(offered(policy, { settings }), ['addOne']);
    for (const other of [
      'serviceAccount:b@example.org',
      `${b}?uid=123`,
      'serviceAccount:serviceAccount:b@p.iam.gserviceaccount.com',
    ]) {
      assert.deepEqual(offered(policy, { settings: { groups: { 'group:g@example.org': [a, other] } } }), ['addOne'], other);
    }
    const files = { 'a.tf': grant('m', group), 'b.tf': membership('x', '"x@evilgserviceaccount.com"') };
    assert.deepEqual(offered(files), []);
  });
});
