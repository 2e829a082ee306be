import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Fix } from '../../../src/rules/rule';
import { inspect, told } from '../inspect';

const rule = 'service-account/group-grant';

const binding = (members: string) =>
  `resource "google_project_iam_binding" "b" {\n  project = "p"\n  role    = "roles/viewer"\n  members = ${members}\n}\n`;
const ingest = 'ingest@example-project.iam.gserviceaccount.com';

/** Terraform that makes the group `batch@example.org` and puts the given addresses, or expressions, into it. */
function groups(...members: readonly string[]): string {
  const group = 'resource "google_cloud_identity_group" "batch" {\n  group_key {\n    id = "batch@example.org"\n  }\n}\n';
  return (
    group +
    members
      .map(
        (id, index) =>
          `resource "google_cloud_identity_group_membership" "m${index}" {\n  group = google_cloud_identity_group.batch.id\n  preferred_member_key {\n    id = ${id}\n  }\n}\n`,
      )
      .join('')
  );
}

const titles = (fixes: readonly Fix[] | undefined) =>
  fixes?.map((fix) => ('disabled' in fix ? `${fix.title}: ${fix.disabled}` : fix.title));

describe(rule, () => {
  const files = (members: string, ...inGroup: readonly string[]) => ({
    'a.tf': binding(members),
    'groups.tf': groups(...inGroup),
  });

  test('memberships of the workspace are incomplete evidence, and the title says so', () => {
    const [found] = inspect(rule, files('["group:batch@example.org"]', `"${ingest}"`));
    assert.equal(found?.told, 'holdsAccounts "group:batch@example.org"');
    assert.deepEqual(titles(found?.finding.fixes()), ['replaceSeen', 'addOne']);
    assert.equal(found?.finding.related[0]?.at.uri, 'file:///workspace/groups.tf');
  });

  test('the group may be named by the resource that makes it', () => {
    const reference = '["group:${google_cloud_identity_group.batch.group_key[0].id}"]';
    const [found] = inspect(rule, files(reference, `"${ingest}"`));
    assert.equal(found?.finding.message, 'holdsAccounts');
  });

  test('Workspace groups: single members and lists of members', () => {
    const group = 'resource "googleworkspace_group" "g" {\n  email = "batch@example.org"\n}\n';
    const single = `${group}resource "googleworkspace_group_member" "m" {\n  group_id = googleworkspace_group.g.id\n  email = "${ingest}"\n}\n`;
    const list = `${group}resource "googleworkspace_group_members" "m" {\n  group_id = googleworkspace_group.g.id\n  members {\n    email = "${ingest}"\n  }\n}\n`;
    for (const text of [single, list]) {
      assert.equal(told(rule, { 'a.tf': binding('["group:batch@example.org"]'), 'g.tf': text }).length, 1);
    }
  });

  test('memberships made by for_each over a literal set are seen one by one', () => {
    const each = `resource "google_cloud_identity_group_membership" "m" {
  for_each = toset(["${ingest}", "report@example-project.iam.gserviceaccount.com"])
  group    = google_cloud_identity_group.batch.id
  preferred_member_key {
    id = each.value
  }
}
`;
    const [found] = inspect(rule, { 'a.tf': binding('["group:batch@example.org"]'), 'g.tf': groups() + each });
    assert.equal(found?.finding.related.length, 2);
  });

  test('nested groups are followed, circles included', () => {
    const nested = `resource "google_cloud_identity_group" "outer" {
  group_key {
    id = "outer@example.org"
  }
}
resource "google_cloud_identity_group_membership" "n" {
  group = google_cloud_identity_group.outer.id
  preferred_member_key {
    id = "batch@example.org"
  }
}
`;
    const inGroup = groups(`"${ingest}"`, '"outer@example.org"');
    const [found] = inspect(rule, { 'a.tf': binding('["group:outer@example.org"]'), 'g.tf': inGroup + nested });
    assert.equal(found?.finding.message, 'holdsAccounts');
    assert.deepEqual(titles(found?.finding.fixes()), ['replaceSeen', 'addOne']);
  });

  test('saved lists tell their group by a setting, the file’s name or a groupKey, else they are ignored', () => {
    const list = `[{"preferredMemberKey": {"id": "${ingest}"}, "type": "SERVICE_ACCOUNT"}]`;
    const keyed = `[{"groupKey": {"id": "batch@example.org"}, "preferredMemberKey": {"id": "${ingest}"}}]`;
    const policy = { 'a.json': '{"bindings": [{"role": "roles/viewer", "members": ["group:batch@example.org"]}]}' };
    assert.equal(told(rule, { ...policy, 'batch@example.org.json': list }).length, 1);
    assert.equal(told(rule, { ...policy, 'list.json': keyed }).length, 1);
    assert.deepEqual(told(rule, { ...policy, 'list.json': list }), []);
    const settings = { groupFiles: { '**/list.json': 'group:batch@example.org' } };
    const [found] = inspect(rule, { ...policy, 'list.json': list }, { settings });
    assert.deepEqual(titles(found?.finding.fixes()), ['replace', 'addOne']);
  });

  test('by its name alone a group is information, without an edit', () => {
    const [found] = inspect(rule, { 'a.tf': binding('["group:svc-batch@example.org"]') });
    assert.equal(found?.told, 'byName "group:svc-batch@example.org"');
    assert.equal(found?.finding.severity, 'information');
    assert.deepEqual(titles(found?.finding.fixes()), ['replace: membersUnknown']);
  });

  test('where people are members too, the accounts are added and the group stays', () => {
    const [found] = inspect(rule, files('["group:batch@example.org"]', `"${ingest}"`, '"kim@example.org"'));
    assert.deepEqual(titles(found?.finding.fixes()), ['addOne']);
  });

  describe('leaves alone', () => {
    const quiet: Readonly<Record<string, () => readonly string[]>> = {
      'a group of people': () => told(rule, files('["group:batch@example.org"]', '"kim@example.org"')),
      'a group of people whose name sounds otherwise': () =>
        told(rule, {
          'a.tf': binding('["group:robots@example.org"]'),
          'g.tf': groups('"kim@example.org"').replaceAll('batch@', 'robots@'),
        }),
      'words that only contain such a word': () =>
        told(rule, { 'a.tf': binding('["group:services@example.org", "group:robotics@example.org"]') }),
      'an allowed group': () =>
        told(rule, files('["group:batch@example.org"]', `"${ingest}"`), {
          settings: { 'serviceAccounts.allowedGroups': ['group:batch@example.org'] },
        }),
      'a binding that names each known account too': () =>
        told(rule, files(`["group:batch@example.org", "serviceAccount:${ingest}"]`, `"${ingest}"`)),
      'a binding that refers to each known account too': () =>
        told(rule, {
          'a.tf': binding(
            '["group:batch@example.org", google_service_account.i.member, "serviceAccount:${google_service_account.j.email}"]',
          ),
          'g.tf': `${groups('google_service_account.i.email', 'google_service_account.j.email')}resource "google_service_account" "i" {\n  account_id = "iiiiii"\n}\n`,
        }),
      'a variable': () => told(rule, files('[var.group]', `"${ingest}"`)),
    };
    for (const [name, found] of Object.entries(quiet)) test(name, () => assert.deepEqual(found(), []));
  });

  describe('offers a disabled action with the reason', () => {
    const reasons: Readonly<Record<string, readonly [string, string]>> = {
      'a list that a function makes': ['sharedText', binding('concat(var.more, ["group:batch@example.org"])')],
      'members in a local': ['notLiteral', `locals {\n  m = ["group:batch@example.org"]\n}\n${binding('local.m')}`],
      'a resource with for_each': [
        'repeated',
        binding('["group:batch@example.org"]').replace('  project', '  for_each = toset(["a", "b"])\n  project'),
      ],
      'a member that a variable’s default names': [
        'notLiteral',
        `variable "group" {\n  default = "group:batch@example.org"\n}\n${binding('[var.group]')}`,
      ],
    };
    for (const [name, [reason, text]] of Object.entries(reasons)) {
      test(name, () => {
        const found = inspect(rule, { 'a.tf': text, 'g.tf': groups(`"${ingest}"`) });
        assert.equal(found.length, 1);
        const [first] = titles(found[0]?.finding.fixes()) ?? [];
        assert.equal(first, `replaceSeen: ${reason}`);
      });
    }
  });
});
