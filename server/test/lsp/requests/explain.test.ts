import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLens } from 'vscode-languageserver-protocol/node';
import { type Editor, makeFolder, startEditor } from '../editor';

const uri = 'file:///nowhere/policies.yaml';
const text = `bindings:
- role: roles/browser
  members: [user:kim@example.org]
---
bindings:
- role: roles/logging.viewer
  members: [user:lee@example.org]
`;

const lensesOf = (editor: Editor): Promise<CodeLens[]> =>
  editor.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });

const explanation = (editor: Editor, params: object): Promise<string | null> =>
  editor.connection.sendRequest('leastwise/explain', params);

test('each policy has a lens above it that leads to its explanation, in the language asked for', async () => {
  const editor = await startEditor({ locale: 'ko' });
  await editor.open(uri, text);
  const lenses = await lensesOf(editor);
  assert.deepEqual(
    lenses.map(({ range, command }) => [range.start, range.end, command?.title, command?.command]),
    [0, 4].map((line) => {
      const at = { line, character: 0 };
      return [at, at, '이 정책 설명', 'leastwise.explainPolicy'];
    }),
  );
  const [address, policy] = lenses[1]?.command?.arguments ?? [];
  const told = await explanation(editor, { uri: address, policy });
  assert.match(told ?? '', /roles\/logging\.viewer/);
  assert.doesNotMatch(told ?? '', /roles\/browser/);
  const all = await explanation(editor, { uri });
  assert.match(all ?? '', /roles\/browser[\s\S]*roles\/logging\.viewer/);
  await editor.stop();
});

test('an explanation follows what is typed, and of a file that is not open nothing is told', async () => {
  const editor = await startEditor();
  await editor.open(uri, text);
  await editor.change(uri, [{ text: text.replace('lee@', 'park@') }]);
  assert.match((await explanation(editor, { uri, policy: 1 })) ?? '', /park@example\.org/);
  assert.match((await explanation(editor, { uri, policy: 7 })) ?? '', /No policy/);
  assert.equal(await explanation(editor, { uri: 'file:///nowhere/else.yaml' }), null);
  await editor.stop();
});

test('an access level is explained with the files of the workspace that use it', async () => {
  const level = 'name: accessPolicies/7/accessLevels/corp\ntitle: corp\nbasic:\n  conditions:\n  - regions: [KR]\n';
  const folder = makeFolder({ 'binding.yaml': 'groupKey: g\naccessLevels: [accessPolicies/7/accessLevels/corp]\n' });
  const editor = await startEditor({ folders: [folder.uri] });
  await editor.open(folder.uriOf('level.yaml'), level);
  await editor.indexed();
  const told = await explanation(editor, { uri: folder.uriOf('level.yaml'), policy: 0 });
  assert.match(told ?? '', /South Korea[\s\S]*`binding\.yaml`: it is named there\./);
  await editor.stop();
  folder.remove();
});

test('grants of Terraform are explained as the page of all grants tells them', async (t) => {
  const main = `variable "who" {}
variable "level" {
  default = "viewer"
}
resource "google_service_account" "app" {
  account_id = "app"
  project    = "p"
}
resource "google_project_iam_member" "each" {
  for_each = toset(var.who)
  project  = "p"
  role     = "roles/\${var.level}"
  member   = "user:\${each.value}@example.org"
}
resource "google_project_iam_binding" "app" {
  project = "p"
  role    = "roles/browser"
  members = [google_service_account.app.member, var.other]
}
resource "google_project_iam_policy" "all" {
  project     = "p"
  policy_data = jsonencode({ bindings = [{ role = "roles/editor", members = [for n in ["x", "y"] : "user:\${n}@example.org"] }] })
}
`;
  const folder = makeFolder({
    'm/main.tf': main,
    'main.tf': ['a', 'b']
      .map((name) => `module "${name}" {\n  source = "./m"\n  who    = ["${name}1", "${name}2"]\n}\n`)
      .join(''),
  });
  t.after(folder.remove);
  const editor = await startEditor({ folders: [folder.uri] });
  await editor.open(folder.uriOf('m/main.tf'), main);
  await editor.indexed();
  const page = (await explanation(editor, { uri: folder.uriOf('m/main.tf') })) ?? '';
  const { grants } = await editor.connection.sendRequest<{
    readonly grants: readonly { readonly role: string; readonly member: string; readonly address: string }[];
  }>('leastwise/grants', {});
  assert.equal(grants.length, 10);
  for (const { role, member, address } of grants) {
    const where = role === 'roles/editor' ? '' : ` · \`${address}\``;
    for (const what of [role, member]) assert.ok(page.includes(`- \`${what}\`${where}\n`), `${what} ${address} ${page}`);
  }
  // What the text doesn't tell is told beside it, as it is written.
  assert.match(page, /`var\.other` \(not told by the text\)/);
  assert.match(page, /`roles\/viewer` · [^\n]*\n {2}- a variable has this value here; it may be given another one\n/);
  await editor.stop();
});

test('a client that lacks the command gets no lens', async () => {
  const editor = await startEditor({ clientName: 'Neovim' });
  await editor.open(uri, text);
  assert.deepEqual(await lensesOf(editor), []);
  await editor.stop();
});
