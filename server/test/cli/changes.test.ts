import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { run } from './program';
import { replace, repositoryOf } from './repository';
import { faultsBySchema } from './schema';

type Files = Readonly<Record<string, string>>;

interface Row {
  readonly role: string;
  readonly member: string;
  readonly resource: string | null;
  readonly condition: { readonly title: string } | null;
  readonly file: string;
  readonly line: number;
}

interface Changes {
  readonly added: readonly Row[];
  readonly removed: readonly Row[];
  readonly changed: readonly { readonly before: Row; readonly after: Row }[];
  readonly unsure: readonly { readonly before: Row | null; readonly after: Row | null }[];
  readonly unknown: Readonly<Record<'added' | 'removed', readonly { readonly what: string; readonly why: string }[]>>;
}

const nothing: Changes = { added: [], removed: [], changed: [], unsure: [], unknown: { added: [], removed: [] } };

async function changesIn(folder: string, ...args: readonly string[]): Promise<Changes> {
  const { out, err, code } = await run(folder, ['grants', '--format', 'json', ...args]);
  assert.equal(err, '');
  assert.equal(code, 0);
  const told = JSON.parse(out);
  assert.deepEqual(faultsBySchema(told, JSON.parse(readFileSync('schemas/grant-changes.schema.json', 'utf8'))), []);
  return told;
}

/** What comes of access by putting these files in the place of those. */
async function between(before: Files, after: Files): Promise<Changes> {
  const folder = repositoryOf(before);
  replace(folder, after);
  return changesIn(folder, '--against', 'HEAD');
}

const pair = ({ role, member, resource }: Row) => [role, member, resource].join(' ');

const grant = (name: string, member: string, { role = 'roles/viewer', project = '"p"', more = '' } = {}) =>
  `resource "google_project_iam_member" "${name}" {\n  project = ${project}\n  role    = "${role}"\n  member  = ${member}\n${more}}\n`;

const condition = (expression: string) => `  condition {\n    title      = "hours"\n    expression = "${expression}"\n  }\n`;

const policy = (...members: readonly string[]) => JSON.stringify({ bindings: [{ role: 'roles/viewer', members }] });

