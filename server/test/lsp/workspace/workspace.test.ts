import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Editor, eventually, everything, little, makeFolder, startEditor } from '../editor';

const grant = (member: string) => `resource "google_storage_bucket_iam_member" "a" {
  bucket = "logs"
  role   = "roles/storage.objectViewer"
  member = ${member}
}
`;
const locals = (who: string) => `locals {\n  who = "${who}"\n}\n`;
const everyone = 'allUsers';
const ada = 'user:ada@example.com';

async function codes(editor: Editor, uri: string): Promise<(string | number | undefined)[]> {
  return (await editor.diagnostics(uri)).map(({ code }) => code);
}

function folderFor(t: TestContext, files: Record<string, string | Uint8Array>) {
  const folder = makeFolder(files);
  t.after(folder.remove);
  return folder;
}

test('a file on the disk that changes, goes and comes back changes what is said of an open one', async (t) => {
  const folder = folderFor(t, { 'locals.tf': locals(everyone) });
  const editor = await startEditor({ folders: [folder.uri] });
  const main = folder.uriOf('main.tf');
  await editor.open(main, grant('local.who'));
  await editor.indexed();
  await eventually(async () => assert.deepEqual(await codes(editor, main), ['allow-policy/public-access']));

  const refreshes = editor.refreshes();
  await editor.touched({ uri: folder.write('locals.tf', locals(ada)) });
  await eventually(() => assert.ok(editor.refreshes() > refreshes));
  await eventually(async () => assert.deepEqual(await codes(editor, main), []));

  await editor.touched({ uri: folder.write('locals.tf', locals(everyone)) });
  await eventually(async () => assert.deepEqual(await codes(editor, main), ['allow-policy/public-access']));
  await editor.touched({ uri: folder.write('locals.tf', undefined), type: 3 });
  await eventually(async () => assert.deepEqual(await codes(editor, main), []));
  await editor.touched({ uri: folder.write('locals.tf', locals(everyone)), type: 1 });
  await eventually(async () => assert.deepEqual(await codes(editor, main), ['allow-policy/public-access']));
  await editor.stop();
});

test('a client that cannot pull is sent the findings of other open files again', async (t) => {
  const folder = folderFor(t, {});
  const editor = await startEditor({ folders: [folder.uri], capabilities: little });
  const main = folder.uriOf('main.tf');
  const other = folder.uriOf('locals.tf');
  const shown = () => editor.published.findLast(({ uri }) => uri === main)?.diagnostics.map(({ code }) => code);
  await editor.open(main, grant('local.who'));
  await editor.open(other, locals(ada));
  await eventually(() => assert.deepEqual(shown(), []));
  await editor.change(other, [{ text: locals(everyone) }]);
  await eventually(() => assert.deepEqual(shown(), ['allow-policy/public-access']));
  await editor.stop();
});

test('documents that are opened together know of each other', async (t) => {
  const folder = folderFor(t, {});
  const editor = await startEditor({ folders: [folder.uri], capabilities: little });
  const main = folder.uriOf('main.tf');
  await editor.indexed();
  await Promise.all([editor.open(main, grant('local.who')), editor.open(folder.uriOf('locals.tf'), locals(everyone))]);
  await eventually(() => {
    const shown = editor.published.findLast(({ uri }) => uri === main);
    assert.deepEqual(
      shown?.diagnostics.map(({ code }) => code),
      ['allow-policy/public-access'],
    );
  });
  await editor.stop();
});

test('what was typed in one document counts in the next answer about another', async (t) => {
  const folder = folderFor(t, {});
  const editor = await startEditor({ folders: [folder.uri] });
  const [main, other] = [folder.uriOf('main.tf'), folder.uriOf('locals.tf')];
  await editor.open(main, grant('local.who'));
  await editor.open(other, locals(ada));
  assert.deepEqual(await codes(editor, other), []);
  for (const [who, found] of [
    [everyone, ['allow-policy/public-access']],
    [ada, []],
  ] as const) {
    await editor.change(other, [{ text: locals(who) }]);
    assert.deepEqual(await codes(editor, main), found);
  }
  await editor.stop();
});

