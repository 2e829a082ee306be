import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Root } from '../../../src/syntax/format';
import { terraformFormat } from '../../../src/syntax/terraform/format';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import type { MappingNode, SyntaxNode } from '../../../src/syntax/tree';
import type { TextRange } from '../../../src/text/range';

before(prepareTerraform);

/** A node as its kind, its source text and what else there is to know. */
function outline(text: string, node: SyntaxNode): unknown[] {
  const source = ({ start, end }: TextRange) => text.slice(start, end);
  const own = source(node.range);
  switch (node.kind) {
    case 'scalar':
      return ['scalar', own, node.value];
    case 'reference':
      return ['reference', own, ...node.path];
    case 'template':
      return [
        'template',
        own,
        ...node.parts.map((part) => ('hole' in part ? outline(text, part.hole) : [part.literal, source(part.range)])),
      ];
    case 'opaque':
      return node.call
        ? ['opaque', own, node.call.name, ...node.call.arguments.map((argument) => outline(text, argument))]
        : ['opaque', own];
    case 'sequence':
      return [...marks(node), node.blockName ?? 'sequence', own, ...node.items.map((item) => outline(text, item))];
    case 'mapping':
      return [
        ...marks(node),
        node.header?.type ?? 'mapping',
        own,
        ...node.entries.map((entry) => [source(entry.keyRange), source(entry.range), outline(text, entry.value)]),
      ];
  }
}

function marks({ complete, editable }: { complete: boolean; editable: boolean }): string[] {
  return [...(complete ? [] : ['incomplete']), ...(editable ? [] : ['fixed'])];
}

function onlyRoot(text: string): Root {
  const [placed, ...others] = terraformFormat.parse(text);
  assert(placed && others.length === 0, text);
  return placed.root;
}

function outlineOf(source: string): unknown[] {
  const root = onlyRoot(`x = ${source}\n`);
  assert.equal(root.broken, false, source);
  return outline(root.text, (root.node as MappingNode).entries[0]?.value as SyntaxNode);
}

test('scalars', () => {
  assert.deepEqual(outlineOf('"한 😀"'), ['scalar', '"한 😀"', '한 😀']);
  assert.deepEqual(outlineOf('"  "'), ['scalar', '"  "', '  ']);
  assert.deepEqual(outlineOf('""'), ['scalar', '""', '']);
  assert.deepEqual(outlineOf(`"a\\n\\"\\u00e9\\U0001F600\\\\$\${b}%%{c}"`), [
    'scalar',
    `"a\\n\\"\\u00e9\\U0001F600\\\\$\${b}%%{c}"`,
    `a\n"é😀\\\${b}%{c}`,
  ]);
  assert.deepEqual(outlineOf('"$${"'), ['scalar', '"$${"', '${']);
  assert.deepEqual(outlineOf('-1'), ['scalar', '-1', -1]);
  assert.deepEqual(outlineOf('1.50'), ['scalar', '1.50', 1.5]);
  assert.deepEqual(outlineOf('true'), ['scalar', 'true', true]);
  assert.deepEqual(outlineOf('null'), ['scalar', 'null', null]);
  assert.deepEqual(outlineOf('("a")'), ['scalar', '"a"', 'a']);
});

test('heredocs', () => {
  assert.deepEqual(outlineOf('<<E\n  a\n b\nE'), ['scalar', '<<E\n  a\n b\nE', '  a\n b\n']);
  assert.deepEqual(outlineOf('<<-E\n  a\n\n   b\n  E'), ['scalar', '<<-E\n  a\n\n   b\n  E', 'a\n\n b\n']);
  assert.deepEqual(outlineOf('<<E\nE'), ['scalar', '<<E\nE', '']);
  assert.deepEqual(outlineOf(`<<-E\n  \${a}\n  b "\\n\n  E`), [
    'template',
    `<<-E\n  \${a}\n  b "\\n\n  E`,
    ['reference', 'a', 'a'],
    ['\nb "\\n\n', '\n  b "\\n\n'],
  ]);
});

