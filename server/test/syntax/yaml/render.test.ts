import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry, MappingNode, SequenceNode, SyntaxNode } from '../../../src/syntax/tree';
import { copyOf, expression, type TreeEdit, type Value } from '../../../src/syntax/treeEdit';
import { yamlFormat } from '../../../src/syntax/yaml/format';
import { applyEdits } from '../../../src/text/edit';
import { rootOf } from './writtenDocuments';

type Path = readonly (string | number)[];
type Pick = (root: SyntaxNode) => TreeEdit;

const set =
  (path: Path, key: string, to: Value): Pick =>
  (root) => ({ kind: 'set', in: mappingAt(root, path), key, to });
const insert =
  (path: Path, at: number, ...values: Value[]): Pick =>
  (root) => ({ kind: 'insert', into: sequenceAt(root, path), at, values });
const replace =
  (path: Path, by: Value): Pick =>
  (root) => ({ kind: 'replace', node: nodeAt(root, path), by });
const rename =
  (path: Path, key: string, to: string): Pick =>
  (root) => ({ kind: 'rename', entry: entryAt(root, path, key), to });
const removeItem =
  (path: Path, index: number): Pick =>
  (root) => ({
    kind: 'remove',
    from: sequenceAt(root, path),
    item: nodeAt(root, [...path, index]),
  });
const removeKey =
  (path: Path, key: string): Pick =>
  (root) => ({
    kind: 'remove',
    from: mappingAt(root, path),
    entry: entryAt(root, path, key),
  });
const withCopy =
  (path: Path, edit: (copy: Value) => Pick): Pick =>
  (root) =>
    edit(copyOf(nodeAt(root, path)))(root);

const policy = `\
bindings:
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
const [firstBinding = '', secondBinding = ''] = policy
  .split(/^(?=- )/m)
  .slice(1)
  .map((binding) => binding.replace(/\n# tail[\s\S]*/, ''));

const level = `\
basic:
  combiningFunction: AND
  conditions:
    - ipSubnetworks: ["203.0.113.0/24"]
      # corporate devices
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

const json = `\
{
  "bindings": [
    {
      "role": "roles/viewer", # c
      "members": ["user:a@example.com", "group:b@example.com"]
    }
  ],
  "version": 1
}
`;

