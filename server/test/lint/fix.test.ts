import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ownPlace } from '../../src/kinds/reading/roots';
import { fixAll, meetsSyntaxError, renderFix } from '../../src/lint/fixes/fix';
import type { PlacedFinding } from '../../src/lint/lint';
import { editsInOuter } from '../../src/lint/places/embedding';
import { rules } from '../../src/rules/index.generated';
import { defineRule, type Rule } from '../../src/rules/rule';
import type { SourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { expression } from '../../src/syntax/treeEdit';
import { composeEdits } from '../../src/text/composeEdits';
import { applyEdits, overlap, type TextEdit } from '../../src/text/edit';
import { emptyWorkspace } from '../../src/workspace/index/workspace';
import { fileOf, lint, linterOf, now, ruleOf, say, wantsCapitals } from './shouting';

await prepareTerraform();

function firstFixOf(name: string, text: string, rule: Rule = wantsCapitals): string | undefined {
  const [finding] = lint(name, text, [rule]);
  const [fix] = finding?.fixes() ?? [];
  assert.ok(finding && fix);
  const edits = renderFix(text, finding, fix);
  return edits && applyEdits(text, edits);
}

function everyFix(name: string, text: string, rules: readonly Rule[] = [wantsCapitals]) {
  const linter = linterOf(rules);
  return fixAll(fileOf(name, text), (file) => linter.lint(file, emptyWorkspace, now));
}

test('a fix is written in the file’s own style, wherever the policy stands', () => {
  assert.equal(firstFixOf('a.json', '{ "x": 1, "say": "hi" }'), '{ "x": 1, "say": "HI" }');
  assert.equal(firstFixOf('a.yaml', "x: 1\n---\n# 한국어 🔑\nsay: 'hi' # why\n"), "x: 1\n---\n# 한국어 🔑\nsay: 'HI' # why\n");
  assert.equal(
    firstFixOf('main.tf', '# first\nlocals {}\n\nlocals {\n  say = "hi"\n}\n'),
    '# first\nlocals {}\n\nlocals {\n  say = "HI"\n}\n',
  );
});

test('through a heredoc and a quoted string, with their indentation and escapes', () => {
  const heredoc = 'resource "x" "y" {\n  policy = <<-EOT\n    { "say": "hi" }\n  EOT\n}\n';
  assert.equal(firstFixOf('main.tf', heredoc), heredoc.replace('hi', 'HI'));
  const quoted = 'resource "x" "y" {\n  policy = "{ \\"say\\": \\"hi\\" }"\n}\n';
  assert.equal(firstFixOf('main.tf', quoted), quoted.replace('hi', 'HI'));
  const call = 'resource "x" "y" {\n  policy = jsonencode({\n    say = "hi"\n  })\n}\n';
  assert.equal(firstFixOf('main.tf', call), call.replace('hi', 'HI'));
});

test('keys of new values are spelled as where the policy stands', () => {
  const adds = ruleOf('test/adds', ({ node, entry, words }, { report }) =>
    report(entry.value, 'found', {
      arguments: { words },
      fixes: () => [
        {
          title: 'repair',
          edits: [{ kind: 'set', in: node, key: 'someField', to: [{ innerField: 'valueStays', list: [{ deepField: 1 }] }] }],
        },
      ],
    }),
  );
  assert.equal(
    firstFixOf('a.json', '{"say":"hi"}', adds),
    '{"say":"hi","someField":[{"innerField":"valueStays","list":[{"deepField":1}]}]}',
  );
  const inTerraform = firstFixOf('main.tf', 'locals {\n  say = "hi"\n}\n', adds) ?? '';
  assert.match(inTerraform, /some_field/);
  assert.match(inTerraform, /inner_field\s*= "valueStays"/);
  assert.match(inTerraform, /deep_field/);
  const inHeredoc = firstFixOf('main.tf', 'resource "x" "y" {\n  policy = <<EOT\n{"say":"hi"}\nEOT\n}\n', adds) ?? '';
  assert.match(inHeredoc, /"innerField"/);
});

test('what can’t be written there has no edits', () => {
  const writes = ruleOf('test/expression', ({ entry }, { report }) =>
    report(entry.value, 'found', {
      fixes: () => [{ title: 'repair', edits: [{ kind: 'replace', node: entry.value, by: expression('var.x') }] }],
    }),
  );
  assert.equal(firstFixOf('a.json', '{"say":"hi"}', writes), undefined);
  const empty = ruleOf(
    'test/empty',
    say(() => ({ fixes: () => [{ title: 'repair', edits: [] }] })),
  );
  assert.equal(firstFixOf('a.json', '{"say":"hi"}', empty), undefined);
});

test('nothing is written where a syntax error may have displaced what it is about', () => {
  const refused: readonly (readonly [string, string])[] = [
    ['a.json', '{ "say": "hi", "x": }'],
    ['a.json', '{ "say": "hi" }, "x": 1 }'],
    ['a.jsonc', '[{ "a": { "say": "hi" }, "cond }]'],
    ['a.yaml', 'say: hi\nx: "y\nz: 1\n'],
    ['a.yaml', 'a:\n  say: hi\n  x: [y\nb: 1\n'],
    ['main.tf', 'locals {\n  say = "hi"\n  }\n  x = 1\n}\n'],
    ['main.tf', 'locals {\n  say = "hi"\n  x = "y\n}\n'],
    ['main.tf', 'resource "x" "y" {\n  x = jsonencode({ say = "hi" })\n  y =\n}\n'],
    ['main.tf', 'resource "x" "y" {\n  x = <<-EOT\n    { "say": "hi" }\n  EOT\n  y =\n}\n'],
    ['main.tf.json', '{ "resource": { "x": { "y": { "x": "{\\"say\\": \\"hi\\"}", "y": } } } }'],
  ];
  for (const [name, text] of refused) {
    const [finding] = lint(name, text, [wantsCapitals]);
    const [fix] = finding?.fixes() ?? [];
    assert.ok(finding && fix, `found nothing in ${text}`);
    assert.equal(renderFix(text, finding, fix), undefined, text);
    assert.ok(meetsSyntaxError(finding, fix), text);
    assert.equal(everyFix(name, text).text, text);
  }
  const away: readonly (readonly [string, string])[] = [
    ['a.json', '[{ "say": "hi" }, { "x": }]'],
    ['a.json', '{ "a": { "b": { "say": "hi" } }, "x": }'],
    ['a.yaml', 'a:\n  b:\n    say: hi\nx: "y\n'],
    ['main.tf', 'locals {\n  say = "hi"\n}\n\nlocals {\n  x =\n}\n'],
  ];
  for (const [name, text] of away) assert.equal(firstFixOf(name, text), text.replace('hi', 'HI'));
});

test('a string over several lines changes where it stands, or not at all', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['a.yaml', 'say: |-\n  hi\nx: 1\n', 'say: |-\n  HI\nx: 1\n'],
    ['a.yaml', 'say: |\n  hi\nx: 1\n', 'say: |\n  HI\nx: 1\n'],
    ['a.yaml', 'say: >-\n  hi\n  you\nx: 1\n', 'say: >-\n  HI\n  YOU\nx: 1\n'],
    ['a.yaml', 'say: "h\n  i\\n you"\nx: 1\n', 'say: "H\n  I\\n YOU"\nx: 1\n'],
    ['main.tf', 'locals {\n  say = <<EOT\nhi\nEOT\n}\n', 'locals {\n  say = <<EOT\nHI\nEOT\n}\n'],
    ['main.tf', 'locals {\n  say = <<-EOT\n    1\n    hi\n  EOT\n}\n', 'locals {\n  say = <<-EOT\n    1\n    HI\n  EOT\n}\n'],
  ];
  for (const [name, text, after] of cases) assert.equal(firstFixOf(name, text), after, text);
});

