import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Node as JsoncNode, type ParseError, parseTree } from 'jsonc-parser';
import type { Root } from '../../../src/syntax/format';
import { jsonFormat } from '../../../src/syntax/json/format';
import { entryOf, type SyntaxNode } from '../../../src/syntax/tree';
import { copyOf, expression, type TreeEdit, type Value } from '../../../src/syntax/treeEdit';
import { applyEdits, overlap } from '../../../src/text/edit';
import { applyToMeaning, type Plain, pickEdits, plainDocuments, randomNumbers } from '../treeEditModel';
import { entryAt, mappingAt, nodeAt, sequenceAt } from '../treePath';
import { evenLayouts, writeEvenly, writeUnevenly } from './jsonLayouts';

describe('edits of JSON at random', () => {
  it('give the letters that the whole document would have in its layout', () => {
    const property = fc.property(
      plainDocuments({ depth: 3 }),
      fc.constantFrom(...evenLayouts),
      fc.nat(),
      (inner, layout, seed) => {
        // The wrapping shows what the layout is.
        const document = { shown: [1, 2], empty: [], document: inner };
        const root = parsed(writeEvenly(document, layout));
        const edits = pickEdits(innerNode(root.node), seed);
        assert.equal(rendered(root, edits), writeEvenly(applyToMeaning(root.node, edits), layout));
      },
    );
    fc.assert(property, { numRuns: 800 });
  });

  it('mean what was wished and keep the comments in the wildest layout', () => {
    const property = fc.property(plainDocuments({ depth: 3 }), fc.nat(), fc.nat(), (document, layoutSeed, seed) => {
      const root = parsed(writeUnevenly(document, randomNumbers(layoutSeed)));
      assert(!root.broken, 'the written document is sound');
      const edits = pickEdits(root.node, seed);
      const result = rendered(root, edits);
      assert.deepEqual(meaningOfOtherParser(result), applyToMeaning(root.node, edits), `${root.text}\n----\n${result}`);
      for (const { range, text } of root.comments) {
        const name = /^c\d+;/.exec(text)?.[0] ?? '';
        if (!result.includes(name)) assert(mayGo(root.text, range.start, edits), `lost ${name}\n${root.text}\n----\n${result}`);
      }
    });
    fc.assert(property, { numRuns: 1200 });
  });
});

