import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import type { EmbeddedRoot, Root } from '../../../src/syntax/format';
import { terraformFormat } from '../../../src/syntax/terraform/format';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import { entryOf, type MappingNode, type SyntaxNode } from '../../../src/syntax/tree';
import { applyEdits, type TextEdit } from '../../../src/text/edit';
import type { TextRange } from '../../../src/text/range';
import { hcl2json } from './hcl2json';

before(prepareTerraform);

interface Opened {
  readonly root: Root;
  readonly embedded: EmbeddedRoot;
}

function open(text: string): Opened {
  const [placed] = terraformFormat.parse(text);
  const [embedded, ...others] = placed?.root.embedded ?? [];
  assert(placed && embedded && others.length === 0, text);
  return { root: placed.root, embedded };
}

function rangeIn(text: string, part: string): TextRange {
  const start = text.indexOf(part);
  assert(start >= 0, part);
  return { start, end: start + part.length };
}

function sourceOf(text: string, { start, end }: TextRange): string {
  return text.slice(start, end);
}

function at(node: SyntaxNode | undefined, ...path: readonly (string | number)[]): SyntaxNode | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return node;
  if (node?.kind === 'mapping') return at(entryOf(node, String(step))?.value, ...rest);
  return node?.kind === 'sequence' ? at(node.items[Number(step)], ...rest) : undefined;
}

const heredoc = `resource "google_project_iam_policy" "p" {
  policy_data = <<-EOT
    {
      "bindings": [
        { "role": "roles/owner", "members": ["user:\${var.name}@example.com", \${jsonencode(var.more)}] }
      ],
      "\${var.key}": 1,
      "etag": "\${var.etag}",
      "price": "$\${5}"
    }
  EOT
}
`;

test('the argument of jsonencode is a root in the same text', () => {
  const text = 'locals {\n  a = jsonencode({ b = [1] })\n  c = yamlencode([2]) # why\n}';
  const [placed] = terraformFormat.parse(text);
  assert(placed?.root.node.kind === 'mapping');
  const { node, embedded, comments } = placed.root;
  assert.deepEqual(
    embedded.map(({ owner }) => owner),
    node.entries.map(({ value }) => value),
  );
  assert.equal(embedded[0]?.owner, node.entries[0]?.value);
  for (const { root, owner, toOuter, editOuter } of embedded) {
    assert.equal(root.text, text);
    assert.equal(root.format, terraformFormat);
    assert.deepEqual(root.comments, comments);
    assert(owner.kind === 'opaque' && owner.call?.arguments[0] === root.node);
    const edit = { range: { start: 1, end: 2 }, newText: 'x' };
    assert.deepEqual(toOuter(edit.range), edit.range);
    assert.deepEqual(editOuter(edit), edit);
  }
  assert.deepEqual(embedded[0] && sourceOf(text, embedded[0].root.node.range), '{ b = [1] }');
});

test('jsonencode alone in a string is a root, in the middle it is not', () => {
  const [placed] = terraformFormat.parse(`locals {\n  a = "\${jsonencode({})}"\n  b = "x\${jsonencode({})}"\n}`);
  const [embedded, ...others] = placed?.root.embedded ?? [];
  assert.equal(others.length, 0);
  assert.equal(embedded?.owner.range.start, 18);
});

test('jsonencode of what is not spelled out is no root', () => {
  const [placed] = terraformFormat.parse('locals {\n  a = jsonencode(var.x)\n  b = jsonencode({}, 1)\n}');
  assert.deepEqual(placed?.root.embedded, []);
});