test('templates', () => {
  assert.deepEqual(outlineOf(`"  \${a}$\${b} \${c.d}"`), [
    'template',
    `"  \${a}$\${b} \${c.d}"`,
    ['  ', '  '],
    ['reference', 'a', 'a'],
    [`\${b} `, `$\${b} `],
    ['reference', 'c.d', 'c', 'd'],
  ]);
  assert.deepEqual(outlineOf(`"\${a}"`), ['template', `"\${a}"`, ['reference', 'a', 'a']]);
  assert.deepEqual(outlineOf(`"\${"b"}\${f(1)}"`), [
    'template',
    `"\${"b"}\${f(1)}"`,
    ['scalar', '"b"', 'b'],
    ['opaque', 'f(1)', 'f', ['scalar', '1', 1]],
  ]);
  for (const source of [`"a\${~ b ~}"`, '"%{ if a }b%{ endif }"', `<<E\n%{ for a in b }\${a}%{ endfor }\nE`])
    assert.deepEqual(outlineOf(source), ['opaque', source]);
});

test('references', () => {
  assert.deepEqual(outlineOf('var.x'), ['reference', 'var.x', 'var', 'x']);
  assert.deepEqual(outlineOf('a.b[0]["k"].1.c'), ['reference', 'a.b[0]["k"].1.c', 'a', 'b', 0, 'k', 1, 'c']);
  assert.deepEqual(outlineOf('(var.x)'), ['reference', 'var.x', 'var', 'x']);
  for (const source of [
    'a[*].b',
    'a.*.b',
    'a[var.i]',
    `a["\${b}"]`,
    'f(a).b',
    '(a).b',
    'a ? b : c',
    'a + 1',
    '!a',
    '-a',
    '[for x in y : x]',
    '{for x in y : x => x}',
  ]) {
    assert.equal(outlineOf(source)[0], 'opaque', source);
  }
});

test('calls', () => {
  assert.deepEqual(outlineOf('format("%s", a, ["b"])'), [
    'opaque',
    'format("%s", a, ["b"])',
    'format',
    ['scalar', '"%s"', '%s'],
    ['reference', 'a', 'a'],
    ['sequence', '["b"]', ['scalar', '"b"', 'b']],
  ]);
  assert.deepEqual(outlineOf('f()'), ['opaque', 'f()', 'f']);
  assert.deepEqual(outlineOf('toset(["a"])'), ['sequence', '["a"]', ['scalar', '"a"', 'a']]);
  assert.deepEqual(outlineOf('tomap({ a = 1 })'), ['mapping', '{ a = 1 }', ['a', 'a = 1', ['scalar', '1', 1]]]);
  assert.deepEqual(outlineOf('concat(["a"], ["b"])'), [
    'fixed',
    'sequence',
    'concat(["a"], ["b"])',
    ['scalar', '"a"', 'a'],
    ['scalar', '"b"', 'b'],
  ]);
  assert.deepEqual(outlineOf('concat(["a"], var.b)'), [
    'incomplete',
    'fixed',
    'sequence',
    'concat(["a"], var.b)',
    ['scalar', '"a"', 'a'],
  ]);
  assert.deepEqual(outlineOf('concat(["a"], ["b"]...)'), [
    'incomplete',
    'fixed',
    'sequence',
    'concat(["a"], ["b"]...)',
    ['scalar', '"a"', 'a'],
  ]);
  const entry = ['a', 'a = 1', ['scalar', '1', 1]];
  assert.deepEqual(outlineOf('merge({ a = 1 }, { b = 2 })'), [
    'fixed',
    'mapping',
    'merge({ a = 1 }, { b = 2 })',
    entry,
    ['b', 'b = 2', ['scalar', '2', 2]],
  ]);
  assert.deepEqual(outlineOf('merge(var.b, { a = 1 })'), ['incomplete', 'fixed', 'mapping', 'merge(var.b, { a = 1 })', entry]);
  assert.deepEqual(outlineOf('merge({ a = 1 }, var.b)'), ['incomplete', 'fixed', 'mapping', 'merge({ a = 1 }, var.b)']);
  assert.deepEqual(outlineOf('merge({ a = 2 }, { (b) = 3, a = 1 })'), [
    'incomplete',
    'fixed',
    'mapping',
    'merge({ a = 2 }, { (b) = 3, a = 1 })',
    entry,
  ]);
});