describe('what a change does to access', () => {
  test('pairs that are added, removed, and have another condition, where each of them stands', async () => {
    const changes = await between(
      { 'a.tf': grant('kim', '"user:kim@e.org"') + grant('lee', '"user:lee@e.org"', { more: condition('true') }) },
      { 'a.tf': `\n\n${grant('lee', '"user:lee@e.org"', { more: condition('false') })}${grant('pak', '"user:pak@e.org"')}` },
    );
    assert.deepEqual(
      changes.added.map((row) => [row.member, row.file, row.line]),
      [['user:pak@e.org', 'a.tf', 12]],
    );
    assert.deepEqual(
      changes.removed.map((row) => [row.member, row.file, row.line]),
      [['user:kim@e.org', 'a.tf', 1]],
    );
    assert.deepEqual(
      changes.changed.map(({ before, after }) => [before.line, before.condition, after.line, after.condition]),
      [[6, { title: 'hours', expression: 'true' }, 3, { title: 'hours', expression: 'false' }]],
    );
    assert.deepEqual([changes.unsure, changes.unknown], [[], { added: [], removed: [] }]);
  });

  test('a condition that goes is another condition, and a second grant beside one is added', async () => {
    const [bare, timed] = [grant('a', '"user:a@e.org"'), grant('b', '"user:a@e.org"', { more: condition('true') })];
    const gone = await between({ 'a.tf': timed }, { 'a.tf': bare });
    assert.deepEqual(
      gone.changed.map(({ after }) => after.condition),
      [null],
    );
    const beside = await between({ 'a.tf': timed }, { 'a.tf': timed + bare });
    assert.deepEqual(
      beside.added.map((row) => row.condition),
      [null],
    );
    assert.deepEqual(beside.changed, []);
  });

  const literal = grant('a', '"user:a@e.org"') + grant('b', '"user:b@e.org"');
  const each = (list: string, project = '"p"') =>
    `resource "google_project_iam_member" "all" {\n  for_each = toset(${list})\n  project = ${project}\n  role = "roles/viewer"\n  member = "user:\${each.key}@e.org"\n}\n`;
  const variable = 'variable "project" {}\n';
  for (const [name, before, after] of [
    ['renamed', { 'a.tf': literal }, { 'b/c.tf': literal.replaceAll('"a"', '"c"') }],
    ['a loop', { 'a.tf': literal }, { 'a.tf': each('["b", "a"]') }],
    [
      'count',
      { 'a.tf': each('["a", "b"]') },
      {
        'a.tf': `locals {\n  l = ["a", "b"]\n}\n${grant('x', '"user:${local.l[count.index]}@e.org"', { more: '  count = 2\n' })}`,
      },
    ],
    [
      'into a module',
      { 'a.tf': literal },
      { 'a.tf': 'module "m" {\n  source = "./m"\n  project = "p"\n}\n', 'm/a.tf': variable + each('["a", "b"]', 'var.project') },
    ],
    [
      'one list of members',
      { 'a.tf': literal },
      {
        'a.tf':
          'resource "google_project_iam_binding" "x" {\n  project = "p"\n  role = "roles/viewer"\n  members = ["user:b@e.org", "user:a@e.org"]\n}\n',
      },
    ],
    ['written twice', { 'a.tf': literal + grant('c', '"user:a@e.org"') }, { 'a.tf': literal }],
    [
      'a variable that nobody sets, into a module',
      { 'a.tf': variable + literal.replaceAll('"p"', 'var.project') },
      {
        'a.tf': `${variable}module "m" {\n  source = "./m"\n  on = var.project\n}\n`,
        'm/a.tf': `variable "on" {}\n${each('["a", "b"]', 'var.on')}`,
      },
    ],
    ['the provider’s project', { 'a.tf': literal.replaceAll(/.*"p"\n/g, '') }, { 'a.tf': each('["a", "b"]', 'null') }],
    [
      'a document in another style',
      { 'a.json': policy('user:a@e.org') },
      { 'a.json': ` ${policy('user:a@e.org', 'user:a@e.org')}\n` },
    ],
  ] as const satisfies readonly (readonly [string, Files, Files])[]) {
    test(`another text for the same access: ${name}`, async () => {
      assert.deepEqual(await between(before, after), nothing);
    });
  }

  test('what is granted on is told apart as far as the text tells it', async () => {
    const on = (family: string, argument: string, value: string) =>
      `${variable}resource "google_${family}_iam_member" "x" {\n  ${argument} = ${value}\n  role = "roles/viewer"\n  member = "user:a@e.org"\n}\n`;
    const count = async (before: string, after: string) => {
      const { added, removed, unsure } = await between({ 'a.tf': before }, { 'a.tf': after });
      return [added.length, removed.length, unsure.length];
    };
    assert.deepEqual(await count(on('project', 'project', 'var.project'), on('folder', 'folder', 'var.project')), [1, 1, 0]);
    assert.deepEqual(await count(on('project', 'project', '"p"'), on('project', 'project', '"q"')), [1, 1, 0]);
    const [logs, data] = ['logs', 'data'].map((end) => on('storage_bucket', 'bucket', `"\${var.project}-${end}"`)) as [
      string,
      string,
    ];
    assert.deepEqual(await count(logs, logs), [0, 0, 0]);
    assert.deepEqual(await count(logs, data), [0, 0, 1]);
    // Put together of more than one name, it is the same at its own address alone.
    assert.deepEqual(await count(logs, logs.replace('"x"', '"y"')), [0, 0, 1]);
    const item = (index: number) => on('project', 'project', `var.project[${index}]`);
    assert.deepEqual(await count(item(0), item(1)), [0, 0, 1]);
    const service = (name: string) => on('cloud_run_service', `project = "p"\n  location = "l"\n  service`, `"${name}"`);
    assert.deepEqual(await count(service('a'), service('b')), [1, 1, 0]);
  });

  test('a member that moves between two things that are there before and after is added and removed', async () => {
    const documents = await between(
      { 'a.json': policy('user:a@e.org', 'user:b@e.org'), 'b.json': policy('user:b@e.org') },
      { 'a.json': policy('user:b@e.org'), 'b.json': policy('user:a@e.org', 'user:b@e.org') },
    );
    assert.deepEqual(
      [documents.added.map((row) => row.file), documents.removed.map((row) => row.file)],
      [['b.json'], ['a.json']],
    );
    const made = 'resource "google_project" "p" {\n  for_each = toset(["a", "b"])\n}\n';
    const grantIn = (name: string, key: string, member: string) =>
      grant(name, member, { project: `google_project.p["${key}"].project_id` });
    const others = grantIn('x', 'a', '"user:x@e.org"') + grantIn('y', 'b', '"user:x@e.org"');
    const projects = await between(
      { 'a.tf': made + others + grantIn('z', 'a', '"user:z@e.org"') },
      { 'a.tf': made + others + grantIn('z', 'b', '"user:z@e.org"') },
    );
    assert.deepEqual([projects.added.length, projects.removed.length, projects.unsure.length], [1, 1, 0]);
    const roots = await between(
      {
        'dev/a.tf': variable + grant('x', '"user:x@e.org"', { project: 'var.project' }),
        'prod/a.tf': variable + grant('y', '"user:y@e.org"', { project: 'var.project' }),
      },
      {
        'dev/a.tf': variable + grant('y', '"user:y@e.org"', { project: 'var.project' }),
        'prod/a.tf': variable + grant('x', '"user:x@e.org"', { project: 'var.project' }),
      },
    );
    assert.deepEqual([roots.added.length, roots.removed.length, roots.unsure.length], [2, 2, 0]);
  });

  test('what is unknown at one time is told as such, and as nothing else', async () => {
    const known = { 'a.tf': grant('x', '"user:a@e.org"') + grant('y', '"user:b@e.org"', { role: 'roles/editor' }) };
    const open = { 'a.tf': `variable "who" {}\n${grant('x', 'var.who')}` };
    const lost = await between(known, open);
    assert.deepEqual(lost.removed.map(pair), ['roles/editor user:b@e.org projects/p']);
    assert.deepEqual(
      lost.unsure.map(({ before, after }) => [before?.member, after]),
      [['user:a@e.org', null]],
    );
    assert.deepEqual(
      lost.unknown.added.map(({ what, why }) => [what, why]),
      [['members', 'variable: var.who']],
    );
    const found = await between(open, known);
    assert.deepEqual(found.added.map(pair), ['roles/editor user:b@e.org projects/p']);
    assert.deepEqual(
      found.unsure.map(({ before, after }) => [before, after?.member]),
      [[null, 'user:a@e.org']],
    );
    assert.equal(found.unknown.removed.length, 1);
    const resource = await between(known, { 'a.tf': known['a.tf'].replaceAll('"p"', 'google_project.p.project_id') });
    assert.deepEqual([resource.added, resource.removed], [[], []]);
    assert.deepEqual(
      resource.unsure.map(({ before, after }) => [before?.resource, after?.resource]),
      [
        ['projects/p', null],
        ['projects/p', null],
      ],
    );
    const timed = (expression: string) => ({
      'a.tf': `variable "when" {}\n${grant('x', '"user:a@e.org"', { more: condition(expression) })}`,
    });
    const when = await between(timed('true'), timed('${var.when}'));
    assert.deepEqual([when.changed.length, when.unsure.length], [0, 1]);
  });

  test('loops and modules that aren’t known any more keep what they granted from being told as removed', async () => {
    const loop = (each_: string) => ({
      'a.tf': `variable "all" {}\nresource "google_project_iam_member" "x" {\n  for_each = toset(${each_})\n  project = "p"\n  role = "roles/viewer"\n  member = each.key\n}\n${grant('y', '"user:y@e.org"')}`,
    });
    const { removed, unsure } = await between(loop('["user:a@e.org"]'), {
      'a.tf': loop('var.all')['a.tf'].replace(/resource "[^"]*" "y".*/s, ''),
    });
    assert.deepEqual(
      [removed.map(({ member }) => member), unsure.map(({ before }) => before?.member)],
      [['user:y@e.org'], ['user:a@e.org']],
    );
    const module = (source: string) => `module "m" {\n  source = "${source}"\n}\n`;
    const files = { 'a.tf': module('./m'), 'm/a.tf': grant('x', '"user:a@e.org"') };
    const away = await between(files, { 'a.tf': module('registry/m') });
    assert.deepEqual([away.removed, away.unsure.map(({ before }) => before?.member)], [[], ['user:a@e.org']]);
  });
});