test('a heredoc with JSON is a JSON root', () => {
  const { root, embedded } = open(heredoc);
  const { root: inner, owner } = embedded;
  assert.equal(owner, (root.node as MappingNode).entries[0]?.value);
  assert.equal(inner.format.name, 'json');
  assert.equal(inner.broken, false);
  const role = at(inner.node, 'bindings', 0, 'role');
  assert(role);
  assert.equal(sourceOf(inner.text, role.range), '"roles/owner"');
  assert.deepEqual(embedded.toOuter(role.range), rangeIn(root.text, '"roles/owner"'));
  assert.deepEqual(embedded.toOuter(inner.node.range), {
    start: root.text.indexOf('{\n      "b'),
    end: root.text.indexOf('\n  EOT'),
  });
});

test('holes of embedded JSON are nodes of its tree', () => {
  const { root, embedded } = open(heredoc);
  const { root: inner } = embedded;
  const member = at(inner.node, 'bindings', 0, 'members', 0);
  assert(member?.kind === 'template');
  const [before, hole, after] = member.parts;
  assert(before && hole && after && 'literal' in before && 'hole' in hole && 'literal' in after);
  assert.equal(before.literal, 'user:');
  assert.equal(after.literal, '@example.com');
  assert.deepEqual(hole.hole.kind === 'reference' && hole.hole.path, ['var', 'name']);
  const outer = embedded.toOuter(hole.hole.range);
  assert.deepEqual(outer, rangeIn(root.text, 'var.name'));
  assert.deepEqual(embedded.toOuter(member.range), rangeIn(root.text, `"user:\${var.name}@example.com"`));
  assert.equal(sourceOf(inner.text, before.range), 'user:');
  assert.equal(sourceOf(inner.text, after.range), '@example.com');

  const more = at(inner.node, 'bindings', 0, 'members', 1);
  assert.deepEqual(more?.kind === 'reference' && more.path, ['var', 'more']);
  assert.deepEqual(more && embedded.toOuter(more.range), rangeIn(root.text, 'var.more'));
  const etag = at(inner.node, 'etag');
  assert(etag?.kind === 'template' && etag.parts.length === 1);
  assert.deepEqual(at(inner.node, 'price'), { kind: 'scalar', range: at(inner.node, 'price')?.range, value: `\${5}` });
});

test('a key with a hole leaves its mapping incomplete', () => {
  const { embedded } = open(heredoc);
  const { node } = embedded.root;
  assert(node.kind === 'mapping');
  assert.equal(node.complete, false);
  assert.deepEqual(
    node.entries.map(({ key }) => key),
    ['bindings', 'etag', 'price'],
  );
});

test('a hole in the place of a value need not be quoted', () => {
  const { root, embedded } = open(`locals {\n  a = <<E\n{ "n": \${var.n}, "l": \${ jsonencode(["a"]) }, "f": \${f(1)} }\nE\n}`);
  const { node } = embedded.root;
  assert.deepEqual(at(node, 'n')?.kind, 'reference');
  const list = at(node, 'l');
  assert(list?.kind === 'sequence');
  assert.equal(list.editable, false);
  assert.deepEqual(embedded.toOuter(list.range), rangeIn(root.text, '["a"]'));
  const call = at(node, 'f');
  assert(call?.kind === 'opaque');
  assert.equal(call.call?.name, 'f');
});

test('a quoted string with JSON is a JSON root', () => {
  const { root, embedded } = open(`locals {\n  a = "{\\"role\\": \\"roles/\${var.r}\\", \\"한\\": [\\"\\\\n\\"]}"\n}`);
  const { root: inner } = embedded;
  const role = at(inner.node, 'role');
  assert(role?.kind === 'template');
  assert.deepEqual(embedded.toOuter(role.range), rangeIn(root.text, `\\"roles/\${var.r}\\"`));
  assert.deepEqual(at(inner.node, '한', 0), { kind: 'scalar', range: at(inner.node, '한', 0)?.range, value: '\n' });
});

test('strings that are no JSON are no roots', () => {
  for (const value of ['"[a-z]+"', '"{a}"', '"text"', '"a-b"', '<<E\ntext\nE', '<<E\n\ufeff{}\nE', '""']) {
    const [placed] = terraformFormat.parse(`locals {\n  a = ${value}\n}`);
    assert.deepEqual(placed?.root.embedded, [], value);
  }
});