test('lists and objects', () => {
  assert.deepEqual(outlineOf('[\n  "a", # b\n  c,\n]'), [
    'sequence',
    '[\n  "a", # b\n  c,\n]',
    ['scalar', '"a"', 'a'],
    ['reference', 'c', 'c'],
  ]);
  const object = '{\n  a = 1 # one\n  "b c" : [],\n  3 = (4)\n  true = a\n}';
  assert.deepEqual(outlineOf(object), [
    'mapping',
    object,
    ['a', 'a = 1', ['scalar', '1', 1]],
    ['"b c"', '"b c" : []', ['sequence', '[]']],
    ['3', '3 = (4)', ['scalar', '4', 4]],
    ['true', 'true = a', ['reference', 'a', 'a']],
  ]);
  for (const key of ['(a)', `"\${a}"`, 'a.b', `"a\${b}"`])
    assert.deepEqual(outlineOf(`{ ${key} = 1 }`), ['incomplete', 'mapping', `{ ${key} = 1 }`], key);
});

test('the header of a block', () => {
  const text = '# above\nresource "google_x" y {}';
  const { header, range } = onlyRoot(text).node as MappingNode;
  assert.deepEqual(header, {
    type: 'resource',
    labels: ['google_x', 'y'],
    range: { start: 8, end: 29 },
    labelRanges: [
      { start: 17, end: 27 },
      { start: 28, end: 29 },
    ],
  });
  assert.deepEqual(range, { start: 30, end: 32 });
});

test('nested blocks, in the order of the text', () => {
  const first = 'binding {\n    a = 1\n  }';
  const second = 'binding "l" {}';
  const text = `locals {\n  ${first}\n  b = 2\n  condition {}\n  ${second}\n}`;
  const root = onlyRoot(text);
  const both = text.slice(text.indexOf(first), text.indexOf(second) + second.length);
  assert.deepEqual(outline(text, root.node).slice(2), [
    ['binding', both, ['binding', both, ['binding', '{\n    a = 1\n  }', ['a', 'a = 1', ['scalar', '1', 1]]], ['binding', '{}']]],
    ['b', 'b = 2', ['scalar', '2', 2]],
    ['condition', 'condition {}', ['condition', 'condition {}', ['condition', '{}']]],
  ]);
});

test('a dynamic block adds an item and leaves the sequence open', () => {
  const text =
    'locals {\n  c {}\n  dynamic "c" {\n    for_each = var.l\n    content {\n      a = c.value\n    }\n  }\n  dynamic "d" {\n  }\n}';
  const root = onlyRoot(text);
  const [c, d] = (root.node as MappingNode).entries.map(({ value }) => outline(text, value));
  assert.deepEqual(c?.slice(0, 2), ['incomplete', 'c']);
  assert.deepEqual(c?.slice(3), [
    ['c', '{}'],
    ['dynamic', '{\n      a = c.value\n    }', ['a', 'a = c.value', ['reference', 'c.value', 'c', 'value']]],
  ]);
  assert.deepEqual(d, ['incomplete', 'd', 'dynamic "d" {\n  }']);
  assert.equal(root.broken, false);
});

test('comments without their marks', () => {
  const root = onlyRoot(
    'locals { # one\n  a = [ // two\n    1, /* three\n four */\n  ]\r\n  b = "# no"\n  c = <<E\n# no\nE\n} #five',
  );
  assert.deepEqual(
    root.comments.map(({ text, range }) => [text, root.text.slice(range.start, range.end)]),
    [
      ['one', '# one'],
      ['two', '// two'],
      ['three\n four', '/* three\n four */'],
      ['five', '#five'],
    ],
  );
});

