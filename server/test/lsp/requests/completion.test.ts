import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionList } from 'vscode-languageserver-protocol/node';
import { type Editor, everything, startEditor } from '../editor';

const withSnippets = {
  ...everything,
  textDocument: { ...everything.textDocument, completion: { completionItem: { snippetSupport: true } } },
};

async function ask(editor: Editor, uri: string, character: number, line = 0): Promise<CompletionList> {
  return editor.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position: { line, character } });
}

test('a client that takes snippets goes on typing inside of what was put in', async () => {
  const editor = await startEditor({ capabilities: withSnippets });
  assert.ok(editor.initialized.capabilities.completionProvider?.triggerCharacters?.includes('"'));
  await editor.open('file:///a.json', '{"bindings":[{"members":["us"]}]}');
  const { items, isIncomplete } = await ask(editor, 'file:///a.json', 28);
  assert.equal(isIncomplete, false);
  assert.deepEqual(items[0]?.textEdit, {
    range: { start: { line: 0, character: 25 }, end: { line: 0, character: 29 } },
    newText: '"user:$0"',
  });
  assert.equal(items[0]?.filterText, '"user:');
  assert.equal(items[0]?.insertTextFormat, 2);
  await editor.stop();
});

test('what is a sign in a snippet is escaped', async () => {
  const editor = await startEditor({ capabilities: withSnippets });
  await editor.open('file:///a.tf', 'resource "google_project_iam_member" "a" {\n  cond\n}\n');
  const { items } = await ask(editor, 'file:///a.tf', 6, 1);
  assert.equal(Object(items[0]?.textEdit).newText, 'condition {\n  $0\n\\}');
  await editor.stop();
});

test('another client gets plain text, and the accounts of other files', async () => {
  const editor = await startEditor({ clientName: 'Another' });
  await editor.open(
    'file:///a.tf',
    'resource "google_service_account" "app" {\n  account_id = "vm-app"\n  project = "example-project"\n}\n',
  );
  await editor.diagnostics('file:///a.tf');
  await editor.open('file:///b.yaml', 'bindings:\n- members:\n  - \n');
  const { items } = await ask(editor, 'file:///b.yaml', 4, 2);
  assert.equal(Object(items[0]?.textEdit).newText, 'user:');
  assert.equal(items[0]?.insertTextFormat, 1);
  assert.equal(items[0]?.command, undefined);
  assert.ok(items.some(({ label }) => label === 'serviceAccount:vm-app@example-project.iam.gserviceaccount.com'));
  await editor.stop();
});

test('what is typed just now counts, and what is not open has nothing', async () => {
  const editor = await startEditor();
  await editor.open('file:///a.json', '{}');
  await editor.change('file:///a.json', [{ text: '{"bindings":[{"role":""}]}' }]);
  assert.ok((await ask(editor, 'file:///a.json', 22)).items.length > 10);
  assert.equal(await ask(editor, 'file:///none.json', 0), null);
  await editor.stop();
});
