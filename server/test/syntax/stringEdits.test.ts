import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { isString, meaningOfString, type StringNode, type SyntaxNode } from '../../src/syntax/tree';
import { applyEdits, type TextEdit } from '../../src/text/edit';
import fc from '../fastCheck';
import { meaningOf, type Plain } from '../laws/documents/secondParser';

await prepareTerraform();

const file = (name: string, text: string) => {
  const format = { tf: 'terraform', 'tf.json': 'terraformJson', json: 'json', yaml: 'yaml' } as const;
  return parseSourceFile(`file:///${name}`, text, format[name.replace(/^\w+\./, '') as keyof typeof format]);
};

/** The text after the edits, which the function tells for the first string of the file whose meaning is long enough to be edited. */
function edited(name: string, text: string, editsFor: (value: string) => readonly TextEdit[]): string | undefined {
  const [placed] = file(name, text).roots;
  assert(placed);
  const node = stringIn(placed.root.node);
  assert(node, text);
  const edits = placed.root.format.render(placed.root, [{ kind: 'editString', node, edits: editsFor(meaningOfString(node)) }]);
  return edits && applyEdits(text, edits);
}

function stringIn(node: SyntaxNode): StringNode | undefined {
  if (isString(node)) return node;
  const inner = node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.kind === 'sequence' ? node.items : [];
  for (const child of inner) {
    const found = stringIn(child);
    if (found) return found;
  }
  return undefined;
}

const behind =
  (part: string, newText: string) =>
  (value: string): readonly TextEdit[] => {
    const at = value.lastIndexOf(part) + part.length;
    return [{ range: { start: at, end: at }, newText }];
  };