test('what a syntax error runs through has no value to be repaired', () => {
  for (const [name, text] of [
    ['a.yaml', 'say: "hi\nx: 1\n'],
    ['a.yaml', "a:\n- say: 'hi\n- x: 1\n"],
    ['a.yaml', '{ a: 1, say: "hi }\n'],
    ['a.json', '{ "say": "hi }'],
    ['a.json', '{ "say": "h\ti" }'],
    ['main.tf', 'locals {\n  say = "hi\n}\n'],
    ['main.tf', 'locals {\n  say = <<EOT\nhi\n}\n'],
  ] as const) {
    assert.deepEqual(lint(name, text, [wantsCapitals]), [], text);
  }
});

test('a change is written whole or not at all', () => {
  const text = 'x = "{\\"say\\": \\"hi\\"}"\n';
  const { root: outer } = fileOf('main.tf', text).roots[0] ?? assert.fail();
  const [embedded] = outer.embedded;
  assert.ok(embedded);
  const half = { ...embedded, editOuter: (edit: TextEdit) => (edit.newText === 'a' ? embedded.editOuter(edit) : undefined) };
  const place = { ...ownPlace({ ...outer, embedded: [half] }, 'x'), root: embedded.root };
  const edit = (newText: string, at: number) => ({ range: { start: at, end: at + 1 }, newText });
  assert.equal(editsInOuter(place, [edit('a', 2)])?.length, 1);
  assert.equal(editsInOuter(place, [edit('a', 2), edit('b', 3)]), undefined);
});

