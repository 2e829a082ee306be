import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Range } from 'vscode-languageserver-protocol/node';
import { applyEdits } from '../../../src/text/edit';
import { lineTable } from '../../../src/text/lines/lineTable';
import { type Editor, eventually, everything, little, makeFolder, startEditor } from '../editor';

const uri = 'file:///nowhere/policy.json';
const policy = (member: string) => `{"bindings":[{"role":"roles/storage.admin","members":["${member}"]}]}`;
const open = policy('allUsers');
const fine = policy('user:ada@example.com');

const codes = async (editor: Editor, about = uri) => (await editor.diagnostics(about)).map(({ code }) => code);

function change(editor: Editor, version: number, text: string, about = uri): Promise<void> {
  return editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: about, version },
    contentChanges: [{ text }],
  });
}

test('versions that come again or go back count in the order in which they come', async () => {
  const editor = await startEditor();
  await editor.open(uri, fine);
  for (const version of [7, 7, 3, 3, 1]) {
    await change(editor, version, open);
    assert.deepEqual(await codes(editor), ['allow-policy/public-access']);
    await change(editor, version, fine);
    assert.deepEqual(await codes(editor), []);
  }
  await editor.stop();
});

test('a client that is told by itself gets the findings of the last text, whatever its version', async () => {
  const editor = await startEditor({ capabilities: little });
  await editor.open(uri, fine);
  await eventually(() => assert.equal(editor.published.length, 1));
  for (const [version, text, found] of [
    [5, open, 1],
    [5, fine, 0],
    [2, open, 1],
  ] as const) {
    await change(editor, version, text);
    await eventually(() => {
      assert.equal(editor.published.at(-1)?.version, version);
      assert.equal(editor.published.at(-1)?.diagnostics.length, found);
    });
  }
  await editor.stop();
});

test('what is opened or closed twice, or changed without being open, does no harm', async () => {
  const editor = await startEditor({ capabilities: little });
  await change(editor, 4, open);
  await editor.close(uri);
  assert.deepEqual(await codes(editor), []);
  await editor.open(uri, open);
  await editor.open(uri, fine);
  assert.deepEqual(await codes(editor), []);
  // Another language is another format.
  await editor.open(uri, 'bindings:\n- role: roles/storage.admin\n  members: [allUsers]\n', 'yaml');
  assert.deepEqual(await codes(editor), ['allow-policy/public-access']);
  await editor.close(uri);
  await editor.close(uri);
  await eventually(() => assert.deepEqual(editor.published.at(-1), { uri, diagnostics: [] }));
  await change(editor, 9, open);
  assert.deepEqual(await codes(editor), []);
  assert.deepEqual((await editor.statistics()).files, 0);
  await editor.stop();
});

test('ranges beyond the text, or turned round, mean what lies within it', async () => {
  const editor = await startEditor();
  const lines = open.replace('[{', '[\n{').replace('"members"', '\n"members"');
  const range = (...[line, character, toLine, toCharacter]: readonly [number, number, number, number]): Range => ({
    start: { line, character },
    end: { line: toLine, character: toCharacter },
  });
  const edits = [
    { range: range(7, 0, 9, 3), text: '\n\n' },
    { range: range(1, 900, 1, 905), text: ' ' },
    { range: range(-3, -1, 0, -5), text: '\n' },
    { range: range(99, 0, 100, 0), text: '\n{"한글":\n"🔑"}' },
    { range: range(6, 2, 900, 0), text: '' },
    { range: range(3, 11, 3, 10), text: '' },
  ];
  const seen = new Set<string>();
  let text = lines;
  await editor.open(uri, text);
  for (const edit of edits) {
    const table = lineTable(text);
    const [start = 0, end = 0] = [edit.range.start, edit.range.end].map(table.offsetAt).sort((a, b) => a - b);
    text = applyEdits(text, [{ range: { start, end }, newText: edit.text }]);
    await editor.change(uri, [edit]);
    const fresh = 'file:///nowhere/fresh.json';
    await editor.open(fresh, text);
    const expected = await editor.diagnostics(fresh);
    assert.deepEqual(await editor.diagnostics(uri), expected, text);
    seen.add(JSON.stringify(expected));
  }
  // The finding has moved with the text.
  assert.ok(seen.size > 1);
  await editor.stop();
});

test('thousands of edits in one notification end where they lead', async () => {
  const editor = await startEditor();
  const count = 2000;
  const binding = (member: string) => `- role: roles/storage.admin\n  members: ["${member}"]\n`;
  const yaml = `bindings:\n${binding('user:a@example.com').repeat(count)}`;
  const address = 'file:///nowhere/policy.yaml';
  await editor.open(address, yaml);
  const at = (line: number) => ({ start: { line, character: 13 }, end: { line, character: 31 } });
  // From the end to the start, as editors replace all.
  const edits = Array.from({ length: count }, (_, index) => ({ range: at(2 * (count - index)), text: 'allUsers' }));
  await editor.change(address, edits);
  const found = (await editor.diagnostics(address)).filter(({ code }) => code === 'allow-policy/public-access');
  assert.equal(found.length, count);
  await editor.stop();
});

test('of files that are not open, nothing is known and nothing goes wrong', async () => {
  const editor = await startEditor();
  const textDocument = { uri };
  const position = { line: 3, character: 3 };
  const context = { diagnostics: [] };
  const range = { start: position, end: position };
  const answers = await Promise.all(
    (
      [
        ['textDocument/hover', { textDocument, position }],
        ['textDocument/completion', { textDocument, position }],
        ['textDocument/semanticTokens/full', { textDocument }],
        ['leastwise/explain', { uri }],
        ['leastwise/lookedAt', { uri, position }],
        ['textDocument/codeAction', { textDocument, range, context }],
        ['textDocument/documentSymbol', { textDocument }],
        ['textDocument/codeLens', { textDocument }],
      ] as const
    ).map(([method, params]) => editor.connection.sendRequest(method, params)),
  );
  assert.deepEqual(answers, [null, null, null, null, null, [], [], []]);
  assert.deepEqual(await codes(editor), []);
  await editor.stop();
});

test('a report on a document that is not looked at stays the same', async () => {
  const editor = await startEditor();
  const notes = 'file:///nowhere/notes.md';
  await editor.open(notes, open, 'markdown');
  const { resultId } = await editor.pull(notes);
  assert.deepEqual(await editor.pull(notes, resultId), { kind: 'unchanged', resultId });
  await editor.stop();
});

test('a document that is closed while its requests wait is answered as closed, and opened again as usual', async (t) => {
  const folder = makeFolder({});
  t.after(folder.remove);
  const main = folder.uriOf('main.tf');
  const text =
    'resource "google_storage_bucket_iam_member" "a" {\n  bucket = "b"\n  role   = "roles/storage.admin"\n  member = "allUsers"\n}\n';
  const editor = await startEditor({ folders: [folder.uri], capabilities: everything });
  for (let round = 0; round < 20; round++) {
    await editor.open(main, text);
    const position = { line: 3, character: 14 };
    const waiting = [
      editor.pull(main),
      editor.hover(main, position),
      editor.actions(main, { start: position, end: position }),
      editor.connection.sendRequest('textDocument/semanticTokens/full', { textDocument: { uri: main } }),
    ];
    await editor.close(main);
    for (const answer of await Promise.all(waiting)) assert.ok(answer === null || typeof answer === 'object');
    assert.deepEqual(await codes(editor, main), []);
  }
  await editor.open(main, text);
  assert.deepEqual(await codes(editor, main), ['allow-policy/public-access']);
  await editor.stop();
});
