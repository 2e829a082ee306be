import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { ClientCapabilities, CodeAction, Diagnostic, MarkupContent } from 'vscode-languageserver-protocol/node';
import { applied, type Editor, eventually, everything, little, makeFolder, startEditor } from '../editor';

const uri = 'file:///nowhere/policy.yaml';
const publicYaml = 'bindings:\n- role: roles/storage.admin\n  members:\n  - user:ada@example.com\n  - allUsers # 열림\n';
const misspelt =
  'bindings:\n- role: roles/viewer\n  members:\n  - serviceaccount:a@p-1.iam.gserviceaccount.com\n  - User:ada@example.com\n';

async function only(editor: Editor, address: string, code: string): Promise<Diagnostic> {
  const found = (await editor.diagnostics(address)).filter((diagnostic) => diagnostic.code === code);
  assert.equal(found.length, 1);
  return found[0] as Diagnostic;
}

async function actionsFor(editor: Editor, address: string, code: string): Promise<readonly CodeAction[]> {
  const diagnostic = await only(editor, address, code);
  const actions = await editor.actions(address, diagnostic.range, { diagnostics: [diagnostic] });
  assert.ok(actions.length > 0);
  for (const action of actions) assert.deepEqual(action.diagnostics, [diagnostic]);
  return actions;
}

function folderFor(t: TestContext, files: Record<string, string> = {}) {
  const folder = makeFolder(files);
  t.after(folder.remove);
  return folder;
}

test('a repair is one edit of the version that it was made for, asks nothing, and ends the finding', async () => {
  const editor = await startEditor();
  await editor.open(uri, '');
  const version = await editor.change(uri, [{ text: publicYaml }]);
  const [repair] = await actionsFor(editor, uri, 'allow-policy/public-access');
  assert.equal(repair?.kind, 'quickfix');
  assert.equal(repair.isPreferred, undefined);
  const [change] = repair.edit?.documentChanges ?? [];
  assert.ok(change && 'textDocument' in change);
  assert.deepEqual(change.textDocument, { uri, version });
  assert.equal(change.edits.length, 1);
  assert.deepEqual(Object.keys(repair.edit ?? {}), ['documentChanges']);
  await editor.change(uri, [{ text: applied(publicYaml, repair.edit, uri) }]);
  assert.deepEqual(await editor.diagnostics(uri), []);
  await editor.stop();
});

test('a repair that changes a file at several places is one edit, which nobody can take a half of', async () => {
  const editor = await startEditor();
  const text =
    '- name: accessPolicies/1/accessLevels/a\n  title: a\n  basic:\n    combiningFunction: AND\n    conditions:\n    - regions: [KR]\n';
  await editor.open(uri, text);
  await editor.indexed();
  const [repair] = await actionsFor(editor, uri, 'access-level/without-emergency-access');
  const [change] = repair?.edit?.documentChanges ?? [];
  assert.ok(change && 'textDocument' in change);
  assert.equal(change.edits.length, 1);
  assert.equal(
    applied(text, repair?.edit, uri),
    text.replace('AND', 'OR').concat('    - members: [user:emergency-access@example.com]\n'),
  );
  await editor.stop();
});

test('a repair that keeps the meaning is preferred', async () => {
  const editor = await startEditor();
  await editor.open(uri, misspelt.replace('User:', 'user:'));
  const [repair] = await actionsFor(editor, uri, 'allow-policy/invalid-member');
  assert.equal(repair?.isPreferred, true);
  await editor.stop();
});

test('a client without versioned edits gets plain ones and nothing that it cannot show', async () => {
  const editor = await startEditor({
    capabilities: { ...little, textDocument: { ...little.textDocument, diagnostic: {} } },
    clientName: 'Other',
  });
  await editor.open(uri, publicYaml);
  const actions = await actionsFor(editor, uri, 'allow-policy/public-access');
  assert.ok(actions.every(({ disabled, command, isPreferred }) => !disabled && !command && isPreferred === undefined));
  assert.deepEqual(Object.keys(actions[0]?.edit ?? {}), ['changes']);
  assert.equal(applied(publicYaml, actions[0]?.edit, uri), publicYaml.replace('  - allUsers # 열림\n', ''));
  await editor.stop();
});

test('a client that knows only commands gets no actions', async () => {
  const editor = await startEditor({ capabilities: { textDocument: { diagnostic: {}, codeAction: {} } } });
  await editor.open(uri, publicYaml);
  const { range } = await only(editor, uri, 'allow-policy/public-access');
  assert.deepEqual(await editor.actions(uri, range), []);
  await editor.stop();
});

