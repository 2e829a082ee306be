import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Editor, eventually, type Folder, makeFolder, startEditor } from '../editor';

const modules = Array.from({ length: 10 }, (_, index) => `modules/m${index}`);
const filesOfModule = 28;

const binding = (name: string, members: string) => `resource "google_storage_bucket_iam_binding" "${name}" {
  bucket  = "bucket-${name}"
  role    = "roles/storage.objectViewer"
  members = [${members}]
}
`;
const locals = (who: string) => `locals {\n  who   = "${who}"\n  other = "user:ben@example.com"\n}\n`;
const listed = (...accounts: string[]) =>
  JSON.stringify(accounts.map((id) => ({ preferredMemberKey: { id }, groupKey: { id: 'batch@example.org' } })));
const account = (name: string) => `${name}@example-project.iam.gserviceaccount.com`;

/** By kind in turn: uses the module's local, the group, a local that isn't there, and nothing. */
const kinds = ['local.who', '"group:batch@example.org"', 'local.missing', '"user:ada@example.com"'];

function kindOf(name: string): string {
  const [, number = '0'] = /f(\d+)\.tf$/.exec(name) ?? [];
  return kinds[Number(number) % kinds.length] ?? '';
}

/** About 300 files in ten modules. */
function landingZone(t: TestContext): Folder {
  const folder = makeFolder({ 'members.json': listed(account('ingest')) });
  t.after(folder.remove);
  for (const module of modules) {
    folder.write(`${module}/locals.tf`, locals('user:ada@example.com'));
    for (let index = 0; index < filesOfModule; index++) folder.write(`${module}/f${index}.tf`, textOf(`${module}/f${index}.tf`));
  }
  return folder;
}

function textOf(name: string): string {
  const id = name.replace(/\W/g, '_');
  return `${binding(`${id}_a`, kindOf(name))}\n${binding(`${id}_b`, '"user:ben@example.com"')}`;
}

/** Some files of each module, with as many of each kind. */
const opened = modules.flatMap((module) => Array.from({ length: 8 }, (_, index) => `${module}/f${index}.tf`));

async function openAll(folder: Folder): Promise<Editor> {
  const editor = await startEditor({ folders: [folder.uri] });
  for (const name of opened) await editor.open(folder.uriOf(name), textOf(name));
  await editor.indexed();
  assert.equal((await editor.statistics()).files, modules.length * (filesOfModule + 1) + 1);
  await pullAll(editor, folder);
  return editor;
}

async function pullAll(editor: Editor, folder: Folder): Promise<void> {
  await Promise.all(opened.map((name) => editor.pull(folder.uriOf(name))));
}

/** How many roots of which files are checked anew because of `change`, the files being open. */
async function checkedBy(editor: Editor, folder: Folder, change: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = (await editor.statistics()).checks;
  await change();
  await pullAll(editor, folder);
  const after = Object.entries((await editor.statistics()).checks);
  const more = after.map(([uri, checks]) => [uri.slice(folder.uri.length + 1), checks - (before[uri] ?? 0)] as const);
  return Object.fromEntries(more.filter(([, count]) => count > 0));
}

const once = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 1]));

const usersOf = (kind: string, module = '') => opened.filter((name) => name.startsWith(module) && kindOf(name) === kind);

/** Until the facts of closed files have been joined anew. */
async function joinedAnew(editor: Editor, change: () => Promise<unknown>): Promise<void> {
  const { joins } = await editor.statistics();
  await change();
  await eventually(async () => assert.ok((await editor.statistics()).joins > joins));
}

test('an edit that changes no fact has one block checked', async (t) => {
  const folder = landingZone(t);
  const editor = await openAll(folder);
  const [name = ''] = opened;
  const text = textOf(name).replace('objectViewer', 'objectAdmin');
  assert.deepEqual(await checkedBy(editor, folder, () => editor.change(folder.uriOf(name), [{ text }])), once([name]));
  // Lines above move all blocks and change none.
  const moved = `\n\n${text}`;
  assert.deepEqual(await checkedBy(editor, folder, () => editor.change(folder.uriOf(name), [{ text: moved }])), {});
  await editor.stop();
});

test('an edit that changes a fact has those checked who use it, open or on the disk', async (t) => {
  const folder = landingZone(t);
  const editor = await openAll(folder);
  const users = usersOf('local.who', 'modules/m3/');
  assert.equal(users.length, 2);
  const name = 'modules/m3/locals.tf';
  const uri = folder.uriOf(name);
  // Opening a file has nothing checked but itself.
  assert.deepEqual(
    await checkedBy(editor, folder, async () => {
      await editor.open(uri, locals('user:ada@example.com'));
      await editor.pull(uri);
    }),
    once([name]),
  );
  assert.deepEqual(
    await checkedBy(editor, folder, async () => {
      await editor.change(uri, [{ text: locals('allUsers') }]);
      await editor.pull(uri);
    }),
    once([name, ...users]),
  );
  for (const user of users) {
    const found = await editor.diagnostics(folder.uriOf(user));
    assert.deepEqual(
      found.map(({ code }) => code),
      ['allow-policy/public-access'],
    );
  }
  const written = () =>
    joinedAnew(editor, () => editor.touched({ uri: folder.write('modules/m4/locals.tf', locals('user:eve@example.com')) }));
  assert.deepEqual(await checkedBy(editor, folder, written), once(usersOf('local.who', 'modules/m4/')));
  await editor.stop();
});

