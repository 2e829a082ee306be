import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Root } from '../../../src/syntax/format';
import { terraformFormat } from '../../../src/syntax/terraform/format';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import type { SyntaxNode } from '../../../src/syntax/tree';
import type { TextRange } from '../../../src/text/range';
import { terraformText } from './terraformText';

test('before the grammar is loaded there are no roots', () => {
  assert.deepEqual(terraformFormat.parse('locals {\n}\n'), []);
});

test('text of every kind gives a tree whose ranges fit', async () => {
  await prepareTerraform();
  const piece = fc.constantFrom(
    ...'{}[]()"$%\\=,.:?#\n\r\t -_aé한😀\0\ud800~<>'.split(''),
    ...[
      '${',
      '%{',
      '}"',
      '<<E\n',
      '<<-E\n',
      '\nE\n',
      '/*',
      '*/',
      '//',
      'x = ',
      'locals {\n',
      '\nresource "a" "b" {\n',
      '\ndynamic "d" {\n',
      'content {',
      'concat(',
      '[\n',
      '"{',
      '\ufeff',
      '\u2028',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => checkRanges(pieces.join(''))),
    { numRuns: 400 },
  );
});

test('every prefix of any file gives a tree whose ranges fit', async () => {
  await prepareTerraform();
  fc.assert(
    fc.property(
      terraformText(),
      fc.nat(),
      fc.constantFrom('', '"', '}', '{', '[', '${', '<<E\n', '/*', '\n'),
      (text, at, typed) => {
        const end = at % (text.length + 1);
        checkRanges(text.slice(0, end));
        checkRanges(text.slice(0, end) + typed + text.slice(end));
      },
    ),
    { numRuns: 60 },
  );
});

test('every prefix of one file', async () => {
  await prepareTerraform();
  const text = `# a\nresource "a" "b" {\n  x = ["\${jsonencode({ a = "b" })}", toset(["c"])] # d\n  dynamic "e" {\n    content { f = <<-E\n    {"a": "\${b}"}\n  E\n } }\n}\n`;
  for (let end = 0; end <= text.length; end++) checkRanges(text.slice(0, end));
});

test('depth and length have an end', async () => {
  await prepareTerraform();
  const many = 20_000;
  const texts = [
    `x = ${'['.repeat(many)}`,
    `x = ${'['.repeat(many)}${']'.repeat(many)}`,
    `x = ${'('.repeat(many)}1${')'.repeat(many)}`,
    `x = ${'{a='.repeat(many)}`,
    `x = ${`"\${`.repeat(many)}`,
    `x = ${'f('.repeat(many)}`,
    `x = <<E\n${'["'.repeat(many)}\nE\n`,
    `x = ${'-'.repeat(many)}1`,
    `x = ${'a ? b : '.repeat(many / 5)}c\ny = "\n`,
    'a {\n'.repeat(many),
    'x = <<E\n'.repeat(many),
    'resource "a" "b" {\n x = <<E\n'.repeat(many / 20),
    'resource "a" "b" {\n /*\n'.repeat(many / 20),
    '"'.repeat(many),
    `x = ${'"\n'.repeat(many)}`,
    'a '.repeat(many),
    '\ud800'.repeat(many),
  ];
  for (const text of texts) checkRanges(text);
  assert.equal(terraformFormat.parse('x = 1\n').length, 1);
});

test('a list as deep as anyone writes is read', async () => {
  await prepareTerraform();
  let node = terraformFormat.parse(`x = ${'['.repeat(100)}1${']'.repeat(100)}\n`)[0]?.root.node;
  node = node?.kind === 'mapping' ? node.entries[0]?.value : undefined;
  for (let depth = 0; depth < 100; depth++) node = node?.kind === 'sequence' ? node.items[0] : undefined;
  assert.equal(node?.kind, 'scalar');
});

function checkRanges(text: string): void {
  let end = 0;
  for (const { root, offset } of terraformFormat.parse(text)) {
    assert(offset >= end, 'roots are in order and apart');
    end = offset + root.text.length;
    assert.equal(text.slice(offset, end), root.text);
    checkRoot(root);
  }
}

function checkRoot(root: Root): void {
  checkNode(root, root.node, { start: 0, end: root.text.length });
  for (const { range } of root.comments) assert(isWithin(range, { start: 0, end: root.text.length }));
  for (const embedded of root.embedded) {
    checkRoot(embedded.root);
    const outer = embedded.toOuter(embedded.root.node.range);
    assert(outer && isWithin(outer, { start: 0, end: root.text.length }));
  }
}

function isWithin(inner: TextRange, outer: TextRange): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}

function checkNode(root: Root, node: SyntaxNode, within: TextRange): void {
  assert(
    isWithin(node.range, within),
    `${JSON.stringify(node.range)} in ${JSON.stringify(within)} of ${JSON.stringify(root.text)}`,
  );
  if (node.kind === 'mapping') {
    for (const { keyRange, value, range } of node.entries) {
      assert(isWithin(range, node.range) && isWithin(keyRange, range));
      checkNode(root, value, range);
    }
  }
  if (node.kind === 'sequence') for (const item of node.items) checkNode(root, item, node.range);
  if (node.kind === 'template') for (const part of node.parts) checkPart(root, part, node.range);
  if (node.kind === 'opaque') for (const argument of node.call?.arguments ?? []) checkNode(root, argument, node.range);
}

function checkPart(root: Root, part: { readonly hole: SyntaxNode } | { readonly range: TextRange }, within: TextRange): void {
  if ('hole' in part) checkNode(root, part.hole, within);
  else assert(isWithin(part.range, within));
}
