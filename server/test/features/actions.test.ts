import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, CodeActionOptions, SettingsFile } from '../../src/features/actions/codeAction';
import { fixAllAction } from '../../src/features/actions/fixAll';
import { codeActions } from '../../src/features/actions/quickFixes';
import type { Fix, Rule } from '../../src/rules/rule';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { applyEdits } from '../../src/text/edit';
import { emptyWorkspace } from '../../src/workspace/index/workspace';
import { fileOf, folder, lint, linterOf, now, ruleOf, say, wantsCapitals } from '../lint/shouting';

await prepareTerraform();

/** What is offered with the cursor before `at`. */
function offered(
  name: string,
  text: string,
  at: string,
  rules: readonly Rule[],
  options: Partial<CodeActionOptions> = {},
): readonly CodeAction[] {
  const offset = text.indexOf(at);
  return codeActions(fileOf(name, text), lint(name, text, rules), { start: offset, end: offset }, { locale: 'en', ...options });
}

function titled(actions: readonly CodeAction[], title: RegExp): CodeAction {
  return (
    actions.find((action) => title.test(action.title)) ??
    assert.fail(`${title} is not among ${actions.map((action) => action.title).join(', ')}`)
  );
}

/** A rule with one fix for each class of fix, and one that isn't safe. */
const manyFixes = ruleOf('test/many', (saying, { report }) => {
  const { entry } = saying;
  const edits = [{ kind: 'replace', node: entry.value, by: 'new' }] as const;
  const fixes: Fix<'repair' | 'unsafe'>[] = [
    { title: 'repair', arguments: { words: 'narrows' }, edits, fixClass: 'narrows' },
    { title: 'repair', arguments: { words: 'same' }, edits },
    { title: 'repair', arguments: { words: 'same too' }, edits },
    { title: 'repair', arguments: { words: 'named' }, edits, fixClass: 'placeholder', preferred: true },
    { title: 'repair', arguments: { words: 'never' }, disabled: 'unsafe' },
    { title: 'repair', arguments: { words: 'nowhere' }, edits: [] },
  ];
  report(entry.value, 'found', { fixes: () => fixes });
});

test('only what touches the range is offered: repairs, then hiding, then the documentation', () => {
  const text = '{ "say": "hi" }';
  assert.deepEqual(offered('a.json', text, '{', [wantsCapitals]), []);
  const actions = offered('a.json', text, '"hi"', [wantsCapitals], {
    settingsFile: { uri: `${folder}/.leastwise.json`, text: undefined },
  });
  assert.deepEqual(
    actions.map(({ title }) => title),
    ['Repair hi', 'Suppress test/lower-case in .leastwise.json', 'Open the documentation of test/lower-case'],
  );
  assert.deepEqual(actions.at(-1)?.command?.arguments, ['test/lower-case']);
  assert.equal(applyEdits(text, actions[0]?.edits ?? []), '{ "say": "HI" }');
});

test('what keeps the meaning is preferred, one of each finding; what isn’t safe says why', () => {
  const actions = offered('a.json', '{ "say": "hi" }', '"hi"', [manyFixes]).slice(0, 6);
  assert.deepEqual(
    actions.map(({ title, preferred, disabledReason }) => [title, preferred, disabledReason]),
    [
      ['Repair narrows', false, undefined],
      ['Repair same', true, undefined],
      ['Repair same too', false, undefined],
      ['Repair named', false, undefined],
      ['Repair never', false, 'Not safe for never.'],
      ['Repair nowhere', false, 'No safe edit can be written here.'],
    ],
  );
  const named = ruleOf('test/named', ({ entry }, { report }) =>
    report(entry.value, 'found', {
      fixes: () => [
        { title: 'repair', edits: [{ kind: 'replace', node: entry.value, by: 'x' }], fixClass: 'placeholder', preferred: true },
      ],
    }),
  );
  assert.equal(offered('a.json', '{ "say": "hi" }', '"hi"', [named])[0]?.preferred, true);
});

test('hiding and documentation are offered once for each rule', () => {
  const twice = ruleOf('test/twice', (saying, context) => {
    say()(saying, context);
    context.report(saying.entry.value, 'unsafe');
  });
  assert.equal(offered('a.yaml', 'say: hi\n', 'hi', [twice, wantsCapitals]).length, 1 + 2 + 2);
});

