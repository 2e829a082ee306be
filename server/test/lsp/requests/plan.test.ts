import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineTable } from '../../../src/text/lines/lineTable';
import { planWith } from '../../kinds/planDocument';
import { startEditor } from '../editor';

const uri = 'file:///nowhere/plan.json';
const type = 'google_project_iam_member';
const grant = (member: string, role: string) => ({ condition: [], project: 'p', role, member });
const secret = 'user:secret@example.org';
const policy = { bindings: [{ role: 'roles/viewer', members: ['user:a@example.org', 'user:a@example.org'] }] };
const plan = JSON.stringify(
  JSON.parse(
    planWith([
      { address: `${type}.open["k"]`, after: grant('allUsers', 'roles/storage.admin') },
      { address: `${type}.hidden`, after: grant(secret, 'roles/editor'), sensitive: { member: true } },
      { address: 'google_folder_iam_policy.twice', after: { folder: 'f', policy_data: JSON.stringify(policy) } },
    ]),
  ),
  undefined,
  2,
);

test('a plan has findings with addresses, no edits, and nothing of it is shown that must not be', async () => {
  const editor = await startEditor();
  await editor.open(uri, plan);
  await editor.indexed();
  const found = await editor.diagnostics(uri);
  assert.ok(
    found.some(({ code, message }) => code === 'allow-policy/public-access' && String(message).endsWith(`(${type}.open["k"])`)),
  );
  assert.ok(found.some(({ code }) => code === 'allow-policy/duplicate-member'));
  const end = lineTable(plan).positionAt(plan.length);
  const actions = await editor.actions(uri, { start: { line: 0, character: 0 }, end });
  const edits = actions.filter(({ title }) => !/^(?:Suppress|Open)/.test(title));
  assert.notDeepEqual(edits, []);
  for (const { edit, disabled } of edits) {
    assert.equal(edit, undefined);
    assert.match(disabled?.reason ?? '', /^Terraform has written this file\./);
  }
  const fixAll = await editor.actions(uri, { start: { line: 0, character: 0 }, end }, { only: ['source.fixAll'] });
  assert.deepEqual(fixAll, []);
  const shown: unknown[] = [found, actions];
  for (const [index, line] of plan.split('\n').entries()) {
    if (!line.includes('secret@') && !line.includes('hidden') && !line.includes('allUsers')) continue;
    const position = { line: index, character: line.search(/\S/) + 14 };
    shown.push(await editor.hover(uri, position), await editor.connection.sendRequest('leastwise/lookedAt', { uri, position }));
  }
  shown.push(await editor.connection.sendRequest('leastwise/explain', { uri }));
  shown.push(await editor.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } }));
  const said = JSON.stringify(shown);
  assert.match(said, /roles\/editor/);
  assert.doesNotMatch(said, /secret@/);
  await editor.stop();
});
