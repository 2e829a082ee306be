import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from '../rules/inspect';

const rule = 'allow-policy/public-access';
const binding = (name: string, ...lines: readonly string[]) =>
  `resource "google_project_iam_binding" "${name}" {\n  project = "p"\n  role    = "roles/browser"\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

/** What is marked and where it is said to be used, each as `line: text`, with the addresses. */
function found(files: Readonly<Record<string, string>>) {
  return inspect(rule, files).map(({ file, finding, told }) => ({
    told: told.replace(/^\w+ /, ''),
    uses: finding.uses.map(({ range }) => file.text.slice(range.start, range.end)),
    from: finding.origins.all.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)),
    addresses: finding.addresses,
  }));
}

test('the literal is marked that is the fault, once for all who use it', () => {
  const locals = 'locals {\n  all = ["user:kim@example.org", "allUsers"]\n}\n';
  const text =
    locals + binding('a', 'members = local.all') + binding('b', 'members = [for m in local.all : lower(m) == "x" ? "y" : m]');
  assert.deepEqual(found({ 'main.tf': text }), [
    {
      told: '"allUsers"',
      uses: ['local.all', '[for m in local.all : lower(m) == "x" ? "y" : m]'],
      from: ['main.tf'],
      addresses: ['google_project_iam_binding.a', 'google_project_iam_binding.b'],
    },
  ]);
});

test('a literal of another file is told beside its use', () => {
  assert.deepEqual(
    found({ 'main.tf': binding('a', 'members = local.all'), 'locals.tf': 'locals {\n  all = ["allUsers"]\n}\n' }),
    [{ told: 'local.all', uses: [], from: ['locals.tf'], addresses: ['google_project_iam_binding.a'] }],
  );
});

test('a literal of the very block is marked where it stands', () => {
  const text = binding('a', 'for_each = { x = ["allUsers"], y = [] }', 'members = each.value');
  assert.deepEqual(found({ 'main.tf': text }), [
    { told: '"allUsers"', uses: [], from: [], addresses: ['google_project_iam_binding.a["x"]'] },
  ]);
});

test('what one call of a module passes is told with the address, and no other call is accused', () => {
  const call = (name: string, who: string) => `module "${name}" {\n  source = "./m"\n  who    = "${who}"\n}\n`;
  const files = {
    'm/main.tf': `variable "who" {}\n${binding('a', 'members = [var.who]')}`,
    'main.tf': call('a', 'allUsers') + call('b', 'user:kim@example.org'),
  };
  assert.deepEqual(found(files), [
    { told: 'var.who', uses: [], from: ['main.tf'], addresses: ['module.a.google_project_iam_binding.a'] },
  ]);
});

test('each call is looked at by itself, also of a policy with many bindings', () => {
  const call = (name: string, who: string) => `module "${name}" {\n  source = "./m"\n  who    = "${who}"\n}\n`;
  const bindings = ['browser', 'viewer', 'run.invoker', 'pubsub.viewer', 'storage.objectViewer'].map(
    (role) => `  binding {\n    role    = "roles/${role}"\n    members = ["user:kim@example.org", var.who]\n  }\n`,
  );
  const files = {
    'm/main.tf': `variable "who" {}\ndata "google_iam_policy" "all" {\n${bindings.join('')}}\n`,
    'main.tf': call('a', 'user:lee@example.org') + call('b', 'allUsers'),
  };
  assert.deepEqual(
    found(files).map(({ told, addresses }) => [told, addresses]),
    bindings.map(() => ['var.who', ['module.b.data.google_iam_policy.all']]),
  );
});

test('a comment hides it at the literal and at its use', () => {
  const ignore = '# leastwise: ignore[allow-policy/public-access] known\n';
  const locals = (before: string) => `locals {\n${before}  all = ["allUsers"]\n}\n`;
  const used = binding('a', 'members = local.all');
  assert.equal(found({ 'main.tf': locals('') + used }).length, 1);
  assert.equal(found({ 'main.tf': locals(`  ${ignore}`) + used }).length, 0);
  assert.equal(found({ 'main.tf': locals('') + used.replace('  members', `  ${ignore}  members`) }).length, 0);
});

test('documents that are read from files are judged where they are used', () => {
  const files = {
    'main.tf': `locals {\n  data = yamldecode(file("\${path.module}/who.yaml"))\n}\n${binding('a', 'members = local.data.members')}`,
    'who.yaml': 'members:\n- allUsers\n',
  };
  assert.deepEqual(found(files), [
    { told: 'local.data.members', uses: [], from: ['who.yaml'], addresses: ['google_project_iam_binding.a'] },
  ]);
  const all = {
    'main.tf': `locals {\n  files = fileset(path.module, "who/*.yaml")\n  all   = flatten([for f in local.files : yamldecode(file("\${path.module}/\${f}")).members])\n}\n${binding('a', 'members = local.all')}`,
    'who/a.yaml': 'members: [user:kim@example.org]\n',
    'who/b.yaml': 'members: [allUsers]\n',
  };
  assert.deepEqual(
    found(all).map(({ told, from }) => [told, from]),
    [['local.all', ['b.yaml']]],
  );
});
