import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import type { Root } from '../../../src/syntax/format';
import type { SyntaxNode } from '../../../src/syntax/tree';
import { copyOf, type TreeEdit } from '../../../src/syntax/treeEdit';
import { excerptOf } from '../../../src/syntax/yaml/excerpt/excerpt';
import { yamlFormat } from '../../../src/syntax/yaml/format';
import { applyEdits, overlap } from '../../../src/text/edit';
import { applyToMeaning, meaning, type Plain, pickEdits, plainDocuments } from '../treeEditModel';
import { besideComment, rootOf, writtenDocuments } from './writtenDocuments';

test('an edited document means what the edits say, to another parser as well, and keeps its comments', () => {
  fc.assert(
    fc.property(writtenDocuments(), fc.nat(), (text, seed) => {
      const root = rootOf(text);
      const edits = pickEdits(root.node, seed);
      const written = yamlFormat.render(root, edits);
      if (!written) {
        // Brackets with comments between the lines are the one thing that may be too much.
        assert.match(text, /[[{][\s\S]*\n *#|\n *#[\s\S]*[[{]/);
        return;
      }
      assert.equal(overlap(written), false);
      const edited = applyEdits(text, written);
      assert.deepEqual(load(edited), applyToMeaning(root.node, edits), edited);
      const after = rootOf(edited).comments.filter((comment) => comment.text !== besideComment);
      assert.ok(after.length >= commentLines(root), edited);
    }),
    { numRuns: 400 },
  );
});

test('in a long document the edits mean the same, though only what stands around them is looked at', () => {
  let excerpts = 0;
  fc.assert(
    fc.property(
      fc.array(plainDocuments({ depth: 3 }), { minLength: 2, maxLength: 6 }),
      fc.integer({ min: -1, max: 3 }),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      fc.nat(),
      (documents, flowLevel, indent, isMapping, seed) => {
        const many = Array.from({ length: 400 }, (_, index) => documents[index % documents.length] as Plain);
        const enough = many.slice(0, Math.ceil(12_000 / (JSON.stringify(documents).length / documents.length)));
        const whole = isMapping ? { a: enough, ...Object.fromEntries(enough.map((one, index) => [`k${index}`, one])) } : enough;
        const text = dump(whole, { flowLevel, indent, lineWidth: -1, noRefs: true });
        // The list itself has no items then.
        const [placed] = yamlFormat.parse(text);
        const root = { ...(placed?.root ?? rootOf(text)), items: undefined };
        const edits = pickEdits(root.node, seed);
        const excerpt = excerptOf(root, edits);
        if (excerpt) {
          excerpts++;
          assert.ok(excerpt.root.text.length < text.length);
          assert.deepEqual(load(excerpt.root.text), meaning(excerpt.root.node), 'what is left out leaves a sound text');
        }
        const written = yamlFormat.render(root, edits);
        assert.ok(written, 'can be written');
        assert.deepEqual(load(applyEdits(text, written)), applyToMeaning(root.node, edits));
      },
    ),
    { numRuns: 60 },
  );
  assert.ok(excerpts > 20, `${excerpts} excerpts`);
});

test('each edit of a long list comes to its place', () => {
  for (const flowLevel of [-1, 0, 1, 2]) {
    const items = Array.from({ length: 600 }, (_, index) => ({ name: `item ${index}`, list: [index, index + 1] }));
    const text = dump({ items, etag: 'x' }, { flowLevel, lineWidth: -1 });
    const root = rootOf(text);
    const list = root.node.kind === 'mapping' ? root.node.entries[0]?.value : undefined;
    assert.ok(list?.kind === 'sequence');
    const edits: readonly TreeEdit[] = [
      { kind: 'insert', into: list, at: 100, values: [{ name: 'new' }] },
      { kind: 'remove', from: list, item: list.items[300] ?? list },
      { kind: 'insert', into: list, at: 600, values: ['last', copyOf(list.items[500] ?? list)] },
    ];
    assert.ok(excerptOf(root, edits));
    const written = yamlFormat.render(root, edits);
    assert.ok(written);
    assert.deepEqual(load(applyEdits(text, written)), applyToMeaning(root.node, edits));
  }
});

test('what only takes away is written as if the whole document had been looked at, letter for letter', () => {
  let excerpts = 0;
  fc.assert(
    fc.property(
      fc.array(writtenDocuments(), { minLength: 2, maxLength: 4 }),
      fc.boolean(),
      fc.nat(),
      (documents, isInMapping, seed) => {
        const text = joined(documents, isInMapping);
        if (!isReadable(text)) return;
        const root = rootOf(text);
        // What looks like an anchor keeps all of a document together.
        const whole = rootOf(`${anchored}${text}`);
        const [edits, same] = [root, whole].map(({ node }) => pickEdits(node, seed, { kinds: ['remove'], most: 3 })) as [
          readonly TreeEdit[],
          readonly TreeEdit[],
        ];
        if (excerptOf(root, edits)) excerpts++;
        assert.equal(excerptOf(whole, same), undefined);
        const written = yamlFormat.render(root, edits);
        const expected = yamlFormat.render(whole, same);
        assert.equal(written && applyEdits(text, written), expected && applyEdits(whole.text, expected).slice(anchored.length));
      },
    ),
    { numRuns: 150 },
  );
  assert.ok(excerpts > 20, `${excerpts} excerpts`);
});

const anchored = '# &one\n\n';

/** One list, or one mapping, of documents in block style, each of which may be there many times. */
function joined(documents: readonly string[], isInMapping: boolean): string {
  const items = documents.map((document) => document.replace(/^---\n|\.\.\.\n$/gm, '').replace(/\r/g, ''));
  const many = Array.from({ length: 12 }, (_, index) => items[index % items.length] as string);
  return many
    .map((item, index) => `${isInMapping ? `k${index}:` : '-'}\n${item.trimEnd().replace(/^(?=.)/gm, '    ')}\n`)
    .join('');
}

function isReadable(text: string): boolean {
  try {
    load(text);
    return rootsOf(text) === 1;
  } catch {
    return false;
  }
}

function rootsOf(text: string): number {
  return yamlFormat.parse(text).length;
}

test('broken text is edited rightly or not at all', () => {
  fc.assert(
    fc.property(
      writtenDocuments(),
      fc.nat(),
      fc.nat(),
      fc.constantFrom('', '"', '[', '{', '- ', '\n', ': ', '&a ', '*a', '\t', '#'),
      (text, at, seed, typed) => {
        const offset = at % (text.length + 1);
        for (const { root } of yamlFormat.parse(text.slice(0, offset) + typed + text.slice(offset + (typed === '' ? 1 : 0)))) {
          const edits = pickEdits(root.node, seed, { copies: false });
          const written = yamlFormat.render(root, edits);
          if (!written) continue;
          const after = yamlFormat.parse(applyEdits(root.text, written)).map((placed) => placed.root);
          assert.equal(after.length, 1);
          if (!root.broken && isPlain(root.node))
            assert.deepEqual(
              after.map(({ node }) => meaning(node)),
              [applyToMeaning(root.node, edits)],
            );
        }
      },
    ),
    { numRuns: 300 },
  );
});

function isPlain(node: SyntaxNode): boolean {
  if (node.kind === 'mapping') return node.entries.every(({ value }) => isPlain(value));
  return node.kind === 'sequence' ? node.items.every(isPlain) : node.kind === 'scalar';
}

/** The number of comments on lines of their own. */
function commentLines({ text, comments }: Root): number {
  return comments.filter(({ range }) => /(^|\n) *$/.test(text.slice(0, range.start))).length;
}
