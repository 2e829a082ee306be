import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Editor, eventually, little, makeFolder, startEditor } from './editor';

const grant = `resource "google_storage_bucket_iam_member" "a" {
  bucket = "logs"
  role   = "roles/storage.objectViewer"
  member = local.who
}
`;
const locals = (who: string) => `locals {\n  who = "${who}"\n}\n`;
const open = '{"bindings":[{"role":"roles/storage.admin","members":["allUsers"]}]}';

const shown = ({ published }: Editor, uri: string) => {
  const last = published.findLast((params) => params.uri === uri);
  return last && { version: last.version, codes: last.diagnostics.map(({ code }) => code) };
};

test('a client that can neither pull nor register is told everything without being asked', async (t) => {
  const folder = makeFolder({ 'locals.tf': locals('user:ada@example.com') });
  t.after(folder.remove);
  const editor = await startEditor({ folders: [folder.uri], capabilities: little });
  const main = folder.uriOf('main.tf');
  await editor.open(main, grant);
  await editor.indexed();
  await eventually(() => assert.deepEqual(shown(editor, main), { version: 1, codes: [] }));

  // It may watch files and folders by itself.
  await editor.touched({ uri: folder.write('locals.tf', locals('allUsers')) });
  await eventually(() => assert.deepEqual(shown(editor, main), { version: 1, codes: ['allow-policy/public-access'] }));
  const version = await editor.change(main, [{ text: `\n${grant}` }]);
  await eventually(() => assert.deepEqual(shown(editor, main), { version, codes: ['allow-policy/public-access'] }));
  await editor.configure({ leastwise: { rules: { 'allow-policy/*': 'off' } } });
  await eventually(() => assert.deepEqual(shown(editor, main), { version, codes: [] }));
  await editor.configure({ leastwise: {} });
  await eventually(() => assert.deepEqual(shown(editor, main)?.codes, ['allow-policy/public-access']));
  await editor.close(main);
  await eventually(() => assert.deepEqual(shown(editor, main), { version: undefined, codes: [] }));
  assert.deepEqual(editor.registered, []);
  assert.equal(editor.refreshes(), 0);
  await editor.stop();
});

test('null is what a client lacks, not what it has', async () => {
  const missing = {
    general: { positionEncodings: null },
    textDocument: {
      diagnostic: null,
      publishDiagnostics: { tagSupport: null, relatedInformation: null },
      codeAction: { codeActionLiteralSupport: null },
      hover: null,
      completion: null,
      documentSymbol: null,
    },
    workspace: {
      workspaceEdit: { documentChanges: true, changeAnnotationSupport: null, resourceOperations: null },
      diagnostics: null,
    },
    window: null,
  };
  const uri = 'file:///nowhere/policy.json';
  const editor = await startEditor({ capabilities: JSON.parse(JSON.stringify(missing)) });
  assert.equal(editor.initialized.capabilities.positionEncoding, 'utf-16');
  await editor.open(uri, open);
  await eventually(() => assert.deepEqual(shown(editor, uri), { version: 1, codes: ['allow-policy/public-access'] }));
  const at = { line: 0, character: 58 };
  assert.deepEqual(await editor.actions(uri, { start: at, end: at }), []);
  await editor.stop();
});

test('folders that come twice, within each other, or go without ever having come are taken as they are', async (t) => {
  const folder = makeFolder({ 'locals.tf': locals('allUsers'), 'below/locals.tf': locals('allUsers') });
  t.after(folder.remove);
  const editor = await startEditor({ folders: [folder.uri] });
  const change = (added: readonly string[], removed: readonly string[]) => {
    const named = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: uri }));
    return editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: named(added), removed: named(removed) },
    });
  };
  const knows = (files: number) =>
    eventually(async () => {
      const { complete, files: known } = await editor.statistics();
      assert.deepEqual([complete, known], [true, files]);
    });
  await knows(2);
  await change([folder.uri, `${folder.uri}/`, folder.uriOf('below')], ['file:///never/there', 'nonsense']);
  await knows(2);
  await change([], [folder.uri]);
  await knows(1);
  await change([], [folder.uri, folder.uriOf('below')]);
  await knows(0);
  await change([folder.uri, 'file:///never/there', 'nonsense'], []);
  await knows(2);
  await editor.stop();
});

test('a client that is told of workspace folders but cannot register still has them followed', async (t) => {
  const folder = makeFolder({ 'locals.tf': locals('allUsers') });
  t.after(folder.remove);
  const editor = await startEditor({ capabilities: { ...little, workspace: { workspaceFolders: true } } });
  await editor.indexed();
  const event = { added: [{ uri: folder.uri, name: 'a' }], removed: [] };
  await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  await eventually(async () => assert.equal((await editor.statistics()).files, 1));
  assert.deepEqual(editor.registered, []);
  await editor.stop();
});

test('settings of any shape leave everything else as it is', async () => {
  const wrong: readonly unknown[] = [
    null,
    'off',
    7,
    [],
    ['off'],
    { leastwise: null },
    { leastwise: 'off' },
    { leastwise: [{}] },
    { leastwise: { rules: 'off', exclude: 5, groups: [1], groupFiles: 'x', emergencyAccess: [], accessLevels: 3 } },
    { leastwise: { rules: { 'allow-policy/*': { deep: [] }, '': null }, exclude: [null, {}], organizationDomains: { a: 1 } } },
    { leastwise: { rules: JSON.parse('{"__proto__":"off","constructor":"off"}') } },
  ];
  const uri = 'file:///nowhere/policy.json';
  const sent = await startEditor({ capabilities: little, options: 'nonsense' });
  await sent.open(uri, open);
  for (const settings of wrong) {
    await sent.configure(settings);
    assert.deepEqual(
      (await sent.diagnostics(uri)).map(({ code }) => code),
      ['allow-policy/public-access'],
      JSON.stringify(settings),
    );
  }
  await sent.stop();

  const asked = await startEditor({ folders: ['file:///nowhere'], filesExclude: ['**/*.json'] });
  await asked.open(uri, open);
  const answers = [null, 'off', {}, [], [7], ['off', 'off', 'off'], [{ rules: 3 }, { '**/*.json': 'yes' }], [[], []]];
  for (const answer of answers) {
    asked.connection.onRequest('workspace/configuration', () => answer);
    await asked.configure(null);
    assert.deepEqual(
      (await asked.diagnostics(uri)).map(({ code }) => code),
      ['allow-policy/public-access'],
      JSON.stringify(answer),
    );
  }
  asked.connection.onRequest('workspace/configuration', () => Promise.reject(new Error('no')));
  await asked.configure(null);
  assert.equal((await asked.diagnostics(uri)).length, 1);
  await asked.stop();
});
