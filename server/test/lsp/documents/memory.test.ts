import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Editor, eventually, makeFolder, startEditor } from '../editor';

const grant = (member: string) => `resource "google_storage_bucket_iam_member" "a" {
  bucket = "logs"
  role   = "roles/storage.objectViewer"
  member = ${member}
}
`;
const locals = (who: string) => `locals {\n  who = "${who}"\n}\n`;
const everyone = 'allUsers';
const ada = 'user:ada@example.com';
const found = ['allow-policy/public-access'];

async function codes(editor: Editor, uri: string): Promise<(string | number | undefined)[]> {
  return (await editor.diagnostics(uri)).map(({ code }) => code);
}

function folderFor(t: TestContext, files: Record<string, string> = {}) {
  const folder = makeFolder(files);
  t.after(folder.remove);
  return folder;
}

test('a file that is never saved tells others nothing any more once it is closed', async (t) => {
  const folder = folderFor(t);
  const editor = await startEditor({ folders: [folder.uri] });
  const [main, unsaved] = [folder.uriOf('main.tf'), folder.uriOf('unsaved.tf')];
  await editor.open(main, grant('local.who'));
  await editor.indexed();
  assert.deepEqual(await codes(editor, main), []);
  for (const texts of [[locals(everyone)], ['', locals(ada), locals(everyone)]]) {
    const [first = '', ...typed] = texts;
    await editor.open(unsaved, first);
    for (const text of typed) await editor.change(unsaved, [{ text }]);
    assert.deepEqual(await codes(editor, main), found);
    await editor.close(unsaved);
    await eventually(async () => assert.deepEqual(await codes(editor, main), []));
  }
  await editor.stop();
});

test('a file that is closed without being saved tells what it tells on the disk', async (t) => {
  const folder = folderFor(t, { 'saved.tf': locals(ada) });
  const editor = await startEditor({ folders: [folder.uri] });
  const [main, saved] = [folder.uriOf('main.tf'), folder.uriOf('saved.tf')];
  await editor.open(main, grant('local.who'));
  await editor.indexed();
  assert.deepEqual(await codes(editor, main), []);
  await editor.open(saved, locals(ada));
  await editor.change(saved, [{ text: locals(everyone) }]);
  assert.deepEqual(await codes(editor, main), found);
  await editor.close(saved);
  await eventually(async () => assert.deepEqual(await codes(editor, main), []));
  // Opened again, it is not as it was left.
  await editor.open(saved, locals(ada));
  assert.deepEqual(await codes(editor, main), []);
  await editor.stop();
});

test('a file outside of every folder that is never saved tells others nothing any more once it is closed', async () => {
  const editor = await startEditor();
  const [main, unsaved] = ['file:///nowhere/main.tf', 'file:///nowhere/unsaved.tf'];
  await editor.open(main, grant('local.who'));
  await editor.open(unsaved, locals(everyone));
  await eventually(async () => assert.deepEqual(await codes(editor, main), found));
  await editor.close(unsaved);
  await eventually(async () => assert.deepEqual(await codes(editor, main), []));
  await editor.stop();
});

const policy = '{"bindings":[{"role":"roles/storage.objectViewer","members":["allUsers"]}]}';

test('each of two folders counts the globs of one setting from its own top', async (t) => {
  const [one, two] = [folderFor(t), folderFor(t)];
  const editor = await startEditor({ folders: [one.uri, two.uri], settings: { '*': { exclude: ['/generated.json'] } } });
  await editor.indexed();
  for (const folder of [one, two]) {
    for (const name of ['generated.json', 'deep/generated.json']) {
      await editor.open(folder.uriOf(name), policy);
      assert.deepEqual(await codes(editor, folder.uriOf(name)), name === 'generated.json' ? [] : found, folder.uriOf(name));
    }
  }
  await editor.stop();
});

test('two folders have settings of their own, and go on having them when one of them changes', async (t) => {
  const [one, two] = [folderFor(t), folderFor(t)];
  const severity = (level: string) => ({ rules: { 'allow-policy/public-access': level } });
  const settings: Record<string, unknown> = { [one.uri]: severity('hint'), [two.uri]: severity('information') };
  const editor = await startEditor({ folders: [one.uri, two.uri], settings });
  const shown = async () => {
    const all = await Promise.all([one, two].map((folder) => editor.diagnostics(folder.uriOf('policy.json'))));
    return all.flat().map((diagnostic) => diagnostic.severity);
  };
  for (const folder of [one, two]) await editor.open(folder.uriOf('policy.json'), policy);
  assert.deepEqual(await shown(), [4, 3]);
  settings[one.uri] = severity('error');
  await editor.configure(null);
  await eventually(async () => assert.deepEqual(await shown(), [1, 3]));
  settings[one.uri] = severity('information');
  await editor.configure(null);
  await eventually(async () => assert.deepEqual(await shown(), [3, 3]));
  await editor.stop();
});

const publisher = (group: string) => `bindings:\n- role: roles/pubsub.publisher\n  members: [${group}]\n`;
const account = (name: string) => `serviceAccount:${name}@example-project.iam.gserviceaccount.com`;
const list = ['one', 'two']
  .map((name) => `- preferredMemberKey: {id: ${account(name).slice('serviceAccount:'.length)}}\n`)
  .join('');

for (const isOpen of [true, false]) {
  test(`a changed \`groupFiles\` counts for a list that is ${isOpen ? 'open' : 'closed'}`, async (t) => {
    const folder = folderFor(t, { 'members.yaml': list });
    const settings: Record<string, unknown> = {};
    const lists = async (group: string | undefined) => {
      settings['*'] = group === undefined ? {} : { groupFiles: { 'members.yaml': group } };
      await editor.configure(null);
    };
    const editor = await startEditor({ folders: [folder.uri], settings });
    const [a, b] = [folder.uriOf('a.yaml'), folder.uriOf('b.yaml')];
    await editor.open(a, publisher('group:a@example.org'));
    await editor.open(b, publisher('group:b@example.org'));
    if (isOpen) await editor.open(folder.uriOf('members.yaml'), list);
    await editor.indexed();
    const told = async () => (await Promise.all([a, b].map((uri) => codes(editor, uri)))).map(({ length }) => length);
    assert.deepEqual(await told(), [0, 0]);
    for (const [group, count] of [
      ['group:a@example.org', [1, 0]],
      ['group:b@example.org', [0, 1]],
      [undefined, [0, 0]],
      ['group:a@example.org', [1, 0]],
    ] as const) {
      await lists(group);
      await eventually(async () => assert.deepEqual(await told(), count, group));
    }
    await editor.stop();
  });
}

test('a module that is called twice is looked at for each of the calls', async (t) => {
  const folder = folderFor(t);
  const editor = await startEditor({ folders: [folder.uri] });
  const [main, calls] = [folder.uriOf('m/main.tf'), folder.uriOf('calls.tf')];
  const call = (name: string, who: string) => `module "${name}" {\n  source = "./m"\n  who    = "${who}"\n}\n`;
  await editor.open(main, `${grant('var.who')}variable "who" {}\n`);
  await editor.indexed();
  await editor.open(calls, call('a', everyone));
  for (const [text, expected] of [
    [call('a', everyone), found],
    [call('a', everyone) + call('b', ada), found],
    [call('a', ada) + call('b', ada), []],
    [call('a', ada) + call('b', everyone), found],
    [call('a', everyone) + call('b', everyone), found],
    [call('b', everyone), found],
  ] as const) {
    await editor.change(calls, [{ text }]);
    assert.deepEqual(await codes(editor, main), expected, text);
  }
  await editor.stop();
});