describe('edits of JSON in the style of the text', () => {
  const conditions = ['{', '  "conditions": [', '    {', '      "regions": ["KR"]', '    }', '  ]', '}', ''].join('\n');

  it('adds an item and an entry as the lines around it', () => {
    const result = edited(conditions, (root) => [
      { kind: 'insert', into: sequenceAt(root, 'conditions'), at: 1, values: [{ members: ['user:a@example.com'] }] },
      { kind: 'set', in: mappingAt(root), key: 'combiningFunction', to: 'OR' },
    ]);
    assert.equal(
      result,
      lines(
        ...[
          '{',
          '  "conditions": [',
          '    {',
          '      "regions": ["KR"]',
          '    },',
          '    {',
          '      "members": ["user:a@example.com"]',
        ],
        ...['    }', '  ],', '  "combiningFunction": "OR"', '}', ''],
      ),
    );
  });

  for (const indentation of ['  ', '    ', '\t']) {
    it(`indents by ${JSON.stringify(indentation)}`, () => {
      const text = `{\n${indentation}"a": {\n${indentation}${indentation}"b": 1\n${indentation}}\n}`;
      const result = edited(text, (root) => [{ kind: 'set', in: mappingAt(root), key: 'c', to: { d: [true] } }]);
      const [one, two] = [indentation, indentation.repeat(2)];
      const added = `,\n${one}"c": {\n${two}"d": [\n${two}${one}true\n${two}]\n${one}}\n}`;
      assert.equal(result, text.slice(0, -2) + added);
    });
  }

  it('ends lines by CRLF', () => {
    const result = edited('{\r\n  "a": 1\r\n}\r\n', (root) => [{ kind: 'set', in: mappingAt(root), key: 'b', to: [1] }]);
    assert.equal(result, '{\r\n  "a": 1,\r\n  "b": [\r\n    1\r\n  ]\r\n}\r\n');
  });

  it('leaves a byte order mark before the root', () => {
    const text = '\ufeff{"a": 1}';
    const [placed] = jsonFormat.parse(text);
    assert(placed);
    assert.equal(placed.offset, 1);
    assert.equal(placed.root.text, '{"a": 1}');
    const edits = jsonFormat.render(placed.root, [{ kind: 'set', in: mappingAt(placed.root.node), key: 'a', to: 2 }]);
    assert.deepEqual(edits, [{ range: { start: 6, end: 7 }, newText: '2' }]);
  });

  const added =
    (value: Value) =>
    (root: SyntaxNode): TreeEdit[] => [{ kind: 'set', in: mappingAt(root), key: 'b', to: value }];
  for (const [before, value, after] of [
    ['{"a":[1,2]}', [1, 2], '{"a":[1,2],"b":[1,2]}'],
    ['{"a": [1, 2]}', { c: 1 }, '{"a": [1, 2], "b": {"c": 1}}'],
    ['{ "a": [1, 2] }', { c: 1 }, '{ "a": [1, 2], "b": { "c": 1 } }'],
    ['{ "a" : 1 }', {}, '{ "a" : 1, "b" : {} }'],
    ['{"a": 1,}', 2, '{"a": 1, "b": 2,}'],
    ['{}', 1, '{\n  "b": 1\n}'],
    ['{ }', 1, '{\n  "b": 1\n}'],
    ['{\n}', 1, '{\n  "b": 1\n}'],
    ['{\n  // none yet\n}', 1, '{\n  // none yet\n  "b": 1\n}'],
    ['{ // none yet\n}', 1, '{ // none yet\n  "b": 1\n}'],
    ['{\n  "a": [1, 2]\n}', [3], '{\n  "a": [1, 2],\n  "b": [3]\n}'],
    ['{\n  "a": [1, 2]\n}', [[3]], '{\n  "a": [1, 2],\n  "b": [\n    [3]\n  ]\n}'],
    ['{\n  "a": 1, // one\n  // the end\n}', 2, '{\n  "a": 1, // one\n  "b": 2,\n  // the end\n}'],
    ['{\n  "a": 1 // one\n  // the end\n}', 2, '{\n  "a": 1, // one\n  "b": 2\n  // the end\n}'],
    ['{\n  "a": 1 /* one */\n\n}', 2, '{\n  "a": 1, /* one */\n  "b": 2\n\n}'],
    ['{\n  "a": 1 }', 2, '{\n  "a": 1,\n  "b": 2 }'],
    ['{\n    "a": 1\n  , "c": 2\n}', 3, '{\n    "a": 1\n  , "c": 2,\n    "b": 3\n}'],
    ['{"a": "그룹 😀"}', '값 "x" \\ \n \ud800', '{"a": "그룹 😀", "b": "값 \\"x\\" \\\\ \\n \\ud800"}'],
  ] as const) {
    it(`adds to ${JSON.stringify(before)}`, () => assert.equal(edited(before, added(value)), after));
  }

  for (const [before, indices, after] of [
    ['[1, 2, 3]', [0], '[2, 3]'],
    ['[1, 2, 3]', [1], '[1, 3]'],
    ['[1, 2, 3]', [2], '[1, 2]'],
    ['[ 1, 2 ]', [0, 1], '[]'],
    ['[1,2,]', [1], '[1,]'],
    ['[\n  1,\n  2\n]', [1], '[\n  1\n]'],
    ['[\n  1,\n  2\n]', [0, 1], '[]'],
    ['[\n  1, // one\n  2 // two\n]', [0], '[\n  2 // two\n]'],
    ['[\n  1, // one\n  2 // two\n]', [1], '[\n  1 // one\n]'],
    ['[\n  // one\n  1,\n  // two\n  2\n]', [0], '[\n  // one\n  // two\n  2\n]'],
    ['[\n  // one\n  1\n]', [0], '[\n  // one\n]'],
    ['[\n  1,\n\n  2,\n\n  3\n]', [1], '[\n  1,\n\n  3\n]'],
    ['[\n  1,\n\n  2\n]', [1], '[\n  1\n]'],
    ['[\n  1,\n\n  2\n]', [0], '[\n  2\n]'],
    ['[\n  1,\n\n  2,\n  3\n]', [1], '[\n  1,\n\n  3\n]'],
    ['[\n  1, 2, // both\n  3\n]', [1], '[\n  1, // both\n  3\n]'],
    ['[\n  1, 2,\n  3\n]', [0], '[\n  2,\n  3\n]'],
    ['[\n  1, 2, // both\n  3\n]', [0, 1], '[\n  3\n]'],
    ['[\n  1\n  , 2\n  , 3\n]', [1], '[\n  1,\n  3\n]'],
    ['[{\n  "a": 1\n}, {\n  "b": 2\n}]', [0], '[{\n  "b": 2\n}]'],
    ['[\n  1,\n  2 ]', [1], '[\n  1]'],
  ] as const) {
    it(`takes ${indices.join(' and ')} out of ${JSON.stringify(before)}`, () => {
      const result = edited(before, (root) => {
        const from = sequenceAt(root);
        return indices.map((index) => ({ kind: 'remove', from, item: nodeAt(root, index) }));
      });
      assert.equal(result, after);
    });
  }

  it('writes what comes in the place of what goes', () => {
    const text = '[\n  // first\n  1, // one\n  // second\n  2\n]';
    const result = edited(text, (root) => [
      { kind: 'remove', from: sequenceAt(root), item: nodeAt(root, 0) },
      { kind: 'insert', into: sequenceAt(root), at: 0, values: ['a', 'b'] },
      { kind: 'remove', from: sequenceAt(root), item: nodeAt(root, 1) },
      { kind: 'insert', into: sequenceAt(root), at: 2, values: ['c'] },
    ]);
    assert.equal(result, '[\n  // first\n  "a",\n  "b",\n  // second\n  "c"\n]');
  });

  it('puts an item behind the one before it, so that comments stay with theirs', () => {
    const insert = (root: SyntaxNode): TreeEdit[] => [{ kind: 'insert', into: sequenceAt(root), at: 1, values: ['new'] }];
    assert.equal(edited('[\n  1, // one\n  // two\n  2\n]', insert), '[\n  1, // one\n  "new",\n  // two\n  2\n]');
    assert.equal(edited('[1 /* one */, 2]', insert), '[1 /* one */, "new", 2]');
  });

  it('follows the items beside it', () => {
    const text = '{\n  "b": [\n    { "role": "x", "members": [] },\n    { "role": "y", "members": ["a"] }\n  ]\n}';
    const added = edited(text, (root) => [
      { kind: 'insert', into: sequenceAt(root, 'b'), at: 2, values: [{ role: 'z', members: ['b', 'c'] }] },
      { kind: 'insert', into: sequenceAt(root, 'b', 0, 'members'), at: 0, values: ['d'] },
    ]);
    const changed = text.replace('[]', '["d"]').replace('["a"] }', '["a"] },\n    { "role": "z", "members": ["b", "c"] }');
    assert.equal(added, changed);
    const hugging = '[{\n  "a": 1\n}, {\n  "a": 2\n}]';
    const appended = edited(hugging, (root) => [{ kind: 'insert', into: sequenceAt(root), at: 2, values: [{ a: 3 }] }]);
    assert.equal(appended, '[{\n  "a": 1\n}, {\n  "a": 2\n}, {\n  "a": 3\n}]');
  });

  it('keeps the layout of what it replaces', () => {
    const text = '{\n  "a": {\n    "x": 1\n  },\n  "b": [1, 2],\n  "c": 3\n}';
    const result = edited(text, (root) => [
      { kind: 'replace', node: nodeAt(root, 'a'), by: { y: 2 } },
      { kind: 'replace', node: nodeAt(root, 'b'), by: [3] },
      { kind: 'rename', entry: entryAt(root, 'c'), to: 'd "e"' },
    ]);
    assert.equal(result, '{\n  "a": {\n    "y": 2\n  },\n  "b": [3],\n  "d \\"e\\"": 3\n}');
  });

  it('moves copies to their new indentation, comments inside and all', () => {
    const text = '{\n  "a": [\n    {\n      // why\n      "x": [1,2]\n    }\n  ],\n  "b": {}\n}';
    const result = edited(text, (root) => [
      { kind: 'set', in: mappingAt(root, 'b'), key: 'c', to: copyOf(nodeAt(root, 'a', 0)) },
      { kind: 'remove', from: mappingAt(root), entry: entryAt(root, 'a') },
    ]);
    assert.equal(result, '{\n  "b": {\n    "c": {\n      // why\n      "x": [1,2]\n    }\n  }\n}');
  });

  it('replaces whole characters', () => {
    const insert = (root: SyntaxNode): TreeEdit[] => [
      { kind: 'remove', from: sequenceAt(root), item: nodeAt(root, 0) },
      { kind: 'insert', into: sequenceAt(root), at: 0, values: ['😁'] },
    ];
    assert.equal(edited('["😀"]', insert), '["😁"]');
    assert.equal(edited('["\u{1f600}"]', insert), '["\u{1f601}"]');
    assert.equal(edited('["\u{10200}"]', insert), '["😁"]');
  });

  it('follows its own container where the file is of two minds', () => {
    const text = '{"a":[1,2],"b": [1, 2],\n\n    "c": {\n  "d": 1\n}}';
    const result = edited(text, (root) => [
      { kind: 'insert', into: sequenceAt(root, 'b'), at: 2, values: [3] },
      { kind: 'set', in: mappingAt(root, 'c'), key: 'e', to: 2 },
    ]);
    assert.equal(result, '{"a":[1,2],"b": [1, 2, 3],\n\n    "c": {\n  "d": 1,\n  "e": 2\n}}');
    const mixed = '{\n  "a": {\n    "x": 1\n  },\n  "b": { "x": 1 },\n  "c": { "x": 1 }\n}';
    const replaced = edited(mixed, (root) => [{ kind: 'replace', node: nodeAt(root, 'a'), by: { y: 2 } }]);
    assert.equal(replaced, mixed.replace('"x": 1', '"y": 2'));
  });

  it('changes the last of two entries with one key', () => {
    const result = edited('{"a": 1, "a": 2}', (root) => [{ kind: 'set', in: mappingAt(root), key: 'a', to: 3 }]);
    assert.equal(result, '{"a": 1, "a": 3}');
  });

  it('repairs a mapping whose neighbour is half-typed', () => {
    const text = '[\n  {"role": },\n  {"role": "x"}\n]';
    const result = edited(text, (root) => [{ kind: 'set', in: mappingAt(root, 1), key: 'role', to: 'y' }]);
    assert.equal(result, text.replace('"x"', '"y"'));
  });
});