test('who is in a group concerns all who grant to it, and a file that comes or goes those who asked', async (t) => {
  const folder = landingZone(t);
  const editor = await openAll(folder);
  const list = (...accounts: string[]) =>
    joinedAnew(editor, () => editor.touched({ uri: folder.write('members.json', listed(...accounts.map(account))) }));
  const users = usersOf('"group:batch@example.org"');
  assert.equal(users.length, 20);
  assert.deepEqual(await checkedBy(editor, folder, () => list('ingest', 'export')), once(users));

  const missing = 'locals {\n  missing = "allUsers"\n}\n';
  const added = () => joinedAnew(editor, () => editor.touched({ uri: folder.write('modules/m5/more.tf', missing), type: 1 }));
  assert.deepEqual(await checkedBy(editor, folder, added), once(usersOf('local.missing', 'modules/m5/')));
  const nobodys = () =>
    joinedAnew(editor, () =>
      editor.touched({ uri: folder.write('modules/m6/more.tf', 'locals {\n  unused = "a"\n}\n'), type: 1 }),
    );
  assert.deepEqual(await checkedBy(editor, folder, nobodys), {});
  const removed = () => joinedAnew(editor, () => editor.touched({ uri: folder.write('modules/m5/more.tf', undefined), type: 3 }));
  assert.deepEqual(await checkedBy(editor, folder, removed), once(usersOf('local.missing', 'modules/m5/')));
  await editor.stop();
});

test('what a finding points to in another file is told where it stands now, and nothing is checked for that', async (t) => {
  const folder = makeFolder({});
  t.after(folder.remove);
  const list = (...accounts: string[]) =>
    accounts.map((name) => `- preferredMemberKey: {id: ${account(name)}}\n  groupKey: {id: batch@example.org}\n`).join('');
  const members = folder.write('members.yaml', list('one', 'two'));
  const main = folder.uriOf('main.yaml');
  const editor = await startEditor({ folders: [folder.uri] });
  await editor.open(main, 'bindings:\n- role: roles/pubsub.publisher\n  members: [group:batch@example.org]\n');
  await editor.indexed();
  let resultId: string | undefined;
  const lines = async () => {
    const report = await editor.pull(main, resultId);
    assert.equal(report.kind, 'full');
    resultId = report.resultId;
    return report.items.flatMap(({ relatedInformation = [] }) =>
      relatedInformation.map(({ location }) => location.range.start.line),
    );
  };
  const checks = async () => (await editor.statistics()).checks[main];
  assert.deepEqual(await lines(), [0, 2]);
  const before = await checks();

  // On the disk.
  await editor.touched({ uri: folder.write('members.yaml', `# 하나\n${list('one', 'two')}`) });
  await eventually(async () => assert.deepEqual(await lines(), [1, 3]));
  // In the editor, which asks again by itself.
  await editor.open(members, `# 하나\n${list('one', 'two')}`);
  await editor.pull(members);
  const refreshes = editor.refreshes();
  await editor.change(members, [{ text: `\n\n\n${list('one', 'two')}` }]);
  await eventually(() => assert.ok(editor.refreshes() > refreshes));
  assert.deepEqual(await lines(), [3, 5]);
  assert.equal(await checks(), before);
  assert.deepEqual(await editor.pull(main, resultId), { kind: 'unchanged', resultId });

  // While other facts of the file change, too: those of another group, then of this one.
  const beside = list('three').replace('batch@', 'other@');
  await editor.change(members, [{ text: beside + list('one', 'two') }]);
  assert.deepEqual(await lines(), [2, 4]);
  assert.equal(await checks(), before);
  await editor.change(members, [{ text: list('new', 'one', 'two') }]);
  assert.deepEqual(await lines(), [0, 2, 4]);
  await editor.change(members, [{ text: `\n${list('one', 'two')}` }]);
  assert.deepEqual(await lines(), [1, 3]);
  // Closed without being saved, it is as it is on the disk.
  await editor.change(members, [{ text: `\n\n${list('one', 'two')}` }]);
  assert.deepEqual(await lines(), [2, 4]);
  await editor.close(members);
  await eventually(async () => assert.deepEqual(await lines(), [1, 3]));
  await editor.touched({ uri: folder.write('members.yaml', list('one', 'two')) });
  await eventually(async () => assert.deepEqual(await lines(), [0, 2]));
  await editor.stop();
});
