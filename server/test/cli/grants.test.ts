import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { folderOf, run } from './program';
import { faultsBySchema } from './schema';

const member = (name: string, role: string, more = '') =>
  `resource "google_project_iam_member" "${name}" {\n  project = "p"\n  role = ${role}\n  member = "user:${name}@example.org"\n${more}}\n`;

async function inJson(folder: string, ...args: readonly string[]) {
  const { out, err, code } = await run(folder, ['grants', '--format', 'json', ...args]);
  assert.equal(code, 0, err);
  return JSON.parse(out);
}

describe('--permission', () => {
  const folder = folderOf({
    'main.tf': [
      member('a', '"roles/iam.serviceAccountUser"'),
      member('b', '"roles/viewer"'),
      member('c', '"projects/p/roles/own"'),
      member('d', '"roles/spanner.databaseRoleUser"'),
      member('e', 'var.x'),
    ].join(''),
    'policy.json': '{"bindings":[{"role":"roles/owner","members":["user:f@example.org"]}]}',
  });

  test('roles that hold it, and those of which nobody knows', async () => {
    const { grants, unknown } = await inJson(folder, '--permission', 'iam.serviceAccounts.actAs');
    assert.deepEqual(
      grants.map((row: { member: string }) => row.member),
      ['user:a@example.org', 'user:f@example.org'],
    );
    assert.deepEqual(
      unknown.map(({ address, what, why }: Record<string, unknown>) => [address, what, why]),
      [
        ['google_project_iam_member.e', 'role', 'name: var.x'],
        ['google_project_iam_member.c', 'role', 'permissions: projects/p/roles/own'],
        ['google_project_iam_member.d', 'role', 'permissions: roles/spanner.databaseRoleUser'],
      ],
    );
  });

  test('a permission that the catalogue doesn’t have hides nothing', async () => {
    const { grants, unknown } = await inJson(folder, '--permission', 'storage.objects.get', '--role', 'roles/');
    assert.deepEqual(grants, []);
    assert.equal(unknown.filter(({ why }: { why: string }) => why.startsWith('permissions: ')).length, 5);
    const { out } = await run(folder, ['grants', '--permission', 'storage.objects.get', '--lang', 'ko', 'policy.json']);
    assert.match(out, /roles\/owner 역할에 이 권한이 있는지 알 수 없습니다/);
  });
});