test('ranges outside of the inner text have no place', () => {
  const { embedded } = open(heredoc);
  const { length } = embedded.root.text;
  assert.equal(embedded.toOuter({ start: 0, end: length + 1 }), undefined);
  assert.equal(embedded.editOuter({ range: { start: length + 1, end: length + 1 }, newText: '' }), undefined);
});

test('the middle of an escape has no place', () => {
  const { embedded } = open('locals {\n  a = "{\\"\\U0001F600\\": 1}"\n}');
  const start = embedded.root.text.indexOf('😀');
  assert(embedded.toOuter({ start, end: start + 2 }));
  assert.equal(embedded.toOuter({ start: start + 1, end: start + 2 }), undefined);
  assert.equal(embedded.toOuter({ start, end: start + 1 }), undefined);
});

test('an edit gets the indentation and escapes of its place', () => {
  const { root, embedded } = open(heredoc);
  const edit = embedded.editOuter({ range: rangeIn(embedded.root.text, '"roles/owner"'), newText: `[\n  "\${a}", "%{b}"\n]` });
  assert(edit);
  assert.deepEqual(edit.range, rangeIn(root.text, '"roles/owner"'));
  assert.equal(edit.newText, `[\n      "$\${a}", "%%{b}"\n    ]`);

  const end = embedded.root.text.length;
  assert.equal(embedded.editOuter({ range: { start: end, end }, newText: '// end\n' })?.newText, '    // end\n');

  assert.equal(embedded.editOuter({ range: { start: end - 1, end }, newText: '' }), undefined);
  assert.equal(embedded.editOuter({ range: { start: end, end }, newText: 'x' }), undefined);

  const quoted = open(`locals {\n  a = "{\\"a\\": 1}"\n}`);
  const inserted = quoted.embedded.editOuter({ range: { start: 1, end: 1 }, newText: `"b": "\\n\t\${c}",\n` });
  assert.deepEqual(inserted, { range: { start: 17, end: 17 }, newText: `\\"b\\": \\"\\\\n\\t$\${c}\\",\\n` });
});

test('a copied placeholder becomes its hole again, where it is sure which one', () => {
  const copied = (text: string, start: string, end: string) => {
    const { embedded } = open(`locals {\n  a = <<EOT\n${text}\nEOT\n}`);
    const inner = embedded.root.text;
    const [from, to] = [inner.indexOf(start), inner.indexOf(end) + end.length];
    return embedded.editOuter({ range: { start: 1, end: 1 }, newText: inner.slice(from, to) })?.newText;
  };
  assert.equal(copied('{"a": "x${b.c}y", "d": "x${b.cc}y"}', '"a"', 'y"'), '"a": "x${b.c}y"');
  assert.equal(copied('{"a": "x${b.c}y", "d": "z${b.c}"}', '"a"', 'y"'), '"a": "x${b.c}y"');
  assert.equal(copied('{"a": "x${b.c}y", "d": "z${b.d}"}', '"a"', 'y"'), undefined);
  assert.equal(copied('{"a": "x${b}${c}y"}', '"a"', 'y"'), undefined);
  assert.equal(copied('{"a": "x${b}${c}y", "d": "z${bbbbb}"}', '"a"', 'y"'), undefined);
  const part = '\ue000'.repeat('${b}'.length);
  assert.equal(copied('{"a": "x${bbb}y", "d": "z${b}"}', part, part), undefined);
  assert.equal(copied('{"a": ${b.c}, "d": 1}', '"a"', '1'), undefined);
  assert.equal(copied('{"a": ${bbb.c}, "d": "x${b.c}y"}', '"d"', 'y"'), undefined);
});

