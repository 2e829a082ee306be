import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suppress } from '../../src/lint/suppression/suppress';
import { rules as allRules } from '../../src/rules/index.generated';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { emptyWorkspace } from '../../src/workspace/index/workspace';
import { fileOf, folder, lint, linterOf, marked, now, ruleOf, sayings } from './shouting';

await prepareTerraform();

const rule = ruleOf('test/said', undefined, { renamedFrom: ['test/spoken'] });
const shown = (name: string, text: string, settings?: unknown): readonly string[] =>
  marked(
    text,
    lint(name, text, [rule], {
      file: settings === undefined ? undefined : { uri: `${folder}/.leastwise.json`, value: settings },
    }),
  );

test('a comment hides what stands on its line, or on the line below when it stands alone', () => {
  const yaml = (comment: string) => `a:\n  say: one ${comment}\nb:\n  say: two\n`;
  assert.deepEqual(shown('a.yaml', yaml('')), ['one', 'two']);
  assert.deepEqual(shown('a.yaml', yaml('# leastwise: ignore[test/said] known')), ['two']);
  assert.deepEqual(shown('a.yaml', 'a:\n  # leastwise: ignore[test/said] known\n  say: one\nb:\n  say: two\n'), ['two']);
  assert.deepEqual(shown('a.yaml', '# leastwise: ignore[test/said] known\n\nsay: one\n'), ['one']);
  assert.deepEqual(shown('a.yaml', 'x: 1 # leastwise: ignore[test/said] known\nsay: one\n'), ['one']);
});

test('several comments may stand on each other', () => {
  const other = ruleOf('test/other');
  const text = '# leastwise: ignore[test/said] one reason\n# leastwise: ignore[test/other] another\nsay: one\n';
  assert.deepEqual(lint('a.yaml', text, [rule, other]), []);
});

test('ids may be several, areas and earlier names; others hide nothing', () => {
  const named = (ids: string) => shown('a.yaml', `say: one # leastwise: ignore[${ids}] known\n`).length;
  assert.equal(named('test/said'), 0);
  assert.equal(named('test/a, test/said'), 0);
  assert.equal(named('test/*'), 0);
  assert.equal(named('test/spoken'), 0);
  assert.equal(named('tes/*'), 1);
  assert.equal(named('test/sai'), 1);
  assert.equal(named('*'), 1);
  assert.equal(named(''), 1);
});

test('the named day is the last one on which it hides, in UTC', () => {
  const until = (words: string, at: string) => {
    const text = `say: one # leastwise: ignore[test/said] ${words}\n`;
    return linterOf([rule]).lint(fileOf('a.yaml', text), emptyWorkspace, new Date(at)).length;
  };
  assert.equal(until('known until 2026-06-15', '2026-06-15T23:59:59.999Z'), 0);
  assert.equal(until('known until 2026-06-15', '2026-06-16T00:00:00Z'), 1);
  assert.equal(until('until 2026-06-15', '2026-06-16T00:00:00Z'), 1);
  assert.equal(until('until 2026-06-15', '2026-06-15T00:00:00Z'), 0);
  assert.equal(until('known until 2026-02-31', '2026-01-01T00:00:00Z'), 1);
  assert.equal(until('until the audit', '2036-01-01T00:00:00Z'), 0);
});

test('Terraform: both kinds of comment, above an attribute and above the header of a block', () => {
  const header = ruleOf('test/header', (saying, { report }) => report(saying.node.header?.range ?? saying.node, 'found'));
  for (const mark of ['#', '//']) {
    assert.deepEqual(shown('main.tf', `locals {\n  ${mark} leastwise: ignore[test/said] known\n  say = "one"\n}\n`), []);
    const text = `locals {\n  x = 1\n}\n\n${mark} leastwise: ignore[test/*] known\nlocals {\n  say = "one"\n}\n`;
    assert.deepEqual(shown('main.tf', text), ['"one"']);
    assert.deepEqual(lint('main.tf', text, [header]), []);
  }
  assert.deepEqual(shown('main.tf', 'locals {\n  /* leastwise: ignore[test/said]\n     known */\n  say = "one"\n}\n'), []);
});

