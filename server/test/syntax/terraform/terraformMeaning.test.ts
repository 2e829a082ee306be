import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import type { PlacedRoot, Root } from '../../../src/syntax/format';
import { terraformFormat } from '../../../src/syntax/terraform/format';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import type { MappingNode, SyntaxNode } from '../../../src/syntax/tree';
import { hcl2json } from './hcl2json';
import { terraformText } from './terraformText';

before(prepareTerraform);

test('a file means what HashiCorp reads in it', async () => {
  for (const text of handWritten) await assertSameMeaning(text);
});

test('any file means what HashiCorp reads in it', async () => {
  await fc.assert(fc.asyncProperty(terraformText(), assertSameMeaning), { numRuns: 100 });
});

async function assertSameMeaning(text: string): Promise<void> {
  const roots = terraformFormat.parse(text);
  assert.deepEqual(
    roots.filter(({ root }) => root.broken).map(({ root }) => root.text),
    [],
  );
  assert.deepEqual(meaningOfFile(roots), await hcl2json.parse('main.tf', text));
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

function meaningOfFile(roots: readonly PlacedRoot[]): Json {
  const file: { [key: string]: Json } = {};
  for (const { root } of roots) {
    assert.equal(root.node.kind, 'mapping');
    const node = root.node as MappingNode;
    if (node.header) addBlock(file, root, node);
    else Object.assign(file, meaningOfBody(root, node));
  }
  return file;
}

function addBlock(target: { [key: string]: Json }, root: Root, node: MappingNode): void {
  assert(node.header);
  let place = target;
  const path = [node.header.type, ...node.header.labels];
  for (const step of path.slice(0, -1)) {
    const inner = (place[step] ?? {}) as { [key: string]: Json };
    place[step] = inner;
    place = inner;
  }
  const last = path.at(-1) ?? '';
  place[last] = [...((place[last] as Json[] | undefined) ?? []), meaningOfBody(root, node)];
}

function meaningOfBody(root: Root, node: MappingNode): { [key: string]: Json } {
  const body: { [key: string]: Json } = {};
  for (const { key, value } of node.entries) {
    if (value.kind === 'sequence' && value.blockName === key)
      for (const item of value.items) addBlock(body, root, item as MappingNode);
    else body[key] = meaningOf(root, value);
  }
  return body;
}

function meaningOf(root: Root, node: SyntaxNode): Json {
  const source = () => `\${${root.text.slice(node.range.start, node.range.end)}}`;
  switch (node.kind) {
    case 'mapping':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, meaningOf(root, value)]));
    case 'sequence':
      return node.items.map((item) => meaningOf(root, item));
    case 'scalar':
      return typeof node.value === 'string' ? escaped(node.value) : node.value;
    case 'template':
      return node.parts.map((part) => ('hole' in part ? meaningOf(root, part.hole) : escaped(part.literal))).join('');
    default:
      return source();
  }
}

function escaped(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}

const handWritten = [
  'locals {\n  a = [\n    b\n  ]\n  c = f(\n    d\n  )\n  e = {\n    f = 1\n  }\n}\n',
  '',
  '# only a comment',
  '\ufeffx = 1\ny = "한"\n',
  'a = [1,\n\n2,] # c\nb = {\n c = {}\n}\n',
  'locals {}\nlocals { a = 1 }\n',
  '  locals {\n    a = 1\n  }\n',
  'resource "a" "b" { # why\n  x = 1 /* y\n z = 2 */\n}\n',
  'resource "a" "b" {\nnested {\nx = 1\n}\n}\nvariable "c" {\n}\n',
  'resource "a" "b" {\n  x = <<EOT\nresource "c" "d" {\n}\nEOT\n}\nlocals {\n  y = <<EOT\n# not a comment\nEOT\n}\n',
  `locals {\n  x = <<-EOT\n\t\ta\n\n\t  b \${c}\n\t\t\${d}\n   \n\tEOT\n  y = [<<A\n"\nA\n  , 2]\n}\n`,
  'locals {\n  x = <<-EOT\r\n    a\r\n\r\n      b\r\n    EOT\r\n}\r\n',
  `locals {\n  x = <<E\nE1\n\${a}E\n\\n "q" $ $$ %\nE\n}\n`,
  `locals {\n  x = "\${join(",", [\n    "a", # }\n    "b"\n  ])}-\${"\${a}"}"\n}\n`,
  'locals {\n  x = "//" # c "\n  y = "/*"\n  z = "#{" // */\n}\n',
  'terraform {\n  backend "gcs" {\n    bucket = "b"\n  }\n  required_providers {\n    google = { source = "hashicorp/google", version = "~> 5.0" }\n  }\n}\n',
  'y = -1\nz = 1.5e-3\nw = !a\n',
  'members = ["user:a@example.com"]\n\n# b\nroles = {\n  "roles/owner" = []\n}\n',
];