test('fix all repairs everything that keeps its meaning, and nothing else', () => {
  const text = '[{ "say": "a" }, { "say": "b" }, { "say": "C" }, { "say": "d" }]';
  const { text: after, fixed, remaining, edits } = everyFix('a.json', text);
  assert.equal(after, '[{ "say": "A" }, { "say": "B" }, { "say": "C" }, { "say": "D" }]');
  assert.equal(fixed.length, 3);
  assert.deepEqual(remaining, []);
  assert.equal(applyEdits(text, edits), after);

  for (const fixClass of ['narrows', 'changes', 'placeholder', 'none'] as const) {
    const careful = defineRule({ ...wantsCapitals, fixClass });
    assert.equal(everyFix('a.json', text, [careful]).text, text, fixClass);
  }
  const ownClass = ruleOf('test/own-class', ({ entry, words }, { report }) => {
    if (words !== 'a') return;
    report(entry.value, 'found', {
      fixes: () => [{ title: 'repair', fixClass: 'changes', edits: [{ kind: 'replace', node: entry.value, by: 'b' }] }],
    });
  });
  assert.equal(everyFix('a.json', text, [ownClass]).text, text);
});

test('fix all repairs many faults of one policy, each in the tree as the others have left it', () => {
  const shortens = ruleOf('test/long', ({ node, entry, words }, { report }) => {
    const last = node.entries.at(-1);
    if (node.entries.length < 2 || !last) return;
    for (const extra of node.entries.slice(1)) {
      report(extra.keyRange, 'found', {
        arguments: { words: extra.key },
        fixes: () => [{ title: 'repair', edits: [{ kind: 'remove', from: node, entry: last }] }],
      });
    }
    report(entry.value, 'found', { arguments: { words } });
  });
  const many = Array.from({ length: 40 }, (_, index) => `"k${index}": ${index}`).join(', ');
  const { text, fixed } = everyFix('a.json', `{ "say": "x", ${many} }`, [shortens]);
  assert.deepEqual(JSON.parse(text), { say: 'x' });
  assert.equal(fixed.length, 40);
});

test('two repairs of one policy that are each right do not go together', () => {
  const redundant = ruleOf('test/redundant', ({ node }, { report }) => {
    const doubles = node.entries.filter(({ key }) => key !== 'say');
    if (doubles.length < 2) return;
    for (const entry of doubles) {
      report(entry.keyRange, 'found', {
        arguments: { words: entry.key },
        fixes: () => [{ title: 'repair', edits: [{ kind: 'remove', from: node, entry }] }],
      });
    }
  });
  assert.deepEqual(JSON.parse(everyFix('a.json', '{ "a": 1, "say": "x", "b": 2 }', [redundant]).text), { say: 'x', b: 2 });
});