describe('--permission and the roles that the workspace makes', () => {
  const custom = (id: string, permissions: string, more = '  project = "p"\n') =>
    `resource "google_project_iam_custom_role" "${id}" {\n  role_id = "${id}"\n  title = "${id}"\n  permissions = ${permissions}\n${more}}\n`;
  const answer = async (permission: string, files: Record<string, string>) => {
    const { grants, unknown } = await inJson(folderOf(files), '--permission', permission);
    const shortName = (address: unknown) => String(address).replace('google_project_iam_member.', '');
    return [
      grants.map(({ address }: { address: string }) => shortName(address)).join(' '),
      unknown.map(({ address, why }: Record<string, unknown>) => `${shortName(address)}: ${why}`).join(', '),
    ];
  };
  const files = {
    'main.tf':
      custom('reader', '["storage.objects.get", "storage.objects.list"]') +
      custom('writer', 'concat(local.more, ["storage.objects.create"])', '') +
      custom('open', '["storage.objects.get", var.x]') +
      'locals {\n  more = ["storage.objects.get"]\n}\nprovider "google" {\n  project = "q"\n}\n' +
      member('a', '"projects/p/roles/reader"') +
      member('b', '"projects/q/roles/writer"') +
      member('c', '"projects/p/roles/open"') +
      member('d', '"projects/q/roles/reader"') +
      member('e', 'google_project_iam_custom_role.reader.id') +
      member('f', 'google_project_iam_custom_role.writer.name') +
      member('g', '"x/${google_project_iam_custom_role.reader.id}"'),
    'other/main.tf':
      'resource "google_organization_iam_custom_role" "r" {\n  org_id = "1"\n  role_id = "r"\n  permissions = ["a.b.c"]\n}\n' +
      member('h', '"organizations/1/roles/r"') +
      member('i', '"projects/p/roles/reader"'),
  };
  const role = (name: string) => `attribute: google_project_iam_custom_role.${name}`;

  test('they hold what is listed, and lack what isn’t where all of it is known', async () => {
    assert.deepEqual(await answer('storage.objects.get', files), [
      'a b c i',
      `e: ${role('reader.id')}, f: ${role('writer.name')}, g: ${role('reader.id')}, d: permissions: projects/q/roles/reader`,
    ]);
    assert.deepEqual(await answer('storage.objects.create', files), [
      'b',
      `f: ${role('writer.name')}, g: ${role('reader.id')}, c: permissions: projects/p/roles/open, d: permissions: projects/q/roles/reader`,
    ]);
    assert.match((await answer('a.b.c', files)).join(), /^h,/);
  });

  test('what is assumed, or told in two ways, proves nothing', async () => {
    const assumed = `variable "p" {\n  default = ["x.y.z"]\n}\n${custom('r', 'var.p')}${member('a', '"projects/p/roles/r"')}`;
    assert.deepEqual(await answer('storage.objects.get', { 'main.tf': assumed }), ['', 'a: permissions: projects/p/roles/r']);
    assert.deepEqual(await answer('x.y.z', { 'main.tf': assumed }), ['a', '']);
    const twice = { 'a/main.tf': custom('r', '["x.y.z"]'), 'b/main.tf': custom('r', '[]') + member('a', '"projects/p/roles/r"') };
    assert.deepEqual(await answer('x.y.z', twice), ['a', '']);
  });
});