test('evidence that moves without telling anything else is shown where it stands now', async (t) => {
  const folder = folderFor(t, { 'locals.tf': locals(everyone) });
  const editor = await startEditor({ folders: [folder.uri] });
  const [main, own, other] = [folder.uriOf('main.tf'), folder.uriOf('own.tf'), folder.uriOf('locals.tf')];
  const evidence = async (uri: string) => {
    const [found] = await editor.diagnostics(uri);
    return found?.relatedInformation?.map(({ location }) => [location.uri === uri, location.range.start.line]);
  };
  await editor.open(main, grant('local.who'));
  await editor.open(own, grant('local.mine') + locals(everyone).replace('who', 'mine'));
  await editor.indexed();
  await eventually(async () => assert.deepEqual(await evidence(main), [[false, 1]]));
  // The literal is marked itself, and its use is the evidence.
  assert.deepEqual(await evidence(own), [[true, 3]]);

  const start = { line: 0, character: 0 };
  await editor.change(own, [{ range: { start, end: start }, text: '# one\n' }]);
  assert.deepEqual(await evidence(own), [[true, 4]]);
  await editor.change(own, [{ range: { start, end: start }, text: 'locals {\n  more = 1\n}\n' }]);
  assert.deepEqual(await evidence(own), [[true, 7]]);

  const refreshes = editor.refreshes();
  await editor.touched({ uri: folder.write('locals.tf', `# one\n${locals(everyone)}`) });
  await eventually(() => assert.ok(editor.refreshes() > refreshes));
  assert.deepEqual(await evidence(main), [[false, 2]]);
  await editor.open(other, `# one\n# two\n# three\n# four\n${locals(everyone)}`);
  await eventually(async () => assert.deepEqual(await evidence(main), [[false, 5]]));
  await editor.change(other, [{ range: { start, end: start }, text: '# zero\n' }]);
  assert.deepEqual(await evidence(main), [[false, 6]]);
  await editor.close(other);
  await eventually(async () => assert.deepEqual(await evidence(main), [[false, 2]]));
  await editor.stop();
});

test('an open document wins over its file until it is closed', async (t) => {
  const folder = folderFor(t, { 'locals.tf': locals(ada) });
  const editor = await startEditor({ folders: [folder.uri] });
  const main = folder.uriOf('main.tf');
  await editor.open(main, grant('local.who'));
  await editor.indexed();
  assert.deepEqual(await codes(editor, main), []);
  await editor.open(folder.uriOf('locals.tf'), locals(everyone));
  await eventually(async () => assert.deepEqual(await codes(editor, main), ['allow-policy/public-access']));
  await editor.touched({ uri: folder.write('locals.tf', `# saved by someone else\n${locals(ada)}`) });
  await editor.statistics();
  assert.deepEqual(await codes(editor, main), ['allow-policy/public-access']);
  await editor.close(folder.uriOf('locals.tf'));
  await eventually(async () => assert.deepEqual(await codes(editor, main), []));
  await editor.stop();
});

test('what changes no fact joins nothing, and what changes others’ facts is not linted again', async (t) => {
  const folder = folderFor(t, { 'locals.tf': locals(ada), 'other/locals.tf': locals(ada) });
  const editor = await startEditor({ folders: [folder.uri] });
  const main = folder.uriOf('main.tf');
  await editor.open(main, grant('local.who'));
  await editor.indexed();
  const report = await editor.pull(main);
  const before = await editor.statistics();
  await editor.touched({ uri: folder.write('locals.tf', `terraform {\n}\n\n${locals(ada)}`) });
  await editor.touched({ uri: folder.write('notes.tf', 'terraform {\n}\n'), type: 1 });
  await eventually(async () => assert.equal((await editor.statistics()).files, before.files + 1));
  assert.equal((await editor.statistics()).joins, before.joins);
  await editor.touched({ uri: folder.write('other/locals.tf', locals(everyone)) });
  await eventually(async () => assert.equal((await editor.statistics()).joins, before.joins + 1));
  assert.deepEqual(await editor.pull(main, report.resultId), { kind: 'unchanged', resultId: report.resultId });
  assert.equal(editor.refreshes(), 0);
  await editor.stop();
});

