import assert from 'node:assert/strict';
import { chmodSync, closeSync, ftruncateSync, openSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Editor, eventually, makeFolder, startEditor } from '../editor';

const grant = `resource "google_storage_bucket_iam_member" "a" {
  bucket = "logs"
  role   = "roles/storage.objectViewer"
  member = local.who
}
`;
const locals = (who: string) => `locals {\n  who = "${who}"\n}\n`;
const isPublic = ['allow-policy/public-access'];

async function codes(editor: Editor, uri: string): Promise<(string | number | undefined)[]> {
  return (await editor.diagnostics(uri)).map(({ code }) => code);
}

function folderFor(t: TestContext, files: Record<string, string | Uint8Array>) {
  const folder = makeFolder(files);
  t.after(folder.remove);
  return { ...folder, path: (name: string) => join(fileURLToPath(folder.uri), name) };
}

test('links in a circle, files that are too large, of no encoding or closed to us keep nothing from being indexed', async (t) => {
  const folder = folderFor(t, {
    'marked.tf': Buffer.from(`\ufeff${locals('user:ada@example.com').replace('who', 'ada')}`),
    'deep/er/x.tf': 'locals {}\n',
    'utf16.tf': Buffer.from(`\ufeff${locals('allUsers')}`, 'utf16le'),
    'bytes.tf': Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x80, 0xc3, 0x28]),
    'closed.tf': 'locals {}\n',
  });
  symlinkSync('.', folder.path('round'));
  symlinkSync('..', folder.path('deep/up'));
  symlinkSync('b.tf', folder.path('a.tf'));
  symlinkSync('a.tf', folder.path('b.tf'));
  symlinkSync('nowhere.tf', folder.path('dangling.tf'));
  chmodSync(folder.path('closed.tf'), 0);
  const huge = openSync(folder.path('huge.json'), 'w');
  // A file with a hole: as long as it says, and nothing on the disk.
  ftruncateSync(huge, 50 * 1024 * 1024);
  closeSync(huge);
  const editor = await startEditor({ folders: [folder.uri] });
  const main = folder.uriOf('main.tf');
  await editor.open(main, grant);
  await editor.indexed();
  await eventually(async () => assert.deepEqual(await codes(editor, main), isPublic));
  await editor.stop();
});

test('a thousand changes at once, files that vanish while they are read and a folder that is renamed end in what is there', async (t) => {
  const folder = folderFor(t, { 'envs/one/locals.tf': locals('allUsers') });
  const editor = await startEditor({ folders: [folder.uri] });
  const before = folder.uriOf('envs/one/main.tf');
  await editor.open(before, grant);
  await editor.indexed();
  await eventually(async () => assert.deepEqual(await codes(editor, before), isPublic));

  const names = Array.from({ length: 1000 }, (_, index) => `many/m${index % 50}/file${index}.tf`);
  for (const name of names) folder.write(name, locals(name));
  await editor.touched(...names.map((name) => ({ uri: folder.uriOf(name), type: 1 as const })));
  // Gone again before anyone can have read them all.
  folder.write('many', undefined);
  await editor.touched(...names.map((name) => ({ uri: folder.uriOf(name), type: 3 as const })));
  await eventually(async () => assert.equal((await editor.statistics()).files, 2));

  await editor.close(before);
  renameSync(folder.path('envs'), folder.path('stages'));
  await editor.touched({ uri: folder.uriOf('envs'), type: 3 }, { uri: folder.uriOf('stages'), type: 1 });
  const after = folder.uriOf('stages/one/main.tf');
  await editor.open(after, grant);
  await eventually(async () => assert.deepEqual(await codes(editor, after), isPublic));
  await editor.open(before, grant);
  await eventually(async () => assert.deepEqual(await codes(editor, before), []));
  await editor.stop();
});

test('what is open, and since when, decides nothing', async (t) => {
  const binding = (name: string) =>
    `resource "google_project_iam_binding" "${name}" {\n  project = "p"\n  role    = "roles/browser"\n  members = ["user:a@example.org"]\n}\n`;
  const files = { 'a.tf': binding('a'), 'b.tf': binding('b'), 'c.tf': binding('c') };
  const folder = folderFor(t, files);
  const said: unknown[] = [];
  for (const names of [['a.tf', 'b.tf', 'c.tf'], ['c.tf', 'b.tf', 'a.tf'], ['c.tf'], ['b.tf', 'c.tf']] as const) {
    const editor = await startEditor({ folders: [folder.uri] });
    for (const name of names) await editor.open(folder.uriOf(name), files[name]);
    await editor.indexed();
    await eventually(async () =>
      assert.equal((await editor.diagnostics(folder.uriOf('c.tf')))[0]?.relatedInformation?.length, 2),
    );
    said.push(await editor.diagnostics(folder.uriOf('c.tf')));
    await editor.stop();
  }
  for (const other of said) assert.deepEqual(other, said[0]);
});

test('two root folders that hold files of the same names know nothing of each other', async (t) => {
  const [one, two] = [locals('allUsers'), locals('user:ada@example.com')].map((text) => folderFor(t, { 'app/locals.tf': text }));
  assert.ok(one && two);
  const editor = await startEditor({ folders: [one.uri, two.uri] });
  const [first, second] = [one.uriOf('app/main.tf'), two.uriOf('app/main.tf')];
  await editor.open(first, grant);
  await editor.open(second, grant);
  await editor.indexed();
  await eventually(async () => assert.deepEqual(await codes(editor, first), isPublic));
  assert.deepEqual(await codes(editor, second), []);
  await editor.touched({ uri: one.write('app/locals.tf', locals('user:ada@example.com')) });
  await editor.touched({ uri: two.write('app/locals.tf', locals('allUsers')) });
  await eventually(async () => assert.deepEqual(await codes(editor, second), isPublic));
  assert.deepEqual(await codes(editor, first), []);
  await editor.stop();
});
