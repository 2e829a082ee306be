import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderFix } from '../../../src/lint/fixes/fix';
import { applyEdits } from '../../../src/text/edit';
import { inspect, told } from '../inspect';

const rule = 'service-account/default-account-grant';
const compute = 'serviceAccount:1-compute@developer.gserviceaccount.com';

const member = (role: string, value: string, more = '') =>
  `resource "google_project_iam_member" "m" {\n${more}  project = "example-project"\n  role    = ${role}\n  member  = ${value}\n}\n`;
const found = (files: Readonly<Record<string, string>>, complete = true) =>
  inspect(rule, files, { complete }).map(({ finding }) => ({
    message: finding.message,
    severity: finding.severity,
    fixes: finding.fixes().map((fix) => `${fix.title} ${'disabled' in fix ? fix.disabled : 'offered'}`),
  }));

describe(rule, () => {
  test('a warning for roles that change nearly everything, a note for narrower ones', () => {
    for (const role of ['owner', 'editor', 'admin', 'writer']) {
      const [finding] = found({ 'a.tf': member(`"roles/${role}"`, `"${compute}"`) });
      assert.deepEqual(finding, { message: 'broad', severity: 'warning', fixes: ['remove offered', 'enforce offered'] });
    }
    for (const role of ['"roles/viewer"', '"roles/logging.logWriter"', 'var.role']) {
      const [finding] = found({ 'a.tf': member(role, `"${compute}"`) });
      assert.deepEqual(finding, { message: 'narrow', severity: 'information', fixes: ['remove offered'] });
    }
  });

  const values: Readonly<Record<string, boolean>> = {
    '"serviceAccount:example-project@appspot.gserviceaccount.com"': true,
    '"serviceAccount:${data.google_project.p.number}-compute@developer.gserviceaccount.com"': true,
    '"serviceAccount:${var.project}@appspot.gserviceaccount.com"': true,
    '"serviceAccount:${data.google_compute_default_service_account.d.email}"': true,
    'data.google_compute_default_service_account.d.member': true,
    'data.google_app_engine_default_service_account.d.member': true,
    '"serviceAccount:${google_service_account.app.email}"': false,
    'google_service_account.app.member': false,
    'var.member': false,
    '"serviceAccount:${var.account}"': false,
    '"serviceAccount:service-1@compute-system.iam.gserviceaccount.com"': false,
    '"serviceAccount:1@cloudservices.gserviceaccount.com"': false,
    '"serviceAccount:app@example-project.iam.gserviceaccount.com"': false,
    '"deleted:serviceAccount:1-compute@developer.gserviceaccount.com?uid=1"': false,
    '"user:kim@example.org"': false,
  };
  for (const [value, is] of Object.entries(values))
    test(`${is ? 'finds' : 'leaves alone'} ${value}`, () =>
      assert.equal(told(rule, { 'a.tf': member('"roles/editor"', value) }).length, is ? 1 : 0));

  test('the organization policy is written beside the grant, on the same project', () => {
    const text = member('"roles/editor"', `"${compute}"`);
    const [found] = inspect(rule, { 'a.tf': text });
    const fix = found?.finding.fixes()[1];
    assert.ok(found && fix);
    assert.equal(
      applyEdits(text, renderFix(text, found.finding, fix) ?? []),
      `${text}
resource "google_project_organization_policy" "automatic_iam_grants_for_default_service_accounts" {
  project    = "example-project"
  constraint = "iam.automaticIamGrantsForDefaultServiceAccounts"

  boolean_policy {
    enforced = true
  }
}
`,
    );
  });

  test('the organization policy is offered only where a safe edit can be told', () => {
    const broad = (text: string, more: Readonly<Record<string, string>> = {}, complete = true) =>
      found({ 'a.tf': text, ...more }, complete)[0]?.fixes[1];
    const text = member('"roles/editor"', `"${compute}"`);
    assert.equal(broad(text), 'enforce offered');
    assert.equal(broad(text, {}, false), 'enforce stillReading');
    assert.equal(broad(member('"roles/editor"', `"${compute}"`, '  count = 2\n')), 'enforce repeated');
    assert.equal(broad(text.replace('google_project_iam', 'google_storage_bucket_iam')), undefined);
    assert.equal(
      broad(text.replace('google_project_iam', 'google_folder_iam').replace('project =', 'folder =')),
      'enforce offered',
    );
    const constraint = 'iam.automaticIamGrantsForDefaultServiceAccounts';
    for (const policy of [
      `resource "google_organization_policy" "x" {\n  constraint = "constraints/${constraint}"\n}\n`,
      `resource "google_project_organization_policy" "x" {\n  constraint = "${constraint}"\n}\n`,
      `resource "google_org_policy_policy" "x" {\n  name = "projects/p/policies/${constraint}"\n}\n`,
      `resource "google_org_policy_policy" "x" {\n  name = "\${var.parent}/policies/${constraint}"\n}\n`,
    ])
      assert.equal(broad(text, { 'b.tf': policy }), undefined, policy);
  });

  test('the organization policy goes through the same provider, under a name that is free', () => {
    const enforced = (files: Readonly<Record<string, string>>) => {
      const [found] = inspect(rule, files);
      const fix = found?.finding.fixes()[1];
      assert.ok(found && fix);
      return applyEdits(found.file.text, renderFix(found.file.text, found.finding, fix) ?? []);
    };
    const text = member('"roles/editor"', `"${compute}"`, '  provider = google.eu\n');
    assert.match(enforced({ 'a.tf': text }), /organization_policy" "\w+" \{\n {2}provider\s+= google\.eu\n/);
    const name = 'google_project_organization_policy.automatic_iam_grants_for_default_service_accounts';
    const moved = `moved {\n  from = ${name}\n  to   = google_project_organization_policy.x\n}\n`;
    assert.match(enforced({ 'a.tf': text, 'b.tf': moved }), /"automatic_iam_grants_for_default_service_accounts_2" \{/);
    const unknown =
      'resource "google_project_organization_policy" "all" {\n  for_each   = var.all\n  constraint = each.value\n}\n';
    assert.equal(found({ 'a.tf': text, 'b.tf': unknown })[0]?.fixes.length, 1);
  });

  describe('a grant is taken away', () => {
    const removal = (files: Readonly<Record<string, string>>) => {
      const [found] = inspect(rule, files);
      const fix = found?.finding.fixes()[0];
      assert.ok(found && fix);
      if ('disabled' in fix) return fix.disabled;
      return applyEdits(found.file.text, renderFix(found.file.text, found.finding, fix) ?? []);
    };
    const text = member('"roles/logging.logWriter"', `"${compute}"`);

    test('with no comment but those at the ends of its lines', () => {
      const commented = `/* Copyright */\n# leastwise: see SECURITY.md\n${text
        .replace('  role ', '  # why\n  role ')
        .replace('"m" {', '"m" { # end')}locals {\n}\n`;
      assert.equal(removal({ 'a.tf': commented }), '/* Copyright */\n# leastwise: see SECURITY.md\n# why\n\nlocals {\n}\n');
      const alone = `# Copyright\n${text}`;
      assert.equal(removal({ 'a.tf': alone }), '# Copyright\n');
      assert.equal(removal({ 'a.tf': alone.replaceAll('\n', '\r\n') }), '# Copyright\r\n');
    });

    test('only where nothing names it', () => {
      const address = 'google_project_iam_member.m';
      for (const more of [
        `output "o" {\n  value = ${address}.etag\n}\n`,
        `output "o" {\n  value = "\${${address}.etag}"\n}\n`,
        `resource "time_sleep" "t" {\n  depends_on = [${address}]\n}\n`,
        `moved {\n  from = google_project_iam_member.old\n  to   = ${address}\n}\n`,
        `resource "time_sleep" "t" {\n  depends_on = [resource.${address}]\n}\n`,
        `import {\n  to = module.child.${address}\n  id = "x"\n}\n`,
        `import {\n  to = module.child["a.b"].${address}\n  id = "x"\n}\n`,
      ])
        assert.equal(removal({ 'a.tf': text, 'b.tf': more }), 'referredTo', more);
      const other = 'output "o" {\n  value = data.google_project_iam_policy.m.etag\n}\n';
      assert.equal(removal({ 'a.tf': text, 'b.tf': other }), '');
      assert.equal(removal({ 'a.tf': text, 'b.tf': text }), 'referredTo');
    });

    test('in .tf.json of every shape', () => {
      const grant = { project: 'p', role: 'roles/logging.logWriter', member: compute };
      const kept = { ...grant, member: 'user:kim@example.org' };
      const all = { m: grant, n: kept };
      for (const [shape, after] of [
        [{ resource: { google_project_iam_member: all } }, { resource: { google_project_iam_member: { n: kept } } }],
        [{ resource: [{ google_project_iam_member: all }] }, { resource: [{ google_project_iam_member: { n: kept } }] }],
        [{ resource: { google_project_iam_member: [all] } }, { resource: { google_project_iam_member: [{ n: kept }] } }],
        [
          { resource: { google_project_iam_member: { m: [grant], n: kept } } },
          { resource: { google_project_iam_member: { n: kept } } },
        ],
      ] as const)
        assert.deepEqual(JSON.parse(removal({ 'a.tf.json': JSON.stringify(shape) })), after);
      const twice = { resource: { google_project_iam_member: { m: [grant, kept] } } };
      assert.equal(removal({ 'a.tf.json': JSON.stringify(twice) }), 'referredTo');
    });

    test('from a list only where Terraform carries the change out', () => {
      const list = `resource "google_project_iam_binding" "b" {\n  role = "roles/logging.logWriter"\n  members = ["${compute}"]\n  lifecycle {\n    ignore_changes = [members]\n  }\n}\n`;
      assert.equal(removal({ 'a.tf': list }), 'lifecycle');
      assert.match(removal({ 'a.tf': list.replace('[members]', '[]') }), /members = \[\]/);
    });

    test('with its binding only where that can be written', () => {
      const aliased = `common: &b\n- role: roles/logging.logWriter\n  members: ["${compute}"]\nbindings: *b\n`;
      assert.equal(removal({ 'a.yaml': aliased }), 'sharedText');
    });
  });

  test('found in documents, also where a default names the account', () => {
    const document = { bindings: [{ role: 'roles/editor', members: [compute] }] };
    assert.deepEqual(found({ 'a.json': JSON.stringify(document) }), [
      { message: 'broad', severity: 'warning', fixes: ['remove offered'] },
    ]);
    assert.deepEqual(
      told(rule, { 'a.tf': `variable "m" {\n  default = "${compute}"\n}\n${member('"roles/editor"', 'var.m')}` }),
      ['broad "serviceAccount:1-compute@developer.gserviceaccount.com"'],
    );
  });
});