test('folders that come or go as a whole are noticed', async (t) => {
  const folder = folderFor(t, {});
  const editor = await startEditor({ folders: [folder.uri] });
  const main = folder.uriOf('infra/envs.prod/main.tf');
  await editor.open(main, grant('local.who'));
  await editor.indexed();
  folder.write('infra/envs.prod/locals.tf', locals(everyone));
  await editor.touched({ uri: folder.uriOf('infra'), type: 1 });
  await eventually(async () => assert.deepEqual(await codes(editor, main), ['allow-policy/public-access']));
  folder.write('infra', undefined);
  await editor.touched({ uri: folder.uriOf('infra'), type: 3 });
  await eventually(async () => assert.deepEqual(await codes(editor, main), []));
  await editor.stop();
});

test('a file that gives way to a folder is taken for one', async (t) => {
  const folder = folderFor(t, { data: '' });
  const editor = await startEditor({ folders: [folder.uri] });
  const main = folder.uriOf('data/main.tf');
  await editor.indexed();
  await editor.touched({ uri: folder.uriOf('data'), type: 1 });
  await editor.touched({ uri: folder.write('first.tf', locals(ada)), type: 1 });
  await eventually(async () => assert.equal((await editor.statistics()).files, 1));
  folder.write('data', undefined);
  folder.write('data/.gitignore', 'ignored.tf\n');
  folder.write('data/ignored.tf', locals(everyone));
  folder.write('data/other.tf', 'locals {}\n');
  await editor.touched({ uri: folder.uriOf('data'), type: 1 });
  await eventually(async () => assert.equal((await editor.statistics()).files, 2));
  await editor.open(main, grant('local.who'));
  assert.deepEqual(await codes(editor, main), []);
  await editor.stop();
});

test('root folders are kept apart, and come and go while the server runs', async (t) => {
  const one = folderFor(t, { 'locals.tf': locals(everyone), 'below/locals.tf': locals(ada) });
  const two = folderFor(t, { 'locals.tf': locals(ada), '.leastwise.json': '{"rules":{"allow-policy/*":"hint"}}' });
  const editor = await startEditor({ folders: [one.uri, `${two.uri}/`] });
  await editor.open(one.uriOf('main.tf'), grant('local.who'));
  await editor.open(two.uriOf('main.tf'), grant('local.who'));
  await editor.open(two.uriOf('more.tf'), grant('"allUsers"'));
  await editor.indexed();
  await eventually(async () => assert.deepEqual(await codes(editor, one.uriOf('main.tf')), ['allow-policy/public-access']));
  assert.deepEqual(await codes(editor, two.uriOf('main.tf')), []);
  assert.equal((await editor.diagnostics(two.uriOf('more.tf')))[0]?.severity, 4);

  const change = (event: { added: string[]; removed: string[] }) => {
    const folders = (uris: string[]) => uris.map((uri) => ({ uri, name: uri }));
    return editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: folders(event.added), removed: folders(event.removed) },
    });
  };
  const countsFiles = (files: number) => eventually(async () => assert.equal((await editor.statistics()).files, files));
  await countsFiles(7);
  await change({ added: [], removed: [one.uri] });
  // What is open keeps its own module, and nothing of what was below.
  await countsFiles(6);
  assert.deepEqual(await codes(editor, one.uriOf('main.tf')), ['allow-policy/public-access']);
  await change({ added: [one.uri], removed: [] });
  await countsFiles(7);
  await editor.stop();
});

