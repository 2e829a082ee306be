import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Position, SemanticTokens } from 'vscode-languageserver-protocol/node';
import { type Editor, everything, makeFolder, startEditor } from '../editor';

const nesting = {
  ...everything,
  textDocument: { ...everything.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};
const offering = (...positionEncodings: string[]) => ({ ...nesting, general: { positionEncodings } });

const yaml = `bindings: # 🔑 공개
- { condition: { title: "🔑 한글", expression: "true" }, role: roles/viewer, members: ["user:가@example.com", allUsers] }
- { role: roles/pubsub.publisher, etc: "👩‍👩‍👧", members: [group:batch@example.org, "user:"] }
`;
const members = `[${[
  '{"이름":"🔑 하나","preferredMemberKey":{"id":"user@example.org"}',
  '{"이름":"둘","preferredMemberKey":{"id":"ingest@example-project.iam.gserviceaccount.com"}',
]
  .map((member) => `${member},"groupKey":{"id":"batch@example.org"}}`)
  .join(',')}]`;

/** What both editors are asked, with positions as UTF-16 counts them. */
async function answersOf(editor: Editor, uri: string, at: (position: Position) => Position) {
  const textDocument = { uri };
  const ask = (method: string, params: object): Promise<unknown> =>
    editor.connection.sendRequest(method, { textDocument, ...params });
  const placeOf = (line: number, words: string) => {
    const character = yaml.split('\n')[line]?.indexOf(words) ?? -1;
    assert.ok(character > 0);
    return at({ line, character: character + 2 });
  };
  const allUsers = placeOf(1, 'allUsers');
  const group = placeOf(2, 'group:batch');
  const context = { diagnostics: [] };
  return {
    diagnostics: await editor.diagnostics(uri),
    hover: await ask('textDocument/hover', { position: allUsers }),
    completion: await ask('textDocument/completion', { position: placeOf(2, '"user:"') }),
    actions: await ask('textDocument/codeAction', { range: { start: allUsers, end: allUsers }, context }),
    groupActions: await ask('textDocument/codeAction', { range: { start: group, end: group }, context }),
    symbols: await ask('textDocument/documentSymbol', {}),
    lenses: await ask('textDocument/codeLens', {}),
    lookedAt: await editor.connection.sendRequest('leastwise/lookedAt', { uri, position: allUsers }),
  };
}

/** Turns bytes into UTF-16 wherever a position stands in an answer. */
function inUtf16(value: unknown, uri: string, texts: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => inUtf16(item, uri, texts));
  if (typeof value !== 'object' || value === null) return value;
  if ('line' in value && 'character' in value) {
    const line = Buffer.from(texts[uri]?.split('\n')[Number(value.line)] ?? '');
    return { line: value.line, character: line.subarray(0, Number(value.character)).toString().length };
  }
  const about = 'uri' in value ? String(value.uri) : uri;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inUtf16(item, about, texts)]));
}

function inUtf8({ line, character }: Position): Position {
  return { line, character: Buffer.byteLength(yaml.split('\n')[line]?.slice(0, character) ?? '') };
}

test('UTF-16 is spoken wherever it is offered or nothing is, and UTF-8 where that is offered without it', async () => {
  for (const [offered, chosen] of [
    [['utf-8', 'utf-16'], 'utf-16'],
    [['utf-32'], 'utf-16'],
    [[], 'utf-16'],
    [['utf-8', 'utf-32'], 'utf-8'],
  ] as const) {
    const editor = await startEditor({ capabilities: offering(...offered) });
    assert.equal(editor.initialized.capabilities.positionEncoding, chosen);
    await editor.stop();
  }
});

test('a client that counts bytes is told the same places as one that counts UTF-16', async (t) => {
  const folder = makeFolder({ 'members.json': members });
  t.after(folder.remove);
  const uri = folder.uriOf('policy.yaml');
  const texts = { [uri]: yaml, [folder.uriOf('members.json')]: members };
  const [wide, bytes] = await Promise.all(
    ['utf-16', 'utf-8'].map((encoding) => startEditor({ folders: [folder.uri], capabilities: offering(encoding) })),
  );
  assert.ok(wide && bytes);
  for (const editor of [wide, bytes]) {
    await editor.open(uri, yaml);
    await editor.indexed();
  }
  const expected = await answersOf(wide, uri, (position) => position);
  const told = await answersOf(bytes, uri, inUtf8);
  assert.notDeepEqual(told.diagnostics, expected.diagnostics);
  for (const [name, answer] of Object.entries(expected)) {
    assert.ok(JSON.stringify(answer).length > 10, name);
    assert.deepEqual(inUtf16(told[name as keyof typeof told], uri, texts), answer, name);
  }
  const related = expected.diagnostics.flatMap(({ relatedInformation = [] }) => relatedInformation);
  assert.deepEqual(related[0]?.location.range.start, { line: 0, character: members.lastIndexOf('{"이름"') });
  await Promise.all([wide.stop(), bytes.stop()]);
});

test('coloured words are as long in bytes as they are written', async () => {
  const word = 'serviceAccount:가나@example-project.iam.gserviceaccount.com';
  const text = `{"🔑":"한글","bindings":[{"role":"roles/viewer","members":["${word}"]}]}`;
  const editor = await startEditor({ capabilities: offering('utf-8') });
  const uri = 'file:///nowhere/policy.json';
  await editor.open(uri, text);
  const { data }: SemanticTokens = await editor.connection.sendRequest('textDocument/semanticTokens/full', {
    textDocument: { uri },
  });
  let column = 0;
  const shown: string[] = [];
  for (let token = 0; token < data.length; token += 5) {
    column += data[token + 1] ?? 0;
    shown.push(
      Buffer.from(text)
        .subarray(column, column + (data[token + 2] ?? 0))
        .toString(),
    );
  }
  assert.deepEqual(shown, ['roles/viewer', 'serviceAccount:', '가나@example-project.iam.gserviceaccount.com']);
  await editor.stop();
});

test('edits are taken where bytes count, also many in one notification and beyond the line', async () => {
  const editor = await startEditor({ capabilities: offering('utf-8') });
  const uri = 'file:///nowhere/policy.yaml';
  await editor.open(uri, '');
  let typed = '';
  for (const character of yaml) {
    const lines = typed.split('\n');
    const at = { line: lines.length - 1, character: Buffer.byteLength(lines.at(-1) ?? '') };
    await editor.change(uri, [{ range: { start: at, end: at }, text: character }]);
    typed += character;
  }
  const whole = 'file:///nowhere/whole.yaml';
  await editor.open(whole, yaml);
  assert.deepEqual(await editor.diagnostics(uri), await editor.diagnostics(whole));

  const line = yaml.split('\n')[1] ?? '';
  const start = { line: 1, character: Buffer.byteLength(line.slice(0, line.indexOf('allUsers'))) };
  const end = { line: 1, character: start.character + 'allUsers'.length };
  await editor.change(uri, [
    { range: { start: { line: 0, character: 500 }, end: { line: 0, character: 900 } }, text: ' 🔑' },
    { range: { start, end }, text: '"user:나@example.com"' },
    {
      range: { start, end: { line: 1, character: Buffer.byteLength(line) + 99 } },
      text: `allUsers${line.slice(line.indexOf('allUsers') + 8)}`,
    },
  ]);
  assert.deepEqual(await editor.diagnostics(uri), await editor.diagnostics(whole));
  await editor.stop();
});
