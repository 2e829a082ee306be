import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roleOf } from '../../../src/catalog/google/roles/roles';
import { hover } from '../../../src/features/hover/hover';
import { sayRole } from '../../../src/kinds/gcp/roles/topic';
import { words } from '../../../src/kinds/gcp/roles/words';
import korean from '../../../src/l10n/ko/kinds/gcp/roles';
import { speechOf } from '../../../src/l10n/localize';
import { createLinter } from '../../../src/lint/lint';
import { readSettings } from '../../../src/lint/settings/settings';
import invalidRole from '../../../src/rules/allow-policy/invalid-role';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import { emptyWorkspace } from '../../../src/workspace/index/workspace';
import { fileOf, folder } from '../../lint/shouting';

await prepareTerraform();

const { english } = words;

test('every role that something is said of is a role, and is spoken of in both languages', () => {
  assert.deepEqual(Object.keys(korean.lets), Object.keys(english.lets));
  for (const [role, sentence] of Object.entries(english.lets)) {
    assert.ok(roleOf(role), role);
    assert.match(sentence, /^[A-Z].*\.$/, role);
    assert.match(korean.lets[role as keyof typeof korean.lets], /[가-힣].*\.$/, role);
  }
});

test('each word on roles has the same placeholders in every language, and no Korean particle right behind one', () => {
  const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [key, text] of Object.entries(english.said)) {
    const twin = korean.said[key as keyof typeof english.said];
    assert.deepEqual(placeholders(twin), placeholders(text), key);
    assert.doesNotMatch(twin, /\}["'”`*]*(은|는|이|가|을|를|와|과|으로|로)(?![가-힣])/, key);
  }
});

test('a role’s words tell what it does, what it reaches, its size, its stage and the day', () => {
  const user = sayRole('roles/iam.serviceAccountUser', speechOf('en')) ?? '';
  assert.match(user, /^\*\*`roles\/iam\.serviceAccountUser`\*\*\n\nAttaches a service account/);
  assert.match(user, /⚠ Reaches service accounts: `iam\.serviceAccounts\.actAs`/);
  assert.match(user, /of Identity and Access Management: 5 permissions, generally available \(as of \d{4}-\d\d-\d\d\)\.$/);
  assert.match(sayRole('roles/owner', speechOf('en')) ?? '', /and \d+ more\n.*across all services: 13,568 permissions/s);
  assert.match(sayRole('roles/admin', speechOf('en')) ?? '', /aren’t listed, preview/);
  assert.match(sayRole('roles/pubsub.serviceAgent', speechOf('en')) ?? '', /Service agent role/);
  assert.doesNotMatch(sayRole('roles/pubsub.viewer', speechOf('en')) ?? '', /Service agent role|⚠/);
  assert.match(sayRole('roles/pubsub.viewer', speechOf('ko')) ?? '', /권한 \d+개, 정식 버전/);
  assert.match(sayRole('projects/p/roles/deployer', speechOf('en')) ?? '', /^A custom role/);
  for (const none of ['roles/no.such', 'deployer', '', 'constructor']) assert.equal(sayRole(none, speechOf('en')), undefined);
});

const texts = {
  'policy.json': '{"bindings": [{"role": "roles/storage.objectViewer", "members": ["user:kim@example.org"]}]}',
  'policy.yaml': 'bindings:\n- role: roles/storage.objectViewer\n  members:\n  - user:kim@example.org\n',
  'a.tf':
    'resource "google_project_iam_member" "m" {\n  role   = "roles/storage.objectViewer"\n  member = "user:kim@example.org"\n}\n',
  'b.tf':
    'resource "google_x_iam_policy" "p" {\n  policy_data = jsonencode({ bindings = [{ role = "roles/storage.objectViewer", members = ["user:kim@example.org"] }] })\n}\n',
  'c.tf':
    'resource "google_x_iam_policy" "p" {\n  policy_data = <<EOT\n{"bindings": [{"role": "roles/storage.objectViewer", "members": ["user:kim@example.org"]}]}\nEOT\n}\n',
};

for (const [name, text] of Object.entries(texts)) {
  test(`a hover on a role in ${name} says what the role does, on the role alone`, () => {
    const file = fileOf(name, text);
    const linter = createLinter({ rules: [invalidRole], settings: readSettings({ folder }).settings, onFault: assert.fail });
    const at = (word: string) => {
      const offset = text.indexOf(word) + 1;
      return hover([], offset, { locale: 'en', reading: linter.read(file, emptyWorkspace) });
    };
    const shown = at('roles/storage');
    assert.match(shown?.contents ?? '', /Reads and lists objects\./);
    assert.match(text.slice(shown?.range.start, shown?.range.end), /^"?roles\/storage\.objectViewer"?$/);
    assert.match(at('user:kim')?.contents ?? '', /^One person/);
  });
}

test('a hover on an account of Google’s says so, also where only its end is written out', () => {
  const text =
    'resource "google_project_iam_member" "m" {\n  role   = "roles/browser"\n  member = "serviceAccount:service-${var.n}@gcp-sa-pubsub.iam.gserviceaccount.com"\n}\n';
  const file = fileOf('a.tf', text);
  const linter = createLinter({ rules: [invalidRole], settings: readSettings({ folder }).settings, onFault: assert.fail });
  const offset = text.indexOf('serviceAccount:');
  const reading = linter.read(file, emptyWorkspace);
  assert.match(
    hover([], offset, { locale: 'en', reading })?.contents ?? '',
    /^The service agent of Pub\/Sub: the account that Google runs/,
  );
});

test('there is no hover on a role that nothing is known of', () => {
  const text = 'bindings:\n- role: roles/no.such\n  members:\n  - user:kim@example.org\n';
  const file = fileOf('policy.yaml', text);
  const linter = createLinter({ rules: [invalidRole], settings: readSettings({ folder }).settings, onFault: assert.fail });
  const offset = text.indexOf('no.such');
  assert.equal(hover([], offset, { locale: 'en', reading: linter.read(file, emptyWorkspace) }), undefined);
});
