import { test } from 'node:test';
import { applyEdits } from '../../../src/text/edit';
import type { MappingNode, SequenceNode, SyntaxNode } from '../../../src/syntax/tree';
import { copyOf, type TreeEdit } from '../../../src/syntax/treeEdit';
import { yamlFormat } from '../../../src/syntax/yaml/format';
import { rootOf } from './writtenDocuments';

function at(node: SyntaxNode, path: (string | number)[]): SyntaxNode {
  let n = node;
  for (const p of path) n = n.kind === 'mapping' ? n.entries.find((e) => e.key === p)!.value : (n as SequenceNode).items[p as number]!;
  return n;
}
const seq = (n: SyntaxNode, ...p: (string | number)[]) => at(n, p) as SequenceNode;
const map = (n: SyntaxNode, ...p: (string | number)[]) => at(n, p) as MappingNode;
function show(name: string, text: string, pick: (n: SyntaxNode) => TreeEdit[]) {
  const root = rootOf(text);
  const edits = yamlFormat.render(root, pick(root.node));
  console.log(`----- ${name}\n${edits ? applyEdits(text, edits) : 'UNDEFINED'}|EOF`);
}
const gcloud = `bindings:
- members:
  - user:alice@example.com
  - group:robots@example.com # the robots
  # keep me
  - user:bob@example.com
  role: roles/viewer
- condition:
    title: t # why
    expression: |-
      a == "b"
  members:
  - allUsers
  role: roles/editor # r

# tail
etag: BwX=
version: 1
`;
test('x', () => {
  const sas = ['serviceAccount:a@p.iam.gserviceaccount.com', 'serviceAccount:b@p.iam.gserviceaccount.com'];
  show('replace group', gcloud, (n) => [
    { kind: 'remove', from: seq(n, 'bindings', 0, 'members'), item: at(n, ['bindings', 0, 'members', 1]) },
    { kind: 'insert', into: seq(n, 'bindings', 0, 'members'), at: 1, values: sas },
  ]);
  show('append', gcloud, (n) => [{ kind: 'insert', into: seq(n, 'bindings', 0, 'members'), at: 3, values: sas }]);
  show('append binding', gcloud, (n) => [{ kind: 'insert', into: seq(n, 'bindings'), at: 2, values: [{ role: 'roles/x', members: sas, condition: { title: 'x y: z', expression: 'a\nb' } }] }]);
  show('remove last member -> []', gcloud, (n) => [{ kind: 'remove', from: seq(n, 'bindings', 1, 'members'), item: at(n, ['bindings', 1, 'members', 0]) }]);
  show('remove binding 0', gcloud, (n) => [{ kind: 'remove', from: seq(n, 'bindings'), item: at(n, ['bindings', 0]) }]);
  show('remove binding 1', gcloud, (n) => [{ kind: 'remove', from: seq(n, 'bindings'), item: at(n, ['bindings', 1]) }]);
  show('remove both', gcloud, (n) => [0, 1].map((i) => ({ kind: 'remove', from: seq(n, 'bindings'), item: at(n, ['bindings', i]) })));
  show('set version', gcloud, (n) => [{ kind: 'set', in: n as MappingNode, key: 'version', to: 3 }, { kind: 'set', in: n as MappingNode, key: 'auditConfigs', to: [{ service: 'allServices' }] }]);
  show('rename', gcloud, (n) => [{ kind: 'rename', entry: map(n, 'bindings', 1).entries[0]!, to: 'cond' }]);
  show('remove first key of item', gcloud, (n) => [{ kind: 'remove', from: map(n, 'bindings', 1), entry: map(n, 'bindings', 1).entries[0]! }]);
  show('copy binding', gcloud, (n) => [{ kind: 'insert', into: seq(n, 'bindings'), at: 0, values: [copyOf(at(n, ['bindings', 1]))] }]);
  show('wrap', gcloud, (n) => [{ kind: 'replace', node: at(n, ['bindings', 0]), by: { first: copyOf(at(n, ['bindings', 0])), second: [copyOf(at(n, ['bindings', 1, 'condition']))] } }]);
  const level = `basic:
  combiningFunction: AND
  conditions:
    - ipSubnetworks: ["203.0.113.0/24"]
      # corp devices
      devicePolicy:
        requireScreenlock: true # c

    - regions:
        - KR
        - US
title: 'office'
description: ''
empty: []
nothing:
`;
  show('or', level, (n) => [
    { kind: 'set', in: map(n, 'basic'), key: 'combiningFunction', to: 'OR' },
    { kind: 'insert', into: seq(n, 'basic', 'conditions'), at: 2, values: [{ members: ['user:emergency@example.com'] }] },
    { kind: 'insert', into: seq(n, 'empty'), at: 0, values: [{ members: ['user:emergency@example.com'], x: 'yes' }] },
    { kind: 'set', in: n as MappingNode, key: 'nothing', to: { a: 'b' } },
    { kind: 'set', in: n as MappingNode, key: 'added', to: "it's" },
  ]);
  show('rm', level, (n) => [{ kind: 'remove', from: seq(n, 'basic', 'conditions'), item: at(n, ['basic', 'conditions', 1]) }]);
  show('rm0', level, (n) => [{ kind: 'remove', from: seq(n, 'basic', 'conditions'), item: at(n, ['basic', 'conditions', 0]) }]);
  show('block to scalar', level, (n) => [{ kind: 'replace', node: at(n, ['basic']), by: 'x' }, { kind: 'replace', node: at(n, ['title']), by: ['a', 'b'] }]);
  const json = `{
  "bindings": [
    {
      "role": "roles/viewer", // no
      "members": ["user:a@example.com", "group:b@example.com"]
    }
  ],
  "version": 1
}
`.replace(' // no', ' # c');
  show('json', json, (n) => [
    { kind: 'insert', into: seq(n, 'bindings'), at: 1, values: [{ role: 'roles/x', members: sas }] },
    { kind: 'remove', from: seq(n, 'bindings', 0, 'members'), item: at(n, ['bindings', 0, 'members', 1]) },
    { kind: 'set', in: n as MappingNode, key: 'etag', to: 'x' },
  ]);
  show('json rm', json, (n) => [{ kind: 'remove', from: map(n, 'bindings', 0), entry: map(n, 'bindings', 0).entries[0]! }, { kind: 'remove', from: n as MappingNode, entry: (n as MappingNode).entries[1]! }]);
  show('compact', '{"a":1,"b":[1,2],"c":{"d":[]}}', (n) => [{ kind: 'set', in: n as MappingNode, key: 'x', to: ['a', { k: true }] }, { kind: 'insert', into: seq(n, 'c', 'd'), at: 0, values: ['a', 'b'] }]);
  show('flow in block', 'bindings:\n- { role: roles/a, members: [ a, b ] }\n- { role: roles/b, members: [ c ] } # c\n', (n) => [{ kind: 'insert', into: seq(n, 'bindings'), at: 2, values: [{ role: 'r', members: ['x, y', 'z'] }] }, { kind: 'insert', into: seq(n, 'bindings', 0, 'members'), at: 0, values: ['n'] }]);
  show('crlf no final', '---\r\na:\r\n    - "x"\r\n    - "y" # c', (n) => [{ kind: 'insert', into: seq(n, 'a'), at: 2, values: ['z', 'two\nlines'] }, { kind: 'set', in: n as MappingNode, key: 'b', to: { c: [1] } }]);
  show('nested seq', '- - a\n  - b\n-   - c\n', (n) => [{ kind: 'insert', into: seq(n, 0), at: 0, values: ['n'] }, { kind: 'insert', into: seq(n, 1), at: 1, values: [['p', 'q']] }, { kind: 'insert', into: n as SequenceNode, at: 2, values: [[1, 2]] }]);
  show('quotes', "a: 'x'\nb: 'y'\n", (n) => [{ kind: 'set', in: n as MappingNode, key: 'c', to: "it's" }, { kind: 'set', in: n as MappingNode, key: 'd', to: 'new\nline\n' }]);
  show('plain needs', 'a: x\nb: y\n', (n) => [{ kind: 'set', in: n as MappingNode, key: 'c', to: ['yes', 'no', 'on', '1', '*', '&a', 'a: b', 'a #b', ' x', '', 'user:x@y', '=', '~', '0o7', '1:30', '2026-01-01', '!x', '@x', '%x', '-', '- a', '---', 'null', 'N', 'y', 'principalSet://x/*'] }]);
  show('comment in list end', 'members:\n  - a\n  # last\n\nrole: x\n', (n) => [{ kind: 'insert', into: seq(n, 'members'), at: 1, values: ['b'] }]);
  show('anchored', 'a: &x\n  - b\nc: *x\nd: *x\n', (n) => [{ kind: 'remove', from: n as MappingNode, entry: (n as MappingNode).entries[1]! }]);
  show('anchored set', 'a: &x\n  - b\nc: *x\n', (n) => [{ kind: 'set', in: n as MappingNode, key: 'c', to: 1 }]);
  show('explicit', '? a\n: b\n? c\n', (n) => [{ kind: 'set', in: n as MappingNode, key: 'a', to: ['x'] }, { kind: 'set', in: n as MappingNode, key: 'd', to: ['x'] }]);
  show('explicit c', '? a\n: b\n? c\n', (n) => [{ kind: 'set', in: n as MappingNode, key: 'c', to: ['x'] }]);
  show('tag', 'a: !!str 5\nb: &q 7\nc: !Sub "x"\n', (n) => [{ kind: 'set', in: n as MappingNode, key: 'a', to: 6 }, { kind: 'set', in: n as MappingNode, key: 'b', to: [1] }, { kind: 'set', in: n as MappingNode, key: 'd', to: copyOf(at(n, ['c'])) }]);
  show('root []', '[]\n', (n) => [{ kind: 'insert', into: n as SequenceNode, at: 0, values: ['a'] }]);
  show('root - empties', '# h\n- a # c\n# k\n- b\n# t\n', (n) => [0, 1].map((i) => ({ kind: 'remove', from: n as SequenceNode, item: at(n, [i]) })));
  show('merge', 'x: &b {a: 1}\ny:\n  <<: *b\n  c: 1\n', (n) => [{ kind: 'set', in: map(n, 'y'), key: 'd', to: 1 }, { kind: 'remove', from: map(n, 'y'), entry: map(n, 'y').entries[0]! }]);
  show('broken', 'a:\n- b\n- c\nd: [x\n', (n) => [{ kind: 'insert', into: seq(n, 'a'), at: 2, values: ['y'] }]);
});