test('for what is inside of a heredoc, a string or a call, the comment stands above the attribute that holds it', () => {
  const holders = [
    'policy = <<EOT\n{\n  "say": "one"\n}\nEOT',
    'policy = "{\\"say\\": \\"one\\"}"',
    'policy = jsonencode({\n    say = "one"\n  })',
  ];
  for (const holder of holders) {
    const comment = '# leastwise: ignore[test/said] known';
    assert.equal(shown('main.tf', `resource "x" "y" {\n  ${holder}\n}\n`).length, 1, holder);
    assert.equal(shown('main.tf', `resource "x" "y" {\n  ${comment}\n  ${holder}\n}\n`).length, 0, holder);
    assert.equal(shown('main.tf', `${comment}\nresource "x" "y" {\n  ${holder}\n}\n`).length, 1, holder);
  }
});

test('above an attribute or a list of plain values, the comment speaks of all its lines, and is not unused', () => {
  const hides = 'leastwise: ignore[allow-policy/public-access] agreed';
  const rules = allRules.filter(({ id }) => id === 'allow-policy/public-access' || id === 'suppression/unused');
  const covered: readonly (readonly [string, string])[] = [
    [
      'main.tf',
      `resource "google_project_iam_binding" "b" {\n  role = "roles/browser"\n  # ${hides}\n  members = [\n    "user:kim@example.com",\n    "allUsers",\n  ]\n}\n`,
    ],
    [
      'main.tf',
      `resource "google_project_iam_binding" "b" {\n  role = "roles/browser"\n  members = [ # ${hides}\n    "allUsers",\n  ]\n}\n`,
    ],
    [
      'main.tf',
      `data "google_iam_policy" "b" {\n  binding {\n    role = "roles/browser"\n    /* ${hides} */\n    members = concat(\n      ["allUsers"],\n      var.x,\n    )\n  }\n}\n`,
    ],
    [
      'main.tf',
      `resource "google_project_iam_policy" "b" {\n  # ${hides}\n  policy_data = jsonencode({\n    bindings = [{\n      role = "roles/browser"\n      members = [\n        "allUsers",\n      ]\n    }]\n  })\n}\n`,
    ],
    ['a.yaml', `bindings:\n- role: roles/browser\n  # ${hides}\n  members:\n  - user:kim@example.com\n  - allUsers\n`],
    ['a.jsonc', `{"bindings": [{"role": "roles/browser",\n// ${hides}\n"members": [\n"user:kim@example.com",\n"allUsers"]}]}`],
  ];
  for (const [name, text] of covered) {
    assert.deepEqual(lint(name, text, rules), [], text);
    assert.equal(lint(name, text.replace(hides, ''), rules).length, 1, text);
  }
  const notCovered: readonly (readonly [string, string])[] = [
    ['a.yaml', `# ${hides}\nbindings:\n- role: roles/browser\n  members:\n  - allUsers\n`],
    ['a.yaml', `bindings:\n- role: roles/browser\n  members:\n  # ${hides}\n  - user:kim@example.com\n  - allUsers\n`],
    [
      'main.tf',
      `data "google_iam_policy" "b" {\n  # ${hides}\n  binding {\n    role = "roles/browser"\n    members = [\n      "allUsers",\n    ]\n  }\n}\n`,
    ],
  ];
  for (const [name, text] of notCovered)
    assert.ok(
      lint(name, text, rules).some((finding) => finding.rule.id === 'allow-policy/public-access'),
      text,
    );
});

test('YAML: above a value of several lines, wherever in it the finding stands', () => {
  const second = ruleOf('test/said', (saying, { report }) => {
    const { end } = saying.entry.value.range;
    report({ start: end - 3, end }, 'found');
  });
  const text = 'x: 1\n# leastwise: ignore[test/said] known\nsay: "one\n  two"\n';
  assert.deepEqual(lint('a.yaml', text, [second]), []);
  assert.equal(lint('a.yaml', text.replace('said', 'else'), [second]).length, 1);
});