test('fix all ends where a repair makes room for the next for ever, and where a text comes back', () => {
  const never = (next: (words: string) => string) =>
    ruleOf('test/never', ({ entry, words }, { report }) =>
      report(entry.value, 'found', {
        fixes: () => [{ title: 'repair', edits: [{ kind: 'replace', node: entry.value, by: next(words) }] }],
      }),
    );
  assert.equal(everyFix('a.json', '{"say":"x"}', [never((words) => `${words}!`)]).text, `{"say":"x${'!'.repeat(1000)}"}`);
  const round = everyFix('a.json', '{"say":"x"}', [never((words) => ({ x: 'y', y: 'z', z: 'x' })[words] ?? '')]);
  assert.equal(round.text, '{"say":"x"}');
  assert.equal(round.fixed.length, 3);
});

test('two rules that undo each other come to an end', () => {
  const turn = (from: string, to: string) =>
    ruleOf(`test/${from}`, ({ entry, words }, { report }) => {
      if (words === from)
        report(entry.value, 'found', {
          fixes: () => [{ title: 'repair', edits: [{ kind: 'replace', node: entry.value, by: to }] }],
        });
    });
  assert.match(everyFix('a.json', '{"say":"a"}', [turn('a', 'b'), turn('b', 'a')]).text, /^\{"say":"[ab]"\}$/);
});

test('fix all keeps CRLF and every comment', () => {
  const text = '# one\r\nsay: a # two\r\n---\r\nsay: b\r\n# three\r\n';
  assert.equal(everyFix('a.yaml', text).text, text.replace('say: a', 'say: A').replace('say: b', 'say: B'));
});

test('each round sees the workspace that the file before it makes', () => {
  const seen: string[] = [];
  const linter = linterOf([wantsCapitals]);
  const lintFile = (file: SourceFile): readonly PlacedFinding[] => {
    seen.push(file.text);
    return linter.lint(file, emptyWorkspace, now);
  };
  fixAll(fileOf('a.json', '{"say":"a"}'), lintFile);
  assert.deepEqual(seen, ['{"say":"a"}', '{"say":"A"}']);
});

test('composed edits do what the two sets do one after the other', () => {
  const edits = (text: string): fc.Arbitrary<readonly TextEdit[]> =>
    fc
      .array(fc.tuple(fc.nat(text.length), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 4 })
      .map((all) =>
        all.map(([start, length, newText]) => ({ range: { start, end: Math.min(text.length, start + length) }, newText })),
      )
      .filter((all) => !overlap(all));
  const cases = fc
    .string({ maxLength: 20 })
    .chain((text) => fc.tuple(fc.constant(text), edits(text)))
    .chain(([text, first]) => fc.tuple(fc.constant(text), fc.constant(first), edits(applyEdits(text, first))));
  fc.assert(
    fc.property(cases, ([text, first, second]) => {
      const composed = composeEdits(text, first, second);
      assert.equal(applyEdits(text, composed), applyEdits(applyEdits(text, first), second));
      assert.ok(!overlap(composed));
    }),
    { numRuns: 1000 },
  );
});

test('what one repair takes along or leaves is nothing to the next repair of the same text', () => {
  const binding = (name: string) => `- role: roles/browser\n  members:\n  # ${name} too\n  - user:${name}@example.org\n`;
  const text = `bindings:\n${['first', 'second', 'third'].map(binding).join('')}`;
  const rule = rules.filter(({ id }) => id === 'allow-policy/duplicate-binding');
  const repaired = (findings: readonly PlacedFinding[], at: number) => {
    const finding = findings[at];
    const [fix] = finding?.fixes() ?? [];
    assert.ok(finding && fix);
    const edits = renderFix(text, finding, fix);
    return edits && applyEdits(text, edits);
  };
  const name = 'policy.yaml';
  const fresh = [0, 1].map((at) => repaired(lint(name, text, rule), at));
  const [one, other] = fresh;
  assert.ok(one && other && one !== other);
  const kept = lint(name, text, rule);
  for (const at of [0, 1, 1, 0]) assert.equal(repaired(kept, at), fresh[at], String(at));
  for (const after of fresh)
    for (const remark of ['first', 'second', 'third']) assert.equal(after?.split(`# ${remark} too\n`).length, 2, after);
});
