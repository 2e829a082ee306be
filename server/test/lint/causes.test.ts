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

test('a key of a map is marked where it is written, not what stands beside it', () => {
  const text = `locals {
  grid = { "roles/owner" = ["user:kim@example.org"], "roles/browser" = ["user:lee@example.org"] }
  flat = flatten([for role, members in local.grid : [for member in members : { role = role, member = member }]])
}
resource "google_project_iam_member" "a" {
  for_each = { for one in local.flat : one.member => one }
  project  = "p"
  role     = each.value.role
  member   = each.value.member
}
`;
  const [one, ...others] = inspect('allow-policy/basic-role', { 'main.tf': text });
  assert.equal(one?.told, 'owner "roles/owner"');
  assert.deepEqual(others, []);
  const forms = [
    'for_each = { "roles/owner" = "x" }\n  role = each.key',
    'for_each = toset(["roles/owner"])\n  role = each.key',
    'for_each = toset(keys(merge({ x = 1 }, { "roles/owner" = 2 })))\n  role = each.key == "x" ? "roles/browser" : each.key',
    'for_each = { a = [for role, who in tomap({ "roles/owner" = "x" }) : role][0] }\n  role = each.value',
    'for_each = { for role in ["roles/owner"] : role => 1 }\n  role = each.key',
  ];
  for (const form of forms) {
    const block = `resource "google_project_iam_member" "a" {\n  ${form}\n  project = "p"\n  member = "user:kim@example.org"\n}\n`;
    const marked = inspect('allow-policy/basic-role', { 'main.tf': block }).map((found) => found.told);
    assert.deepEqual(marked, ['owner "roles/owner"'], form);
  }
  // Nor is one of several that together make a value what none of them says.
  const encoded = 'locals {\n  parts = ["YWxs", "VXNlcnM="]\n}\n';
  assert.deepEqual(
    found({ 'main.tf': encoded + binding('b', 'members = [base64decode(join("", local.parts))]') }).map(({ told }) => told),
    ['base64decode(join("", local.parts))'],
  );
});

test('a document that is worked out is judged like one that is written out, and not edited', () => {
  const policy = 'resource "google_project_iam_policy" "p" {\n  project     = "p"\n  policy_data = jsonencode(local.policy)\n}\n';
  const locals =
    'locals {\n  policy = { bindings = [{ role = "roles/browser", members = ["user:kim@example.org", "allUsers", "allUsers"] }] }\n}\n';
  const files = { 'main.tf': locals + policy };
  assert.deepEqual(
    found(files).map(({ told, addresses }) => [told, addresses]),
    [['"allUsers"', ['google_project_iam_policy.p']]],
  );
  for (const { finding } of inspect('allow-policy/duplicate-member', files))
    for (const fix of finding.fixes()) assert.ok('disabled' in fix);
});

test('what several calls make alike is told with all of its addresses', () => {
  const call = (name: string, who: string) => `module "${name}" {\n  source = "./m"\n  who    = "${who}"\n}\n`;
  const calls = call('a', 'user:kim@example.org') + call('b', 'user:kim@example.org') + call('c', 'user:lee@example.org');
  const addresses = (member: string) =>
    found({ 'm/main.tf': `variable "who" {}\n${binding('x', `members = [${member}]`)}`, 'main.tf': calls }).map(
      (one) => one.addresses,
    );
  const all = ['a', 'b', 'c'].map((name) => `module.${name}.google_project_iam_binding.x`);
  assert.deepEqual(addresses('"allUsers"'), [all]);
  assert.deepEqual(addresses('var.who == "user:kim@example.org" ? "allUsers" : var.who'), [all.slice(0, 2)]);
});

test('no count of a call is taken for that of another one', () => {
  const call = (name: string, on: boolean) => `module "${name}" {\n  source = "./m"\n  on     = ${on}\n}\n`;
  const files = {
    'm/main.tf': `variable "on" {}\n${binding('a', 'count = var.on ? 1 : 0', 'members = ["allUsers"]')}`,
    'main.tf': call('x', true) + call('y', false),
  };
  assert.deepEqual(
    found(files).map(({ addresses }) => addresses),
    [['module.x.google_project_iam_binding.a[0]']],
  );
});

test('what Terraform doesn’t show is in no message', () => {
  const secret = 'variable "s" {\n  sensitive = true\n  default   = "hunter2"\n}\n';
  for (const member of ['var.s', '"${var.s}@example.org"', '"user:${var.s}@example.org"', 'upper(var.s)']) {
    const text = secret + binding('a', `members = [${member}]`);
    for (const id of ['allow-policy/invalid-member', 'allow-policy/external-member'])
      for (const { finding } of inspect(id, { 'main.tf': text }, { settings: { organizationDomains: ['saebit.example'] } }))
        assert.doesNotMatch(JSON.stringify(finding.arguments), /hunter2/i, `${id} ${member}`);
  }
  assert.ok(inspect('allow-policy/invalid-member', { 'main.tf': secret + binding('a', 'members = [var.s]') }).length > 0);
});

test('documents that are read from files are judged where they are used', () => {
  const files = {
    'main.tf': `locals {\n  data = yamldecode(file("\${path.module}/who.yaml"))\n}\n${binding('a', 'members = local.data.members')}`,
    'who.yaml': 'members:\n- allUsers\n',
  };
  assert.deepEqual(found(files), [
    { told: 'local.data.members', uses: [], from: ['who.yaml'], addresses: ['google_project_iam_binding.a'] },
  ]);
  // The very line, where the value stands there once.
  const linesIn = (text: string) =>
    inspect(rule, { ...files, 'who.yaml': text }).flatMap(({ finding }) =>
      finding.origins.all.map(({ range }) => text.slice(range.start, range.end)),
    );
  assert.deepEqual(linesIn('# allUsersToo\nmembers:\n- user:kim@example.org\n- "allUsers"\n'), ['']);
  assert.deepEqual(linesIn('members:\n- user:kim@example.org\n- "allUsers" # all\n'), ['allUsers']);
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
