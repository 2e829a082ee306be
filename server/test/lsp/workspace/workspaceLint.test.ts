import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublishDiagnosticsParams, WorkDoneProgressBegin } from 'vscode-languageserver-protocol/node';
import { rules } from '../../../src/rules/index.generated';
import { type Editor, eventually, everything, little, makeFolder, startEditor } from '../editor';

const open = '{"bindings":[{"role":"roles/browser","members":["allUsers"]}]}';
const fine = '{"bindings":[{"role":"roles/browser","members":["user:ann@example.org"]}]}';
const withProgress = { ...everything, window: { workDoneProgress: true } };

interface Result {
  readonly files: number;
  readonly findings: number;
  readonly cancelled: boolean;
}

const run = (editor: Editor): Promise<Result> => editor.connection.sendRequest('leastwise/lintWorkspace');

/** What the client shows of a file that is closed. */
function shown({ published }: Editor, uri: string): readonly (string | number | undefined)[] {
  const last: PublishDiagnosticsParams | undefined = published.findLast((params) => params.uri === uri);
  return (last?.diagnostics ?? []).map(({ code }) => code);
}

test('closed files are told of, until they are opened or written', async () => {
  const folder = makeFolder({ 'a.json': open, 'deep/b.json': open, 'c.json': fine, 'd.txt': open });
  const [a, b] = [folder.uriOf('a.json'), folder.uriOf('deep/b.json')];
  const editor = await startEditor({ folders: [folder.uri], capabilities: withProgress });
  assert.deepEqual(await run(editor), { files: 3, findings: 2, cancelled: false });
  assert.deepEqual(
    [a, b].map((uri) => shown(editor, uri)),
    [['allow-policy/public-access'], ['allow-policy/public-access']],
  );
  assert.equal(editor.published.length, 2);
  const begin = editor.progress.find(({ kind, title }) => kind === 'begin' && title.includes('checking'));
  assert.equal(begin?.cancellable, true);
  await editor.open(a, open);
  await eventually(() => assert.deepEqual(shown(editor, a), []));
  assert.equal((await editor.diagnostics(a)).length, 1);
  folder.write('deep/b.json', fine);
  await editor.touched({ uri: b });
  await eventually(() => assert.deepEqual(shown(editor, b), []));
  await editor.stop();
  folder.remove();
});

test('what an editor tells by itself of open documents is told of closed ones alone', async () => {
  const broken = '{"bindings":[{"role":"roles/browser","members":["user:ann@example.org"]}';
  const folder = makeFolder({ 'a.json': broken });
  const a = folder.uriOf('a.json');
  const editor = await startEditor({ folders: [folder.uri] });
  assert.equal((await run(editor)).findings, 1);
  assert.deepEqual(shown(editor, a), ['file/syntax']);
  await editor.open(a, broken);
  await eventually(() => assert.deepEqual(shown(editor, a), []));
  assert.deepEqual(await editor.diagnostics(a), []);
  assert.equal((await run(editor)).findings, 0);
  await editor.stop();
  folder.remove();
});

test('open files count as they are typed, and are not told of twice', async () => {
  const folder = makeFolder({ 'a.json': fine });
  const editor = await startEditor({ folders: [folder.uri] });
  await editor.open(folder.uriOf('a.json'), open);
  assert.deepEqual(await run(editor), { files: 1, findings: 1, cancelled: false });
  assert.deepEqual(editor.published, []);
  await editor.stop();
  folder.remove();
});

test('a second run takes back what is repaired, left out or gone', async () => {
  const folder = makeFolder({ 'a.json': open, 'b.json': open, 'c.json': open });
  const editor = await startEditor({ folders: [folder.uri], capabilities: little });
  assert.equal((await run(editor)).findings, 3);
  folder.write('.leastwise.json', '{"exclude":["b.json"]}');
  folder.write('c.json', undefined);
  await editor.touched({ uri: folder.uriOf('.leastwise.json') }, { uri: folder.uriOf('c.json'), type: 3 });
  await eventually(async () => assert.equal((await run(editor)).findings, 1));
  const codes = ['a.json', 'b.json', 'c.json'].map((name) => shown(editor, folder.uriOf(name)).length);
  assert.deepEqual(codes, [1, 0, 0]);
  await editor.stop();
  folder.remove();
});

test('the person can stop it, and a new run stops the one before', async () => {
  const folder = makeFolder(Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`${index}.json`, open])));
  const editor = await startEditor({ folders: [folder.uri], capabilities: withProgress });
  await editor.indexed();
  const [first, second] = await Promise.all([run(editor), run(editor)]);
  assert.deepEqual([first.cancelled, second.cancelled, second.files], [true, false, 400]);
  editor.connection.onNotification('$/progress', ({ token, value }: { token: string; value: WorkDoneProgressBegin }) => {
    if (value.kind === 'begin') void editor.connection.sendNotification('window/workDoneProgress/cancel', { token });
  });
  const stopped = await run(editor);
  assert.equal(stopped.cancelled, true);
  assert.ok(stopped.files < 400);
  await editor.stop();
  folder.remove();
});

test('all rules are listed in the user’s language, as severe as they are set', async () => {
  const editor = await startEditor({ folders: ['file:///none'], settings: { '*': { rules: { 'example/*': 'off' } } } });
  const listed: { id: string; severity: string; summary: string }[] = await editor.connection.sendRequest('leastwise/rules');
  assert.deepEqual(
    listed.map(({ id }) => id),
    rules.map(({ id }) => id).sort(),
  );
  const found = (id: string) => listed.find((rule) => rule.id === id);
  assert.equal(found('example/placeholder')?.severity, 'off');
  assert.equal(found('allow-policy/public-access')?.severity, 'error');
  assert.equal(
    found('allow-policy/public-access')?.summary,
    rules.find(({ id }) => id === 'allow-policy/public-access')?.summary,
  );
  await editor.stop();
  const korean = await startEditor({ options: { locale: 'ko' } });
  const [first]: { severity: string; summary: string }[] = await korean.connection.sendRequest('leastwise/rules');
  assert.match(first?.summary ?? '', /[가-힣]/);
  assert.match(first?.severity ?? '', /[가-힣]/);
  await korean.stop();
});