describe('--by', () => {
  const folder = folderOf({
    'main.tf':
      member('b', '"roles/viewer"') +
      member('a', '"roles/viewer"') +
      'resource "google_pubsub_topic_iam_member" "b" {\n  topic = google_pubsub_topic.t.id\n  role = "roles/pubsub.editor"\n  member = "user:b@example.org"\n}\nresource "google_pubsub_topic" "t" {}\n',
  });

  test('a table has what is common above the rows', async () => {
    const { out } = await run(folder, ['grants', '--by', 'member']);
    const [head = '', ...lines] = out.split('\n');
    assert.match(head, /^ {2}Role +Resource +Condition/);
    assert.deepEqual(
      lines.slice(0, 5).map((line) => line.split('  ').slice(0, 2).join('  ')),
      ['user:a@example.org', '  roles/viewer', 'user:b@example.org', '  roles/viewer', '  roles/pubsub.editor'],
    );
  });

  test('Markdown has a section each, what isn’t known last', async () => {
    const { out } = await run(folder, ['grants', '--by', 'resource', '--format', 'markdown']);
    assert.match(out, /^### projects\/p\n\n\| Member \| Role \| Condition \| Address \| File \|\n\| --- /);
    assert.match(out, /\n### \(unknown\)\n\n(?:\|.*\n){2}\| user:b@example\.org \| roles\/pubsub\.editor /);
  });

  test('JSON and CSV have the rows in that order', async () => {
    const { grants } = await inJson(folder, '--by', 'role');
    assert.deepEqual(
      grants.map((row: { role: string; member: string }) => [row.role, row.member]),
      [
        ['roles/pubsub.editor', 'user:b@example.org'],
        ['roles/viewer', 'user:b@example.org'],
        ['roles/viewer', 'user:a@example.org'],
      ],
    );
    const { out } = await run(folder, ['grants', '--by', 'member', '--format', 'csv']);
    assert.match(out, /^Member,Role,.*\r\nuser:a/);
  });

  test('nothing else is grouped by', async () => {
    for (const args of [
      ['grants', '--by', 'file'],
      ['grants', '--by'],
      ['lint', '--by', 'role'],
      ['lint', '--permission', 'x'],
    ]) {
      const { code, err } = await run(folder, args);
      assert.equal(code, 2, args.join(' '));
      assert.notEqual(err, '');
    }
  });
});

test('the JSON is as its schema says', async () => {
  const folder = folderOf({
    'main.tf':
      member('a', '"roles/viewer"', '  condition {\n    title = "t"\n    expression = "true"\n  }\n') +
      member('b', 'var.role', '  condition {\n    title = "t"\n    expression = var.when\n  }\n') +
      member('c', '"roles/viewer"', '  count = var.many\n') +
      'variable "role" {}\nvariable "when" {}\nvariable "many" {}\n',
    'broken/main.tf': 'resource "x" {',
    'policy.yaml': 'bindings:\n- role: ${role}\n  members: ["user:a@example.org"]\n',
  });
  const schema = JSON.parse(readFileSync('schemas/grants.schema.json', 'utf8'));
  const told = await inJson(folder);
  assert.deepEqual(faultsBySchema(told, schema), []);
  assert.deepEqual(
    told.unknown.map(({ what, why }: Record<string, unknown>) => `${what} ${why}`),
    [
      'role variable: var.role',
      'role condition: variable: var.when',
      'instances variable: var.many',
      'instances unread',
      'role placeholder',
    ],
  );
  assert.deepEqual(faultsBySchema(await inJson(folderOf({})), schema), []);
  // What the schema refuses, the test sees.
  const [first] = told.grants;
  for (const wrong of [
    { ...told, more: 1 },
    { grants: [{ ...first, line: 0 }], unknown: [] },
    { grants: [{ ...first, condition: {} }], unknown: [] },
  ])
    assert.notDeepEqual(faultsBySchema(wrong, schema), []);
});

describe('files that modules read', () => {
  const reading = (expression: string) =>
    `resource "google_project_iam_binding" "b" {\n  project = "p"\n  role = "roles/viewer"\n  members = ${expression}\n}\n`;
  const membersOf = async (folder: string, ...paths: readonly string[]) => {
    const { grants, unknown } = await inJson(folder, ...paths);
    return [
      ...grants.map((row: { member: string }) => row.member),
      ...unknown.map(({ what, why }: Record<string, unknown>) => `${what} ${why}`),
    ];
  };

  test('have any ending', async () => {
    const files = {
      'who.csv': 'name,kind\nkim,user\nlee,group\n',
      't/m.tftpl': '${who}@example.org',
      'x.txt': 'user:x\n',
      '정책.dat': 'k',
    };
    for (const [expression, ...expected] of [
      ['[for r in csvdecode(file("${path.module}/who.csv")) : "${r.kind}:${r.name}"]', 'user:kim', 'group:lee'],
      ['[templatefile("t/m.tftpl", { who = "user:a" })]', 'user:a@example.org'],
      ['[trimspace(file("x.txt")), file("./정책.dat")]', 'user:x', 'k'],
      ['[for f in fileset(path.module, "*.{csv,txt}") : f]', 'who.csv', 'x.txt'],
      ['[for f in fileset(path.module, "**") : f if endswith(f, "l")]', 't/m.tftpl'],
      ['[for f in fileset(".", "*.dat") : f]', '정책.dat'],
      ['[file("none.txt")]', 'members file: none.txt'],
    ] as const)
      assert.deepEqual(await membersOf(folderOf({ ...files, 'main.tf': reading(expression) })), expected, expression);
  });

  test('are those of the workspace alone', async () => {
    const folder = folderOf({
      'secret.txt': 'user:secret',
      'work/in.txt': 'user:in',
      'work/main.tf': reading(
        '[file("in.txt"), file("../secret.txt"), file("link.txt"), file("folder/secret.txt"), "${file("own.txt")}-own"]',
      ),
      'work/more/main.tf': reading('fileset("../folder", "*.txt")'),
    });
    const absolute = reading(`[file("${folder}/secret.txt")]`);
    symlinkSync('../secret.txt', join(folder, 'work/link.txt'));
    symlinkSync('..', join(folder, 'work/folder'));
    symlinkSync('in.txt', join(folder, 'work/own.txt'));
    writeFileSync(join(folder, 'work/absolute.tf'), absolute.replace('"b"', '"c"'));
    const told = await membersOf(join(folder, 'work'));
    assert.deepEqual(told, [
      'user:in',
      'user:in-own',
      `members file: ${folder}/secret.txt`,
      'members file: ../secret.txt',
      'members file: link.txt',
      'members file: folder/secret.txt',
      'members file: ../folder',
    ]);
  });

  test('are read from the repository around what is given, up to a size', async () => {
    const folder = folderOf({
      '.git/HEAD': '',
      'shared.txt': 'user:shared',
      'large.txt': Buffer.alloc(9 * 1024 * 1024, 'a'),
      'latin.txt': Buffer.from([0xe9]),
      'infra/main.tf': reading('[file("../shared.txt"), file("../large.txt"), file("../latin.txt")]'),
    });
    assert.deepEqual(await membersOf(folder, 'infra'), [
      'user:shared',
      'members file: ../large.txt',
      'members file: ../latin.txt',
    ]);
  });
});

test('a.tofu is read in the place of a.tf', async () => {
  const { grants } = await inJson(
    folderOf({
      'a.tf': member('a', '"roles/viewer"'),
      'a.tofu': member('b', '"roles/viewer"'),
      'c.tf': member('c', '"roles/viewer"'),
      'override.tofu': 'resource "google_project_iam_member" "c" {\n  role = "roles/editor"\n}\n',
    }),
  );
  assert.deepEqual(
    grants.map((row: { role: string; member: string }) => `${row.member} ${row.role}`),
    ['user:b@example.org roles/viewer', 'user:c@example.org roles/editor'],
  );
});

test('what follows from a default or a file of variables is marked, what a call gives isn’t', async () => {
  const grant =
    'resource "google_project_iam_member" "a" {\n  project = "p"\n  role    = "roles/viewer"\n  member  = var.who\n}\n';
  const variable = 'variable "who" {\n  default = "user:usual@example.org"\n}\n';
  const counted = `variable "on" {\n  default = 1\n}\n${grant.replace('"a"', '"counted"').replace('var.who', '"user:counted@example.org"').replace('{\n', '{\n  count = var.on\n')}`;
  const folder = folderOf({
    'a/main.tf': grant + variable + counted,
    'b/main.tf': grant + variable,
    'b/terraform.tfvars': 'who = "user:given@example.org"\n',
    'c/main.tf': 'module "m" {\n  source = "../m"\n  who    = "user:called@example.org"\n}\n',
    'm/main.tf': grant + variable,
  });
  const { grants } = await inJson(folder);
  assert.deepEqual(
    grants.map(({ member: who, assumed }: Record<string, unknown>) => [who, assumed]),
    [
      ['user:usual@example.org', true],
      ['user:counted@example.org', true],
      ['user:given@example.org', true],
      ['user:called@example.org', undefined],
    ],
  );
  const { out } = await run(folder, ['grants']);
  assert.deepEqual(
    out.split('\n').flatMap((line) => (line.startsWith('user:') ? line.endsWith(' *') : [])),
    [true, true, true, false],
  );
  assert.match(out, /^\* follows from the default/m);
  const { out: csv } = await run(folder, ['grants', '--format', 'csv']);
  assert.doesNotMatch(csv, /\*/);
});

describe('the project of a resource that has none is that of the provider’s configuration', () => {
  const topic = (name: string, more = '') =>
    `resource "google_pubsub_topic_iam_member" "${name}" {\n  topic = "t"\n  role = "roles/pubsub.viewer"\n  member = "user:${name}@example.org"\n${more}}\n`;
  const provider = (project: string, more = '') => `provider "google" {\n  project = ${project}\n${more}}\n`;
  const alias = (name: string) => provider(`"p-${name}"`, `  alias = "${name}"\n`);
  /** What each of them is granted on, without what all have in common, and whether that is assumed. */
  const resources = async (files: Record<string, string>) => {
    const { grants, unknown } = await inJson(folderOf(files));
    assert.deepEqual(unknown, []);
    return grants.map(({ address, resource, assumed }: Record<string, unknown>) =>
      [String(address).replace('google_pubsub_topic_iam_member.', ''), resource, ...(assumed ? ['assumed'] : [])].join(' '),
    );
  };
  const full = (project: string) => `//pubsub.googleapis.com/projects/${project}/topics/t`;

  test('by its name and alias, in JSON too', async () => {
    const own = '  project = "own"\n';
    const main =
      provider('"p"') +
      alias('eu') +
      topic('a') +
      topic('b', '  provider = google.eu\n') +
      topic('c', own) +
      topic('d', '  provider = google.none\n') +
      topic('e', '  provider = google-beta\n') +
      topic('f', '  project = null\n');
    assert.deepEqual(await resources({ 'main.tf': main }), [
      `a ${full('p')}`,
      `b ${full('p-eu')}`,
      `c ${full('own')}`,
      'd topics/t',
      'e topics/t',
      `f ${full('p')}`,
    ]);
    const json = JSON.stringify({
      provider: { google: [{ project: 'p' }, { project: 'q', alias: 'x' }] },
      resource: { google_pubsub_topic_iam_member: { a: { topic: 't', role: 'r', member: 'm', provider: 'google.x' } } },
    });
    assert.deepEqual(await resources({ 'main.tf.json': json }), [`a ${full('q')}`]);
  });

  test('through modules, by default or as they are given it', async () => {
    const call = (name: string, more = '') => `module "${name}" {\n  source = "./m"\n${more}}\n`;
    const main =
      provider('"p"') +
      alias('eu') +
      call('a') +
      call('b', '  providers = { google = google.eu }\n') +
      call('c', '  providers = { google.x = google.eu }\n') +
      call('d', '  providers = { google = google, google.x = google.eu }\n');
    const files = { 'main.tf': main, 'm/main.tf': topic('t') + topic('x', '  provider = google.x\n') };
    const expected = [
      `module.a.t ${full('p')}`,
      'module.a.x topics/t',
      `module.b.t ${full('p-eu')}`,
      'module.b.x topics/t',
      'module.c.t topics/t',
      `module.c.x ${full('p-eu')}`,
      `module.d.t ${full('p')}`,
      `module.d.x ${full('p-eu')}`,
    ];
    assert.deepEqual(await resources(files), expected);
    // A block that merely says that it takes one changes nothing; one of its own counts.
    const proxies = 'provider "google" {}\nprovider "google" {\n  alias = "x"\n}\n';
    assert.deepEqual(await resources({ ...files, 'm/proxies.tf': proxies }), expected);
    const own = await resources({ ...files, 'm/own.tf': provider('"m"') });
    assert.equal(own[0], `module.a.t ${full('m')}`);
  });

  test('where it isn’t known, or nothing needs it, nothing is said of it', async () => {
    const main = (project: string) =>
      `variable "known" {\n  default = "v"\n}\nvariable "open" {}\n${provider(project)}${topic('a')}${topic('b').replace('"t"', '"projects/z/topics/t"')}`;
    assert.deepEqual(await resources({ 'main.tf': main('var.known') }), [`a ${full('v')} assumed`, `b ${full('z')}`]);
    assert.deepEqual(await resources({ 'main.tf': main('var.open') }), ['a topics/t', `b ${full('z')}`]);
    assert.deepEqual(await resources({ 'main.tf': main('sensitive("s")') }), ['a topics/t', `b ${full('z')}`]);
    assert.deepEqual(await resources({ 'main.tf': `provider "google" {}\n${topic('a')}` }), ['a topics/t']);
  });
});
