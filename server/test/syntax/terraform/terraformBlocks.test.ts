import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { PlacedRoot } from '../../../src/syntax/format';
import { terraformFormat } from '../../../src/syntax/terraform/format';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import { entryOf, type MappingNode, type SyntaxNode } from '../../../src/syntax/tree';

before(prepareTerraform);

const first = `# The owners.
resource "google_project_iam_binding" "owners" {
  role    = "roles/owner"
  members = ["user:a@example.com"]
}`;
const second = `data "google_iam_policy" "한" {
  count = 1 # why
  policy = {
    role    = "roles/viewer"
    members = concat(["user:\${var.name}@example.com"], ["allUsers"])
  }
  text = <<-EOT
    resource "not" "this" {
    }
  EOT
  binding {
    role = "roles/editor"
  }
  last = true
}`;
const third = `// The last one.
variable "members" {
  default = "/* a */"
  text    = <<-EOT
    }
  EOT
} # end`;
const text = `${first}\n\n${second}\n\n${third}\n`;

function blocksOf(roots: readonly PlacedRoot[]): readonly string[] {
  return roots.map(({ root }) => root.text);
}

test('each top-level block is a root with its comments', () => {
  const roots = terraformFormat.parse(text);
  assert.deepEqual(blocksOf(roots), [first, second, third]);
  for (const { root, offset } of roots) {
    assert.equal(text.slice(offset, offset + root.text.length), root.text);
    assert.equal(root.broken, false);
  }
  assert.deepEqual(
    roots.map(({ root }) => root.comments.map((comment) => comment.text)),
    [['The owners.'], ['why'], ['The last one.', 'end']],
  );
});

const mutations: Readonly<Record<string, readonly [string, string]>> = {
  'delete } of the block': ['last = true\n}', 'last = true\n'],
  'delete { of the block': ['"한" {', '"한" '],
  'delete } of an object': ['["allUsers"])\n  }', '["allUsers"])\n  '],
  'delete { of an object': ['policy = {', 'policy = '],
  'delete ]': ['"allUsers"]', '"allUsers"'],
  'delete [': ['["allUsers"]', '"allUsers"]'],
  'delete )': ['"allUsers"])', '"allUsers"]'],
  'delete (': ['concat([', 'concat['],
  'delete a closing quote': ['"roles/viewer"', '"roles/viewer'],
  'delete an opening quote': ['"roles/viewer"', 'roles/viewer"'],
  'delete the } of a hole': ['{var.name}', '{var.name'],
  'delete the { of a hole': ['{var.name}', 'var.name}'],
  'delete =': ['role    = "roles/viewer"', 'role "roles/viewer"'],
  'delete the end of the heredoc': ['  EOT\n  binding', '  binding'],
  'delete the start of the heredoc': ['text = <<-EOT', 'text ='],
  'delete the } of a nested block': ['editor"\n  }', 'editor"\n'],
  'type a word': ['  last', '  foo\n  last'],
  'type a key': ['  last', '  foo =\n  last'],
  'type a list': ['  last', '  foo = [\n  last'],
  'type a reference': ['  last', '  foo = var.\n  last'],
  'type a string': ['  last', '  foo = "\n  last'],
  'type a list of strings': ['  last', '  foo = ["s3:\n  last'],
  'type an object': ['  last', '  foo = {\n  last'],
  'type a call': ['  last', '  foo = jsonencode({\n  last'],
  'type a block': ['  last', '  foo {\n  last'],
  'type a heredoc': ['  last', '  foo = <<-EOT\n  last'],
  'type another heredoc': ['  last', '  foo = <<END\n  last'],
  'type a hole': ['  last', '  foo = "${\n  last'],
  'type a comment': ['  last', '  /*\n  last'],
  'type a quote in the last line': ['last = true\n}', 'last = "\n}'],
  'type a new header above': ['data "google_iam_policy"', 'resource "\n\ndata "google_iam_policy"'],
  'type a new block above': ['data "google_iam_policy"', 'resource "a" "b" {\n\ndata "google_iam_policy"'],
  'type a word above': ['data "google_iam_policy"', 'resource\n\ndata "google_iam_policy"'],
  'type a comment above': ['data "google_iam_policy"', '/*\n\ndata "google_iam_policy"'],
  'type a quote above': ['data "google_iam_policy"', '"\n\ndata "google_iam_policy"'],
  'type a bracket above': ['data "google_iam_policy"', '{[(\n\ndata "google_iam_policy"'],
  'type a heredoc above': ['data "google_iam_policy"', 'x = <<-EOT\n\ndata "google_iam_policy"'],
  'type a } below': ['last = true\n}', 'last = true\n}}'],
  'delete the header': ['data "google_iam_policy" "한" {', ''],
};

