import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { load, loadAll } from 'js-yaml';
import type { Root } from '../../../src/syntax/format';
import type { SyntaxNode } from '../../../src/syntax/tree';
import { yamlFormat } from '../../../src/syntax/yaml/format';
import { meaning } from '../treeEditModel';
import { rootOf, writtenDocuments } from './writtenDocuments';

test('the tree means what another parser reads, and every scalar stands where its range says', () => {
  fc.assert(
    fc.property(writtenDocuments(), (text) => {
      const root = rootOf(text);
      assert.equal(root.broken, false);
      assert.deepEqual(meaning(root.node), load(text));
      eachScalar(root.node, (value, { start, end }) => {
        const written = text.slice(start, end);
        // The column that an indicator (`|2`) counts from is not in the scalar.
        if (!/^[|>][+-]?[1-9]/.test(written)) assert.deepEqual(load(`- ${written}\n`), [value]);
      });
    }),
    { numRuns: 250 },
  );
});

test('segments are pieces of the meaning, verbatim or escaped, and leave out only folds', () => {
  fc.assert(
    fc.property(writtenDocuments(), (text) => {
      const root = rootOf(text);
      eachScalar(root.node, (value, range, node) => {
        const segments = yamlFormat.segments(root, node);
        assert.equal(segments !== undefined, typeof value === 'string');
        for (const { kind, inner, innerEnd, outer, outerEnd } of segments ?? []) {
          const written = text.slice(outer, outerEnd);
          const means = kind === 'text' ? written : load(text.startsWith('"', range.start) ? `"${written}"` : `'${written}'`);
          assert.equal(means, String(value).slice(inner, innerEnd));
          assert.ok(range.start <= outer && outerEnd <= range.end);
        }
      });
    }),
    { numRuns: 250 },
  );
});

const segmented: readonly [string, string, readonly string[]][] = [
  ['plain', 'a: user:me@example.com', ['user:me@example.com']],
  ['plain over lines', 'a: one\n  two\n\n  three', ['one', 'two', 'three']],
  ['single quotes', "a: ' it''s me '", [' it', "''", 's me ']],
  ['double quotes', 'a: "x \\" y\\u0041 \\\n   z\n  w "', ['x ', '\\"', ' y', '\\u0041', ' ', 'z', 'w ']],
  ['literal', 'a: |-\n  one\n    two \n\n  three\n', ['one', '  two ', 'three']],
  ['folded', 'a: >\n  one\n  two\n    more\n  three\n', ['one', 'two', '  more', 'three']],
  ['with an indicator', 'a:\n  b: |2-\n      one\n    two\n', ['  one', 'two']],
  ['CRLF', 'a: |\r\n  one\r\n  two\r\n', ['one', 'two']],
  ['no text', 'a: ""', []],
];
for (const [name, text, expected] of segmented) {
  test(`segments: ${name}`, () => {
    const root = rootOf(text);
    const segments: string[] = [];
    eachScalar(root.node, (_, __, node) => {
      for (const { outer, outerEnd } of yamlFormat.segments(root, node) ?? []) segments.push(text.slice(outer, outerEnd));
    });
    assert.deepEqual(segments, expected);
  });
}

test('an escape beside a line break stands for itself, and not for what the break means', () => {
  const text = 'a: "x\n\n  \\n\\x0ay\n  \\ z\\\n  \\nw"\n';
  const root = rootOf(text);
  eachScalar(root.node, (value, _, node) => {
    assert.equal(value, 'x\n\n\ny  z\nw');
    assert.deepEqual(
      yamlFormat.segments(root, node)?.map(({ inner, outer, outerEnd }) => [inner, text.slice(outer, outerEnd)]),
      [
        [0, 'x'],
        [2, '\\n'],
        [3, '\\x0a'],
        [4, 'y'],
        [6, '\\ '],
        [7, 'z'],
        [8, '\\n'],
        [9, 'w'],
      ],
    );
  });
});

test('what has no value is null right after what asks for it', () => {
  assert.equal(outline('a:\nb: # c\n\nc: &x\nd:'), '{a:null@2 b:null@5 c:null@16 d:null@19}');
  assert.equal(outline('- \n-\n- # c\n'), '[null@1 null@4 null@6]');
  assert.equal(outline('{a, b: , c:}'), '{a:null@2 b:null@6 c:null@11}');
});

test('block collections reach from the first key or dash to the end of the last value', () => {
  const text = '# c\nbindings:\n  - role: a # b\n    members: [x, y]   # z\n\n  - |\n    text\n\n# end\n';
  const root = rootOf(text);
  assert.ok(root.node.kind === 'mapping');
  assert.equal(sliceOf(root, root.node), text.slice(4, text.indexOf('\n\n# end')));
  const bindings = root.node.entries[0]?.value;
  assert.ok(bindings?.kind === 'sequence');
  assert.equal(sliceOf(root, bindings), text.slice(text.indexOf('- role'), text.indexOf('\n\n# end')));
  assert.equal(sliceOf(root, bindings.items[0]), 'role: a # b\n    members: [x, y]');
  assert.deepEqual(
    root.comments.map((comment) => [comment.text, text.slice(comment.range.start, comment.range.end)]),
    [
      ['c', '# c'],
      ['b', '# b'],
      ['z', '# z'],
      ['end', '# end'],
    ],
  );
});

