import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Editor, eventually, type Folder, makeFolder, startEditor } from '../editor';

const folders = 200;
const grant = (index: number) => `resource "google_storage_bucket_iam_member" "a" {
  bucket = "logs-${index}"
  role   = "roles/storage.objectViewer"
  member = local.who
}
`;
const locals = (who: string) => `locals {\n  who = "${who}"\n}\n`;
const opened = [0, 120, 199];

/** What another branch writes: one file in each folder, some that nobody looks at, and one that is gone. */
function branch(folder: Folder, who: string): { readonly uri: string; readonly type: 1 | 2 | 3 }[] {
  const changes: { uri: string; type: 1 | 2 | 3 }[] = [];
  for (let index = 0; index < folders; index++) {
    changes.push({ uri: folder.write(`m${index}/locals.tf`, locals(who)), type: 2 });
    for (const name of ['notes.md', 'node_modules/a/b.js', '.terraform/x.tf', 'image.png', 'gone.tf'])
      changes.push({ uri: folder.uriOf(`m${index}/${name}`), type: name === 'gone.tf' ? 3 : 1 });
  }
  return changes;
}

async function start(t: TestContext): Promise<{ folder: Folder; editor: Editor }> {
  const folder = makeFolder({});
  t.after(folder.remove);
  branch(folder, 'user:ada@example.com');
  const editor = await startEditor({ folders: [folder.uri] });
  for (const index of opened) await editor.open(folder.uriOf(`m${index}/main.tf`), grant(index));
  await editor.indexed();
  return { folder, editor };
}

async function allSay(editor: Editor, folder: Folder, codes: readonly string[]): Promise<void> {
  await eventually(async () => {
    for (const index of opened) {
      const found = await editor.diagnostics(folder.uriOf(`m${index}/main.tf`));
      assert.deepEqual(
        found.map(({ code }) => code),
        codes,
      );
    }
  });
}

test('thousands of changes at once are taken in together', async (t) => {
  const { folder, editor } = await start(t);
  const { joins, files } = await editor.statistics();
  await editor.touched(...branch(folder, 'allUsers'));
  await allSay(editor, folder, ['allow-policy/public-access']);
  const after = await editor.statistics();
  assert.deepEqual([after.joins, after.files], [joins + 1, files]);
  await editor.stop();
});

test('changes that are told one by one are taken in many at a time', async (t) => {
  const { folder, editor } = await start(t);
  const { joins } = await editor.statistics();
  for (const who of ['user:eve@example.com', 'allUsers']) {
    for (const change of branch(folder, who)) await editor.touched(change);
  }
  await allSay(editor, folder, ['allow-policy/public-access']);
  const written = 2 * folders;
  const after = await editor.statistics();
  assert.ok(after.joins - joins < written / 2, `${after.joins - joins} joins`);
  await editor.stop();
});