test('what the grammar lets pass but HCL does not', () => {
  const keysOf = (body: string) => {
    const root = onlyRoot(`locals {\n${body}\n}`);
    assert.equal(root.broken, true, body);
    assert.equal((root.node as MappingNode).complete, false);
    return (root.node as MappingNode).entries.map(({ key }) => key);
  };
  assert.deepEqual(keysOf('  a =\n  b = 1\n  c = 2'), ['b', 'c']);
  assert.deepEqual(keysOf('  a = var.\n  b = 1\n  c = 2'), ['b', 'c']);
  assert.deepEqual(keysOf('  foo\n  a = 1'), ['a']);
  assert.deepEqual(keysOf('  a =\n  1\n  c = 2'), []);
  assert.deepEqual(keysOf('  a = 1 b = 2\n  c = 2'), ['a', 'c']);
  assert.deepEqual(keysOf('  foo\n  bar {\n  }\n  c = 2'), ['bar', 'c']);
  assert.deepEqual(keysOf('  foo /* why */\n  bar {\n  }\n  c = 2'), ['bar', 'c']);
  assert.deepEqual(keysOf('  bar\n  {\n  }\n  c = 2'), ['c']);
  assert.deepEqual(keysOf('  a = 0x1F\n  b = {\n    d =\n      1\n  }'), ['a', 'b']);
});

test('half-typed values are opaque', () => {
  const valueIn = (body: string) => {
    const root = onlyRoot(`locals {\n${body}\n}`);
    return outline(root.text, (root.node as MappingNode).entries[0]?.value as SyntaxNode);
  };
  assert.deepEqual(valueIn('  a = "roles/ow\n  b = 1'), ['opaque', '"roles/ow']);
  assert.deepEqual(valueIn('  a = ["x", "roles/ow]\n  b = 1'), [
    'incomplete',
    'sequence',
    '["x", "roles/ow]',
    ['scalar', '"x"', 'x'],
    ['opaque', '"roles/ow'],
  ]);
  assert.deepEqual(valueIn('  a = [\n    "x",\n    "ro,\n    "y"\n  ]\n  b = 1').slice(3), [
    ['scalar', '"x"', 'x'],
    ['opaque', '"ro'],
    ['scalar', '"y"', 'y'],
  ]);
  assert.deepEqual(valueIn('  a = "user:${var.x"\r\n  b = 1'), ['opaque', '"user:${var.x"']);
  assert.deepEqual(valueIn('  a = var.b\n  .c\n  d = 1'), ['opaque', 'var.b\n  .c']);
  assert.deepEqual(valueIn('  a = [\n    "x",\n  b = "y"\n  c = ["z"]\n').slice(3), [['scalar', '"x"', 'x']]);
  assert.deepEqual(valueIn('  a = ["x"\n  b = "y"\n'), ['incomplete', 'sequence', '["x"', ['scalar', '"x"', 'x']]);
});

test('the segments of strings', () => {
  const text = `x = "a\\n한\${b}c"\ny = <<-E\n  a\n   b $\${c}\n  E\nz = 1\n`;
  const root = onlyRoot(text);
  const [x, y, z] = (root.node as MappingNode).entries.map(({ value }) => {
    return terraformFormat.segments(root, value)?.map(({ inner, outer, outerEnd }) => [inner, text.slice(outer, outerEnd)]);
  });
  assert.deepEqual(x, [
    [0, 'a'],
    [1, '\\n'],
    [2, '한'],
    [3, '${b}'],
    [4, 'c'],
  ]);
  assert.deepEqual(y, [
    [0, 'a\n'],
    [2, ' b '],
    [5, '$${'],
    [7, 'c}\n'],
  ]);
  assert.equal(z, undefined);
});