for (const [name, [from, to]] of Object.entries(mutations)) {
  test(`the other blocks stay as they are: ${name}`, () => {
    assert(second.includes(from) || text.includes(from));
    const before = terraformFormat.parse(text);
    const changed = text.replace(from, () => to);
    const after = terraformFormat.parse(changed, { roots: before });
    // What follows may be torn out of the first one.
    if (name !== 'delete the header') assert.equal(after[0]?.root, before[0]?.root);
    assert.equal(after.at(-1)?.root, before.at(-1)?.root);
    assert.equal(after.at(-1)?.offset, changed.indexOf(third));
    if (name.endsWith('above')) assert(after.some(({ root }) => root === before[1]?.root));
  });
}

const ended: Readonly<Record<string, string>> = {
  'a nested header is taken away': `${first.replace(/\n}$/, '\n\n    title = "t"\n  }\n}')}\n`,
  'it is closed too early': `${first}\n  condition {\n    title = "t"\n  }\n}\n`,
  'what is torn off stands in no brackets': `${first}\n  condition {\n    title = "t"\n  }\n`,
  'attributes are torn off': `${first}\n  project = "p"\n\n${third}\n`,
  'it is closed twice on one line': `${first}}\n`,
  'lists are torn off': `${first}\n"user:b@example.com"]\n}\n`,
};
for (const [name, text] of Object.entries(ended)) {
  test(`a block that is followed by text that belongs to nothing is broken: ${name}`, () => {
    const [placed] = terraformFormat.parse(text);
    assert.equal(placed?.root.broken, true);
    assert(placed.root.node.kind === 'mapping' && !placed.root.node.complete);
    const [sound] = terraformFormat.parse(`${placed.root.text}\n\n${third}\n`, { roots: [placed] });
    assert.equal(sound?.root.broken, false, 'as soon as nothing follows it is sound');
    assert.equal(
      terraformFormat.parse(text, { roots: terraformFormat.parse(text) })[0]?.root.broken,
      true,
      'also when it is read again',
    );
  });
}

test('a half-typed line leaves the rest of its block', () => {
  const typed = [
    'type a word',
    'type a key',
    'type a string',
    'type a list of strings',
    'type a reference',
    'delete a closing quote',
    'delete an opening quote',
    'delete =',
    'type a hole',
  ];
  for (const name of typed) {
    const [from, to] = mutations[name] ?? ['', ''];
    const root = terraformFormat.parse(text.replace(from, () => to))[1]?.root;
    assert(root?.node.kind === 'mapping', name);
    assert.equal(root.broken, true, name);
    assert.deepEqual(entryOf(root.node, 'count')?.value, { kind: 'scalar', range: { start: 41, end: 42 }, value: 1 }, name);
    const binding = entryOf(root.node, 'binding')?.value;
    assert(binding?.kind === 'sequence' && binding.items[0]?.kind === 'mapping', name);
    assert.equal(binding.items[0].entries[0]?.key, 'role', name);
  }
});

test('in a broken block nothing is complete', () => {
  for (const [name, [from, to]] of Object.entries(mutations)) {
    for (const { root } of terraformFormat.parse(text.replace(from, () => to))) {
      if (root.broken) for (const node of containersIn(root.node)) assert.equal(node.complete, false, name);
    }
  }
});

function containersIn(node: SyntaxNode): readonly (SyntaxNode & { complete: boolean })[] {
  if (node.kind === 'mapping') return [node, ...node.entries.flatMap(({ value }) => containersIn(value))];
  return node.kind === 'sequence' ? [node, ...node.items.flatMap(containersIn)] : [];
}