/** What the edits make of a text: all of it, or `[what is replaced, by what]`. */
const cases: readonly [string, string, readonly Pick[], string | readonly [string, string]][] = [
  [
    'direct bindings in the place of a group; its comment goes with it',
    policy,
    [
      removeItem(['bindings', 0, 'members'], 1),
      insert(['bindings', 0, 'members'], 1, 'serviceAccount:a@x.y', 'serviceAccount:b@x.y'),
    ],
    ['  - group:robots@example.com # the robots\n', '  - serviceAccount:a@x.y\n  - serviceAccount:b@x.y\n'],
  ],
  [
    'at the end of a list',
    policy,
    [insert(['bindings', 0, 'members'], 3, 'user:new@x.y')],
    ['bob@example.com\n', 'bob@example.com\n  - user:new@x.y\n'],
  ],
  [
    'a mapping with a list and a text of two lines, before the empty line',
    policy,
    [insert(['bindings'], 2, { role: 'roles/x', members: ['a', 'b'], condition: { title: 'x: y', expression: 'a\nb' } })],
    [
      'roles/editor # r\n',
      `roles/editor # r\n- role: roles/x\n  members:\n  - a\n  - b\n  condition:\n    title: "x: y"\n    expression: |-\n      a\n      b\n`,
    ],
  ],
  ['the last item of a list', policy, [removeItem(['bindings', 1, 'members'], 0)], ['members:\n  - allUsers', 'members: []']],
  ['a block in a list; its inner comment stays', policy, [removeItem(['bindings'], 0)], [firstBinding, '# keep me\n']],
  ['the last block in a list', policy, [removeItem(['bindings'], 1)], [secondBinding, '']],
  [
    'every block in a list',
    policy,
    [removeItem(['bindings'], 0), removeItem(['bindings'], 1)],
    [`bindings:\n${firstBinding}${secondBinding}`, 'bindings: []\n# keep me\n'],
  ],
  [
    'the first key behind a dash',
    policy,
    [removeKey(['bindings', 1], 'condition')],
    [secondBinding.slice(0, secondBinding.indexOf('members')), '- '],
  ],
  [
    'a present key and a new one',
    policy,
    [set([], 'version', 3), set([], 'x', [{ q: 'z' }])],
    ['version: 1\n', 'version: 3\nx:\n- q: z\n'],
  ],
  ['a key renamed', policy, [rename(['bindings', 1], 'condition', 'why')], ['- condition:', '- why:']],
  [
    'a copy with its comments',
    policy,
    [withCopy(['bindings', 1], (copy) => insert(['bindings'], 0, copy))],
    ['bindings:\n', `bindings:\n${secondBinding}`],
  ],
  [
    'a copy in the place of what it was copied from, further in',
    policy,
    [withCopy(['bindings', 0], (copy) => replace(['bindings', 0], { first: copy, more: [] }))],
    [firstBinding, `- first:\n${firstBinding.replace(/^- /, '  ').replace(/^/gm, '  ').trimEnd()}\n  more: []\n`],
  ],
  [
    'indented lists, single quotes, and empty values filled in block style',
    level,
    [
      set(['basic'], 'combiningFunction', 'OR'),
      insert(['basic', 'conditions'], 2, { members: ['user:e@x.y'] }),
      insert(['empty'], 0, { members: ['user:e@x.y'], x: 'yes' }),
      set([], 'nothing', { a: 'b' }),
      set([], 'added', "it's"),
    ],
    level
      .replace('AND', 'OR')
      .replace('- US\n', '- US\n    - members:\n        - user:e@x.y\n')
      .replace(
        'empty: []\nnothing:\n',
        "empty:\n  - members:\n      - user:e@x.y\n    x: 'yes'\nnothing:\n  a: b\nadded: 'it''s'\n",
      ),
  ],
  [
    'the last item and the empty line above it',
    level,
    [removeItem(['basic', 'conditions'], 1)],
    ['\n    - regions:\n        - KR\n        - US\n', ''],
  ],
  [
    'a scalar for a block and a block for a scalar',
    level,
    [replace(['basic'], 1), replace(['title'], ['a', 'b'])],
    [level.slice(0, level.indexOf('description')), 'basic: 1\n# corporate devices\ntitle:\n  - a\n  - b\n'],
  ],
  [
    'JSON: several changes',
    json,
    [
      insert(['bindings'], 1, { role: 'roles/x', members: ['a', 'b'] }),
      removeItem(['bindings', 0, 'members'], 1),
      set([], 'etag', 'x'),
    ],
    json
      .replace(', "group:b@example.com"', '')
      .replace('    }\n  ]', '    },\n    {\n      "role": "roles/x",\n      "members": ["a", "b"]\n    }\n  ]')
      .replace('1\n}', '1,\n  "etag": "x"\n}'),
  ],
  [
    'JSON: lines and the comma before them',
    json,
    [removeKey(['bindings', 0], 'role'), removeKey([], 'version')],
    json.replace('      "role": "roles/viewer", # c\n', '').replace(',\n  "version": 1', ''),
  ],
  [
    'compact JSON',
    '{"a":1,"c":{"d":[]}}',
    [set([], 'x', ['a', { k: true }]), insert(['c', 'd'], 0, 'a', 'b')],
    '{"a":1,"c":{"d":["a","b"]},"x":["a",{"k":true}]}',
  ],
  [
    'padded brackets below a block list',
    'b:\n- { role: a, members: [ a, b ] }\n- { role: b, members: [ c ] } # c\n',
    [
      insert(['b'], 2, { role: 'c', members: ['x, y', 'z'] }),
      insert(['b', 0, 'members'], 0, 'no'),
      removeItem(['b', 1, 'members'], 0),
    ],
    'b:\n- { role: a, members: [ "no", a, b ] }\n- { role: b, members: [] } # c\n- { role: c, members: [ "x, y", z ] }\n',
  ],
  [
    'a list in brackets over lines, with a last comma',
    'a: [\n    x, # c\n    y,\n  ]\n',
    [insert(['a'], 2, 'z'), removeItem(['a'], 0)],
    'a: [\n    y,\n    z,\n  ]\n',
  ],
  [
    'CRLF, four columns, no line break at the end',
    '---\r\na:\r\n    - "x"\r\n    - "y" # c',
    [insert(['a'], 2, 'z', 'two\nlines'), set([], 'b', { c: [1] })],
    '---\r\na:\r\n    - "x"\r\n    - "y" # c\r\n    - "z"\r\n    - |-\r\n      two\r\n      lines\r\nb:\r\n    c:\r\n        - 1',
  ],
  ['no line break at the end, the last line', 'a: 1\nb: 2', [removeKey([], 'b')], 'a: 1'],
  [
    'no line break at the end, an item in and an entry out',
    'a:\n- x\nb: 2',
    [insert(['a'], 1, 'z'), removeKey([], 'b')],
    'a:\n- x\n- z',
  ],
  [
    'no line break at the end, an entry out and an item in below it',
    '- a: 1\n  b: 2',
    [removeKey([0], 'b'), insert([], 1, 'c')],
    '- a: 1\n- c',
  ],
  [
    'a copy with an empty line',
    'a:\n  b: |\n    x\n\n    z\n',
    [withCopy(['a'], (copy) => set([], 'c', [copy]))],
    'a:\n  b: |\n    x\n\n    z\nc:\n- b: |\n    x\n\n    z\n',
  ],
  [
    'a copy with an empty line, further in',
    'a:\n  b: |\n    x\n\n    z\n',
    [withCopy(['a'], (copy) => set(['a'], 'c', copy))],
    'a:\n  b: |\n    x\n\n    z\n  c:\n    b: |\n      x\n\n      z\n',
  ],
  [
    'lists in lists',
    '- - a\n  - b\n-   - c\n',
    [insert([0], 0, 'x'), insert([1], 1, ['p', 'q']), insert([], 2, [1, 2]), removeItem([0], 0)],
    '- - x\n  - b\n-   - c\n    - - p\n      - q\n- - 1\n  - 2\n',
  ],
  [
    'a comment after the last item stays there',
    'm:\n  - a\n  # last\n\nr: x\n',
    [insert(['m'], 1, 'b')],
    'm:\n  - a\n  - b\n  # last\n\nr: x\n',
  ],
  [
    'a comment above the first item stays with it',
    'm:\n  # about a\n  - a\n',
    [insert(['m'], 0, 'b')],
    'm:\n  - b\n  # about a\n  - a\n',
  ],
  [
    'the comment behind a replaced value',
    'a: x # c\nb: y # d\n',
    [set([], 'a', ['z']), set([], 'b', 'z')],
    'a: # c\n- z\nb: z # d\n',
  ],
  ['an alias goes, its anchor stays', 'a: &x [1]\nb: *x\nc: 1\n', [removeKey([], 'b')], 'a: &x [1]\nc: 1\n'],
  [
    'beside a merge key',
    'a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n',
    [removeKey(['c'], 'd'), set(['c'], 'e', 1)],
    'a: &x {b: 1}\nc:\n  <<: *x\n  e: 1\n',
  ],
  ['a tag goes with its value', 'a: !!str 5\nb: &y 7\n', [set([], 'a', 6), set([], 'b', 8)], 'a: 6\nb: 8\n'],
  [
    'a copy of what is opaque',
    'a: !Sub "x"\n',
    [withCopy(['a'], (copy) => set([], 'b', [copy]))],
    'a: !Sub "x"\nb:\n- !Sub "x"\n',
  ],
  [
    'a block copied into brackets',
    'a:\n  b: [x]\n  c: |-\n    z\nd: [1]\n',
    [withCopy(['a'], (copy) => insert(['d'], 1, copy))],
    'a:\n  b: [x]\n  c: |-\n    z\nd: [1, {b: [x], c: z}]\n',
  ],
  [
    'brackets copied into a block',
    'a: [{b: 1}]\nd:\n- x\n',
    [withCopy(['a', 0], (copy) => insert(['d'], 1, copy))],
    'a: [{b: 1}]\nd:\n- x\n- {b: 1}\n',
  ],
  [
    'a block scalar copied further in',
    'a: |\n  x\n   y\n',
    [withCopy(['a'], (copy) => set([], 'b', { c: copy }))],
    'a: |\n  x\n   y\nb:\n  c: |\n    x\n     y\n',
  ],
  [
    'the document’s own list emptied',
    '# h\n- a # c\n# k\n- b\n# t\n',
    [removeItem([], 0), removeItem([], 1)],
    '# h\n[]\n# k\n# t\n',
  ],
  ['the document’s own brackets filled', '{}\n', [set([], 'a', ['b'])], '{a: [b]}\n'],
  [
    'keys that need quotes',
    'a: 1\n',
    [set([], 'b: c', 1), set([], 'yes', 1), rename([], 'a', '<<')],
    '"<<": 1\n"b: c": 1\n"yes": 1\n',
  ],
  [
    'keys in quotes renamed',
    '"a" : 1 # x\n\'b\': 2\nc: {"d":3}\n',
    [rename([], 'a', 'e'), rename([], 'b', "it's"), rename(['c'], 'd', 'f')],
    '"e" : 1 # x\n\'it\'\'s\': 2\nc: {"f":3}\n',
  ],
  [
    'in broken text, away from the fault',
    'a:\n  e:\n  - b\nd: [x\n',
    [insert(['a', 'e'], 1, 'c')],
    'a:\n  e:\n  - b\n  - c\nd: [x\n',
  ],
  ['Korean and emoji', '이름: 😀\n', [set([], '역할', '보안 담당자')], '이름: 😀\n역할: 보안 담당자\n'],
];
for (const [name, text, picks, expected] of cases) {
  test(`written in the file's style: ${name}`, () => {
    const whole = typeof expected === 'string' ? expected : text.replace(expected[0], () => expected[1]);
    assert.notEqual(whole, text);
    assert.equal(edited(text, picks), whole);
  });
}

