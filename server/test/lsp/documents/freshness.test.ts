import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Editor, makeFolder, startEditor } from '../editor';

const names = (who: string, count: number, level: string) => `locals {
  who   = "${who}"
  count = ${count}
}
resource "google_access_context_manager_access_level" "${level}" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/accessLevels/${level}"
  title  = "${level}"
}
`;
const main = `resource "google_storage_bucket_iam_member" "b" {
  count  = local.count
  bucket = "b"
  role   = "roles/storage.admin"
  member = "user:ada@example.com"
}
resource "google_storage_bucket_iam_member" "a" {
  bucket = "b"
  role   = "roles/storage.admin"
  member = local.who
}
resource "google_access_context_manager_access_level" "needy" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/accessLevels/needy"
  title  = "needy"
  basic {
    conditions {
      required_access_levels = [""]
    }
  }
}
`;
const states = [names('user:ada@example.com', 1, 'office'), names('allUsers', 0, 'airport')] as const;
const onMember = { line: 9, character: 13 };
const inLevels = { line: 17, character: main.split('\n')[17]?.indexOf('""') ?? 0 };

/** Every kind of request about a document, and about files that are closed. */
const requests: Readonly<Record<string, (editor: Editor, uri: string) => Promise<unknown>>> = {
  diagnostic: (editor, uri) => editor.diagnostics(uri),
  hover: (editor, uri) => editor.hover(uri, onMember),
  codeAction: (editor, uri) => editor.actions(uri, { start: onMember, end: onMember }),
  completion: (editor, uri) =>
    about(editor, 'textDocument/completion', uri, { position: { ...inLevels, character: inLevels.character + 1 } }),
  documentSymbol: (editor, uri) => about(editor, 'textDocument/documentSymbol', uri),
  semanticTokens: (editor, uri) => about(editor, 'textDocument/semanticTokens/full', uri),
  codeLens: (editor, uri) => about(editor, 'textDocument/codeLens', uri),
  explain: (editor, uri) => editor.connection.sendRequest('leastwise/explain', { uri }),
  lookedAt: (editor, uri) => editor.connection.sendRequest('leastwise/lookedAt', { uri, position: onMember }),
  lintWorkspace: (editor) => editor.connection.sendRequest('leastwise/lintWorkspace'),
};

function about(editor: Editor, method: string, uri: string, more: object = {}): Promise<unknown> {
  return editor.connection.sendRequest(method, { textDocument: { uri }, ...more });
}

for (const [name, ask] of Object.entries(requests)) {
  test(`${name} sees what was edited in another document right before`, async (t) => {
    const { editor, uris } = await editorWith(t, states[0]);
    const { editor: other, uris: others } = await editorWith(t, states[1]);
    const before = comparable(await ask(editor, uris.main), uris);
    const expected = comparable(await ask(other, others.main), others);
    // Colours are those of the text itself, whatever others say.
    if (name !== 'semanticTokens') assert.notDeepEqual(before, expected, 'the answer must depend on the other document');
    await editor.change(uris.names, [{ text: states[1] }]);
    assert.deepEqual(comparable(await ask(editor, uris.main), uris), expected);
    await Promise.all([editor.stop(), other.stop()]);
  });
}

interface Uris {
  readonly folder: string;
  readonly main: string;
  readonly names: string;
}

async function editorWith(t: TestContext, text: string): Promise<{ readonly editor: Editor; readonly uris: Uris }> {
  const folder = makeFolder({
    'names.tf': states[0],
    'main.tf': main,
    'closed.tf': main.replaceAll(/(?<= ")(?=(?:a|b|needy)" \{)/g, 'c_'),
  });
  t.after(folder.remove);
  const editor = await startEditor({ folders: [folder.uri] });
  const uris = { folder: folder.uri, main: folder.uriOf('main.tf'), names: folder.uriOf('names.tf') };
  await editor.open(uris.main, main);
  await editor.open(uris.names, text);
  await editor.indexed();
  await editor.diagnostics(uris.main);
  return { editor, uris };
}

function comparable(answer: unknown, { folder }: Uris): string {
  return JSON.stringify(answer).replaceAll(folder, '');
}
