import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import type { MappingNode, SequenceNode } from '../../src/syntax/tree';
import { movedItem } from '../../src/syntax/treeEdit';
import { applyEdits } from '../../src/text/edit';

await prepareTerraform();

/** Moves the first item of `from`, with the file's comments, to the end of `into`, and takes `from` away. */
function moved(format: 'json' | 'yaml' | 'terraform', text: string): string | undefined {
  const [placed] = parseSourceFile(`file:///a.${format}`, text, format).roots;
  assert.ok(placed);
  const { root } = placed;
  const { node } = root;
  assert.ok(node.kind === 'mapping');
  const into = listOf(node, 'into');
  const [item] = listOf(node, 'from')?.items ?? [];
  const entry = node.entries.find(({ key }) => key === 'from');
  assert.ok(into && item && entry);
  const values = [movedItem(item, root.comments)];
  const edits = root.format.render(root, [
    { kind: 'insert', into, at: into.items.length, values },
    { kind: 'remove', from: node, entry },
  ]);
  return edits && applyEdits(text, edits);
}

function listOf(node: MappingNode, key: string): SequenceNode | undefined {
  const value = node.entries.find((entry) => entry.key === key)?.value;
  return value?.kind === 'sequence' ? value : undefined;
}

describe('an item that moves takes its comments along', () => {
  test('JSON', () => {
    assert.equal(
      moved('json', '{\n  "into": [\n    1\n  ],\n  "from": [\n    2 // two\n  ]\n}\n'),
      '{\n  "into": [\n    1,\n    // two\n    2\n  ]\n}\n',
    );
    assert.equal(
      moved('json', '{\r\n\t"into": [\r\n\t\t1,\r\n\t],\r\n\t"from": [\r\n\t\t2 // two\r\n\t]\r\n}\r\n'),
      '{\r\n\t"into": [\r\n\t\t1,\r\n\t\t// two\r\n\t\t2,\r\n\t]\r\n}\r\n',
    );
  });

  test('YAML, and leaves none of them behind', () => {
    assert.equal(
      moved('yaml', 'into:\n  - 1\nfrom:\n  # two\n  - 2 # or three\n'),
      'into:\n  - 1\n  # two\n  # or three\n  - 2\n',
    );
  });

  test('Terraform', () => {
    const block = (...lines: string[]) => `locals {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
    const from = ['from = [', '  # two', '  "b",', ']'];
    const expected = block('into = [', '  "a",', '  # two', '  "b",', ']');
    assert.equal(moved('terraform', block('into = [', '  "a",', ']', ...from)), expected);
    assert.equal(moved('terraform', block('into = ["a"]', ...from)), expected);
  });

  test('onto lines of their own where a list had one, or before it on its line', () => {
    const line = moved('json', '{"into": [1], "from": [\n2 // two\n]}');
    assert.equal(line, '{"into": [\n  1,\n  // two\n  2\n]}');
    const block = moved('json', '{"into": [1], "from": [/* two */ 2]}');
    assert.equal(block, '{"into": [1, /* two */ 2]}');
  });

  test('but not to where a comment has no line of its own', () => {
    assert.equal(moved('yaml', 'into: [1]\nfrom:\n# two\n- 2\n'), undefined);
    assert.equal(moved('yaml', 'into: [1]\nfrom:\n- 2 # two\n'), undefined);
  });
});
