import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Root } from '../../../src/syntax/format';
import { terraformFormat } from '../../../src/syntax/terraform/format';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import { isCopy } from '../../../src/syntax/terraform/writing/values/writeExpression';
import { type Entry, entryOf, type SyntaxNode } from '../../../src/syntax/tree';
import { type Copy, copiedNode, type TreeEdit, type Value } from '../../../src/syntax/treeEdit';
import { applyEdits, overlap } from '../../../src/text/edit';
import { shift } from '../../../src/text/range';
import { applyToMeaning, type Plain, pickEdits, plainDocuments, randomNumbers } from '../treeEditModel';
import { hcl2json } from './hcl2json';
import { writeTerraformEvenly, writeTerraformUnevenly } from './terraformLayouts';
import { terraformText } from './terraformText';

before(prepareTerraform);

describe('edits of Terraform at random', () => {
  it('mean what was wished and keep the comments in the wildest layout', async () => {
    let done = 0;
    let all = 0;
    const property = fc.asyncProperty(
      plainDocuments({ depth: 4, root: 'mapping' }),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      async (document, layoutSeed, seed, isFile) => {
        const text = writeTerraformUnevenly(document as { readonly [key: string]: Plain }, randomNumbers(layoutSeed), isFile);
        const [placed, ...others] = terraformFormat.parse(text);
        if (!placed) return;
        assert.equal(others.length, 0, text);
        const { root } = placed;
        assert(!root.broken, `the written document is sound: ${text}`);
        const edits = pickEdits(root.node, seed, { values: () => values, newKeys });
        const rendered = terraformFormat.render(root, edits);
        all++;
        if (!rendered) return;
        done++;
        assert(!overlap(rendered));
        const result = applyEdits(root.text, rendered);
        const shown = `${root.text}\n----\n${describeEdits(root, edits)}\n----\n${result}`;
        const read = await hcl2json.parse('main.tf', `${result}\n`).catch((error: unknown) => assert.fail(`${error}\n${shown}`));
        const own = terraformFormat.parse(result);
        assert(own.length <= 1 && own.every((one) => !one.root.broken), shown);
        const meant = isFile ? read : (read.block as readonly unknown[])[0];
        assert(means(meant, applyToMeaning(root.node, edits)), `${JSON.stringify(read)}\n${shown}`);
        for (const { range, text: words } of root.comments) {
          const name = /^c\d+;/.exec(words)?.[0] ?? '';
          if (!result.includes(name)) assert(mayGo(root.text, range.start, edits), `lost ${name}\n${shown}`);
        }
      },
    );
    await fc.assert(property, { numRuns: 300 });
    assert(done > all / 2, `${done} of ${all} edits could be written`);
  });

  it('give the letters that the whole block would have as terraform fmt has it', () => {
    let done = 0;
    const property = fc.property(
      plainDocuments({ depth: 4, root: 'mapping', keys: 'identifiers', strings: fc.constantFrom('a', '한국', 'roles/viewer') }),
      fc.constantFrom('  ', '    ', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.nat(),
      (document, unit, lineBreak, seed) => {
        const written = writeTerraformEvenly(document as { readonly [key: string]: Plain }, unit, lineBreak);
        const root = terraformFormat.parse(written)[0]?.root;
        assert(root && !root.broken, written);
        const edits = pickEdits(root.node, seed, { values: () => evenValues, newKeys, copies: false });
        const expected = writeTerraformEvenly(
          applyToMeaning(root.node, edits) as { readonly [key: string]: Plain },
          unit,
          lineBreak,
        );
        const rendered = terraformFormat.render(root, edits);
        const fillsEmptyList = edits.some((edit) => edit.kind === 'insert' && edit.into.items.length === 0);
        if (!rendered || fillsEmptyList || /block \{\r?\n\}/.test(written) || /\{\r?\n\s*\}/.test(expected)) return;
        const result = applyEdits(written, rendered);
        // What is an attribute stays one, also where the same value would be written as blocks if it were new.
        if (shapeOf(result) !== shapeOf(expected)) return;
        done++;
        assert.equal(
          result,
          expected,
          `${written}\n----\n${describeEdits(root, edits)}\n----\n${result}\n---- expected\n${expected}`,
        );
      },
    );
    fc.assert(property, { numRuns: 300 });
    assert(done > 60, `only ${done} were compared`);
  });
});

/** Which keys of bodies are attributes and which are blocks. */
function shapeOf(text: string): string {
  const shape = (node: SyntaxNode): unknown => {
    if (node.kind === 'sequence') return node.blockName === undefined ? null : node.items.map(shape);
    return node.kind === 'mapping' && node.header ? node.entries.map(({ key, value }) => [key, shape(value)]) : null;
  };
  return JSON.stringify(terraformFormat.parse(text).map(({ root }) => shape(root.node)));
}

describe('edits of any Terraform', () => {
  it('leave a file that HashiCorp can read', async () => {
    let done = 0;
    const property = fc.asyncProperty(terraformText(), fc.nat(), async (text, seed) => {
      const changes = terraformFormat.parse(text).map(({ root, offset }) => {
        const edits = pickEdits(root.node, seed, { values: () => values, newKeys });
        const rendered = terraformFormat.render(root, edits) ?? [];
        if (rendered.length > 0) done++;
        return {
          wish: describeEdits(root, edits),
          edits: rendered.map((edit) => ({ ...edit, range: shift(edit.range, offset) })),
        };
      });
      const result = applyEdits(
        text,
        changes.flatMap(({ edits }) => edits),
      );
      const shown = `${text}\n----\n${changes.map(({ wish }) => wish).join('\n')}\n----\n${result}`;
      await hcl2json.parse('main.tf', result).catch((error: unknown) => assert.fail(`${error}\n${shown}`));
    });
    // A resource that is copied to where blocks have no labels.
    const copied = 'resource "google_x" "y" {\n  a = []\n  condition {\n  }\n  binding {\n  }\n}\n';
    await fc.assert(property, { numRuns: 150, examples: [[copied, 902168031]] });
    assert(done > 50, `only ${done} edits were written`);
  });

  it('never throw, wherever the text ends', () => {
    const property = fc.property(terraformText(), fc.nat(), fc.nat(), (text, cut, seed) => {
      for (const { root } of terraformFormat.parse(text.slice(0, cut % text.length))) {
        terraformFormat.render(root, pickEdits(root.node, seed, { values: () => values, newKeys }));
      }
    });
    fc.assert(property, { numRuns: 150 });
  });
});

const evenValues: readonly Value[] = [
  'a',
  12,
  true,
  { regions: 'KR', combining_function: null },
  [{ x: 1, members: 'y' }, { z: '한' }],
];

const newKeys = ['title', 'combining_function', 'members', 'x', 'description', 'added', 'last-key'];

const values: readonly Value[] = [
  'user:emergency@example.com',
  '새 값 😀',
  'a "quoted" \\ text ${x} %{y} $${z}\n',
  12,
  -0.5,
  1e21,
  1e-7,
  true,
  null,
  [],
  {},
  ['user:a@example.com', 'user:b@example.com'],
  [{ regions: ['KR'] }, { members: ['user:a@example.com'], negate: true }],
  { members: ['user:emergency@example.com'] },
  { role: 'roles/viewer', members: [], condition: { title: '제목', expression: 'a == "b"' } },
  [[1, 2], [], ['a', true]],
];

/** hcl2json gives every block as a list, has no key for no blocks, spells `${` as Terraform does and composes letters. */
function means(actual: unknown, expected: Plain): boolean {
  if (typeof expected === 'string') return actual === expected.replace(/([$%])\{/g, '$1$1{').normalize('NFC');
  if (typeof expected !== 'object' || expected === null) return actual === expected;
  if (Array.isArray(expected)) {
    if (actual === undefined) return expected.length === 0;
    return (
      Array.isArray(actual) && actual.length === expected.length && expected.every((item, index) => means(actual[index], item))
    );
  }
  if (Array.isArray(actual)) return actual.length === 1 && means(actual[0], expected);
  if (typeof actual !== 'object' || actual === null) return false;
  const wanted = Object.entries(expected).map(([key, value]) => [key.normalize('NFC'), value] as const);
  const known = new Set(wanted.map(([key]) => key));
  const found = actual as Readonly<Record<string, unknown>>;
  return (
    Object.keys(found).every((key) => known.has(key)) &&
    wanted.every(([key, value]) => means(Object.hasOwn(found, key) ? found[key] : undefined, value))
  );
}

function describeEdits({ text }: Root, edits: readonly TreeEdit[]): string {
  const described = (value: unknown): unknown => {
    if (isNode(value)) return `node ${text.slice(value.range.start, value.range.end)}`;
    if (isCopy(value as Value)) return { copy: described((value as Copy)[copiedNode]) };
    if (Array.isArray(value)) return value.map(described);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, described(inner)]));
  };
  return edits.map((edit) => JSON.stringify(described({ ...edit }))).join('\n');
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'range' in value;
}

/** Whether the comment stands in what goes, or at the end of its last line. */
function mayGo(text: string, comment: number, edits: readonly TreeEdit[]): boolean {
  return edits.some((edit) => {
    const gone = goneNode(edit);
    if (!gone) return false;
    const { start, end } = gone.range;
    const isRow = edit.kind === 'remove' || ('blockName' in gone && gone.blockName !== undefined);
    return (start <= comment && comment < end) || (isRow && end <= comment && !/[\r\n]/.test(text.slice(end, comment)));
  });
}

function goneNode(edit: TreeEdit): SyntaxNode | Entry | undefined {
  if (edit.kind === 'replace') return edit.node;
  if (edit.kind === 'set') return entryOf(edit.in, edit.key)?.value;
  if (edit.kind === 'remove') return 'entry' in edit ? edit.entry : edit.item;
  return undefined;
}
