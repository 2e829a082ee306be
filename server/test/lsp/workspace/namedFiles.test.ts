import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Editor, eventually, makeFolder, startEditor } from '../editor';

const member = (name: string, value: string, count = 'for_each = toset') =>
  `resource "google_project_iam_member" "${name}" {\n  ${count}(${value})\n  project = "p"\n  role    = "roles/browser"\n  member  = each.value\n}\n`;
const rows = '[for r in csvdecode(file("${path.module}/data/who.csv")) : r.member]';
const csv = (...who: string[]) => `member\n${who.join('\n')}\n`;

/** What is found in an open file, and in which other files it comes from. */
const found = async (editor: Editor, uri: string) =>
  (await editor.diagnostics(uri))
    .filter(({ code }) => code === 'allow-policy/public-access')
    .flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ location }) => location.uri))
    .flatMap((from) => (from === uri ? [] : [from.replace(/^.*\//, '')]));
const settled = (editor: Editor) => eventually(async () => assert.equal((await editor.statistics()).settled, true));
const members = async (editor: Editor) => {
  const { grants, unknown } = await editor.connection.sendRequest<{
    readonly grants: readonly { readonly member: string }[];
    readonly unknown: readonly { readonly reason: string }[];
  }>('leastwise/grants', {});
  return [...grants.map((grant) => grant.member), ...unknown.map(({ reason }) => reason)];
};

test('a file of any ending that a text names is read, and an edit of it checks again what depends on it alone', async (t) => {
  const main = member('a', rows) + member('b', 'toset(["user:b@example.org"])', 'for_each = toset');
  const folder = makeFolder({ 'main.tf': main, 'data/who.csv': csv('user:a@example.org'), 'data/other.csv': csv('allUsers') });
  t.after(folder.remove);
  const uri = folder.uriOf('main.tf');
  const editor = await startEditor({ folders: [folder.uri] });
  await editor.open(uri, main);
  await editor.indexed();
  assert.deepEqual(await found(editor, uri), []);
  assert.deepEqual(await members(editor), ['user:a@example.org', 'user:b@example.org']);
  // Files of this name are watched, too.
  await settled(editor);
  const watched = JSON.stringify(editor.registered.at(-1)?.registerOptions);
  assert.match(watched, /\*\*\/who\.csv/);
  assert.doesNotMatch(watched, /other/);

  const checks = async () => (await editor.statistics()).checks[uri] ?? 0;
  const before = await checks();
  await editor.touched({ uri: folder.write('data/who.csv', csv('user:a@example.org', 'allUsers')) });
  await eventually(async () => assert.deepEqual(await found(editor, uri), ['who.csv']));
  assert.equal(await checks(), before + 1);
  await editor.touched({ uri: folder.write('data/other.csv', csv('user:x@example.org')) });
  await settled(editor);
  await editor.diagnostics(uri);
  assert.equal(await checks(), before + 1);
  // It comes and goes; what a text names no more is forgotten.
  await editor.touched({ uri: folder.write('data/who.csv', undefined), type: 3 });
  await eventually(async () => assert.deepEqual(await found(editor, uri), []));
  await editor.touched({ uri: folder.write('data/who.csv', csv('allUsers')), type: 1 });
  await eventually(async () => assert.deepEqual(await found(editor, uri), ['who.csv']));
  assert.deepEqual(await members(editor), ['allUsers', 'user:b@example.org']);
  const facts = async () => (await editor.statistics()).facts;
  const all = await facts();
  await editor.change(uri, [{ text: main.replace('who.csv', 'none.csv') }]);
  await eventually(async () => {
    assert.deepEqual(await found(editor, uri), []);
    assert.ok((await facts()) < all);
  });
  await editor.change(uri, [{ text: main }]);
  await eventually(async () => assert.deepEqual(await found(editor, uri), ['who.csv']));
  await eventually(async () => assert.equal(await facts(), all));
  await editor.stop();
});

test('files are named by patterns and templates, by other blocks and without an ending', async (t) => {
  const files: Record<string, string> = {
    'patterns/main.tf': member('a', '[for f in fileset(path.module, "who/*.txt") : trimspace(file("${path.module}/${f}"))]'),
    'patterns/who/a.txt': 'user:pattern-a@example.org\n',
    'patterns/who/b.txt': 'user:pattern-b@example.org\n',
    'folder/main.tf': member('a', '[for f in fileset("${path.module}/who", "*") : file("${path.module}/who/${f}")]'),
    'folder/who/KIM': 'user:folder@example.org',
    'folder/who/deep/LEE': 'user:deep@example.org',
    'handed/main.tf': `variable "from" {\n  default = "it.tsv"\n}\n${member('a', 'split("\\t", file("${path.module}/${var.from}"))')}`,
    'handed/it.tsv': 'user:h1@example.org\tuser:h2@example.org',
    'template/main.tf': member('a', '[for n in ["x"] : templatefile("${path.module}/${n}.tftpl", { who = n })]'),
    'template/x.tftpl': 'user:${who}@example.org',
    'bare/main.tf': member('a', '[file("${path.module}/MEMBER")]'),
    'bare/MEMBER': 'user:bare@example.org',
    'json/main.tf.json': JSON.stringify({
      resource: {
        google_project_iam_member: { a: { project: 'p', role: 'roles/browser', member: '${file("${path.module}/j.txt")}' } },
      },
    }),
    'json/j.txt': 'user:json@example.org',
  };
  const folder = makeFolder(files);
  t.after(folder.remove);
  const editor = await startEditor({ folders: [folder.uri] });
  assert.deepEqual(await members(editor), [
    'user:bare@example.org',
    'user:folder@example.org',
    'user:h1@example.org',
    'user:h2@example.org',
    'user:json@example.org',
    'user:pattern-a@example.org',
    'user:pattern-b@example.org',
    'user:x@example.org',
  ]);
  // A further one of the pattern.
  const uri = folder.uriOf('patterns/main.tf');
  await editor.open(uri, files['patterns/main.tf'] ?? '');
  assert.deepEqual(await found(editor, uri), []);
  await editor.touched({ uri: folder.write('patterns/who/c.txt', 'allUsers'), type: 1 });
  await eventually(async () => assert.deepEqual(await found(editor, uri), ['c.txt']));
  await editor.stop();
});

test('nothing outside of the folders, hidden, too large or no file is read', async (t) => {
  const read = (path: string) => `[trimspace(file("${path}"))]`;
  const names = ['../out.txt', 'link.txt', 'ignored.txt', 'hidden.txt', 'excluded.txt', 'large.txt', 'folder.txt', 'latin.txt'];
  const main = names.map((name, at) => member(`m${at}`, read(name))).join('');
  const outside = makeFolder({
    'out.txt': 'allUsers',
    'work/main.tf': main,
    'work/.gitignore': 'ignored.txt\n',
    'work/.leastwise.json': '{ "exclude": ["excluded.txt"] }',
    'work/ignored.txt': 'allUsers',
    'work/hidden.txt': 'allUsers',
    'work/excluded.txt': 'allUsers',
    'work/large.txt': `${' '.repeat(100_000)}allUsers`,
    'work/latin.txt': new Uint8Array([0xe9, 0x61]),
    'work/folder.txt/main.tf': '',
  });
  t.after(outside.remove);
  symlinkSync(fileURLToPath(outside.uriOf('out.txt')), join(fileURLToPath(outside.uriOf('work')), 'link.txt'));
  const uri = outside.uriOf('work/main.tf');
  const editor = await startEditor({ folders: [outside.uriOf('work')], filesExclude: { '**/hidden.txt': true } });
  await editor.open(uri, main);
  await editor.indexed();
  await settled(editor);
  assert.deepEqual(await found(editor, uri), []);
  const told = await members(editor);
  assert.equal(told.length, names.length, told.map((one) => one.trim()).join(' | '));
  // What findings stand on is bounded further than grants are.
  assert.deepEqual(
    told.filter((one) => one === 'allUsers'),
    ['allUsers'],
  );
  await editor.stop();
});

test('files that only the client can reach are read when a text names them', async () => {
  const main = 'memfs:/w/main.tf';
  const served = { [main]: member('a', rows), 'memfs:/w/data/who.csv': csv('allUsers'), 'memfs:/w/data/other.csv': csv('x') };
  const editor = await startEditor({ folders: ['memfs:/w'], served });
  await editor.open(main, member('a', rows));
  await editor.indexed();
  await eventually(async () => assert.equal((await found(editor, main)).length, 1));
  assert.deepEqual([...new Set(editor.reads.filter((uri) => uri.endsWith('.csv')))], ['memfs:/w/data/who.csv']);
  await editor.stop();
});