describe('a change inside of a string', () => {
  const cases: readonly (readonly [string, string, string, string, string | undefined])[] = [
    ['a.json', '{"x": "a == \\"b\\""}', '"', ' || "c"', '{"x": "a == \\"b\\" || \\"c\\""}'],
    ['a.json', '{ "x": "a // b\\n" }', 'a', ' || c', '{ "x": "a || c // b\\n" }'],
    ['a.yaml', 'x: a && b # why\n', 'b', ' || c', 'x: a && b || c # why\n'],
    ['a.yaml', "x: 'it''s'\n", 's', " || 'c'", "x: 'it''s || ''c'''\n"],
    ['a.yaml', 'x: "a == \\"b\\""\n', '"', ' || "c"', 'x: "a == \\"b\\" || \\"c\\""\n'],
    ['a.yaml', 'x: |\n  a &&\n  b // off\n  // end\ny: z\n', 'b', ' || c', 'x: |\n  a &&\n  b || c // off\n  // end\ny: z\n'],
    ['a.yaml', 'x: >-\n  a &&\n  b\n', 'b', ' || c', 'x: >-\n  a &&\n  b || c\n'],
    ['a.yaml', 'x: >-\n  a &&\n  b\n', 'a', ' || c', 'x: >-\n  a || c &&\n  b\n'],
    // What a plain or block scalar can't hold.
    ['a.yaml', 'x: a\n', 'a', ' #c', undefined],
    ['a.yaml', 'x: a\n', 'a', ': c', undefined],
    ['a.yaml', 'x: |\n  a\n', 'a', '\nb', undefined],
    // The anchor's other places would change as well.
    ['a.yaml', 'x: &p a\ny: *p\n', 'a', ' || c', undefined],
    ['a.tf', 'x = "a == \\"b\\""\n', '"', ' || "c"', 'x = "a == \\"b\\" || \\"c\\""\n'],
    ['a.tf', 'x = "a"\n', 'a', '${b}', 'x = "a$${b}"\n'],
    [
      'a.tf',
      'x = <<-EOT\n    a &&\n    b // off\n  EOT\ny = 1\n',
      'b',
      ' || "c"',
      'x = <<-EOT\n    a &&\n    b || "c" // off\n  EOT\ny = 1\n',
    ],
    ['a.tf', 'x = <<EOT\na\nEOT\n', 'a', '\nb', undefined],
    ['a.tf', 'x = <<EOT\na\nEOT\n', 'a', '${b}', 'x = <<EOT\na$${b}\nEOT\n'],
    ['a.tf.json', '{"x": "a == \\"b\\""}', '"', ' || "${c}"', '{"x": "a == \\"b\\" || \\"$${c}\\""}'],
    ['a.tf.json', '{"x": "a $${b}"}', '}', ' || c', '{"x": "a $${b} || c"}'],
  ];
  for (const [name, text, part, newText, expected] of cases)
    test(`${JSON.stringify(text)} + ${JSON.stringify(newText)}`, () =>
      assert.equal(edited(name, text, behind(part, newText)), expected));

  test('at the beginning of a heredoc’s line the indentation stays', () => {
    const text = 'x = <<-EOT\n    // why\n    a ? b : c\n  EOT\n';
    const at = 'a ? b : c';
    const wrap = (value: string): readonly TextEdit[] =>
      [value.indexOf(at), value.indexOf(at) + at.length].map((offset, index) => ({
        range: { start: offset, end: offset },
        newText: '()'.charAt(index),
      }));
    assert.equal(edited('a.tf', text, wrap), 'x = <<-EOT\n    // why\n    (a ? b : c)\n  EOT\n');
  });

  describe('of words over lines', () => {
    const rewritten = (name: string, text: string, to: string) =>
      edited(name, text, (value) => [{ range: { start: 0, end: value.length }, newText: to }]);
    const words: readonly (readonly [string, string, string, string | undefined])[] = [
      ['a.yaml', 'x: >-\n  a b\n  c d\n', 'a B c D', 'x: >-\n  a B\n  c D\n'],
      ['a.yaml', 'x: a b\n  c d\n', 'A b c D', 'x: A b\n  c D\n'],
      ['a.yaml', "x: 'a\n  b''s'\n", "a c's", "x: 'a\n  c''s'\n"],
      ['a.yaml', 'x: "a\n  \\x62 c"\n', 'a b C', 'x: "a\n  \\x62 C"\n'],
      ['a.tf', 'x = <<-EOT\n    a\n      b\n  EOT\n', 'A\n  B\n', 'x = <<-EOT\n    A\n      B\n  EOT\n'],
      // A line break goes where the blank goes that it means, and nowhere else.
      ['a.yaml', 'x: a b\n  c d\n', 'a bc d', 'x: a bc d\n'],
      ['a.yaml', 'x: >-\n  a b\n  c d\n', 'a d', 'x: >-\n  a d\n'],
      ['a.yaml', 'x: >-\n  a b\n  c d\n', 'a x y z d', undefined],
    ];
    for (const [name, text, to, expected] of words)
      test(`${JSON.stringify(text)} → ${JSON.stringify(to)}`, () => assert.equal(rewritten(name, text, to), expected));
  });

  describe('around an expression', () => {
    const cases: readonly (readonly [string, string, string, string, string | undefined])[] = [
      ['a.tf', 'x = "a${b}c"\n', 'c', 'd', 'x = "a${b}cd"\n'],
      ['a.tf', 'x = "a${b}c"\n', 'a', '\n"', 'x = "a\\n\\"${b}c"\n'],
      ['a.tf', 'x = "a${b}c"\n', 'a', '$', undefined],
      ['a.tf', 'x = <<-EOT\n    a ${b}\n    c\n  EOT\n', 'c', '${d}', 'x = <<-EOT\n    a ${b}\n    c$${d}\n  EOT\n'],
      ['a.tf.json', '{"x": "a\\u0062${c}d"}', 'd', '"', '{"x": "a\\u0062${c}d\\""}'],
    ];
    for (const [name, text, part, newText, expected] of cases)
      test(`${JSON.stringify(text)} + ${JSON.stringify(newText)}`, () =>
        assert.equal(edited(name, text, behind(part, newText)), expected));
  });

  test('two edits of one string, or one of a string that goes, are refused', () => {
    const [placed] = file('a.json', '{"x": "a"}').roots;
    assert(placed?.root.node.kind === 'mapping');
    const node = stringIn(placed.root.node) as StringNode;
    const edit = { kind: 'editString', node, edits: [] } as const;
    assert.equal(placed.root.format.render(placed.root, [edit, edit]), undefined);
    assert.equal(placed.root.format.render(placed.root, [edit, { kind: 'replace', node, by: 1 }]), undefined);
  });

  test('at random: a second parser reads what was meant, or nothing is written', async () => {
    const value = fc.string({
      unit: fc.constantFrom('a', ' ', '"', "'", '\\', '\n', '$', '{', '}', '#', ':', '%', 'é'),
      maxLength: 12,
    });
    const written = fc.constantFrom(
      ['a.json', (text: string) => `{"x": ${JSON.stringify(text)}}`],
      ['a.yaml', (text: string) => `x: ${JSON.stringify(text)}\n`],
      ['a.yaml', (text: string) => `x: '${text.replace(/\n/g, ' ').replaceAll("'", "''")}'\n`],
      ['a.yaml', (text: string) => `x: |\n  ${text.replaceAll('\n', '\n  ')}\n`],
      ['a.yaml', (text: string) => `x: >\n  ${text.replaceAll('\n', '\n  ')}\n`],
      ['a.tf', (text: string) => `x = ${JSON.stringify(text.replace(/[$%](?=\{)/g, '$&$&'))}\n`],
      ['a.tf', (text: string) => `x = <<-EOT\n    ${text.replaceAll('\n', '\n    ').replace(/[$%](?=\{)/g, '$&$&')}\n  EOT\n`],
      ['a.tf.json', (text: string) => `{"x": ${JSON.stringify(text.replace(/[$%](?=\{)/g, '$&$&'))}}`],
    ) as fc.Arbitrary<[string, (text: string) => string]>;
    await fc.assert(
      fc.asyncProperty(written, value, value, fc.nat(), async ([name, write], before, newText, at) => {
        const text = write(before);
        const { format, roots } = file(name, text);
        const node = roots[0] && !roots[0].root.broken ? stringIn(roots[0].root.node) : undefined;
        if (!node) return;
        const place = at % (meaningOfString(node).length + 1);
        const after = edited(name, text, () => [{ range: { start: place, end: place }, newText }]);
        if (after === undefined) return;
        const meant = meaningOfString(node).slice(0, place) + newText + meaningOfString(node).slice(place);
        assert.deepEqual(meant, unescapedHoles(name, xOf(await meaningOf(after, format))));
      }),
      { numRuns: 300 },
    );
  });
});

function xOf(meaning: Plain): unknown {
  const top = Array.isArray(meaning) ? meaning[0] : meaning;
  return (top as { readonly x: unknown }).x;
}

/** The JSON of Terraform, and what hcl2json makes of HCL, keep the double signs. */
function unescapedHoles(name: string, value: unknown): unknown {
  return name.includes('.tf') && typeof value === 'string' ? value.replace(/([$%])\1(?=\{)/g, '$1') : value;
}
