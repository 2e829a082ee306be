import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PlacedRoot, Root } from '../../src/syntax/format';
import { parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { entryOf, type SyntaxNode } from '../../src/syntax/tree';

const lists = {
  json: '[\n  // 첫째\n  {"name": "one", "bindings": [{"role": "roles/a", "members": ["user:kim@example.org"]}]},\n  {\n    "name": "둘",\n    "n": [1, {}]\n  },\n  "three", 4\n]\n',
  yaml: '# 목록\n- name: one\n  bindings:\n  - role: roles/a\n    members: [user:kim@example.org]\n# between\n- name: "둘"\n  text: |\n    - no item\n  n: 1\n- three\n- # empty\n- - nested\n',
} as const;

/** One long list that isn't the text itself. */
const policies = {
  json: '{\n  "version": 3, // 셋\n  "bindings": [\n    {"role": "roles/a", "members": ["user:kim@example.org", "user:lee@example.org"]},\n    {\n      "role": "roles/b",\n      "members": [] /* none */\n    },\n    {"role": "둘"}\n  ],\n  "etag": "x"\n}\n',
  yaml: 'version: 3\nbindings: # 목록\n  - role: roles/a\n    members: [user:kim@example.org]\n  # between\n  - role: "둘"\n    text: |\n      - no item\n    members:\n    - a: 1\n    - b\n  - three\n  -\n    late: 1\netag: x\nmore:\n- 1\n- 2\n',
} as const;

const fragments = [
  '"',
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '- ',
  '\n',
  '\r\n',
  '  ',
  '#',
  '//',
  '/*',
  '*/',
  '&a ',
  '*a',
  '|',
  'x',
  '0',
  '---\n',
  '한',
  '\ud83d',
];

describe('a text that is one list', () => {
  for (const format of ['json', 'yaml'] as const) {
    it(`has its items as roots in ${format}, each at its text`, () => {
      const { root, offset } = only(parse(format, lists[format]));
      assert.ok(root.items && root.node.kind === 'sequence');
      assert.equal(root.items.length, root.node.items.length);
      for (const [index, item] of root.items.entries()) {
        const start = offset + item.offset;
        assert.equal(lists[format].slice(start, start + item.root.text.length), item.root.text);
        const alone = item.root.item ?? assert.fail();
        const within: SyntaxNode = root.node.items[index] ?? assert.fail();
        assert.equal(textOf(item.root, alone.range), textOf(root, within.range));
      }
    });

    it(`keeps every item but the one that is edited in ${format}, also while it is broken`, () => {
      const first = parse(format, lists[format]);
      const at = lists[format].indexOf('둘');
      for (const typed of ['viewer', format === 'json' ? '" ' : '": "']) {
        const text = lists[format].slice(0, at) + typed + lists[format].slice(at);
        const before = only(first).root.items ?? assert.fail();
        const after = only(parse(format, text, first)).root.items ?? assert.fail();
        assert.deepEqual(
          after.map(({ root }, index) => root === before[index]?.root),
          after.map((_, index) => index !== 1),
        );
      }
    });
  }

  for (const [format, written] of [...Object.entries(lists), ...Object.entries(policies)] as ['json' | 'yaml', string][]) {
    it(`is the same in ${format} whether it was read at once or edit by edit: ${written.slice(0, 12).trim()} …`, () => {
      const edit = fc.record({ at: fc.nat(), remove: fc.integer({ min: 0, max: 4 }), insert: fc.constantFrom('', ...fragments) });
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
          let text = written;
          let file = parse(format, text);
          for (const { at, remove, insert } of edits) {
            const start = at % (text.length + 1);
            text = text.slice(0, start) + insert + text.slice(start + remove);
            file = parse(format, text, file);
            assert.deepEqual(file.roots.map(plain), parse(format, text).roots.map(plain));
          }
        }),
        { numRuns: 300 },
      );
    });
  }

  it('reads nothing before the edited item again, where the list is a part of the text', () => {
    for (const format of ['json', 'yaml'] as const) {
      const written = policies[format];
      const first = parse(format, written);
      const at = written.indexOf('둘') + (format === 'json' ? -40 : 0);
      const after = parse(format, `${written.slice(0, at)} ${written.slice(at)}`, first);
      const [before, now] = [first, after].map((file) => itemsOf(only(file).root.node));
      assert.ok(before && now && before.length === now.length);
      assert.equal(before[0], now[0]);
      assert.notEqual(before[1], now[1]);
    }
  });

  it('takes known items along when one comes or goes', () => {
    const first = parse('yaml', lists.yaml);
    const known = new Set(only(first).root.items?.map(({ root }) => root));
    const more = only(parse('yaml', lists.yaml.replace('- three', '- another\n- three'), first)).root.items ?? assert.fail();
    assert.equal(more.filter(({ root }) => !known.has(root)).length, 1);
  });

  it('has its items again when an error that tore it is mended', () => {
    for (const format of ['json', 'yaml'] as const) {
      const first = parse(format, lists[format]);
      const at = format === 'json' ? lists.json.indexOf(',\n  {') : lists.yaml.indexOf('- name: "둘"') + 1;
      const torn = parse(format, lists[format].slice(0, at) + lists[format].slice(at + 1), first);
      assert.equal(only(torn).root.items, undefined);
      const mended = only(parse(format, lists[format], torn)).root.items ?? assert.fail();
      const known = new Set(only(first).root.items?.map(({ root }) => root));
      assert.ok(mended.every(({ root }) => known.has(root)));
    }
  });

  it('is read as one where YAML items may lean on each other', () => {
    for (const text of ['- &a x\n- *a\n', '%TAG ! tag:example.org,2026:\n---\n- !a x\n- y\n', '[a, b]\n', '- only one\n'])
      assert.equal(only(parse('yaml', text)).root.items, undefined, text);
  });
});

function parse(format: 'json' | 'yaml', text: string, previous?: SourceFile): SourceFile {
  return parseSourceFile(`file:///w/list.${format}`, text, format, previous);
}

function only({ roots }: SourceFile): PlacedRoot {
  assert.equal(roots.length, 1);
  return roots[0] ?? assert.fail();
}

function textOf({ text }: Root, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end);
}

/** What two readings of one text must agree in. */
function plain({ root, offset }: PlacedRoot): unknown {
  const { text, node, broken, unread, comments, items } = root;
  return { offset, text, node, broken, unread, comments, items: items?.map(plain) };
}

function itemsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const list = node.kind === 'mapping' ? entryOf(node, 'bindings')?.value : undefined;
  return list?.kind === 'sequence' ? list.items : assert.fail();
}
