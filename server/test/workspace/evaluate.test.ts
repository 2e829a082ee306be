import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { summarise } from '../../src/kinds/facts';
import { formatOf, parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { entryOf, type SyntaxNode } from '../../src/syntax/tree';
import { join, type Workspace } from '../../src/workspace/index/workspace';
import { instancesOf } from '../../src/workspace/terraform/names/instances';
import { type Resolved, resolve } from '../../src/workspace/terraform/names/resolve';
import { moduleScopes } from '../../src/workspace/terraform/names/scope';
import { terraformResources } from '../../src/workspace/terraform/resources';

before(prepareTerraform);

const top = 'file:///work';

type Files = Readonly<Record<string, string>>;

/** What is known of a value: unknown, or what it is and whether that is sure. */
type Known = 'unknown' | readonly [value: unknown, certainty: 'sure' | 'maybe'];

function workspaceOf(files: Files, complete = true): Workspace {
  const facts = Object.entries(files).map(([name, text]) => {
    const uri = `${top}/${name}`;
    return summarise(parseSourceFile(uri, text, formatOf(uri) ?? 'json'), { group: undefined });
  });
  return join(facts, complete);
}

/** What `attribute` is in each of the resources that the one resource of a file stands for. */
function askedOf(files: Files, { file, attribute, complete }: Asked): readonly Known[] {
  const uri = `${top}/${file}`;
  const { roots } = parseSourceFile(uri, files[file] ?? '', formatOf(uri) ?? 'json');
  for (const { root } of roots) {
    for (const { body, folder } of terraformResources(root, uri)) {
      const value = entryOf(body, attribute)?.value;
      assert.ok(value);
      const scopes = moduleScopes(folder, workspaceOf(files, complete), root, uri);
      return scopes.flatMap((scope) => instancesOf(body, scope).map((instance) => knownOf(resolve(value, instance))));
    }
  }
  return assert.fail('no resource');
}

interface Asked {
  readonly file: string;
  readonly attribute: string;
  readonly complete: boolean;
}

function knownOf({ node, certain }: Resolved): Known {
  const value = plain(node);
  return value === unknown ? 'unknown' : [value, certain ? 'sure' : 'maybe'];
}

const unknown = Symbol('unknown');

function plain(node: SyntaxNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence' && node.complete) return node.items.map(plain);
  return node.kind === 'mapping' && node.complete ? node.entries.map(({ key, value }) => [key, plain(value)]) : unknown;
}

const resource = (...lines: readonly string[]) =>
  `resource "google_storage_bucket_iam_member" "a" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const asks = resource('member = var.who');
const variable = (...lines: readonly string[]) => `variable "who" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const call = (name: string, ...lines: readonly string[]) =>
  `module "${name}" {\n  source = "./m"\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

/** A module `m` that asks for its variable `who`, which has `given` as its block, and who calls it. */
const called = (given: string, ...calls: readonly string[]): Files => ({
  'm/main.tf': asks + given,
  'main.tf': calls.join('\n'),
});

const none = variable();
const byDefault = variable('default = "d"');

/** What the module's variable is. */
const variables: readonly (readonly [what: string, files: Files, known: Known | { readonly each: readonly Known[] }])[] = [
  // Nobody calls it.
  ['not called, without a default', called(none), 'unknown'],
  ['not called, with a default', called(byDefault), ['d', 'maybe']],
  ['not called, null by default', called(variable('default = null')), [null, 'maybe']],
  ['not called, empty by default', called(variable('default = ""')), ['', 'maybe']],
  ['not called, an empty list by default', called(variable('default = []')), [[], 'maybe']],
  ['not called, declared twice', called(byDefault + variable('default = "e"')), 'unknown'],
  ['not called, never declared', called(''), 'unknown'],
  ['not called, assigned', { ...called(byDefault), 'm/terraform.tfvars': 'who = "t"\n' }, ['t', 'maybe']],
  ['not called, assigned in JSON', { ...called(byDefault), 'm/a.auto.tfvars.json': '{"who": "t"}' }, ['t', 'maybe']],
  [
    'not called, assigned two values, of which the default is none',
    { ...called(byDefault), 'm/terraform.tfvars': 'who = "t"\n', 'm/a.auto.tfvars': 'who = "u"\n' },
    ['u', 'maybe'],
  ],
  [
    'not called, assigned one value twice',
    { ...called(byDefault), 'm/terraform.tfvars': 'who = "t"\n', 'm/a.auto.tfvars': 'who = "t"\n' },
    ['t', 'maybe'],
  ],
  ['not called, assigned null', { ...called(byDefault), 'm/terraform.tfvars': 'who = null\n' }, [null, 'maybe']],
  [
    'not called, assigned null where null stands for the default',
    { ...called(variable('default = "d"', 'nullable = false')), 'm/terraform.tfvars': 'who = null\n' },
    ['d', 'maybe'],
  ],
  [
    'assigned elsewhere',
    { ...called(byDefault), 'terraform.tfvars': 'who = "t"\n', 'm/other.tfvars': 'who = "o"\n' },
    ['d', 'maybe'],
  ],
  // One call.
  ['called with a literal', called(byDefault, call('a', 'who = "x"')), ['x', 'sure']],
  ['called with an empty text', called(byDefault, call('a', 'who = ""')), ['', 'sure']],
  ['called with a list', called(none, call('a', 'who = ["x", "y"]')), [['x', 'y'], 'sure']],
  ['called with null', called(byDefault, call('a', 'who = null')), [null, 'sure']],
  [
    'called with null, which stands for the default',
    called(variable('default = "d"', 'nullable = false'), call('a', 'who = null')),
    ['d', 'maybe'],
  ],
  ['called with what is unknown', called(byDefault, call('a', 'who = data.http.x.body')), 'unknown'],
  ['called with a conditional', called(byDefault, call('a', 'who = var.x ? "a" : "b"')), 'unknown'],
  ['called without it', called(byDefault, call('a')), ['d', 'maybe']],
  ['called without it or a default', called(none, call('a')), 'unknown'],
  ['called with a local', called(none, call('a', 'who = local.x'), 'locals {\n  x = "l"\n}\n'), ['l', 'sure']],
  [
    'called with a variable that has a default',
    called(none, call('a', 'who = var.x'), 'variable "x" {\n  default = "v"\n}\n'),
    ['v', 'maybe'],
  ],
  [
    'called and assigned another value',
    { ...called(none, call('a', 'who = "x"')), 'm/terraform.tfvars': 'who = "t"\n' },
    ['x', 'maybe'],
  ],
  [
    'called and assigned the same',
    { ...called(none, call('a', 'who = "x"')), 'm/terraform.tfvars': 'who = "x"\n' },
    ['x', 'maybe'],
  ],
  [
    'called where another module is',
    { ...called(byDefault), 'main.tf': call('a', 'who = "x"').replace('./m', './n') },
    ['d', 'maybe'],
  ],
  // A call that is made several times, or never.
  ['called by a count of none', called(byDefault, call('a', 'count = 0', 'who = "x"')), ['d', 'maybe']],
  ['called by a count of one', called(byDefault, call('a', 'count = 1', 'who = "x"')), ['x', 'sure']],
  ['called by a count of two, with one value', called(byDefault, call('a', 'count = 2', 'who = "x"')), ['x', 'sure']],
  [
    'called by a count of two, with its index',
    called(byDefault, call('a', 'count = 2', 'who = count.index')),
    {
      each: [
        [0, 'maybe'],
        [1, 'maybe'],
      ],
    },
  ],
  ['called by an unknown count', called(byDefault, call('a', 'count = var.n', 'who = "x"')), ['x', 'sure']],
  ['called for each of one', called(byDefault, call('a', 'for_each = toset(["k"])', 'who = each.value')), ['k', 'sure']],
  [
    'called for each of two',
    called(byDefault, call('a', 'for_each = toset(["k", "l"])', 'who = each.value')),
    {
      each: [
        ['k', 'maybe'],
        ['l', 'maybe'],
      ],
    },
  ],
  [
    'called for each of two that are the same',
    called(byDefault, call('a', 'for_each = {a = "k", b = "k"}', 'who = each.value')),
    ['k', 'sure'],
  ],
  ['called for each of what is unknown', called(byDefault, call('a', 'for_each = var.all', 'who = each.value')), 'unknown'],
  // Two calls.
  [
    'called with two values',
    called(byDefault, call('a', 'who = "x"'), call('b', 'who = "y"')),
    {
      each: [
        ['x', 'maybe'],
        ['y', 'maybe'],
      ],
    },
  ],
  ['called with the same value twice', called(byDefault, call('a', 'who = "x"'), call('b', 'who = "x"')), ['x', 'sure']],
  [
    'called with a text and a number',
    called(byDefault, call('a', 'who = "1"'), call('b', 'who = 1')),
    {
      each: [
        ['1', 'maybe'],
        [1, 'maybe'],
      ],
    },
  ],
  ['called with the same list twice', called(none, call('a', 'who = ["x"]'), call('b', 'who = ["x"]')), [['x'], 'sure']],
  [
    'called with lists of which one is longer',
    called(none, call('a', 'who = ["x"]'), call('b', 'who = ["x", "y"]')),
    {
      each: [
        [['x'], 'maybe'],
        [['x', 'y'], 'maybe'],
      ],
    },
  ],
  [
    'called with a list and its text',
    called(none, call('a', 'who = ["x"]'), call('b', 'who = "x"')),
    {
      each: [
        [['x'], 'maybe'],
        ['x', 'maybe'],
      ],
    },
  ],
  [
    'called with the same map twice',
    called(none, call('a', 'who = {a = "x"}'), call('b', 'who = {a = "x"}')),
    [[['a', 'x']], 'sure'],
  ],
  [
    'called with two maps',
    called(none, call('a', 'who = {a = "x"}'), call('b', 'who = {b = "x"}')),
    {
      each: [
        [[['a', 'x']], 'maybe'],
        [[['b', 'x']], 'maybe'],
      ],
    },
  ],
  [
    'called with lists that hold a name',
    called(none, call('a', 'who = [local.x]'), call('b', 'who = [local.x]'), 'locals {\n  x = 1\n}\n'),
    [[1], 'sure'],
  ],
  [
    'called with the same twice, once by a name',
    called(none, call('a', 'who = "x"'), call('b', 'who = local.x'), 'locals {\n  x = "x"\n}\n'),
    ['x', 'sure'],
  ],
  [
    'called with the same twice, once by a default',
    called(none, call('a', 'who = "x"'), call('b', 'who = var.x'), 'variable "x" {\n  default = "x"\n}\n'),
    ['x', 'maybe'],
  ],
  [
    'called with a value and without',
    called(byDefault, call('a', 'who = "x"'), call('b')),
    {
      each: [
        ['x', 'maybe'],
        ['d', 'maybe'],
      ],
    },
  ],
  [
    'called with its default and without',
    called(byDefault, call('a', 'who = "d"'), call('b')),
    {
      each: [
        ['d', 'maybe'],
        ['d', 'maybe'],
      ],
    },
  ],
  ['called without it twice', called(byDefault, call('a'), call('b')), ['d', 'maybe']],
  [
    'called with a value and what is unknown',
    called(byDefault, call('a', 'who = "x"'), call('b', 'who = data.http.x.body')),
    { each: [['x', 'maybe'], 'unknown'] },
  ],
  [
    'called with a value and null',
    called(byDefault, call('a', 'who = "x"'), call('b', 'who = null')),
    {
      each: [
        ['x', 'maybe'],
        [null, 'maybe'],
      ],
    },
  ],
  ['called with null twice', called(byDefault, call('a', 'who = null'), call('b', 'who = null')), [null, 'sure']],
  [
    'called twice, once by a count of none',
    called(byDefault, call('a', 'who = "x"'), call('b', 'count = 0', 'who = "y"')),
    ['x', 'sure'],
  ],
  [
    'called from two folders',
    { ...called(byDefault, call('a', 'who = "x"')), 'other/main.tf': call('b', 'who = "y"').replace('./m', '../m') },
    {
      each: [
        ['x', 'maybe'],
        ['y', 'maybe'],
      ],
    },
  ],
  [
    'called with the same from two folders',
    { ...called(byDefault, call('a', 'who = "x"')), 'other/main.tf.json': '{"module": {"b": {"source": "../m", "who": "x"}}}' },
    ['x', 'sure'],
  ],
  [
    'called through a module that is called twice',
    chain('"x"', '"y"'),
    {
      each: [
        ['x', 'maybe'],
        ['y', 'maybe'],
      ],
    },
  ],
  ['called through a module that is called twice with the same', chain('"x"', '"x"'), ['x', 'sure']],
  ['called by itself', called(none, call('a', 'who = var.who').replace('./m', './')), 'unknown'],
  ['calling itself', { 'm/main.tf': asks + none + call('a', 'who = var.who').replace('./m', './') }, 'unknown'],
  [
    'calling itself twice',
    {
      'm/main.tf':
        asks + none + call('a', 'who = var.who').replace('./m', './') + call('b', 'who = var.who').replace('./m', './'),
    },
    'unknown',
  ],
  [
    'calling itself as often as it is told',
    { 'm/main.tf': asks + none + call('a', 'count = var.who', 'who = var.who').replace('./m', './') },
    'unknown',
  ],
];

/** `m` is called by `between`, which is called twice. */
function chain(one: string, other: string): Files {
  const between = (name: string, value: string) => call(name, `all = ${value}`).replace('./m', './between');
  return {
    'm/main.tf': asks + none,
    'between/main.tf': `variable "all" {}\n${call('a', 'who = var.all').replace('./m', '../m')}`,
    'main.tf': between('one', one) + between('other', other),
  };
}

for (const [what, files, known] of variables) {
  test(`a variable of a module ${what}`, () => {
    assert.deepEqual(
      askedOf(files, { file: 'm/main.tf', attribute: 'member', complete: true }),
      typeof known === 'object' && 'each' in known ? known.each : [known],
    );
  });
}

test('what one call gives is not sure until every file has been read', () => {
  const files = called(byDefault, call('a', 'who = "x"'));
  assert.deepEqual(askedOf(files, { file: 'm/main.tf', attribute: 'member', complete: false }), [['x', 'maybe']]);
});

/** What `member` is in each of the resources. */
const repeated: readonly (readonly [what: string, lines: readonly string[], more: string, known: readonly Known[]])[] = [
  ['neither', ['member = "x"'], '', [['x', 'sure']]],
  ['a count of none', ['count = 0', 'member = "x"'], '', []],
  ['a count of one', ['count = 1', 'member = count.index'], '', [[0, 'sure']]],
  [
    'a count of two',
    ['count = 2', 'member = count.index'],
    '',
    [
      [0, 'sure'],
      [1, 'sure'],
    ],
  ],
  [
    'a count that a local tells',
    ['count = local.n', 'member = count.index'],
    'locals {\n  n = 2\n}\n',
    [
      [0, 'sure'],
      [1, 'sure'],
    ],
  ],
  [
    'a count that is only a default',
    ['count = var.n', 'member = count.index'],
    'variable "n" {\n  default = 0\n}\n',
    ['unknown'],
  ],
  ['an unknown count', ['count = var.n', 'member = "x"'], '', [['x', 'sure']]],
  ['a conditional count', ['count = var.on ? 1 : 0', 'member = count.index'], '', ['unknown']],
  ['a count of null', ['count = null', 'member = count.index'], '', ['unknown']],
  ['a count below none', ['count = -1', 'member = count.index'], '', ['unknown']],
  ['for_each over nothing', ['for_each = toset([])', 'member = each.value'], '', []],
  ['for_each over an empty map', ['for_each = {}', 'member = each.value'], '', []],
  [
    'for_each over two',
    ['for_each = toset(["k", "l"])', 'member = each.value'],
    '',
    [
      ['k', 'sure'],
      ['l', 'sure'],
    ],
  ],
  [
    'for_each over a map, by key',
    ['for_each = {a = "k", b = "l"}', 'member = each.key'],
    '',
    [
      ['a', 'sure'],
      ['b', 'sure'],
    ],
  ],
  ['for_each over a map of maps', ['for_each = {a = {who = "k"}}', 'member = each.value.who'], '', [['k', 'sure']]],
  ['for_each over a map of maps without the key', ['for_each = {a = {}}', 'member = each.value.who'], '', ['unknown']],
  ['for_each over what is partly unknown', ['for_each = toset(["k", var.x])', 'member = each.value'], '', ['unknown']],
  [
    'for_each over what is longer than it says',
    ['for_each = toset(concat(["k"], var.x))', 'member = each.value'],
    '',
    ['unknown'],
  ],
  ['for_each over an unknown', ['for_each = var.all', 'member = each.value'], '', ['unknown']],
  [
    'for_each over a default',
    ['for_each = var.all', 'member = each.value'],
    'variable "all" {\n  default = ["k"]\n}\n',
    ['unknown'],
  ],
  ['for_each over null', ['for_each = null', 'member = each.value'], '', ['unknown']],
];

for (const [what, lines, more, known] of repeated) {
  test(`a resource with ${what}`, () => {
    const files = { 'main.tf': resource(...lines) + more };
    assert.deepEqual(askedOf(files, { file: 'main.tf', attribute: 'member', complete: true }), known);
  });
}

test('names that lead round in a circle lead nowhere', () => {
  const files = { 'main.tf': `${resource('member = local.a')}locals {\n  a = local.b\n  b = local.a\n}\n` };
  assert.deepEqual(askedOf(files, { file: 'main.tf', attribute: 'member', complete: true }), ['unknown']);
});