test('a string is plain only where every reader takes it for that string', () => {
  const awkward = [
    'yes',
    'no',
    'on',
    'N',
    '1',
    '0o7',
    '1:30',
    '2026-01-01',
    '~',
    'null',
    '',
    '*',
    '&a',
    '!x',
    '@x',
    '%x',
    '-',
    '- a',
    '---',
    '=',
    '<<',
  ];
  const more = [
    'a: b',
    'a #b',
    ' x',
    'x ',
    'a:',
    '#',
    '[',
    '{a',
    '`',
    '"',
    "'",
    '|',
    '>',
    '?',
    'a\tb',
    '\u2028',
    '\u0085',
    '\ud800',
    '\ufeff',
  ];
  const written = edited('a: x\n', [set([], 'b', [...awkward, ...more])]) ?? '';
  for (const line of written.split('\n').slice(2, -1)) assert.match(line, /^- ".*"$/u);
  const harmless = [
    'user:x@y.z',
    'roles/viewer',
    'principalSet://a/*',
    'a, b',
    '203.0.113.0/24',
    "it's",
    '한국어',
    'x-y',
    'a[0]',
  ];
  assert.equal(edited('a: x\n', [set([], 'b', harmless)]), `a: x\nb:\n${harmless.map((value) => `- ${value}\n`).join('')}`);
});

