import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { Parser } from 'web-tree-sitter';
import type { EmbeddedRoot, PlacedRoot, Root } from '../../../src/syntax/format';
import { parseSourceFile, type SourceFile } from '../../../src/syntax/sourceFile';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import { entryOf, isString, type SyntaxNode } from '../../../src/syntax/tree';
import { typed } from '../../fuzz/campaigns/edits';

before(prepareTerraform);

const documents = {
  'a data source': `# 정책
data "google_iam_policy" "p" {
  binding {
    role = "roles/a" # 역할
    members = [
      "user:kim@example.org", # 김
      "user:\${var.name}@example.org",
      # one more
      "user:lee😀@example.org",
    ]
  }
  etag = "[{\\"a\\": 1}]"
  binding { role = "roles/b" }
  binding {
    members = toset(["a", var.b])
    role    = <<-EOT
      roles/c
    EOT
    condition {
      title = "둘"
    }
  }
}
`,
  'a dynamic block': `resource "google_project_iam_binding" "p" {
  dynamic "condition" {
    for_each = var.conditions
    content {
      title      = condition.value.title
      expression = "request.time < timestamp(\\"2026-01-01T00:00:00Z\\")"
    }
  }
  members = concat(var.a, ["allUsers", "b"], [{ c = [1] }])
  condition { title = "x" }
  labels = merge({ a = { b = "c" } }, var.labels, { d = { e = ["f"] } })
  lifecycle {}
}
`,
  'jsonencode in a module': `module "m" {
  source = "./m"
  policy = jsonencode({
    bindings = [
      { role = "roles/a", members = ["user:kim@example.org", "x:\${jsonencode([1])}"] },
      // between
      {
        "role" : "roles/b"
        members : [for m in var.m : "user:\${m}"]
        text = <<EOT
{"a": ["\${var.x}"]}
EOT
      },
      { role = "둘", (var.key) = [-1, 2] }, /* last */
    ]
    etag = yamlencode([{ a = "b" }])
  })
  other = "\${jsonencode({ a = ["b"] })}"
}
`,
  heredocs: `locals {
  a = { b = ["c", { d = "e" }] }
  policy = <<-EOT
    {
      "bindings": [{"role": "roles/owner", "members": ["user:\${var.name}@example.com", \${jsonencode(["x"])}]}],
      "price": "$\${5}"
    }
  EOT
  list = [
    "{\\"a\\": \\"\${local.a}\\"}",
    "[[1]]",
    ["x", "y"]
  ]
  f = g([1], { h = "i" }, "j")
  k = [(["l"]), [["m"]].n, var.o["p"]]
}
`,
  'attributes and blocks, many': `\ufeffa = ["b", { c = "d" }]
# above
e = { f = "g" }

locals { a = ["b"] }

locals { a = ["b"] }

resource "r" "s" {
  t = ["u"] }
`,
} as const;

const written: readonly string[] = [
  ...Object.values(documents),
  ...Object.values(documents).map((text) => text.replaceAll('\n', '\r\n')),
  Object.values(documents).join('\n'),
];

/** What is around a part, or what a part turns into. */
const awkward: readonly (readonly [what: string, text: string, from: string, to: string])[] = [
  ['a value on a line of its own', 'locals {\n  a = { b = 1 }\n  c = 2\n}\n', 'b = 1', 'b =\n1'],
  ['a nested block with two attributes on a line', 'a "b" {\n  c { d = 1 }\n}\n', 'd = 1', 'd = 1 e = 2'],
  ['an object that becomes a loop', 'locals {\n  a = jsonencode({ b = 1 })\n}\n', 'b = 1', 'for k in c : k => 1'],
  ['a list that becomes a loop', 'locals {\n  a = concat([1], d)\n}\n', '1', 'for k in c : k'],
  ['a string that becomes a template', 'locals {\n  a = ["b"]\n}\n', 'b', 'b${c}'],
  ['a string that becomes several', 'locals {\n  a = ["b"]\n}\n', 'b', 'b", "c'],
  ['a string that becomes a document', 'locals {\n  a = ["b"]\n}\n', '"b"', '"[{}]"'],
  ['a document above another one', 'a "b" {\n  c {\n    d = "e"\n  }\n  f = "[[1]]"\n}\n', '"e"', '"[[2]]"'],
  ['a document beside others', 'a "b" {\n  c = "[[1]]"\n  d = ["[[2]]"]\n  e = "[[3]]"\n}\n', '2', '22'],
  ['a document that goes', 'a "b" {\n  c = "[[1]]"\n  d = ["[[2]]"]\n  e = "[[3]]"\n}\n', '[[2]]', ''],
  ['a document that comes in a document', 'locals {\n  a = jsonencode({ b = "c" })\n}\n', '"c"', '"[[1]]"'],
  ['a list in the hole of a template', 'locals {\n  a = "b${jsonencode(["c"])}"\n}\n', '"c"', '"cd"'],
  ['a dropped argument', 'locals {\n  a = concat(["b"], jsonencode(["c"]))\n}\n', '"b"', '"bcd"'],
  ['blocks that stand apart', 'a "b" {\n  c { d = ["e"] }\n  f = ["g"]\n  c { d = ["h"] }\n}\n', '"g"', '"gg"'],
  ['a comment that would take the end', 'locals {\n  a = [1, 2]\n}\n', '2', '2 #'],
  ['a header at the start of a line', 'locals {\n  a = [\n    1\n  ]\n}\n', '    1', 'locals {'],
  ['attributes without a block', 'a = ["b"]\nc = ["d"]\n', '"b"', '"be"'],
];