test('edits that have no exact place are refused', () => {
  const { embedded } = open(heredoc);
  const inner = embedded.root.text;
  const hole = inner.indexOf('\ue000');
  const refused: readonly TextEdit[] = [
    { range: { start: hole + 1, end: hole + 1 }, newText: 'a' },
    { range: { start: hole - 2, end: hole + 1 }, newText: 'a' },
    { range: { start: 0, end: 0 }, newText: inner.slice(hole, hole + 3) },
  ];
  for (const edit of refused) assert.equal(embedded.editOuter(edit), undefined);
  assert(embedded.editOuter({ range: { start: hole, end: hole }, newText: 'a' }));

  const dollar = open('locals {\n  a = "{\\"a\\": \\"$x\\"}"\n}').embedded;
  const afterDollar = dollar.root.text.indexOf('x');
  assert.equal(dollar.editOuter({ range: { start: afterDollar, end: afterDollar }, newText: '{' }), undefined);
  assert.equal(dollar.editOuter({ range: { start: afterDollar, end: afterDollar + 1 }, newText: '{' }), undefined);
});

const json = fc.json({ maxDepth: 3, stringUnit: 'binary' }).filter((text) => /^[[{]/.test(text) && !/[\ud800-\udfff]/.test(text));
const pretty = fc
  .tuple(json, fc.constantFrom(0, 2))
  .map(([text, indentation]) => JSON.stringify(JSON.parse(text), null, indentation));

/** The text in the three ways in which it can stand in Terraform. */
function holders(text: string): readonly string[] {
  const escaped = text.replace(/[$%](?=\{)/g, '$&$&');
  const lines = escaped.split('\n');
  return [
    `locals {\n  x = <<E\n${escaped}\nE\n}`,
    `locals {\n  x = <<-E\n${lines.map((line) => `    ${line}`).join('\n')}\n  E\n}`,
    `locals {\n  x = "${escaped.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"\n}`,
  ];
}

test('every inner offset leads to the same unit in the outer text', () => {
  fc.assert(
    fc.property(pretty, fc.nat(), fc.nat(), (text, from, length) => {
      for (const holder of holders(text)) {
        const [placed] = terraformFormat.parse(holder);
        const embedded = placed?.root.embedded[0];
        if (!embedded) continue;
        const inner = embedded.root.text;
        assert.equal(inner.trimEnd(), text);
        const start = from % inner.length;
        const range = { start, end: start + 1 + (length % (inner.length - start)) };
        const outer = embedded.toOuter(range);
        assert(outer);
        const unit = inner.charAt(start);
        const written = holder.charAt(outer.start);
        assert(written === unit || written === '\\' || (unit === '{' && /[$%]/.test(written)), `${unit} ${written}`);
      }
    }),
    { numRuns: 150 },
  );
});

test('an edit through the holder means what it means inside', async () => {
  await fc.assert(
    fc.asyncProperty(pretty, pretty, fc.nat(), async (text, value, which) => {
      const holder = holders(text)[which % 3] ?? '';
      const [placed] = terraformFormat.parse(holder);
      const embedded = placed?.root.embedded[0];
      if (!placed || !embedded) return;
      const { root } = embedded;
      const scalars = scalarsIn(root.node);
      const target = scalars[which % Math.max(1, scalars.length)] ?? root.node;
      const edit = { range: target.range, newText: value };
      const outer = embedded.editOuter(edit);
      assert(outer);
      const changed = await hcl2json.parse('main.tf', applyEdits(placed.root.text, [outer]));
      const [{ x }] = changed.locals as [{ x: string }];
      assert.deepEqual(JSON.parse(x.replace(/([$%])\1(?=\{)/g, '$1')), JSON.parse(applyEdits(root.text, [edit])));
    }),
    { numRuns: 100 },
  );
});

function scalarsIn(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'mapping') return node.entries.flatMap(({ value }) => scalarsIn(value));
  return node.kind === 'sequence' ? node.items.flatMap(scalarsIn) : [node];
}