test('Suppress… writes a comment that hides the finding, in the place and style of the line', () => {
  const rule = ruleOf('test/said');
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['a.yaml', 'a:\r\n  - say: hi\r\n', 'hi', 'a:\r\n  # leastwise: ignore[test/said]\r\n  - say: hi\r\n'],
    ['a.yaml', 'x: 1\n---\nsay: hi\n', 'hi', 'x: 1\n---\n# leastwise: ignore[test/said]\nsay: hi\n'],
    ['a.jsonc', '{\n\t"say": "hi"\n}', '"hi"', '{\n\t// leastwise: ignore[test/said]\n\t"say": "hi"\n}'],
    ['main.tf', 'locals {\n  say = "hi"\n}\n', '"hi"', 'locals {\n  # leastwise: ignore[test/said]\n  say = "hi"\n}\n'],
    [
      'main.tf',
      'resource "x" "y" {\n  policy = <<-EOT\n    { "say": "hi" }\n  EOT\n}\n',
      '"hi"',
      'resource "x" "y" {\n  # leastwise: ignore[test/said]\n  policy = <<-EOT\n    { "say": "hi" }\n  EOT\n}\n',
    ],
    ['a.yaml', 'say: "h\n  i"\n', '"h', '# leastwise: ignore[test/said]\nsay: "h\n  i"\n'],
  ];
  for (const [name, text, at, expected] of cases) {
    const action = titled(offered(name, text, at, [rule]), /^Suppress/);
    const after = applyEdits(text, action.edits ?? []);
    assert.equal(after, expected);
    assert.deepEqual(lint(name, after, [rule]), []);
  }
});

test('where a comment would become part of a string, Suppress… says that it can’t be written', () => {
  const action = titled(offered('a.yaml', 'a: ["x\n  y", { say: hi }]\n', 'hi', [ruleOf('test/said')]), /^Suppress/);
  assert.equal(action.disabledReason, 'No safe edit can be written here.');
});

test('for plain JSON Suppress… adds an entry to .leastwise.json that hides this finding and no other', () => {
  const rule = ruleOf('test/said');
  const text = '{ "a": [{ "say": "one" }, { "say": "two" }] }';
  const states: readonly (string | undefined)[] = [
    undefined,
    '',
    '{}',
    '{\n    "exclude": ["x"], // why\n}\n',
    '{ "ignore": [{ "rule": "test/b", "path": "b.json", "at": "" }] }',
  ];
  for (const before of states) {
    const settingsFile: SettingsFile = { uri: `${folder}/.leastwise.json`, text: before };
    const { otherFile } = titled(offered('sub/a.json', text, '"two"', [rule], { settingsFile }), /^Suppress/);
    assert.ok(otherFile && otherFile.uri === settingsFile.uri);
    const after = 'newText' in otherFile ? otherFile.newText : applyEdits(before ?? '', otherFile.edits);
    const value = JSON.parse(after.replace(/\/\/.*/, '').replace(/,\s*\}/g, '}'));
    const findings = lint('sub/a.json', text, [rule], { file: { uri: settingsFile.uri, value } });
    assert.deepEqual(
      findings.map(({ arguments: args }) => args.words),
      ['one'],
      after,
    );
  }
});

test('a broken settings file, or one that is not above the file, is left alone', () => {
  const actions = (settingsFile: SettingsFile) =>
    offered('a.json', '{ "say": "hi" }', '"hi"', [ruleOf('test/said')], { settingsFile });
  const broken = titled(actions({ uri: `${folder}/.leastwise.json`, text: '{ "ignore": ' }), /^Suppress/);
  assert.match(broken.disabledReason ?? '', /syntax error/);
  for (const text of ['{ "ignore": {} }', '[]', 'null']) {
    const other = titled(actions({ uri: `${folder}/.leastwise.json`, text }), /^Suppress/);
    assert.match(other.disabledReason ?? '', /something else than settings/);
  }
  assert.deepEqual(
    actions({ uri: 'file:///elsewhere/.leastwise.json', text: '{}' }).map(({ title }) => title),
    ['Open the documentation of test/said'],
  );
});

test('everything is said in Korean too', () => {
  const titles = offered('a.yaml', 'say: hi\n', 'hi', [ruleOf('test/said')], { locale: 'ko' }).map(({ title }) => title);
  assert.deepEqual(titles, ['주석으로 test/said 규칙 숨기기', 'test/said 규칙 문서 열기']);
});

test('fix all is one action with the edits of all rounds, or none', () => {
  const linter = linterOf([wantsCapitals]);
  const action = (text: string) =>
    fixAllAction(fileOf('a.json', text), (file) => linter.lint(file, emptyWorkspace, now), { locale: 'en' });
  const text = '[{ "say": "a" }, { "say": "b" }]';
  const { kind, edits } = action(text) ?? assert.fail();
  assert.equal(kind, 'source.fixAll.leastwise');
  assert.equal(edits.length, 2);
  assert.equal(applyEdits(text, edits), '[{ "say": "A" }, { "say": "B" }]');
  assert.equal(action('[{ "say": "A" }]'), undefined);
});
