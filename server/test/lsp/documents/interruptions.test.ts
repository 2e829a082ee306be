import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { type Editor, type EditorOptions, everything, exitCode, makeFolder, startEditor } from '../editor';

const text =
  'resource "google_storage_bucket_iam_member" "a" {\n  bucket = "b"\n  role   = "roles/storage.admin"\n  member = "allUsers"\n}\n';
const position = { line: 3, character: 14 };

/** A workspace whose files come only when they are let go: until then, the index is on its way. */
function slowWorkspace() {
  const root = 'vscode-vfs://github/owner/repository';
  const names = Array.from({ length: 100 }, (_, index) => `${root}/m${index}/locals.tf`);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const options: EditorOptions = {
    folders: [root],
    served: Object.fromEntries(names.map((name) => [name, 'locals {\n  who = "allUsers"\n}\n'])),
    beforeRead: (uri) => (uri.endsWith('.tf') ? held : undefined),
  };
  return { root, options, letGo };
}

async function readingHasBegun(editor: Editor): Promise<void> {
  while (!editor.reads.some((uri) => uri.endsWith('.tf'))) await editor.statistics();
}

const requests = (uri: string): readonly (readonly [string, object])[] => {
  const textDocument = { uri };
  return [
    ['textDocument/diagnostic', { textDocument }],
    ['textDocument/hover', { textDocument, position }],
    ['textDocument/completion', { textDocument, position }],
    ['textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/codeLens', { textDocument }],
    ['textDocument/semanticTokens/full', { textDocument }],
    ['leastwise/explain', { uri }],
    ['leastwise/lookedAt', { uri, position }],
  ];
};

test('requests that are cancelled while the workspace is read are answered, and so are all others', async () => {
  const { root, options, letGo } = slowWorkspace();
  const editor = await startEditor(options);
  const uri = `${root}/main.tf`;
  await editor.open(uri, text);
  await readingHasBegun(editor);
  const outcomes = new Set<unknown>();
  for (let round = 0; round < 5; round++) {
    for (const [method, params] of requests(uri)) {
      const cancelling = new CancellationTokenSource();
      const answer = editor.connection.sendRequest(method, params, cancelling.token);
      cancelling.cancel();
      outcomes.add(
        await answer.then(
          () => 'answered',
          ({ code }: { code: number }) => code,
        ),
      );
    }
  }
  assert.deepEqual(
    [...outcomes].filter((outcome) => outcome !== 'answered'),
    [-32800],
  );
  for (const [method, params] of requests(uri)) assert.ok(await editor.connection.sendRequest(method, params), method);
  // What nobody sent can be cancelled, too.
  await editor.connection.sendNotification('$/cancelRequest', { id: 987_654 });
  assert.equal((await editor.statistics()).complete, false);
  letGo();
  await editor.indexed();
  assert.equal((await editor.diagnostics(uri)).length, 1);
  await editor.stop();
});

test('a check of the whole workspace can be cancelled before the workspace is read', async () => {
  const { options, letGo } = slowWorkspace();
  const editor = await startEditor({ ...options, capabilities: everything });
  await readingHasBegun(editor);
  const cancelling = new CancellationTokenSource();
  const answer = editor.connection.sendRequest('leastwise/lintWorkspace', cancelling.token);
  await editor.statistics();
  cancelling.cancel();
  await assert.rejects(answer, { code: -32800 });
  letGo();
  await editor.indexed();
  await editor.stop();
});

test('when it is shut down, nothing more is read, sent or answered', async () => {
  const { root, options, letGo } = slowWorkspace();
  const editor = await startEditor(options);
  await editor.open(`${root}/main.tf`, text);
  await readingHasBegun(editor);
  await editor.connection.sendRequest('shutdown');
  const { reads, status, log } = editor;
  const before = [reads.length, status.length, log.length, editor.refreshes()];
  letGo();
  await editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: `${root}/main.tf`, version: 2 },
    contentChanges: [],
  });
  for (let round = 0; round < 20; round++) {
    for (const [method, params] of requests(`${root}/main.tf`)) {
      await assert.rejects(editor.connection.sendRequest(method, params), { code: -32600 }, method);
    }
  }
  assert.deepEqual([reads.length, status.length, log.length, editor.refreshes()], before);
  const exit = exitCode(editor.server);
  await editor.connection.sendNotification('exit');
  assert.equal(await exit, 0);
});

test('it can be shut down while the files on the disk are read', async (t) => {
  const folder = makeFolder(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`m${index % 30}/f${index}.tf`, text])));
  t.after(folder.remove);
  const editor = await startEditor({ folders: [folder.uri] });
  assert.equal((await editor.statistics()).complete, false);
  await editor.stop();
});
