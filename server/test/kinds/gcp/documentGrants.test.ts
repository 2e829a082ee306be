import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grantsOfFile } from '../../../src/kinds/grants';
import { parseUnlessIdle } from '../../../src/kinds/idle/idleFile';

function told(text: string): readonly string[] {
  const format = text.startsWith('{') || text.startsWith('[') ? 'json' : 'yaml';
  const { grants, unknown } = grantsOfFile(parseUnlessIdle(`file:///w/policy.${format}`, text, format));
  return [
    ...grants.map(({ role, member, resource }) => [role, member, resource ?? 'null'].join(' ')),
    ...unknown.map(({ what, why }) => `${what} ${why}`),
  ];
}

test('what waits to be filled in is no grant', () => {
  assert.deepEqual(told('bindings:\n- role: ${role}\n  members: ["user:a@x.org"]\n'), ['role placeholder']);
  assert.deepEqual(told('bindings:\n- role: roles/viewer\n  members: {{ members }}\n'), ['members placeholder']);
  assert.deepEqual(told('bindings:\n- role: roles/viewer\n  members: ["user:a@x.org", "user:<you>@x.org"]\n'), [
    'roles/viewer user:a@x.org null',
    'members placeholder',
  ]);
  assert.deepEqual(told('{"bindings":["${binding}",{"role":"roles/viewer","members":["user:a@x.org"]}]}'), [
    'roles/viewer user:a@x.org null',
    'members placeholder',
  ]);
});

test('what can’t be read is told', () => {
  assert.deepEqual(told('{"bindings":[{"role":"roles/viewer","members":["user:a@x.org",]]}]}').at(-1), 'condition unread');
  assert.deepEqual(told('bindings:\n- role: roles/viewer\n  members: user:a@x.org\n'), ['members unread']);
});

test('a document may tell what it hangs on', () => {
  const policy = '{"bindings":[{"role":"roles/viewer","members":["user:a@x.org"]}]';
  assert.deepEqual(told(`${policy},"kind":"storage#policy","resourceId":"projects/_/buckets/b"}`), [
    'roles/viewer user:a@x.org //storage.googleapis.com/projects/_/buckets/b',
  ]);
  const found = (project: string) =>
    `{"resource":"//cloudresourcemanager.googleapis.com/projects/${project}","policy":${policy}}}`;
  assert.deepEqual(
    told(`[${found('a')},${found('b')}]`).map((row) => row.split('/').at(-1)),
    ['a', 'b'],
  );
});
