import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter } from '../../../src/lint/lint';
import { rangeInFile } from '../../../src/lint/places/placedFinding';
import { readSettings } from '../../../src/lint/settings/settings';
import { rules } from '../../../src/rules/index.generated';
import { parseSourceFile } from '../../../src/syntax/sourceFile';
import { emptyWorkspace } from '../../../src/workspace/index/workspace';
import { told } from '../inspect';
import { above, publicAccess } from './suppressions';

const rule = 'suppression/without-reason';

describe(rule, () => {
  test('stands in the place of each finding that is hidden', () => {
    assert.deepEqual(told(rule, { 'a.yaml': above(`leastwise: ignore[${publicAccess}]`) }), ['comment allUsers']);
    const two =
      'bindings:\n# leastwise: ignore[allow-policy/*]\n- {role: roles/viewer, members: [allUsers, allAuthenticatedUsers]}\n';
    assert.deepEqual(told(rule, { 'a.yaml': two }), ['comment allUsers', 'comment allAuthenticatedUsers']);
  });

  test('not where a reason is given or nothing is hidden', () => {
    assert.deepEqual(told(rule, { 'a.yaml': above(`leastwise: ignore[${publicAccess}] known`) }), []);
    assert.deepEqual(told(rule, { 'a.yaml': above(`leastwise: ignore[${publicAccess}]`, 'user:kim@example.org') }), []);
    assert.deepEqual(told(rule, { 'a.yaml': above('leastwise: ignore[allow-policy/other]') }), []);
  });

  test('an entry of .leastwise.json is told where it hides, in JSON too', () => {
    const text = '{"bindings": [{"role": "roles/storage.objectViewer", "members": ["allUsers"]}]}';
    const found = (entry: object) => {
      const ignore = [{ rule: publicAccess, path: 'a.json', at: '/bindings/0/members/0', value: 'allUsers', ...entry }];
      const { settings } = readSettings({ folder: 'file:///w', file: { uri: 'file:///w/.leastwise.json', value: { ignore } } });
      const linter = createLinter({ rules, settings, onFault: (_, error) => assert.fail(String(error)) });
      const file = parseSourceFile('file:///w/a.json', text, 'json');
      return linter.lint(file, emptyWorkspace, new Date('2026-01-15T12:00:00Z')).map((finding) => {
        const { start, end } = rangeInFile(finding);
        return `${finding.rule.id} ${finding.message} ${text.slice(start, end)}`;
      });
    };
    assert.deepEqual(found({ reason: 'a website' }), []);
    assert.deepEqual(found({ reason: '' }), [`${rule} entry "allUsers"`]);
    assert.deepEqual(found({}), [`${rule} entry "allUsers"`]);
    assert.deepEqual(found({ reason: 'x', until: '2025-12-31' }), [
      `${publicAccess} public "allUsers"`,
      'suppression/expired expired "allUsers"',
    ]);
    assert.deepEqual(found({ at: '/bindings/1' }), [`${publicAccess} public "allUsers"`]);
  });
});