const words = fc.constantFrom(
  'x',
  ' ',
  ', ',
  '"y",',
  '"',
  '{ z = 1 }',
  '${var.v}',
  '<<EOT\n',
  'EOT\n',
  '(',
  '= ',
  'for a in b : ',
  '[[1]]',
);
const edit = fc.record({
  at: fc.nat(),
  removes: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(30)),
  types: fc.oneof({ weight: 3, arbitrary: words }, fc.constant(''), typed()),
  isTakenBack: fc.boolean(),
});

describe('a Terraform file that is read edit by edit', () => {
  test('is what it is when it is read at once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...written), fc.array(edit, { minLength: 1, maxLength: 12 }), (first, edits) => {
        let text = first;
        let file = parse(text);
        for (const { at, removes, types, isTakenBack } of edits) {
          const start = at % (text.length + 1);
          const earlier = text;
          const edited = text.slice(0, start) + types + text.slice(start + removes);
          for (text of isTakenBack ? [edited, earlier] : [edited]) {
            file = parse(text, file);
            assert.deepEqual(file.roots.map(plain), parse(text).roots.map(plain));
          }
        }
      }),
      { numRuns: 250 },
    );
  });

  for (const [what, text, from, to] of awkward) {
    test(`is what it is when it is read at once: ${what}`, () => {
      const edited = replaced(text, from, to);
      const file = parse(edited, parse(text));
      assert.deepEqual(file.roots.map(plain), parse(edited).roots.map(plain));
      const back = parse(text, file);
      assert.deepEqual(back.roots.map(plain), parse(text).roots.map(plain));
    });
  }

  test('has two blocks of one text that are two, also when both are mended', () => {
    const block = 'locals {\n  a = ["b"]\n}\n';
    const broken = replaced(block, '"b"', '"b');
    let file = parse(block + block);
    for (const text of [broken + block, broken + broken, block + broken, block + block]) {
      file = parse(text, file);
      assert.deepEqual(file.roots.map(plain), parse(text).roots.map(plain));
      assert.equal(new Set(file.roots.map(({ root }) => root)).size, 2);
    }
  });

  test('keeps what stands before the edit', () => {
    const text = documents['a data source'];
    const first = parse(text);
    const again = parse(replaced(text, '둘', '셋'), first);
    assert.deepEqual(
      bindingsOf(first).map((binding, index) => binding === bindingsOf(again)[index]),
      [true, true, false],
    );
  });
});

test('parts that were read at different times keep no version of the text alive', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc');
  const heap = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const edits = 100;
  const bindings = Array.from({ length: edits }, (_, index) => `  binding {\n    role = "roles/long-enough-${index}-"\n  }\n`);
  let text = `data "google_iam_policy" "p" {\n${bindings.join('')}  # ${'x'.repeat(200_000)}\n}\n`;
  let file = parse(text);
  const before = heap();
  for (let index = 0; index < edits; index++) {
    // What comes from a client is no piece of what came before.
    text = Buffer.from(replaced(text, `enough-${index}-`, `enough-${index}-x`)).toString();
    file = parse(text, file);
  }
  assert.ok(heap() - before < (edits * text.length) / 4);
  assert.equal(bindingsOf(file).length, edits);
});

