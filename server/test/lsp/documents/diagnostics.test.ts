import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver-protocol/node';
import { eventually, little, startEditor } from '../editor';

const publicBinding = '{"bindings":[{"role":"roles/storage.admin","members":["allUsers"]}]}';
const allUsers = { start: { line: 0, character: 54 }, end: { line: 0, character: 64 } };
const uri = 'file:///nowhere/policy.json';

test('a pulled report says what is wrong, where, and which page tells more', async () => {
  const editor = await startEditor();
  await editor.open(uri, publicBinding);
  const [found, ...others] = await editor.diagnostics(uri);
  assert.deepEqual(others, []);
  assert.ok(found);
  assert.deepEqual(
    { ...found, message: wordsOf(found).includes('allUsers') },
    {
      range: allUsers,
      severity: 1,
      code: 'allow-policy/public-access',
      codeDescription: { href: 'leastwise:/rules/allow-policy/public-access.md' },
      source: 'leastwise',
      message: true,
    },
  );
  await editor.stop();
});

test('diagnostics are announced for pulling in the initialize result', async () => {
  const editor = await startEditor();
  const { diagnosticProvider, positionEncoding, textDocumentSync } = editor.initialized.capabilities;
  assert.deepEqual(diagnosticProvider, { identifier: 'leastwise', interFileDependencies: true, workspaceDiagnostics: false });
  assert.equal(positionEncoding, 'utf-16');
  assert.deepEqual(textDocumentSync, { openClose: true, change: 2 });
  await editor.stop();
});

test('a report that is still true is not sent again', async () => {
  const editor = await startEditor();
  await editor.open(uri, publicBinding);
  const first = await editor.pull(uri);
  const second = await editor.pull(uri, first.resultId);
  assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
  // An edit that changes no finding changes no report either.
  await editor.change(uri, [{ range: { start: allUsers.end, end: allUsers.end }, text: ',"user:ada@example.com"' }]);
  assert.deepEqual(await editor.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
  await editor.change(uri, [{ range: allUsers, text: '"user:bo@example.com"' }]);
  const third = await editor.pull(uri, first.resultId);
  assert.equal(third.kind, 'full');
  assert.deepEqual(third.items, []);
  await editor.stop();
});

test('a client that cannot pull is sent every version’s findings, in order, and none after closing', async () => {
  const editor = await startEditor({ capabilities: little });
  await editor.open(uri, publicBinding);
  await eventually(() => assert.deepEqual(editor.published.at(-1)?.diagnostics[0]?.range, allUsers));
  let last = 1;
  for (const text of ['"', 'allUser', '"allUsers"', '"user:bo@example.com"'])
    last = await editor.change(uri, [{ text: publicBinding.replace('"allUsers"', text) }]);
  await eventually(() => assert.equal(editor.published.at(-1)?.version, last));
  assert.deepEqual(editor.published.at(-1)?.diagnostics, []);
  const versions = editor.published.map(({ version }) => version ?? 0);
  assert.deepEqual(
    versions,
    [...versions].sort((a, b) => a - b),
  );
  await editor.change(uri, [{ text: publicBinding }]);
  await eventually(() => assert.equal(editor.published.at(-1)?.diagnostics.length, 1));
  await editor.close(uri);
  await eventually(() => assert.deepEqual(editor.published.at(-1), { uri, diagnostics: [] }));
  await editor.stop();
});

test('what a client cannot show is left out, and another editor gets pages that it can open', async () => {
  const plain = await startEditor({ capabilities: { textDocument: { diagnostic: {} } }, clientName: 'Neovim' });
  await plain.open(uri, publicBinding);
  assert.deepEqual(Object.keys((await plain.diagnostics(uri))[0] ?? {}).sort(), [
    'code',
    'message',
    'range',
    'severity',
    'source',
  ]);
  assert.deepEqual(plain.status, []);
  await plain.stop();
  const other = await startEditor({ clientName: 'Neovim' });
  await other.open(uri, publicBinding);
  const [found] = await other.diagnostics(uri);
  assert.match(found?.codeDescription?.href ?? '', /^file:\/\/.*\/docs\/rules\/allow-policy\/public-access\.md$/);
  await other.stop();
});

test('findings speak Korean to a Korean client, and the extension’s own choice wins', async () => {
  const korean = await startEditor({ locale: 'ko-KR' });
  await korean.open(uri, publicBinding);
  assert.match(wordsOf((await korean.diagnostics(uri))[0]), /[가-힣]/);
  await korean.stop();
  const english = await startEditor({ locale: 'ko', options: { locale: 'en' } });
  await english.open(uri, publicBinding);
  assert.match(wordsOf((await english.diagnostics(uri))[0]), /everybody/);
  await english.stop();
});

test('offsets are UTF-16: emoji and Korean before a finding do not displace it', async () => {
  const editor = await startEditor();
  const yaml =
    'bindings:\r\n- role: roles/viewer # 🔑 공개 👩‍👩‍👧\r\n  condition: {title: "🔑한글"}\r\n  members: ["user:가@example.com", allUsers]\r\n';
  await editor.open('file:///a/policy.yaml', yaml);
  const found = (await editor.diagnostics('file:///a/policy.yaml')).find(({ code }) => code === 'allow-policy/public-access');
  const character = yaml.split('\r\n')[3]?.indexOf('allUsers') ?? -1;
  assert.deepEqual(found?.range, { start: { line: 3, character }, end: { line: 3, character: character + 'allUsers'.length } });
  await editor.stop();
});

const typed = {
  'file:///a/policy.json': `{\n  "bindings": [\n    {"role": "roles/viewer", "members": ["user:🔑@example.com", "allUsers"]}\n  ]\n}\n`,
  'file:///a/policy.yaml':
    'bindings:\n- role: roles/viewer\n  members:\n  - allUsers # 한글\n- role: roles/editor\n  members: [allAuthenticatedUsers]\n',
  'file:///a/main.tf':
    'resource "google_storage_bucket_iam_member" "한글" {\n  bucket = "b"\n  role   = "roles/storage.admin"\n  member = "allUsers"\n}\n\nlocals {\n  a = <<-EOT\n    "한글"\n  EOT\n}\n',
};

for (const [address, text] of Object.entries(typed)) {
  test(`typed character by character, ${address} ends as if it had been opened whole`, async () => {
    const editor = await startEditor();
    await editor.open(address, '');
    const pulls: Promise<unknown>[] = [];
    let at = { line: 0, character: 0 };
    for (const character of text) {
      await editor.change(address, [{ range: { start: at, end: at }, text: character }]);
      at = character === '\n' ? { line: at.line + 1, character: 0 } : { ...at, character: at.character + character.length };
      pulls.push(editor.pull(address));
    }
    await Promise.all(pulls);
    const asTyped = await editor.diagnostics(address);
    assert.ok(asTyped.some(({ code }) => code === 'allow-policy/public-access'));
    await editor.close(address);
    await editor.open(address, text);
    assert.deepEqual(await editor.diagnostics(address), asTyped);
    await editor.stop();
  });
}

test('several changes in one notification build on each other', async () => {
  const editor = await startEditor();
  await editor.open(uri, publicBinding.replace('allUsers', ''));
  const at = (character: number) => ({ start: { line: 0, character }, end: { line: 0, character } });
  await editor.change(uri, [
    { range: at(55), text: 'all' },
    { range: at(58), text: 'Users' },
  ]);
  assert.deepEqual((await editor.diagnostics(uri))[0]?.range, allUsers);
  await editor.stop();
});

test('files of other kinds, and files that are no policies, get nothing', async () => {
  const editor = await startEditor();
  await editor.open('file:///a/notes.md', publicBinding, 'markdown');
  await editor.open('file:///a/node_modules/x/policy.json', publicBinding);
  await editor.open('file:///a/package.json', '{"name":"allUsers","members":["allUsers"]}');
  await editor.open('untitled:Untitled-1', publicBinding, 'json');
  assert.deepEqual(await editor.diagnostics('file:///a/notes.md'), []);
  assert.deepEqual(await editor.diagnostics('file:///a/node_modules/x/policy.json'), []);
  assert.deepEqual(await editor.diagnostics('file:///a/package.json'), []);
  assert.deepEqual(await editor.diagnostics('file:///a/never-opened.json'), []);
  assert.equal((await editor.diagnostics('untitled:Untitled-1')).length, 1);
  await editor.stop();
});

test('a language id makes a file ours whatever its ending', async () => {
  const editor = await startEditor();
  await editor.open('file:///a/policy', publicBinding, 'yaml');
  assert.equal((await editor.diagnostics('file:///a/policy')).length, 1);
  await editor.stop();
});

test('one document has one address, however the client spells it', async () => {
  const editor = await startEditor({ capabilities: little });
  await editor.open('file:///C:/some%20place/policy@1.json', publicBinding);
  await eventually(() => assert.equal(editor.published.at(-1)?.diagnostics.length, 1));
  assert.equal(editor.published.at(-1)?.uri, 'file:///C:/some%20place/policy@1.json');
  const report: { items?: Diagnostic[] } = await editor.connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri: 'file:///c%3A/some%20place/policy%401.json' },
  });
  assert.equal(report.items?.length, 1);
  await editor.stop();
});