test('a document of a stream is edited by itself', () => {
  const text = '--- # one\na: 1\n--- # two\nb:\n- x\n...\n# three\n---\nc: 1\n';
  const placed = yamlFormat.parse(text)[1];
  assert.ok(placed?.root.node.kind === 'mapping');
  const [entry] = placed.root.node.entries;
  assert.ok(entry?.value.kind === 'sequence');
  const edits = yamlFormat.render(placed.root, [
    { kind: 'insert', into: entry.value, at: 1, values: ['q'] },
    { kind: 'set', in: placed.root.node, key: 'z', to: [] },
  ]);
  assert.equal(applyEdits(placed.root.text, edits ?? []), '--- # two\nb:\n- x\n- q\nz: []\n...\n');
});

const refused: readonly [string, string, readonly Pick[]][] = [
  ['a Terraform expression', 'a: 1\n', [set([], 'b', [expression('var.a')])]],
  ['a Terraform block', 'a: 1\n', [() => ({ kind: 'addBlock', type: 'x', labels: [], body: {} })]],
  ['what an alias stands for', 'a: &x [1]\nb: *x\n', [insert(['a'], 0, 2)]],
  ['an alias itself', 'a: &x 1\nb: *x\n', [set([], 'b', 2)]],
  ['an anchor that is still needed', 'a: &x [1]\nb: *x\n', [removeKey([], 'a')]],
  ['the braces of a pair that has none', '[a: b]\n', [set([0], 'c', 1)]],
  ['old line ends', 'a: 1\rb: 2\r', [set([], 'b', 3)]],
  ['a comment that would be lost', 'a: [x,\n    # c\n    z]\n', [removeItem(['a'], 0)]],
  ['brackets that hold a comment', 'a: [ # none\n  ]\n', [insert(['a'], 0, 1)]],
];
for (const [name, text, picks] of refused) {
  test(`not written: ${name}`, () => assert.equal(edited(text, picks), undefined));
}

function edited(text: string, picks: readonly Pick[]): string | undefined {
  const root = rootOf(text);
  const edits = yamlFormat.render(
    root,
    picks.map((pick) => pick(root.node)),
  );
  return edits && applyEdits(text, edits);
}

function nodeAt(root: SyntaxNode, path: Path): SyntaxNode {
  let node: SyntaxNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'mapping') node = node.entries.find((entry) => entry.key === step)?.value;
    else if (node?.kind === 'sequence') node = node.items[Number(step)];
  }
  assert.ok(node, path.join('.'));
  return node;
}

function mappingAt(root: SyntaxNode, path: Path): MappingNode {
  const node = nodeAt(root, path);
  assert.ok(node.kind === 'mapping');
  return node;
}

function sequenceAt(root: SyntaxNode, path: Path): SequenceNode {
  const node = nodeAt(root, path);
  assert.ok(node.kind === 'sequence');
  return node;
}

function entryAt(root: SyntaxNode, path: Path, key: string): Entry {
  const entry = mappingAt(root, path).entries.find((one) => one.key === key);
  assert.ok(entry, key);
  return entry;
}