test('what the text does not spell out is opaque or incomplete', () => {
  assert.equal(outline('a: !Sub "x"\nb: !!str 5\nc: !!int x\nd: ! 5'), '{a:?!Sub "x" b:"5" c:?!!int x d:"5"}');
  assert.equal(outline('<<: {a: 1}\nb: 2'), '{b:2 …}');
  assert.equal(outline('"<<": 1\nb: 2'), '{<<:1 b:2}');
  assert.equal(outline('? {a: 1}\n: c\nb: 2'), '{b:2 …}');
  assert.equal(outline('1: a\ntrue: b\nnull: c\n: d'), '{1:"a" true:"b" null:"c" null:"d"}');
  assert.equal(outline('a: yes\nb: 0o17\nc: 1_000\nd: 012\ne: ~\nf: .inf'), '{a:"yes" b:15 c:"1_000" d:12 e:null f:Infinity}');
});

test('an alias is the very node of its anchor, and nothing below it is editable', () => {
  const root = rootOf('a: &x\n  b: [1]\nc: *x\nd: &y {e: 1}\nf: &x 2\ng: *x\n? *x\n: h');
  assert.ok(root.node.kind === 'mapping');
  const value = (key: string) =>
    root.node.kind === 'mapping' ? root.node.entries.find((entry) => entry.key === key)?.value : undefined;
  assert.equal(value('a'), value('c'));
  assert.equal(value('f'), value('g'));
  assert.equal(sliceOf(root, value('2')), 'h');
  const shared = value('a');
  assert.ok(shared?.kind === 'mapping' && !shared.editable);
  assert.ok(shared.entries[0]?.value.kind === 'sequence' && !shared.entries[0].value.editable);
  const own = value('d');
  assert.ok(own?.kind === 'mapping' && own.editable && root.node.editable);
  assert.equal(outline('a: &a [*a]\nb: *c'), '{a:[?*a] b:?*c}');
});