test('what git ignores, tools install and settings exclude gives no facts', async (t) => {
  const folder = folderFor(t, {
    '.gitignore': 'ignored.tf\n',
    'ignored.tf': locals(everyone),
    'excluded.tf': locals(everyone),
    'hidden.tf': locals(everyone),
    '.terraform/modules/x/locals.tf': locals(everyone),
  });
  const editor = await startEditor({
    folders: [folder.uri],
    settings: { '*': { exclude: ['excluded.tf'] } },
    filesExclude: { '**/hidden.tf': true, '**/main.tf': false },
  });
  const main = folder.uriOf('main.tf');
  await editor.open(main, grant('local.who'));
  await editor.indexed();
  assert.deepEqual(await codes(editor, main), []);
  await editor.open(folder.uriOf('excluded.tf'), grant('"allUsers"'));
  assert.deepEqual(await codes(editor, folder.uriOf('excluded.tf')), []);
  // Opened on purpose, an ignored file is looked at, but others still don't see it.
  await editor.open(folder.uriOf('ignored.tf'), grant('"allUsers"') + locals(everyone));
  assert.deepEqual(await codes(editor, folder.uriOf('ignored.tf')), ['allow-policy/public-access']);
  assert.deepEqual(await codes(editor, main), []);
  await editor.touched({ uri: folder.write('.gitignore', '') });
  await eventually(async () => assert.deepEqual(await codes(editor, main), ['allow-policy/public-access']));
  await editor.stop();
});

test('settings come from the client and the nearest .leastwise.json, and are followed while they change', async (t) => {
  const folder = folderFor(t, {});
  const settings: Record<string, unknown> = { [folder.uri]: { rules: { 'allow-policy/public-access': 'information' } } };
  const editor = await startEditor({ folders: [folder.uri], settings });
  const main = folder.uriOf('deep/er/main.tf');
  const severity = async () => (await editor.diagnostics(main)).map((diagnostic) => diagnostic.severity);
  await editor.open(main, grant('"allUsers"'));
  assert.deepEqual(await severity(), [3]);
  await editor.indexed();

  const refreshes = editor.refreshes();
  settings[folder.uri] = { rules: { 'allow-policy/public-access': 'off' } };
  await editor.configure(null);
  await eventually(() => assert.ok(editor.refreshes() > refreshes));
  await eventually(async () => assert.deepEqual(await severity(), []));

  const file = folder.write('deep/.leastwise.json', '{"rules":{"allow-policy/public-access":"warning"}}');
  await editor.touched({ uri: file, type: 1 });
  await eventually(async () => assert.deepEqual(await severity(), [2]));
  await editor.open(file, '{"rules":{"allow-policy/public-access":"hint"}}');
  await eventually(async () => assert.deepEqual(await severity(), [4]));
  // While it can't be read, it counts as it was.
  await editor.change(file, [{ text: '{"rules":{"allow-policy/' }]);
  await eventually(() => assert.ok(editor.log.some((line) => line.includes('.leastwise.json'))));
  assert.deepEqual(await severity(), [4]);
  await editor.close(file);
  await eventually(async () => assert.deepEqual(await severity(), [2]));
  await editor.touched({ uri: folder.write('deep/.leastwise.json', undefined), type: 3 });
  await eventually(async () => assert.deepEqual(await severity(), []));
  await editor.stop();
});

test('a settings file that is open tells what is wrong with it, in the reader’s language', async (t) => {
  const text = '\ufeff{\n  "rules": {"allow-policy/public-access": "loud"},\n  "exclude": "gen"\n}';
  const folder = folderFor(t, { '.leastwise.json': text });
  const file = folder.uriOf('.leastwise.json');
  for (const [locale, words] of [
    ['en', /rules\["allow-policy\/public-access"\] must be "error"/],
    ['ko', /rules\["allow-policy\/public-access"\] 값은 "error"/],
  ] as const) {
    const editor = await startEditor({ folders: [folder.uri], locale });
    await editor.open(file, text.slice(1));
    const [first, second] = await editor.diagnostics(file);
    assert.match(String(first?.message), words);
    assert.deepEqual(first?.range, { start: { line: 1, character: 42 }, end: { line: 1, character: 48 } });
    assert.deepEqual([second?.range.start.line, second?.severity, second?.source], [2, 2, 'leastwise']);
    await editor.change(file, [{ text: '{ "rules": ' }]);
    assert.deepEqual(
      (await editor.diagnostics(file)).map(({ severity }) => severity),
      [1],
    );
    await editor.change(file, [{ text: '{}' }]);
    assert.deepEqual(await editor.diagnostics(file), []);
    await editor.stop();
  }
});