describe('edits JSON refuses', () => {
  const refused: Record<string, (root: SyntaxNode) => TreeEdit[]> = {
    'what only Terraform has': () => [{ kind: 'removeBlock' }],
    'a new block': () => [{ kind: 'addBlock', type: 'x', labels: [], body: {} }],
    'an expression': (root) => [{ kind: 'set', in: mappingAt(root), key: 'x', to: [expression('a.b')] }],
    'a number that is none': (root) => [{ kind: 'set', in: mappingAt(root), key: 'x', to: Number.NaN }],
    'a place outside the list': (root) => [{ kind: 'insert', into: sequenceAt(root, 'a'), at: 3, values: [1] }],
    'an edit inside what goes': (root) => [
      { kind: 'remove', from: mappingAt(root), entry: entryAt(root, 'a') },
      { kind: 'insert', into: sequenceAt(root, 'a'), at: 0, values: [1] },
    ],
    'one value twice': (root) => [
      { kind: 'set', in: mappingAt(root), key: 'a', to: 1 },
      { kind: 'replace', node: nodeAt(root, 'a'), by: 2 },
    ],
    'one new key twice': (root) => [
      { kind: 'set', in: mappingAt(root), key: 'x', to: 1 },
      { kind: 'set', in: mappingAt(root), key: 'x', to: 2 },
    ],
    'the root itself': (root) => [{ kind: 'replace', node: root, by: 1 }],
  };
  for (const [name, edits] of Object.entries(refused)) {
    it(name, () => {
      const root = parsed('{"a": [1, 2]}');
      assert.equal(jsonFormat.render(root, edits(root.node)), undefined);
    });
  }

  it('a container without its bracket, or with an error where it would write', () => {
    for (const text of ['[1, 2', '[1 2]', '[1, 2 x]', '[,1, 2]', '[1,, 2]', '[1, 2,,]']) {
      const root = parsed(text);
      const into = sequenceAt(root.node);
      const everywhere = [...into.items.keys(), into.items.length].map(
        (at): TreeEdit => ({ kind: 'insert', into, at, values: [0] }),
      );
      assert.equal(jsonFormat.render(root, everywhere), undefined, text);
    }
  });

  it('a copy of broken text', () => {
    const root = parsed('{"a": [1 2], "b": 1}');
    const edits: TreeEdit[] = [{ kind: 'set', in: mappingAt(root.node), key: 'b', to: copyOf(nodeAt(root.node, 'a')) }];
    assert.equal(jsonFormat.render(root, edits), undefined);
  });
});