describe('of an edit in a long block, the grammar is given', () => {
  const members = Array.from({ length: 400 }, (_, index) => `      "user:${index}@example.org",\n`).join('');
  const binding = `{\n    role = "roles/a"\n    members = [\n      "user:kim@example.org",\n    ]\n  }`;
  const blocks = Array.from({ length: 100 }, () => `  binding ${binding}\n`).join('');
  const objects = Array.from({ length: 100 }, () => `  ${binding},\n`).join('');
  const long = {
    'a data source': `data "google_iam_policy" "p" {\n${blocks}  binding { role = "둘" }\n${blocks}}\n`,
    jsonencode: `locals {\n  p = jsonencode({ bindings = [\n${objects}{ role = "둘" },\n${objects}] })\n}\n`,
    'one list of members': `data "google_iam_policy" "p" {\n  binding {\n    role = "a"\n    members = [\n${members}"둘",${members}]\n  }\n}\n`,
  };
  for (const [what, text] of Object.entries(long)) {
    test(`${what}: the one string`, () => {
      const edited = replaced(text, '둘', '둘x');
      const first = parse(text);
      assert.deepEqual(
        givenToGrammar(() => parse(edited, first)),
        ['x = "둘x"\n'],
      );
    });

    test(`${what}: that string, when a quote that was missing is there again`, () => {
      const torn = parse(replaced(text, '둘"', '둘x'), parse(text));
      assert.ok(torn.roots[0]?.root.broken);
      assert.deepEqual(
        givenToGrammar(() => parse(replaced(text, '둘', '둘x'), torn)),
        ['x = "둘x"\n'],
      );
      assert.deepEqual(
        givenToGrammar(() => parse(text, torn)),
        [],
      );
    });
  }

  test('the nested block, when it gets another attribute', () => {
    const text = long['a data source'];
    const edited = replaced(text, '둘"', '둘"\n    members = []\n ');
    const first = parse(text);
    assert.deepEqual(
      givenToGrammar(() => parse(edited, first)),
      ['x { role = "둘"\n    members = []\n  }\n'],
    );
  });
});

/** Each text that the grammar reads meanwhile. */
function givenToGrammar(read: () => unknown): readonly string[] {
  const given: string[] = [];
  const { parse: parseText } = Parser.prototype;
  Parser.prototype.parse = function (text, ...more) {
    given.push(String(text));
    return parseText.call(this, text, ...more);
  };
  try {
    read();
  } finally {
    Parser.prototype.parse = parseText;
  }
  return given;
}

function bindingsOf({ roots }: SourceFile): readonly SyntaxNode[] {
  const node = roots[0]?.root.node;
  const list = node?.kind === 'mapping' ? entryOf(node, 'binding')?.value : undefined;
  return list?.kind === 'sequence' ? list.items : assert.fail();
}

function replaced(text: string, from: string, to: string): string {
  assert.equal(text.split(from).length, 2, from);
  return text.replace(from, () => to);
}

function parse(text: string, previous?: SourceFile): SourceFile {
  return parseSourceFile('file:///w/main.tf', text, 'terraform', previous);
}

/** What two readings of one text must agree in. */
function plain({ root, offset }: PlacedRoot): unknown {
  const { text, node, broken, unread, comments } = root;
  const embedded = root.embedded.map((one) => plainEmbedded(root, one));
  return { offset, text, node, broken, unread, comments, embedded, segments: segmentsIn(root) };
}

function plainEmbedded(outer: Root, { owner, root, toOuter, editOuter }: EmbeddedRoot): unknown {
  const { text, node, broken, unread, comments, format } = root;
  const places = [...nodesIn(node)].map(({ range }) => range);
  return {
    // By identity, as everybody looks for it.
    owner: [...nodesIn(outer.node)].indexOf(owner),
    argument: [...nodesIn(outer.node)].indexOf(node),
    sharesComments: comments === outer.comments,
    format: format.name,
    ...{ ownerNode: owner, text, node, broken, unread, comments },
    ...{ segments: segmentsIn(root), places: places.map(toOuter) },
    edits: places.map((range) => editOuter({ range, newText: '"a\nb' })),
  };
}

function segmentsIn(root: Root): unknown {
  return [...nodesIn(root.node)].filter(isString).map((node) => root.format.segments(root, node));
}

function* nodesIn(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  if (node.kind === 'mapping') for (const { value } of node.entries) yield* nodesIn(value);
  if (node.kind === 'sequence') for (const item of node.items) yield* nodesIn(item);
  if (node.kind === 'template') for (const part of node.parts) if ('hole' in part) yield* nodesIn(part.hole);
  if (node.kind === 'opaque') for (const argument of node.call?.arguments ?? []) yield* nodesIn(argument);
}