test('broken, huge and deep texts are answered', async () => {
  const editor = await startEditor();
  const texts = [
    '{"bindings":[{"members":["all\ud800',
    `{"bindings":${'['.repeat(100_000)}`,
    '\0'.repeat(1000),
    `bindings:\n${'- '.repeat(20_000)}`,
    `{"a":"${'x'.repeat(9_000_000)}"}`,
    '['.repeat(100_000),
  ];
  // What is nested too deep or too long is told, save where the text is no nesting in the format; YAML in a file named as JSON is read as YAML.
  const told = new Set(['1.json', '1.yaml', '3.json', '3.yaml', '4.json', '4.yaml', '4.tf', '5.json', '5.yaml']);
  for (const [index, text] of texts.entries()) {
    for (const ending of ['json', 'yaml', 'tf']) {
      const address = `file:///deep/${index}.${ending}`;
      await editor.open(address, text);
      const codes = (await editor.diagnostics(address)).map(({ code }) => code);
      assert.deepEqual(codes, told.has(`${index}.${ending}`) ? ['file/too-large'] : [], address);
      await editor.close(address);
    }
  }
  await editor.stop();
});

test('a cancelled request is answered as cancelled, and the next one as usual', async () => {
  const editor = await startEditor();
  await editor.open(uri, publicBinding);
  const outcomes: unknown[] = [];
  for (let round = 0; round < 20; round++) {
    const cancelling = new CancellationTokenSource();
    const answer = editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, cancelling.token);
    cancelling.cancel();
    outcomes.push(
      await answer.then(
        () => 'answered',
        (error: { code: number }) => error.code,
      ),
    );
  }
  assert.ok(outcomes.includes(-32800));
  assert.ok(outcomes.every((outcome) => outcome === -32800 || outcome === 'answered'));
  assert.equal((await editor.diagnostics(uri)).length, 1);
  await editor.stop();
});

function wordsOf(diagnostic: Diagnostic | undefined): string {
  assert.equal(typeof diagnostic?.message, 'string');
  return String(diagnostic?.message);
}