test('unchanged blocks are the same objects, also when they move', () => {
  const before = terraformFormat.parse(text);
  const changed = `\n\n${third}\n${second.replace('true', 'false')}\n${first}\n`;
  const after = terraformFormat.parse(changed, { roots: before });
  assert.equal(after[0]?.root, before[2]?.root);
  assert.equal(after[2]?.root, before[0]?.root);
  assert.notEqual(after[1]?.root, before[1]?.root);
  assert.deepEqual(
    after.map(({ offset }) => offset),
    [changed.indexOf(third), changed.indexOf('data'), changed.indexOf(first)],
  );
});

test('two blocks of the same text are two roots', () => {
  const twice = 'locals {\n}\nlocals {\n}\n';
  const before = terraformFormat.parse(twice);
  const after = terraformFormat.parse(`${twice}locals {\n}\n`, { roots: before });
  assert.equal(new Set(after.map(({ root }) => root)).size, 3);
  assert.equal(after[1]?.root, before[1]?.root);
});

test('where blocks begin and end', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    '': [],
    '# nothing\n\n/* here */\n': [],
    '\ufeff# a\nlocals {}': ['# a\nlocals {}'],
    '# far\n\n# near\n  # nearer\n  locals {\n  }  # end\n# after\n': ['# near\n  # nearer\n  locals {\n  }  # end'],
    '/* one\n two */\nlocals {} /* three */\n': ['/* one\n two */\nlocals {} /* three */'],
    'locals {} /* three\n */\nlocals { }': ['locals {} /* three\n */', 'locals { }'],
    'locals {\r\n}\r\n\r\n# b\r\nlocals {\r\n}\r\n': ['locals {\r\n}', '# b\r\nlocals {\r\n}'],
    'resource "a" "b" {\nnested {\n}\ncheck {\n}\n}\nlocals {}': ['resource "a" "b" {\nnested {\n}\ncheck {\n}\n}', 'locals {}'],
    'locals {\n/*\nvariable "a" {\n}\n*/\n}\nlocals {}': ['locals {\n/*\nvariable "a" {\n}\n*/\n}', 'locals {}'],
    'locals {\n/*\n}\nvariable "a" {\n  /* b */\n}': ['locals {\n/*\n}', 'variable "a" {\n  /* b */\n}'],
    'locals {\n  x = <<E\nvariable "a" {\nE\n}\nlocals {}': ['locals {\n  x = <<E\nvariable "a" {\nE\n}', 'locals {}'],
    'locals {\n  x = [\n\n# of b\n# of b too\nvariable "b" {\n}': ['locals {\n  x = [', '# of b\n# of b too\nvariable "b" {\n}'],
    'a = 1 # one\n\n# two\nb = [\n  2,\n]\n# three\nlocals {}\nc = 3\n': [
      'a = 1 # one\n\n# two\nb = [\n  2,\n]',
      '# three\nlocals {}',
      'c = 3',
    ],
    'x = [\n# of b\nlocals {\n}': ['x = [', '# of b\nlocals {\n}'],
    'locals {\n  x = [{\n    y = "a"]\n  }]\n}\nlocals {}': ['locals {\n  x = [{\n    y = "a"]\n  }]\n}', 'locals {}'],
    'some words\n': [],
    'custom "a" {\n}\nother b {\n}': ['custom "a" {\n}', 'other b {\n}'],
  };
  for (const [file, blocks] of Object.entries(cases)) assert.deepEqual(blocksOf(terraformFormat.parse(file)), blocks, file);
});

test('attributes outside of blocks are one mapping', () => {
  const file = '# about\nmembers = ["user:a@example.com"] # why\n\nrole = "roles/owner"\n';
  const [placed, ...others] = terraformFormat.parse(file);
  assert.equal(others.length, 0);
  assert.equal(placed?.offset, 0);
  const node = placed?.root.node as MappingNode;
  assert.equal(node.header, undefined);
  assert.deepEqual(node.range, { start: 8, end: file.length - 1 });
  assert.deepEqual(
    node.entries.map(({ key }) => key),
    ['members', 'role'],
  );
  assert.deepEqual(
    placed?.root.comments.map((comment) => comment.text),
    ['about', 'why'],
  );
});