test('JSON with comments', () => {
  assert.deepEqual(shown('a.jsonc', '{\n  // leastwise: ignore[test/said] known\n  "say": "one"\n}'), []);
  assert.deepEqual(shown('a.jsonc', '{\n  "say": "one" // leastwise: ignore[test/said] known\n}'), []);
});

test('plain JSON: by place and value in .leastwise.json', () => {
  const text = '{ "a/b": [{ "say": "one" }, { "say": "two" }] }';
  const entry = { rule: 'test/said', path: 'policies/a.json', at: '/a~1b/0/say', value: 'one', reason: 'known' };
  const left = (changes: object) => shown('policies/a.json', text, { ignore: [{ ...entry, ...changes }] });
  assert.deepEqual(left({}), ['"two"']);
  assert.deepEqual(left({ rule: 'test/*' }), ['"two"']);
  assert.deepEqual(left({ path: './policies/a.json' }), ['"two"']);
  assert.deepEqual(left({ at: '/a~1b/1/say' }), ['"one"', '"two"']);
  assert.deepEqual(left({ value: 'other' }), ['"one"', '"two"']);
  assert.deepEqual(left({ path: 'a.json' }), ['"one"', '"two"']);
  assert.deepEqual(left({ until: '2026-06-14' }), ['"one"', '"two"']);
  assert.deepEqual(left({ until: '2026-06-15' }), ['"two"']);
  assert.deepEqual(left({ value: undefined }), ['"two"']);
});

test('a list or an object is told by the beginning of its JSON or written out', () => {
  const whole = ruleOf('test/said', (saying, { report }) => report(saying.node, 'found'));
  const text = '{ "a": { "say": "one", "more": [1, true, null] } }';
  const entry = { rule: 'test/said', path: 'a.json', at: '/a', reason: '' };
  const left = (value: unknown) =>
    lint('a.json', text, [whole], { file: { uri: `${folder}/.leastwise.json`, value: { ignore: [{ ...entry, value }] } } })
      .length;
  assert.equal(left({ say: 'one', more: [1, true, null] }), 0);
  assert.equal(left('{"say":"one","more":[1,true,null]}'), 0);
  assert.equal(left({ say: 'one', more: [] }), 1);
});

test('a Terraform address names all that is found in the resource', () => {
  const text = 'resource "google_project_iam_member" "app" {\n  say = "one"\n}\n';
  const addressed = ruleOf('test/said', (saying, { report }) => report(saying.entry.value, 'found'), {
    kind: {
      id: 'test.addressed',
      read: (root, surroundings) => {
        const place = { uri: surroundings.uri, outer: root, root, toOuter: (range: { start: number; end: number }) => range };
        const resource = { address: 'google_project_iam_member.app' } as never;
        return sayings.read?.(root, surroundings).map((policy) => ({ ...policy, place: { ...place, resource } })) as never;
      },
    },
  });
  const left = (at: string) =>
    lint('main.tf', text, [addressed], {
      file: { uri: `${folder}/.leastwise.json`, value: { ignore: [{ rule: 'test/said', path: 'main.tf', at }] } },
    });
  assert.equal(left('google_project_iam_member.app').length, 0);
  assert.equal(left('google_project_iam_member.other').length, 1);
});

test('it is known what each suppression was good for', () => {
  const text = 'say: one # leastwise: ignore[test/said] known until 2026-01-01\n# leastwise: ignore[test/said]\nx: 1\n';
  const file = fileOf('a.yaml', text);
  const findings = lint('a.yaml', text, [rule]);
  const { shown: left, uses } = suppress(file, findings, [], now);
  assert.equal(left.length, 1);
  assert.deepEqual(
    uses.map(({ by, expired, findings: hidden }) => [by.reason, expired, hidden.length]),
    [
      ['known', true, 1],
      ['', false, 0],
    ],
  );
});
