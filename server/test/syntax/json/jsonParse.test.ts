import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Root } from '../../../src/syntax/format';
import { jsonFormat } from '../../../src/syntax/json/format';
import type { SyntaxNode } from '../../../src/syntax/tree';
import type { TextRange } from '../../../src/text/range';
import { meaning, plainDocuments, randomNumbers } from '../treeEditModel';
import { mappingAt, nodeAt, sequenceAt } from '../treePath';
import { writeUnevenly } from './jsonLayouts';

describe('a sound JSON text', () => {
  it('means what JSON.parse reads', () => {
    const documents = fc.oneof(
      fc.json(),
      plainDocuments().map((document) => JSON.stringify(document, null, 2)),
    );
    fc.assert(
      fc.property(documents, (text) => {
        const root = parsed(text);
        assert.equal(root.broken, false);
        assert.deepEqual(meaning(root.node), JSON.parse(text));
      }),
      { numRuns: 400 },
    );
  });

  it('has each node at its text, in any layout', () => {
    fc.assert(
      fc.property(plainDocuments({ depth: 3 }), fc.nat(), (document, seed) => {
        const root = parsed(writeUnevenly(document, randomNumbers(seed)));
        assert.equal(root.broken, false);
        assert.deepEqual(meaning(root.node), document);
        for (const node of nodesIn(root.node)) assertAtItsText(root.text, node);
        for (const { range } of root.comments) assert.match(cut(root.text, range), /^(?:\/\/ .*|\/\*[\s\S]*\*\/)$/);
      }),
      { numRuns: 400 },
    );
  });

  it('has exact ranges of keys and entries, in UTF-16 code units', () => {
    const text = '{ "키😀" : "그룹" , "b": [1] }';
    const { entries } = mappingAt(parsed(text).node);
    assert.deepEqual(
      entries.map(({ key, keyRange, range }) => [key, cut(text, keyRange), cut(text, range)]),
      [
        ['키😀', '"키😀"', '"키😀" : "그룹"'],
        ['b', '"b"', '"b": [1]'],
      ],
    );
  });

  it('keeps entries of one key', () => {
    const { entries } = mappingAt(parsed('{"a": 1, "a": 2}').node);
    assert.deepEqual(entries.map(({ key, value }) => [key, meaning(value)]), [['a', 1], ['a', 2]]); // biome-ignore format: a table
  });

  it('may have comments and trailing commas', () => {
    const root = parsed('// one\n{ /* two\n */ "a": [1, ], // "three"\n}\n/**/');
    assert.equal(root.broken, false);
    assert.deepEqual(meaning(root.node), { a: [1] });
    assert.deepEqual(
      root.comments.map((comment) => comment.text),
      ['one', 'two', '"three"', ''],
    );
    assert.equal(mappingAt(root.node).complete && sequenceAt(root.node, 'a').complete, true);
  });

  it('may hold what other formats trip over', () => {
    assert.equal(meaning(parsed('"\u2028\ud800 \\ud800"').node), '\u2028\ud800 \ud800');
    assert.deepEqual(meaning(parsed('{"__proto__": 1e999, "x": -0}').node), JSON.parse('{"__proto__": 1e999, "x": -0}'));
  });

  it('is no root when it has no value', () => {
    for (const text of ['', ' \n', '\ufeff', '// nothing', '/* nothing */']) assert.deepEqual(jsonFormat.parse(text), []);
  });

  it('starts after a byte order mark', () => {
    const [placed] = jsonFormat.parse('\ufeff[1]');
    assert.deepEqual([placed?.offset, placed?.root.text, placed?.root.node.range], [1, '[1]', { start: 0, end: 3 }]);
  });

  it('is the same root as long as it stays the same', () => {
    const before = jsonFormat.parse('{"a": 1}');
    assert.equal(jsonFormat.parse('\ufeff{"a": 1}', { roots: before })[0]?.root, before[0]?.root);
    assert.notEqual(jsonFormat.parse('{"a": 2}', { roots: before })[0]?.root, before[0]?.root);
  });
});

