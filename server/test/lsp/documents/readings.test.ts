import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Editor, makeFolder, startEditor } from '../editor';

const blocks = 1000;
const block = (index: number) => `resource "google_project_iam_member" "m${index}" {
  project = "example-project"
  role    = "roles/browser"
  member  = "user:ada@example.com"
}
`;

/** Asks for everything that an editor shows of a document. */
async function askAll({ connection, hover, pull, actions }: Editor, uri: string) {
  const textDocument = { uri };
  const position = { line: 2, character: 15 };
  return {
    report: await pull(uri),
    hover: await hover(uri, position),
    symbols: await connection.sendRequest('textDocument/documentSymbol', { textDocument }),
    tokens: await connection.sendRequest('textDocument/semanticTokens/full', { textDocument }),
    lenses: await connection.sendRequest('textDocument/codeLens', { textDocument }),
    completion: await connection.sendRequest('textDocument/completion', { textDocument, position }),
    actions: await actions(uri, { start: position, end: position }),
    explained: await connection.sendRequest('leastwise/explain', { uri }),
    lookedAt: await connection.sendRequest('leastwise/lookedAt', { uri, position }),
  };
}

test('a keystroke is one reading of one block, whatever is asked of the document', async (t) => {
  const folder = makeFolder();
  t.after(folder.remove);
  const editor = await startEditor({ folders: [folder.uri] });
  await editor.indexed();
  const uri = folder.uriOf('main.tf');
  await editor.open(uri, Array.from({ length: blocks }, (_, index) => block(index)).join('\n'));
  await askAll(editor, uri);
  const reads = async () => (await editor.statistics()).reads[uri] ?? 0;
  const before = await reads();
  assert.ok(before >= blocks);
  const line = 6 * 500 + 3;
  await editor.change(uri, [{ range: { start: { line, character: 17 }, end: { line, character: 17 } }, text: 'x' }]);
  await askAll(editor, uri);
  assert.equal((await reads()) - before, 1);
  await editor.stop();
});

test('what a document is does not hang on which rules are on', async (t) => {
  const folder = makeFolder({ 'main.tf': block(0) });
  t.after(folder.remove);
  const asked = async (rules: Readonly<Record<string, string>>) => {
    const editor = await startEditor({ folders: [folder.uri], settings: { '*': { rules } } });
    await editor.indexed();
    const uri = folder.uriOf('main.tf');
    await editor.open(uri, block(0));
    const { report, actions, lookedAt, ...shown } = await askAll(editor, uri);
    await editor.stop();
    return shown;
  };
  const usual = await asked({});
  assert.ok(usual.hover && Object.values(usual).every((answer) => answer !== null));
  assert.deepEqual(await asked({ 'allow-policy/*': 'off', 'service-account/*': 'off', 'terraform/*': 'off' }), usual);
});
