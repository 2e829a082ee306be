import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarise } from '../../src/kinds/facts';
import { createLinter } from '../../src/lint/lint';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import { formatOf, parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import type { Fact } from '../../src/workspace/index/facts';
import { carryOver, join } from '../../src/workspace/index/workspace';

await prepareTerraform();

const folder = 'file:///work';
const now = new Date('2026-01-15T12:00:00Z');

type Files = Readonly<Record<string, string>>;

/** Files that are edited, and who looks at what of them again. */
function workspaceOf(first: Files) {
  const files = new Map<string, SourceFile>();
  const facts = new Map<string, readonly Fact[]>();
  let checks = 0;
  const linter = createLinter({
    rules,
    settings: readSettings({ folder }).settings,
    onFault: (_, error) => assert.fail(String(error)),
    onCheck: () => checks++,
  });
  function take(changed: Files): void {
    for (const [name, text] of Object.entries(changed)) {
      const uri = `${folder}/${name}`;
      const before = files.get(name);
      const file = parseSourceFile(uri, text, formatOf(uri) ?? 'json', before);
      files.set(name, file);
      facts.set(name, carryOver(facts.get(name) ?? [], summarise(file, { group: undefined })));
    }
  }
  take(first);
  return {
    /** How many blocks of `main.tf` are checked again once these files are others, and what is found in it then. */
    after(changed: Files) {
      take(changed);
      checks = 0;
      const workspace = join(facts.values(), true);
      const main = files.get('main.tf');
      assert.ok(main);
      const found = linter.lint(main, workspace, now).map(({ rule, addresses }) => `${rule.id} ${addresses}`);
      return { checks, found };
    },
  };
}

const grant = (name: string, member: string) =>
  `resource "google_project_iam_member" "${name}" {\n  project = "p"\n  role    = "roles/browser"\n  member  = ${member}\n}\n`;
const locals = (a: string, b: string) => `locals {\n  a = "${a}"\n  b = "${b}"\n}\n`;

test('an edit of a local is an edit of what depends on it', () => {
  const both = grant('a', 'local.a') + grant('also', '"${local.a}"');
  const main = both + grant('b', 'local.b') + grant('c', '"user:kim@example.org"');
  const edited = workspaceOf({ 'main.tf': main, 'locals.tf': locals('user:a@example.org', 'user:b@example.org') });
  assert.equal(edited.after({}).checks, 4);
  assert.deepEqual(edited.after({}), { checks: 0, found: [] });
  const found = ['a', 'also'].map((name) => `allow-policy/public-access google_project_iam_member.${name}`);
  assert.deepEqual(edited.after({ 'locals.tf': locals('allUsers', 'user:b@example.org') }), { checks: 2, found });
  // Lines above move what is found and change nothing of it.
  assert.deepEqual(edited.after({ 'locals.tf': `# one\n${locals('allUsers', 'user:b@example.org')}` }), { checks: 0, found });
  assert.deepEqual(edited.after({ 'locals.tf': locals('user:a@example.org', 'user:b@example.org') }), { checks: 2, found: [] });
});

test('an edit of a file of variables, of a call or of an output is one of what depends on it', () => {
  const main = `variable "who" {\n}\n${grant('a', 'var.who')}${grant('b', 'module.m.who')}${grant('c', '"user:kim@example.org"')}module "m" {\n  source = "./m"\n}\n`;
  const output = (who: string) => `output "who" {\n  value = "${who}"\n}\n`;
  const edited = workspaceOf({
    'main.tf': main,
    'terraform.tfvars': 'who = "user:a@example.org"\n',
    'm/main.tf': output('user:m@example.org'),
  });
  edited.after({});
  assert.deepEqual(edited.after({ 'terraform.tfvars': 'who = "allUsers"\n' }), {
    checks: 1,
    found: ['allow-policy/public-access google_project_iam_member.a'],
  });
  assert.deepEqual(edited.after({ 'terraform.tfvars': 'who = "user:a@example.org"\n', 'm/main.tf': output('allUsers') }), {
    checks: 2,
    found: ['allow-policy/public-access google_project_iam_member.b'],
  });
});

test('an edit of a file that a function reads is one of what depends on it', () => {
  const read = (name: string) => `yamldecode(file("\${path.module}/${name}.yaml")).who`;
  const listed = '[for f in fileset(path.module, "all/*.yaml") : yamldecode(file("${path.module}/${f}")).who][0]';
  const main = grant('a', read('a')) + grant('b', read('b')) + grant('all', listed);
  const edited = workspaceOf({
    'main.tf': main,
    'a.yaml': 'who: user:a@example.org\n',
    'b.yaml': 'who: user:b@example.org\n',
    'all/x.yaml': 'who: user:x@example.org\n',
  });
  edited.after({});
  assert.deepEqual(edited.after({ 'a.yaml': 'who: allUsers\n' }), {
    checks: 1,
    found: ['allow-policy/public-access google_project_iam_member.a'],
  });
  assert.deepEqual(edited.after({ 'a.yaml': 'who: user:a@example.org\n', 'all/a.yaml': 'who: allUsers\n' }), {
    checks: 2,
    found: ['allow-policy/public-access google_project_iam_member.all'],
  });
  // And the same again as from the start.
  assert.deepEqual(edited.after({ 'all/a.yaml': 'who: user:y@example.org\n' }), { checks: 1, found: [] });
});
