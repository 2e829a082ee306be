import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Editor, startEditor } from '../editor';

const uri = 'file:///nowhere/policies.yaml';
const text = 'bindings:\n- role: roles/browser\n  members: [allUsers]\n';

const lookedAt = (editor: Editor, about: string, line = 2): Promise<string | null> =>
  editor.connection.sendRequest('leastwise/lookedAt', { uri: about, position: { line, character: 13 } });

test('what was looked at is told for a place of an open file, in the language asked for', async () => {
  const editor = await startEditor({ locale: 'ko' });
  await editor.open(uri, text);
  assert.match((await lookedAt(editor, uri)) ?? '', /허용 정책[\s\S]*`allow-policy\/public-access`: 발견/);
  assert.equal(await lookedAt(editor, 'file:///nowhere/else.yaml'), null);
  await editor.stop();
});

test('where a value comes from is told as it stands now', async () => {
  const editor = await startEditor();
  const [main, variables] = ['file:///nowhere/main.tf', 'file:///nowhere/variables.tf'];
  const text = 'variable "who" {\n  default = ["user:ada@example.com"]\n}\n';
  await editor.open(
    main,
    'resource "google_storage_bucket_iam_binding" "a" {\n  bucket = "b"\n  role = "roles/viewer"\n  members = var.who\n}\n',
  );
  await editor.open(variables, text);
  await editor.pull(variables);
  assert.match((await lookedAt(editor, main, 3)) ?? '', /variables\.tf:2`/);
  await editor.change(variables, [{ text: `${'\n'.repeat(40)}${text}` }]);
  await editor.pull(variables);
  assert.match((await lookedAt(editor, main, 3)) ?? '', /variables\.tf:42`/);
  await editor.stop();
});

test('of a file that is left out, the reason is told', async () => {
  const editor = await startEditor({ settings: { '*': { exclude: ['**/policies.yaml'] } } });
  await editor.open(uri, text);
  assert.match((await lookedAt(editor, uri)) ?? '', /`leastwise\.exclude`/);
  const tool = 'file:///nowhere/.terraform/modules/other.yaml';
  await editor.open(tool, text);
  assert.match((await lookedAt(editor, tool)) ?? '', /own folder/);
  await editor.stop();
});
