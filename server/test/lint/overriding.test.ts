import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { summarise } from '../../src/kinds/facts';
import { createLinter } from '../../src/lint/lint';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import { formatOf, parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { join } from '../../src/workspace/index/workspace';
import { inspect, told } from '../rules/inspect';

const publicAccess = 'allow-policy/public-access';
const member = (...lines: readonly string[]) =>
  `resource "google_project_iam_member" "m" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const role = 'role = "roles/viewer"';
const project = 'project = "p"';
const everybody = 'member = "allUsers"';
const kim = 'member = "user:kim@example.org"';

/** What is found in each of the files, as `file: what`. */
function everywhere(rule: string, files: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(files).flatMap((name) => {
    const { [name]: text = '', ...others } = files;
    return told(rule, { [name]: text, ...others }).map((one) => `${name}: ${one}`);
  });
}

// terraform plan (1.11.4) of the same with terraform_data: arguments of later files replace those before, by the files' names.
describe('an override file', () => {
  test('is judged together with what it overrides, where it says it', () => {
    assert.deepEqual(everywhere(publicAccess, { 'main.tf': member(project, role), 'main_override.tf': member(everybody) }), [
      'main_override.tf: public "allUsers"',
    ]);
  });

  test('takes out of force what it replaces', () => {
    const files = { 'main.tf': member(project, role, everybody), 'main_override.tf': member(kim) };
    assert.deepEqual(everywhere(publicAccess, files), []);
  });

  test('leaves the rest in force, in the text that it overrides', () => {
    const files = { 'main.tf': member(project, role, everybody), 'main_override.tf': member('role = "roles/editor"') };
    assert.deepEqual(everywhere(publicAccess, files), ['main.tf: public "allUsers"']);
  });

  test('is overridden by those whose names come later', () => {
    const base = member(project, role, kim);
    const files = { 'main.tf': base, 'a_override.tf': member(everybody), 'z_override.tf': member(kim) };
    assert.deepEqual(everywhere(publicAccess, files), []);
    const turned = { 'main.tf': base, 'a_override.tf': member(kim), 'z_override.tf': member(everybody) };
    assert.deepEqual(everywhere(publicAccess, turned), ['z_override.tf: public "allUsers"']);
  });

  test('may be written in JSON, as may be what it overrides', () => {
    const inJson = (body: object) => JSON.stringify({ resource: { google_project_iam_member: { m: body } } });
    const all = { member: 'allUsers' };
    const found = ['override.tf.json: public "allUsers"'];
    assert.deepEqual(everywhere(publicAccess, { 'main.tf': member(project, role, kim), 'override.tf.json': inJson(all) }), found);
    const base = inJson({ project: 'p', role: 'roles/viewer', member: 'user:kim@example.org' });
    assert.deepEqual(everywhere(publicAccess, { 'main.tf.json': base, 'override.tf.json': inJson(all) }), found);
    assert.deepEqual(everywhere(publicAccess, { 'main.tf.json': base, 'x_override.tf': member(everybody) }), [
      'x_override.tf: public "allUsers"',
    ]);
    const bad = inJson({ project: 'p', role: 'roles/viewer', member: 'allUsers' });
    assert.deepEqual(everywhere(publicAccess, { 'main.tf.json': bad, 'x_override.tf': member(kim) }), []);
  });

  test('is read with the loops and names of the block', () => {
    const base = member('for_each = { a = "allUsers", b = "user:kim@example.org" }', project, role, kim);
    const override = member('member = each.value');
    const found = inspect(publicAccess, { 'main.tf': base, 'x_override.tf': override });
    assert.deepEqual(
      found.map(({ told, finding }) => [told, finding.addresses]),
      [['public "allUsers"', ['google_project_iam_member.m["a"]']]],
    );
    assert.deepEqual(told(publicAccess, { 'x_override.tf': override, 'main.tf': base }), [], 'the literal stands elsewhere');
  });

  test('replaces blocks of a type as a whole, repeated ones too', () => {
    const policy = (body: string) => `data "google_iam_policy" "p" {\n${body}}\n`;
    const binding = (who: string) => `  binding {\n    role    = "roles/viewer"\n    members = ["${who}"]\n  }\n`;
    const repeated =
      '  dynamic "binding" {\n    for_each = ["allUsers"]\n    content {\n      role    = "roles/viewer"\n      members = [binding.value]\n    }\n  }\n';
    for (const replaced of [binding('allUsers'), binding('allUsers') + binding('allUsers'), repeated]) {
      const files = { 'main.tf': policy(replaced), 'x_override.tf': policy(binding('user:kim@example.org')) };
      assert.deepEqual(everywhere(publicAccess, files), []);
    }
    const files = { 'main.tf': policy(binding('user:kim@example.org')), 'x_override.tf': policy(repeated) };
    assert.equal(everywhere(publicAccess, files).length, 1);
  });

  test('may give what the text lacks, or leave it lacking', () => {
    const level = (body: string) => `resource "google_access_context_manager_access_level" "l" {\n${body}}\n`;
    const [name, basic] = [
      '  name = "accessPolicies/1/accessLevels/l"\n',
      '  basic {\n    conditions {\n      regions = ["KR"]\n    }\n  }\n',
    ];
    const lacking = ['main.tf: neither resource "google_access_context_manager_access_level" "l"'];
    const rule = 'access-level/invalid-field';
    assert.deepEqual(everywhere(rule, { 'main.tf': level(name), 'x_override.tf': level(basic) }), []);
    assert.deepEqual(everywhere(rule, { 'main.tf': level(name), 'x_override.tf': level('  title = "l"\n') }), lacking);
  });

  test('gives arguments that the text lacks, and is not asked for those that it has', () => {
    const rule = 'terraform/missing-argument';
    assert.deepEqual(everywhere(rule, { 'main.tf': member(project, role), 'x_override.tf': member(kim) }), []);
    const found = everywhere(rule, { 'main.tf': member(project), 'x_override.tf': member(kim) });
    assert.deepEqual(
      found.map((one) => one.slice(0, one.indexOf(':'))),
      ['main.tf'],
    );
  });

  test('is changed by no repair', () => {
    const binding = (members: string) => `resource "google_project_iam_binding" "b" {\n  ${role}\n  members = ${members}\n}\n`;
    const files = { 'x_override.tf': binding('["allUsers", "user:kim@example.org"]'), 'main.tf': binding('[]') };
    const fixes = inspect(publicAccess, files).flatMap(({ finding }) => finding.fixes());
    assert.ok(fixes.length > 0);
    assert.deepEqual(new Set(fixes.map((fix) => ('disabled' in fix ? fix.disabled : 'offered'))), new Set(['overridden']));
  });

  test('of a document in a block is judged in its own text', () => {
    const policy = (who: string) =>
      `resource "google_project_iam_policy" "p" {\n  project     = "p"\n  policy_data = jsonencode({ bindings = [{ role = "roles/viewer", members = ["${who}"] }] })\n}\n`;
    const [kims, all] = [policy('user:kim@example.org'), policy('allUsers')];
    assert.deepEqual(everywhere(publicAccess, { 'main.tf': all, 'x_override.tf': kims }), []);
    assert.deepEqual(everywhere(publicAccess, { 'main.tf': kims, 'x_override.tf': all }), ['x_override.tf: public "allUsers"']);
  });
});

test('what is found follows each of the texts', () => {
  const parsed = (name: string, text: string) => {
    const uri = `file:///work/${name}`;
    return parseSourceFile(uri, text, formatOf(uri) ?? 'json');
  };
  const linter = createLinter({
    rules: rules.filter(({ id }) => id === publicAccess),
    settings: readSettings({ client: undefined, folder: 'file:///work' }).settings,
    onFault: (_, error) => assert.fail(String(error)),
  });
  const base = parsed('main.tf', member(project, role, everybody));
  const found = (...others: readonly SourceFile[]) => {
    const workspace = join(
      [base, ...others].map((file) => summarise(file, { group: undefined })),
      true,
    );
    return linter.lint(base, workspace, new Date()).length;
  };
  assert.equal(found(), 1);
  assert.equal(found(parsed('x_override.tf', member(kim))), 0);
  assert.equal(found(parsed('x_override.tf', member('project = "q"'))), 1);
  assert.equal(found(parsed('x_override.tf', member(kim))), 0);
  assert.equal(found(), 1);
});