describe('the segments of a JSON string', () => {
  it('cover what is written as it is and each escape, each at its text', () => {
    const text = String.raw`["그\"룹\u0041\n끝", 1]`;
    const root = parsed(text);
    const segments = jsonFormat.segments(root, nodeAt(root.node, 0)) ?? [];
    const value = String(meaning(nodeAt(root.node, 0)));
    assert.deepEqual(
      segments.map(({ kind, inner, innerEnd }) => [kind, value.slice(inner, innerEnd)]),
      [
        ['text', '그'],
        ['escape', '"'],
        ['text', '룹'],
        ['escape', 'A'],
        ['escape', '\n'],
        ['text', '끝'],
      ],
    );
    assert.deepEqual(
      segments.map(({ outer, outerEnd }) => text.slice(outer, outerEnd)),
      ['그', '\\"', '룹', '\\u0041', '\\n', '끝'],
    );
    assert.equal(jsonFormat.segments(root, nodeAt(root.node, 1)), undefined);
  });

  it('agree with the value for every string', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\\', '"', '\n', '\u0001', '😀', '키', '/', 'u') }), (value) => {
        const root = parsed(` ${JSON.stringify(value)}`);
        const segments = jsonFormat.segments(root, root.node) ?? [];
        for (const { kind, inner, innerEnd, outer, outerEnd } of segments) {
          const written = root.text.slice(outer, outerEnd);
          assert.equal(JSON.parse(`"${written}"`), value.slice(inner, innerEnd));
          assert.equal(kind === 'escape', written.startsWith('\\'));
        }
        assert.equal(segments.map(({ inner, innerEnd }) => value.slice(inner, innerEnd)).join(''), value);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a broken JSON text', () => {
  const policy = lines(
    ...[
      '{',
      '  "bindings": [',
      '    {',
      '      "role": "roles/a",',
      '      "members": [',
      '        "user:a",',
      '        "user:b"',
    ],
    ...[
      '      ]',
      '    },',
      '    {',
      '      "role": "roles/b",',
      '      "members": ["user:c"]',
      '    }',
      '  ],',
      '  "etag": "x"',
      '}',
    ],
  );
  const second = { role: 'roles/b', members: ['user:c'] };

  for (const [what, from, to, damaged] of [
    ['a list without ]', '"user:b"\n      ]', '"user:b"', [0]],
    ['a mapping without }', '    },\n    {', '    ,\n\n    {', [0]],
    ['a mapping without {', '[\n    {\n', '[\n\n', [0]],
    ['a key without colon', '"role": "roles/a"', '"role" "roles/a"', [0]],
    ['a key without value', '"role": "roles/a",', '"role": ', [0]],
    ['half a key', '"role": "roles/a",', '"ro', [0]],
    ['an open string', '"role": "roles/a",', '"role": "ro', [0]],
    ['an open item', '"user:a",', '"user:', [0]],
    ['a list just begun', '"role": "roles/a",', '"new": [', [0]],
    ['a word', '"roles/a"', 'roles/a', [0]],
    ['a missing comma', '"roles/a",', '"roles/a"', [0]],
    ['a list of mappings without ]', '  ],\n  "etag"', '\n  "etag"', []],
  ] as const) {
    it(`with ${what} keeps the rest`, () => {
      assert(policy.includes(from));
      const root = parsed(policy.replace(from, to));
      assert.equal(root.broken, true);
      assert.equal(mappingAt(root.node).complete, false);
      assert.equal(sequenceAt(root.node, 'bindings').complete, false);
      assert.equal(mappingAt(root.node, 'bindings', 0).complete, damaged.length === 0);
      assert.deepEqual(meaning(nodeAt(root.node, 'bindings', 1)), second);
      assert.equal(sequenceAt(root.node, 'bindings', 1, 'members').complete, true);
      assert.equal(meaning(nodeAt(root.node, 'etag')), 'x');
    });
  }

  it('never takes a key for a value', () => {
    for (const half of ['"role":', '"role": [', '"role": {', '"role"']) {
      const root = parsed(policy.replace('"role": "roles/a",', half));
      const values = nodesIn(root.node).filter((node) => node.kind === 'scalar' && node.value === 'members');
      assert.deepEqual(values, [], half);
    }
  });

  it('is incomplete just where the error is', () => {
    const root = parsed('{"a": [1], "b": [1 2], "c": {"d": {}} , x "e": [] }');
    const complete = ['a', 'b', 'c', 'e'].map((key) => {
      const node = nodeAt(root.node, key);
      return (node.kind === 'mapping' || node.kind === 'sequence') && node.complete;
    });
    assert.deepEqual(complete, [true, false, true, true]);
    assert.equal(mappingAt(root.node).complete, false);
  });

  it('leaves out what it can not tell', () => {
    for (const text of ['"abc', '"\\x"', '-', '1.', 'tru', '"\\u12"']) assert.equal(parsed(text).node.kind, 'opaque', text);
    for (const text of ['{"a"', '{"a":', '{"a":,}', '{"a":}', '{"a": nul}', '{"a": "b', '{"a"}']) {
      const root = parsed(text);
      assert.deepEqual(
        [mappingAt(root.node).entries[0]?.key, nodeAt(root.node, 'a').kind, root.broken],
        ['a', 'opaque', true],
        text,
      );
    }
    assert.deepEqual(jsonFormat.parse('}'), []);
  });

  it('is incomplete where it ends, when more follows that was meant to stand inside', () => {
    const root = parsed('{"a": [{"r": 1}, {"r": 2, "m": ["x"]}]}, "condition": {}}]}');
    const complete = ([[], ['a'], ['a', 0], ['a', 1], ['a', 1, 'm']] as const).map((path) => {
      const node = nodeAt(root.node, ...path);
      return (node.kind === 'mapping' || node.kind === 'sequence') && node.complete;
    });
    assert.deepEqual([root.broken, ...complete], [true, false, false, true, false, false]);
  });

  it('has no meaning for a string with a character that JSON wants escaped', () => {
    assert.equal(nodeAt(parsed('{"a": "x\ty", "b": 1}').node, 'a').kind, 'opaque');
  });

  it('is its first value where there are several', () => {
    const root = parsed('{"a": 1}\n{"b": 2}');
    assert.deepEqual([meaning(root.node), root.broken], [{ a: 1 }, true]);
  });

  it('never throws and keeps within the text, cut anywhere', () => {
    const text = '\ufeff// c\r\n{"a": [1.5e3, "\\u00e9\\"😀", {"b": null}, /* d */ true,], "c": {"d": -1}}';
    for (let end = 0; end <= text.length; end++) {
      for (const part of [text.slice(0, end), text.slice(end)]) assertWithinText(part);
    }
  });

  it('never throws and keeps within the text, made of anything', () => {
    const piece = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '\n', ' ', '1', 'x', '//', '/*', '*/', '\ud800', 'null'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => assertWithinText(pieces.join(''))),
      { numRuns: 2000 },
    );
  });

  it('is broken exactly when JSON.parse says so', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', '0', '.', ' ', '"', '\\', 'true', '\t');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const [placed] = jsonFormat.parse(text);
        const isSound = placed !== undefined && !placed.root.broken && !/,\s*[\]}]/.test(text.replace(/"[^"]*"/g, '""'));
        assert.equal(isSound, isReadable(text), text);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a deep JSON text', () => {
  it('is opaque below 500 levels', () => {
    const text = `${'[0,'.repeat(600)}1${']'.repeat(600)}`;
    let node = parsed(text).node;
    let levels = 0;
    for (; node.kind === 'sequence'; levels++) node = nodeAt(node, 1);
    assert.deepEqual([levels, node.kind, node.range], [500, 'opaque', { start: 1500, end: text.length - 500 }]);
    assert.equal(parsed(text).broken, false);
  });

  it('does not exhaust the stack', () => {
    for (const unit of ['[', '{"a":', '[{"a":', '["a":', '{', '/**/', '// x\n', ',', '"a":', '}']) {
      const text = unit.repeat(100_000);
      const [placed] = jsonFormat.parse(text);
      assert(placed === undefined || placed.root.node.range.end <= text.length);
    }
    const root = parsed(`{"a": 1, "b": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    assert(jsonFormat.render(root, [{ kind: 'set', in: mappingAt(root.node), key: 'a', to: 2 }]));
  });
});

function parsed(text: string): Root {
  const [placed] = jsonFormat.parse(text);
  assert(placed, `no root in ${text}`);
  return placed.root;
}

function cut(text: string, { start, end }: TextRange): string {
  return text.slice(start, end);
}

function nodesIn(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'mapping') return [node, ...node.entries.flatMap(({ value }) => nodesIn(value))];
  return node.kind === 'sequence' ? [node, ...node.items.flatMap(nodesIn)] : [node];
}

function assertAtItsText(text: string, node: SyntaxNode): void {
  const written = cut(text, node.range);
  if (node.kind === 'scalar') assert.deepEqual(JSON.parse(written), node.value);
  if (node.kind === 'mapping') {
    assert.match(written, /^\{[\s\S]*\}$/);
    for (const { key, keyRange } of node.entries) assert.equal(JSON.parse(cut(text, keyRange)), key);
  }
  if (node.kind === 'sequence') assert.match(written, /^\[[\s\S]*\]$/);
}

function assertWithinText(text: string): void {
  for (const { root } of jsonFormat.parse(text)) {
    for (const node of nodesIn(root.node)) {
      assert(0 <= node.range.start && node.range.start <= node.range.end && node.range.end <= root.text.length, text);
      if (node.kind === 'scalar') assert.equal(JSON.parse(cut(root.text, node.range).replaceAll('\t', '\\t')), node.value);
      if (node.kind !== 'mapping' && node.kind !== 'sequence') continue;
      const children = node.kind === 'mapping' ? node.entries : node.items.map((item) => ({ range: item.range }));
      let before = node.range.start;
      for (const { range } of children) {
        assert(before <= range.start && range.end <= node.range.end, text);
        before = range.end;
      }
    }
    for (const { range } of root.comments) assert(range.end <= root.text.length, text);
  }
}

function isReadable(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function lines(...all: readonly string[]): string {
  return all.join('\n');
}