function edited(text: string, edits: (root: SyntaxNode) => readonly TreeEdit[]): string {
  const root = parsed(text);
  return rendered(root, edits(root.node));
}

function lines(...all: readonly string[]): string {
  return all.join('\n');
}

function parsed(text: string): Root {
  const [placed] = jsonFormat.parse(text);
  assert(placed);
  return placed.root;
}

function rendered(root: Root, edits: readonly TreeEdit[]): string {
  const textEdits = jsonFormat.render(root, edits);
  assert(textEdits, 'can be rendered');
  assert(!overlap(textEdits), 'does not overlap');
  for (const { range } of textEdits) assert(canPointTo(root.text, range.start) && canPointTo(root.text, range.end));
  return applyEdits(root.text, textEdits);
}

/** Editors count lines and whole characters, so between CR and LF or two surrogates there is no position. */
function canPointTo(text: string, offset: number): boolean {
  return !/^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

function innerNode(root: SyntaxNode): SyntaxNode {
  assert(root.kind === 'mapping');
  const entry = entryOf(root, 'document');
  assert(entry);
  return entry.value;
}

function meaningOfOtherParser(text: string): Plain {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  assert(tree && errors.length === 0, `is sound: ${text}`);
  return plain(tree);
}

function plain(node: JsoncNode): Plain {
  const children = node.children ?? [];
  if (node.type === 'object')
    return Object.fromEntries(children.map(({ children: [key, value] = [] }) => [key?.value, value && plain(value)]));
  return node.type === 'array' ? children.map(plain) : node.value;
}

/** Whether a comment goes for a reason: it stood in what goes or behind it on its last line. */
function mayGo(text: string, comment: number, edits: readonly TreeEdit[]): boolean {
  return edits.some((edit) => {
    const gone = goneNode(edit);
    if (!gone) return false;
    const isInside = gone.start <= comment && comment < gone.end;
    return isInside || (edit.kind === 'remove' && gone.end <= comment && !/[\r\n]/.test(text.slice(gone.end, comment)));
  });
}

function goneNode(edit: TreeEdit): { start: number; end: number } | undefined {
  if (edit.kind === 'replace') return edit.node.range;
  if (edit.kind === 'set') return entryOf(edit.in, edit.key)?.value.range;
  if (edit.kind === 'remove') return 'entry' in edit ? edit.entry.range : edit.item.range;
  return undefined;
}