test('settings of any wrong type leave the usual ones', async (t) => {
  for (const wrong of [[], 1, 'x', { rules: [] }, { rules: { '*': {} }, exclude: { a: 1 }, groups: [[]], ignore: 'x' }]) {
    const folder = folderFor(t, { '.leastwise.json': JSON.stringify(wrong), 'deep/.leastwise.json': 'null' });
    const editor = await startEditor({ folders: [folder.uri], settings: { '*': wrong }, filesExclude: wrong });
    for (const main of [folder.uriOf('main.tf'), folder.uriOf('deep/main.tf')]) {
      await editor.open(main, grant('"allUsers"'));
      assert.deepEqual(await codes(editor, main), ['allow-policy/public-access']);
    }
    await editor.configure({ leastwise: wrong });
    await editor.configure(wrong);
    assert.deepEqual(await codes(editor, folder.uriOf('main.tf')), ['allow-policy/public-access']);
    await editor.stop();
  }
});

test('a client that cannot be asked sends its settings', async (t) => {
  const folder = folderFor(t, {});
  const capabilities = { textDocument: { diagnostic: {} } };
  const options = { settings: { rules: { 'allow-policy/public-access': 'off' } } };
  const editor = await startEditor({ folders: [folder.uri], capabilities, options });
  const main = folder.uriOf('main.tf');
  await editor.open(main, grant('"allUsers"'));
  assert.deepEqual(await codes(editor, main), []);
  await editor.configure({ leastwise: { rules: { 'allow-policy/public-access': 'hint' } } });
  assert.deepEqual(await codes(editor, main), ['allow-policy/public-access']);
  await editor.stop();
});

test('the index survives what the disk holds', async (t) => {
  const folder = folderFor(t, {
    'latin1.tf': Buffer.from(`# Café\n${locals(everyone)}`, 'latin1'),
    'half.tf': 'locals {\n  other = "',
    'huge.json': `{"preferredMemberKey":"${'x'.repeat(9 * 1024 * 1024)}"}`,
    'odd name %41 [한글].tf': 'locals {}\n',
  });
  const editor = await startEditor({ folders: [folder.uri] });
  const main = folder.uriOf('main.tf');
  await editor.open(main, grant('local.who'));
  await editor.indexed();
  // Told of, but gone before anyone looks.
  await editor.touched(
    { uri: folder.uriOf('vanished.tf'), type: 1 },
    { uri: 'file:///%', type: 1 },
    { uri: 'nonsense', type: 2 },
  );
  await eventually(async () => assert.deepEqual(await codes(editor, main), ['allow-policy/public-access']));
  assert.equal((await editor.statistics()).files, 4);
  await editor.stop();
});

