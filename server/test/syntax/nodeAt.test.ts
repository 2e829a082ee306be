import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { FormatName } from '../../src/syntax/format';
import { nodeAt } from '../../src/syntax/nodeAt';
import { formatOf, parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';

before(prepareTerraform);

/** The way to the `|` of a text, the kind of what stands there, and how many steps are outside of the innermost document. */
function way(name: string, marked: string): string {
  const offset = marked.indexOf('|');
  const uri = `file:///work/${name}`;
  const file = parseSourceFile(uri, marked.replace('|', ''), formatOf(uri) as FormatName);
  const placed = file.roots.find(({ root, offset: start }) => start <= offset && offset <= start + root.text.length);
  assert.ok(placed);
  const { steps, node, onKey, stepsOutside } = nodeAt(placed.root, offset - placed.offset);
  const path = steps.map(({ key }) => key).join('/');
  return [path, onKey ? 'key' : node.kind, ...(stepsOutside > 0 ? [`in ${stepsOutside}`] : [])].join(' ');
}

test('keys, values and what is between them', () => {
  assert.equal(way('a.json', '{"a": [1, {"b|": 2}]}'), 'a/1/b key');
  assert.equal(way('a.json', '{"a": [1, {"b": 2|}]}'), 'a/1/b scalar');
  assert.equal(way('a.json', '{"a": [1,|  {"b": 2}]}'), 'a sequence');
  assert.equal(way('a.yaml', 'a:\n- b: x|y\n'), 'a/0/b scalar');
  assert.equal(way('a.tf', 'resource "x" "y" {\n  a {\n    b = "|"\n  }\n}\n'), 'a/0/b scalar');
  assert.equal(way('a.tf', 'resource "x" "y" {\n  a| {\n  }\n}\n'), 'a key');
});

test('what is half-typed is a place, too', () => {
  assert.equal(way('a.json', '{"a":|'), 'a opaque');
  assert.equal(way('a.json', '{"a": "x|\n}'), 'a opaque');
  assert.equal(way('a.json', '{"b": 1, "a|"'), 'a key');
  assert.equal(way('a.tf', 'resource "x" "y" {\n  a = "b|\n}\n'), 'a opaque');
});

test('documents in values are gone into', () => {
  const block = (value: string) => `resource "x" "y" {\n  data = ${value}\n}\n`;
  assert.equal(way('a.tf', block('jsonencode({ a = [{ b = "|" }] })')), 'data/a/0/b scalar in 1');
  assert.equal(way('a.tf', block('<<-EOT\n    {\n      "a": [{ "b": "x|" }]\n    }\n  EOT')), 'data/a/0/b scalar in 1');
  assert.equal(way('a.tf', block('"{\\"a\\": {\\"b|\\": 1}}"')), 'data/a/b key in 1');
  assert.equal(way('a.tf.json', '{"resource": {"x": {"y": {"data": "{\\"a\\": |1}"}}}}'), 'resource/x/y/data/a scalar in 4');
});