test('an alias bomb shares its nodes, and a tower of aliases ends somewhere', () => {
  const bomb = ['a0: &a0 [x]', ...Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`)].join(
    '\n',
  );
  const root = rootOf(bomb);
  assert.ok(root.node.kind === 'mapping' && root.node.entries.length === 61);
  const tower = ['- &a0 [x]', ...Array.from({ length: 3000 }, (_, i) => `- &a${i + 1} [*a${i}]`)].join('\n');
  assert.ok(heightOf(rootOf(tower).node) <= 501);
});

test('only containers that an error touches are incomplete', () => {
  assert.equal(outline('a: [b, c\nd: {e: 1}\nf: [x'), '{a:["b" "c" …] d:{e:1} f:["x" …] …}');
  assert.equal(outline('a:\n- b\n- "c\n'), '{a:["b" ?"c\n …] …}');
  assert.equal(outline('a:\n  b: c\n  d: [e\n'), '{a:{b:"c" d:["e" …] …} …}');
});

test('what a document’s value is followed by may belong to any container that ends there', () => {
  for (const [text, shown] of [
    ['{a: 1} foo', '{a:1 …}'],
    ['{a: {b: 1}}}', '{a:{b:1} …}'],
    ['a:\n- r: 1\n  m:\n  - x\n condition: 3\n', '{a:[{r:1 m:["x" …] …} {condition:3 …} …] …}'],
    ['a:\n- r: 1\n  m:\n  - x # c\n  # d\n\n condition: 3\n', '{a:[{r:1 m:["x" …] …} {condition:3 …} …] …}'],
  ] as const) {
    assert.equal(outline(text), shown, text);
    assert.equal(rootOf(text).broken, true, text);
  }
});

test('a scalar that meets a syntax error is opaque', () => {
  for (const [text, shown] of [
    ['a: "x\nb: y\nc: z\n', '{a:? …}'],
    ["a: 'x\nb: y\n", '{a:? …}'],
    ['a:\n- "x\n- y\n', '{a:[? …] …}'],
    ['a: {b: "x}\nc: d\n', '{a:{b:? …} …}'],
    ['a: "x\\qy"\nb: c\n', '{a:? b:"c" …}'],
    ['a: @x\nb: c\n', '{a:? b:"c" …}'],
    ['a: "', '{a:? …}'],
    ['"a: b\n', '?'],
  ] as const) {
    assert.equal(outline(text).replace(/\?.*?(?= \w+:"| …|$)/s, '?'), shown, text);
  }
});

test('a stream has a root for each document that holds something', () => {
  const text =
    '\ufeff# head\n%YAML 1.2\n---\na: 1\n---\n# only a comment\n---\nb: |\n ---\n text\n...\n\n# c\nc: "x"\n--- [d]\n...\n';
  const roots = yamlFormat.parse(text);
  assert.deepEqual(
    roots.map(({ root }) => meaning(root.node)),
    loadAll(text).filter((value) => value !== null && value !== undefined),
  );
  for (const { root, offset } of roots) assert.equal(text.slice(offset, offset + root.text.length), root.text);
  assert.equal(roots[0]?.offset, 1);
  assert.equal(roots[0]?.root.comments[0]?.text, 'head');
});

test('each document of a stream is found', () => {
  const separators = fc.constantFrom('---\n', '--- # c\n', '...\n---\n', '...\n# c\n%YAML 1.2\n---\n');
  const documents = fc.array(
    fc.tuple(
      writtenDocuments().filter((text) => !/^---|^\.\.\./m.test(text)),
      separators,
    ),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(documents, (parts) => {
      const text = parts.map(([document, separator]) => `${separator}${document.replace(/\n?$/, '\n')}`).join('');
      assert.deepEqual(
        yamlFormat.parse(text).map(({ root }) => meaning(root.node)),
        text === '' ? [] : loadAll(text),
      );
    }),
    { numRuns: 60 },
  );
});

test('documents whose text stays are the same objects, each once', () => {
  const before = yamlFormat.parse('a: 1\n---\nb: 1\n---\nb: 1\n---\nc: 1\n');
  const after = yamlFormat.parse('a: 2\n---\nb: 1\n---\nb: 1\n---\nb: 1\n---\nc: 1\n', { roots: before });
  const place = after.map(({ root }) => before.findIndex((earlier) => earlier.root === root));
  assert.deepEqual(place, [-1, 1, 2, -1, 3]);
});

test('a lone CR ends a line, U+2028 does not', () => {
  assert.equal(outline('a: 1\rb:\r- x\u2028y\r'), '{a:1 b:["x\u2028y"]}');
});

const awkward: readonly string[] = [
  '# head\nbindings:\n- role: "roles/a\\u0020b" # c\n  members: [user:a@b.c, \'그룹\', {x: *y}]\n- &y |+\n  text\n\n- ? k\n  : v\n  <<: *y\n',
  '---\r\na:\r\n  - "보안 😀"\r\n  - !Sub x\r\n...\r\n--- >-\r\n folded\r\n text\r\n',
  'a:\n\t- b\n  c: \ud800\n"d: [e, }\n\'f\n*\n&\n!\n%\n@\n`\n\u2028\u0085\u0000',
];

test('no prefix of broken text raises an error', () => {
  for (const text of awkward) {
    for (let length = 0; length <= text.length; length++) {
      for (const { root } of yamlFormat.parse(text.slice(0, length))) {
        eachScalar(root.node, (value, { start, end }, node) => {
          assert.ok(0 <= start && start <= end && end <= root.text.length, `${value}`);
          yamlFormat.segments(root, node);
        });
      }
    }
  }
});

test('what is nested without end is read to some depth', () => {
  for (const text of [
    '['.repeat(100_000),
    '{a: '.repeat(20_000),
    '- '.repeat(20_000),
    `${'- '.repeat(20_000)}\n- a`,
    '? '.repeat(5000),
  ]) {
    const [placed] = yamlFormat.parse(text);
    assert.ok(placed && heightOf(placed.root.node) <= 501, text.slice(0, 4));
  }
  const deep = rootOf(`a: 1\nb: ${'['.repeat(1000)}x${']'.repeat(1000)}\nc: 2`);
  assert.equal(deep.broken, false);
  assert.ok(deep.node.kind === 'mapping' && deep.node.entries.length === 3);
});

function eachScalar(
  root: SyntaxNode,
  visit: (value: string | number | boolean | null, range: { start: number; end: number }, node: SyntaxNode) => void,
): void {
  if (root.kind === 'scalar') visit(root.value, root.range, root);
  if (root.kind === 'mapping') for (const entry of root.entries) eachScalar(entry.value, visit);
  if (root.kind === 'sequence') for (const item of root.items) eachScalar(item, visit);
}

function heightOf(node: SyntaxNode): number {
  const inner = node.kind === 'mapping' ? node.entries.map((entry) => entry.value) : node.kind === 'sequence' ? node.items : [];
  return inner.length === 0 ? 1 : 1 + Math.max(...[...new Set(inner)].map(heightOf));
}

function sliceOf(root: Root, node: SyntaxNode | undefined): string | undefined {
  return node && root.text.slice(node.range.start, node.range.end);
}

/** The tree on one line: `…` for incomplete, `?` and its text for opaque, and where an empty null stands. */
function outline(text: string): string {
  const { node: root, text: own } = rootOf(text);
  const shown = (node: SyntaxNode): string => {
    if (node.kind === 'scalar') {
      const isMissing = node.value === null && node.range.start === node.range.end;
      return isMissing
        ? `null@${node.range.start}`
        : typeof node.value === 'string'
          ? JSON.stringify(node.value)
          : `${node.value}`;
    }
    if (node.kind === 'mapping') {
      return `{${[...node.entries.map((entry) => `${entry.key}:${shown(entry.value)}`), ...(node.complete ? [] : ['…'])].join(' ')}}`;
    }
    if (node.kind === 'sequence') return `[${[...node.items.map(shown), ...(node.complete ? [] : ['…'])].join(' ')}]`;
    return `?${own.slice(node.range.start, node.range.end)}`;
  };
  return shown(root);
}
