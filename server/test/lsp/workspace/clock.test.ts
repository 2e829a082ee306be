import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Editor, eventually, little, makeFolder, startEditor } from '../editor';

const text = `bindings:
- role: roles/storage.objectViewer
  # leastwise: ignore[allow-policy/public-access] the site is public, until 2027-01-31
  members: [allUsers]
`;
const lastDay = '2027-01-31T23:59:00Z';
const dayAfter = '2027-02-01T00:01:00Z';

async function codes(editor: Editor, uri: string): Promise<(string | number | undefined)[]> {
  return (await editor.diagnostics(uri)).map(({ code }) => code);
}

test('a suppression runs out while a document stays open, and holds again when the clock is set back', async () => {
  const editor = await startEditor({ clock: lastDay });
  const uri = 'file:///nowhere/policy.yaml';
  await editor.open(uri, text);
  assert.deepEqual(await codes(editor, uri), []);
  await editor.setClock(dayAfter);
  const after = await codes(editor, uri);
  assert.ok(after.includes('allow-policy/public-access'), String(after));
  // As it is said to one who opens it only now.
  const late = await startEditor({ clock: dayAfter });
  await late.open(uri, text);
  assert.deepEqual(after, await codes(late, uri));
  await editor.setClock(lastDay);
  assert.deepEqual(await codes(editor, uri), []);
  await editor.stop();
  await late.stop();
});

test('so does an entry of a settings file', async (t) => {
  const entry = {
    rule: 'allow-policy/public-access',
    path: 'policy.json',
    at: '/bindings/0/members/0',
    reason: 'public',
    until: '2027-01-31',
  };
  const folder = makeFolder({ '.leastwise.json': JSON.stringify({ ignore: [entry] }) });
  t.after(folder.remove);
  const editor = await startEditor({ folders: [folder.uri], clock: lastDay });
  const uri = folder.uriOf('policy.json');
  await editor.open(uri, '{"bindings":[{"role":"roles/storage.objectViewer","members":["allUsers"]}]}');
  assert.deepEqual(await codes(editor, uri), []);
  await editor.setClock(dayAfter);
  assert.ok((await codes(editor, uri)).includes('allow-policy/public-access'));
  await editor.setClock(lastDay);
  assert.deepEqual(await codes(editor, uri), []);
  await editor.stop();
});

test('a client that is sent what is found is sent it anew with the next thing that happens', async () => {
  const editor = await startEditor({ clock: lastDay, capabilities: little });
  const uri = 'file:///nowhere/policy.yaml';
  const shown = () => editor.published.findLast((sent) => sent.uri === uri)?.diagnostics.map(({ code }) => code);
  await editor.open(uri, text);
  await eventually(() => assert.deepEqual(shown(), []));
  await editor.setClock(dayAfter);
  await editor.open('file:///nowhere/other.yaml', 'a: 1\n');
  await eventually(() => assert.ok(shown()?.includes('allow-policy/public-access')));
  await editor.stop();
});