test('the client is asked to watch what matters, and told when the index is ready', async (t) => {
  const folder = folderFor(t, { 'locals.tf': locals(ada) });
  const editor = await startEditor({ folders: [folder.uri] });
  await editor.indexed();
  await eventually(() => assert.deepEqual(editor.status.at(-1), { state: 'ready', files: 1 }));
  assert.equal(editor.status[0]?.state, 'indexing');
  const watching = editor.registered.find(({ method }) => method === 'workspace/didChangeWatchedFiles');
  assert.match(JSON.stringify(watching), /"baseUri":"file:.*\.tofu/);
  assert.ok(editor.registered.some(({ method }) => method === 'workspace/didChangeConfiguration'));
  await editor.stop();
});

test('outside of every folder what is open is used', async () => {
  const editor = await startEditor();
  await editor.open('file:///nowhere/main.tf', grant('local.who'));
  await editor.open('file:///nowhere/locals.tf', locals(everyone));
  await eventually(async () => assert.deepEqual(await codes(editor, 'file:///nowhere/main.tf'), ['allow-policy/public-access']));
  assert.equal((await editor.statistics()).files, 2);
  await editor.stop();
});

test('an absence elsewhere is certain when the folders are read, and the folder of a file that is open by itself', async (t) => {
  const one = folderFor(t, {});
  const two = folderFor(t, {
    'other.tf': 'output "x" {\n  value = google_storage_bucket_iam_member.a.id\n}\n',
    'below/main.tf': locals(everyone),
  });
  const three = folderFor(t, {});
  const editor = await startEditor({ folders: [one.uri] });
  // A grant may be taken away when nothing names it.
  const member = { start: { line: 3, character: 14 }, end: { line: 3, character: 14 } };
  const isRefused = async (uri: string) => {
    const [removal] = await editor.actions(uri, member);
    assert.ok(removal);
    return removal.disabled !== undefined;
  };
  await editor.indexed();
  await editor.open(one.uriOf('main.tf'), grant('"allUsers"'));
  assert.equal(await isRefused(one.uriOf('main.tf')), false);
  await editor.open(three.uriOf('main.tf'), grant('"allUsers"'));
  await eventually(async () => assert.equal(await isRefused(three.uriOf('main.tf')), false));
  await editor.open(two.uriOf('main.tf'), grant('"allUsers"'));
  assert.equal(await isRefused(two.uriOf('main.tf')), true);
  await eventually(async () => assert.equal((await editor.statistics()).files, 4));
  assert.equal(await isRefused(two.uriOf('main.tf')), true);
  const event = { added: [{ uri: two.uri, name: 'two' }], removed: [] };
  const added = editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  assert.equal(await isRefused(one.uriOf('main.tf')), true);
  await added;
  await editor.indexed();
  assert.equal(await isRefused(one.uriOf('main.tf')), false);
  assert.equal(await isRefused(two.uriOf('main.tf')), true);
  await editor.stop();
});

test('files that only the client can reach are asked of it', async () => {
  const root = 'vscode-vfs://github/owner/repository';
  const served = {
    [`${root}/locals.tf`]: locals(everyone),
    [`${root}/other.tf`]: locals(ada),
    [`${root}/.gitignore`]: 'other.tf\n',
    [`${root}/.leastwise.json`]: '{"rules":{"allow-policy/public-access":"hint"}}',
  };
  const editor = await startEditor({ folders: [root], served });
  await editor.open(`${root}/main.tf`, grant('local.who'));
  await editor.indexed();
  const [found] = await editor.diagnostics(`${root}/main.tf`);
  assert.deepEqual([found?.code, found?.severity], ['allow-policy/public-access', 4]);
  await editor.stop();
});

test('the folder of the open file is read first', async () => {
  const root = 'vscode-vfs://github/owner/repository';
  const names = [...Array.from({ length: 60 }, (_, index) => `a/${index}.tf`), 'z/locals.tf'];
  const served = Object.fromEntries(names.map((name) => [`${root}/${name}`, locals(ada)]));
  const editor = await startEditor({ folders: [root], served });
  await editor.open(`${root}/z/main.tf`, grant('local.who'));
  await editor.indexed();
  assert.equal(editor.reads.filter((uri) => uri.endsWith('.tf'))[0], `${root}/z/locals.tf`);
  assert.equal(new Set(editor.reads.filter((uri) => uri.endsWith('.tf'))).size, names.length);
  await editor.stop();
});

test('a large workspace shows its progress', async (t) => {
  const folder = folderFor(t, {});
  for (let index = 0; index < 150; index++) folder.write(`m${index % 20}/f${index}.tf`, locals(ada));
  const editor = await startEditor({
    folders: [folder.uri],
    capabilities: { ...everything, window: { workDoneProgress: true } },
  });
  await eventually(() => assert.equal(editor.progress.at(-1)?.kind, 'end'));
  assert.equal(editor.progress[0]?.kind, 'begin');
  assert.match(editor.progress[0]?.title ?? '', /Leastwise/);
  await editor.stop();
});