test('an action that is not safe here is offered disabled, with its reason, where the client can show that', async () => {
  const yaml = 'bindings:\n- role: roles/storage.admin\n  members:\n  - group:service-accounts@example.com\n';
  const editor = await startEditor();
  await editor.open(uri, yaml);
  const [action] = await actionsFor(editor, uri, 'service-account/group-grant');
  assert.match(action?.disabled?.reason ?? '', /leastwise\.groups/);
  assert.equal(action?.edit, undefined);
  await editor.stop();

  const codeAction = { ...everything.textDocument?.codeAction, disabledSupport: false };
  const capabilities: ClientCapabilities = { ...everything, textDocument: { ...everything.textDocument, codeAction } };
  const older = await startEditor({ capabilities });
  await older.open(uri, yaml);
  const actions = await actionsFor(older, uri, 'service-account/group-grant');
  assert.ok(actions.every(({ disabled, title }) => !disabled && title !== action?.title));
  await older.stop();
});

test('every safe repair of a file is one edit, given only when it is asked for', async () => {
  const editor = await startEditor();
  await editor.open(uri, misspelt);
  const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const [fixAll, ...others] = await editor.actions(uri, whole, { only: ['source.fixAll'] });
  assert.deepEqual(others, []);
  assert.equal(fixAll?.kind, 'source.fixAll.leastwise');
  assert.equal(
    applied(misspelt, fixAll.edit, uri),
    misspelt.replace('serviceaccount:', 'serviceAccount:').replace('User:', 'user:'),
  );
  assert.ok((await editor.actions(uri, whole)).every(({ kind }) => kind === 'quickfix'));
  assert.deepEqual(await editor.actions(uri, whole, { only: ['refactor'] }), []);
  assert.deepEqual(await editor.actions(uri, whole, { only: ['source.fixAll.other'] }), []);
  await editor.change(uri, [{ text: applied(misspelt, fixAll.edit, uri) }]);
  assert.deepEqual(await editor.actions(uri, whole, { only: ['source.fixAll'] }), []);
  await editor.stop();
});

test('Suppress writes a comment where the file can hold one', async () => {
  const editor = await startEditor();
  await editor.open(uri, publicYaml);
  const action = (await actionsFor(editor, uri, 'allow-policy/public-access')).find(({ edit }) =>
    /ignore\[/.test(JSON.stringify(edit ?? '')),
  );
  const suppressed = applied(publicYaml, action?.edit, uri);
  assert.match(suppressed, / {2}# leastwise: ignore\[allow-policy\/public-access\].*\n {2}- allUsers/);
  await editor.stop();
});

const publicJson = '{"bindings":[{"role":"roles/storage.admin","members":["allUsers"]}]}\n';
const reaches = (uriOfSettings: string) => (action: CodeAction) => JSON.stringify(action.edit ?? '').includes(uriOfSettings);

test('for plain JSON, Suppress makes .leastwise.json, or adds to the one that is there or open', async (t) => {
  const folder = folderFor(t);
  const editor = await startEditor({ folders: [folder.uri] });
  const policy = folder.uriOf('deep/policy.json');
  const settings = folder.uriOf('.leastwise.json');
  await editor.open(policy, publicJson);
  const creating = (await actionsFor(editor, policy, 'allow-policy/public-access')).find(reaches(settings));
  const [create, fill] = creating?.edit?.documentChanges ?? [];
  assert.deepEqual(create, { kind: 'create', uri: settings, options: { ignoreIfExists: true } });
  assert.ok(fill && 'textDocument' in fill);
  assert.equal(fill.textDocument.version, null);
  const made = applied('', creating?.edit, settings);
  assert.equal(JSON.parse(made).ignore[0].path, 'deep/policy.json');

  await editor.touched({ uri: folder.write('.leastwise.json', made), type: 1 });
  const codes = async () => (await editor.diagnostics(policy)).map(({ code }) => code);
  // Its place tells that the reason is still to be written.
  await eventually(async () => assert.deepEqual(await codes(), ['suppression/without-reason']));

  const text = '{\n  "exclude": []\n}\n';
  await editor.open(settings, text);
  await eventually(async () => assert.deepEqual(await codes(), ['allow-policy/public-access']));
  const adding = (await actionsFor(editor, policy, 'allow-policy/public-access')).find(reaches(settings));
  assert.deepEqual(
    adding?.edit?.documentChanges?.map((change) => 'textDocument' in change && change.textDocument.version),
    [1],
  );
  await editor.change(settings, [{ text: applied(text, adding?.edit, settings) }]);
  await eventually(async () => assert.deepEqual(await codes(), ['suppression/without-reason']));
  await editor.stop();
});

test('a client that cannot make files is not offered to', async (t) => {
  const folder = folderFor(t);
  const workspace = { ...everything.workspace, workspaceEdit: { documentChanges: true } };
  const editor = await startEditor({ folders: [folder.uri], capabilities: { ...everything, workspace } });
  const policy = folder.uriOf('policy.json');
  const settings = folder.uriOf('.leastwise.json');
  await editor.open(policy, publicJson);
  assert.deepEqual((await actionsFor(editor, policy, 'allow-policy/public-access')).filter(reaches(settings)), []);
  await editor.touched({ uri: folder.write('.leastwise.json', '{}\n'), type: 1 });
  await eventually(async () =>
    assert.equal((await actionsFor(editor, policy, 'allow-policy/public-access')).filter(reaches(settings)).length, 1),
  );
  await editor.stop();
});

test('the documentation is a command of our own client, and its page is served in the reader’s language', async () => {
  const editor = await startEditor({ locale: 'ko' });
  await editor.open(uri, publicYaml);
  const action = (await actionsFor(editor, uri, 'allow-policy/public-access')).find(({ command }) => command);
  assert.equal(action?.command?.command, 'leastwise.openRuleDocumentation');
  assert.deepEqual(action.command.arguments, ['allow-policy/public-access']);
  const page = (path: string) =>
    editor.connection.sendRequest('leastwise/ruleDocumentation', { uri: `leastwise:/rules/${path}.md` });
  assert.match(String(await page('allow-policy/public-access')), /^# allow-policy\/public-access[\s\S]*[가-힣]/);
  assert.equal(await page('allow-policy/nothing'), null);
  await editor.stop();
});

test('hovering on an expression tells what it comes to, from other files as well', async (t) => {
  const folder = folderFor(t, { 'locals.tf': 'locals {\n  who = "allUsers"\n}\n' });
  const editor = await startEditor({ folders: [folder.uri] });
  const uri = folder.uriOf('main.tf');
  await editor.open(
    uri,
    'resource "google_project_iam_member" "a" {\n  project = "p"\n  role    = "roles/browser"\n  member  = local.who\n}\n',
  );
  await editor.indexed();
  const hover = await editor.hover(uri, { line: 3, character: 15 });
  assert.match(String((hover?.contents as MarkupContent | undefined)?.value), /^\*\*Value:\*\* `"allUsers"`/);
  assert.deepEqual(hover?.range, { start: { line: 3, character: 12 }, end: { line: 3, character: 21 } });
  await editor.stop();
});

test('hovering tells what is there and what is wrong with it', async () => {
  const editor = await startEditor();
  await editor.open(uri, publicYaml);
  const hover = await editor.hover(uri, { line: 4, character: 6 });
  assert.ok(hover);
  assert.match((hover.contents as MarkupContent).value, /allow-policy\/public-access/);
  assert.deepEqual(hover.range, { start: { line: 4, character: 4 }, end: { line: 4, character: 12 } });
  assert.equal(await editor.hover(uri, { line: 1, character: 0 }), null);
  assert.equal(await editor.hover('file:///never/opened.yaml', { line: 0, character: 0 }), null);
  await editor.stop();
});

test('evidence in another file is shown where it stands, and used by the repair', async (t) => {
  const list = JSON.stringify(
    [{ preferredMemberKey: { id: 'app@p-1.iam.gserviceaccount.com' }, roles: [{ name: 'MEMBER' }] }],
    undefined,
    2,
  );
  const folder = folderFor(t, { 'groups/robots@example.com.json': list });
  const editor = await startEditor({ folders: [folder.uri] });
  const policy = folder.uriOf('policy.yaml');
  const yaml = 'bindings:\n- role: roles/storage.admin\n  members:\n  - group:robots@example.com\n';
  await editor.open(policy, yaml);
  await editor.indexed();
  const { relatedInformation: [related] = [] } = await only(editor, policy, 'service-account/group-grant');
  assert.match(related?.location.uri ?? '', /groups\/robots(@|%40)example\.com\.json$/);
  assert.equal(related?.location.range.start.line, 1);
  const [repair] = await actionsFor(editor, policy, 'service-account/group-grant');
  assert.match(applied(yaml, repair?.edit, policy), /serviceAccount:app@p-1\.iam\.gserviceaccount\.com/);
  await editor.stop();
});

test('a proposal stands among the refactorings, and the repairs stay away from there', async () => {
  const level = `title: corp
name: accessPolicies/1/accessLevels/corp
basic:
  combiningFunction: OR
  conditions:
  - regions: [KR]
  - devicePolicy:
      requireCorpOwned: true
  - members: ['user:kim@example.org']
`;
  const editor = await startEditor();
  await editor.open(uri, level);
  const diagnostic = await only(editor, uri, 'access-level/or-weakens');
  const kinds = async (wanted: string[]) =>
    (await editor.actions(uri, diagnostic.range, { diagnostics: [diagnostic], only: wanted })).map(({ kind }) => kind);
  assert.deepEqual(await kinds(['refactor']), ['refactor.rewrite']);
  assert.ok((await kinds(['quickfix'])).every((kind) => kind === 'quickfix'));
  await editor.stop();
});

test('an entry of an open .leastwise.json that names no rule is told there, and taken away', async (t) => {
  const folder = folderFor(t);
  const editor = await startEditor({ folders: [folder.uri] });
  const settings = folder.uriOf('.leastwise.json');
  const entry = '{ "rule": "allow-policy/everybody", "path": "a.json", "at": "/bindings/0", "reason": "agreed" }';
  const text = `{\n  "ignore": [\n    ${entry}\n  ]\n}\n`;
  await editor.open(settings, text);
  const [remove] = await actionsFor(editor, settings, 'suppression/unknown-rule');
  assert.deepEqual(JSON.parse(applied(text, remove?.edit, settings)), { ignore: [] });
  await editor.stop();
});
