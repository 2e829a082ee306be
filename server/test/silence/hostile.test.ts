import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeActions } from '../../src/features/actions/quickFixes';
import { fixAll } from '../../src/lint/fixes/fix';
import { formatOf, parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { join } from '../../src/workspace/index/workspace';
import { factsOf, folder, newLinter, view } from '../fuzz/campaigns/view';

await prepareTerraform();

const many = 100_000;
const publicBinding = '{"role": "roles/storage.objectViewer", "members": ["allUsers"]}';
const publicAccess = 'allow-policy/public-access';
const tooLarge = 'file/too-large';
const times = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index));
const policy = (condition: string) =>
  JSON.stringify({ bindings: [{ ...JSON.parse(publicBinding), condition: { title: 'x', expression: condition } }] });

/** Texts that nobody writes, and what is to be found in them all the same. */
const texts: Readonly<Record<string, readonly [text: string, ...found: readonly string[]]>> = {
  'arrays.json': ['['.repeat(many), tooLarge],
  'closed.json': ['['.repeat(many) + ']'.repeat(many), tooLarge],
  'objects.json': ['{"bindings":'.repeat(many), tooLarge],
  'beside.json': [`{"bindings": [${publicBinding}], "x": ${'['.repeat(many)}${']'.repeat(many)}}`, publicAccess, tooLarge],
  'closing.json': [']'.repeat(many)],
  'flow.yaml': ['['.repeat(many), tooLarge],
  'flow-maps.yaml': ['{a: '.repeat(many), tooLarge],
  'dashes.yaml': [`${'- '.repeat(many)}a`, tooLarge],
  'questions.yaml': ['? '.repeat(many), tooLarge],
  'blocks.yaml': [times(1500, (depth) => `${' '.repeat(depth)}a:\n`).join(''), tooLarge],
  'signs.yaml': [['&', '*a ', '!', '%', '|\n', ': ', '}', "'", '\t'].map((sign) => sign.repeat(2000)).join('\n---\n')],
  'lists.tf': [`x = ${'['.repeat(many)}${']'.repeat(many)}`],
  'brackets.tf': [`locals {\n x = ${'('.repeat(many)}1${')'.repeat(many)}\n}\n`],
  'blocks.tf': ['a {\n'.repeat(many)],
  'calls.tf': [`locals {\n x = ${'f('.repeat(many)}\n}\n`],
  'holes.tf': [`locals {\n x = ${'"${'.repeat(many)}\n}\n`],
  'heredoc.tf': [`resource "google_project_iam_policy" "a" {\n  policy_data = <<EOT\n${'['.repeat(many)}\nEOT\n}\n`],
  'round.tf': [
    [
      'locals {\n a = "x${local.b}"\n b = "y${local.a}"\n}',
      'resource "google_project" "own" {\n project_id = "x-${google_project.own.project_id}"\n}',
      'resource "google_project_iam_member" "a" {\n project = google_project.own.project_id\n role = "roles/browser"\n member = "allUsers"\n}\n',
    ].join('\n'),
    publicAccess,
  ],
  'doubling.tf': [
    `locals {\n a0 = "user:a"\n${times(40, (i) => ` a${i + 1} = "\${local.a${i}}\${local.a${i}}"\n`).join('')}}\nresource "google_project_iam_member" "a" {\n role = "roles/browser"\n member = local.a40\n}\n`,
  ],
  'terraform.tf.json': ['{"resource":'.repeat(many), tooLarge],
  'condition.json': [policy(`${'('.repeat(many)}true${')'.repeat(many)}`), publicAccess],
  'not.json': [policy(`${'!'.repeat(many)}true`), publicAccess],
  'and.json': [policy(Array(many).fill('true').join(' && ')), publicAccess],
  'level.yaml': [`name: accessPolicies/1/accessLevels/a\ntitle: a\ncustom: {expr: {expression: "${'('.repeat(many)}"}}\n`],
  'laughs.yaml': [
    ['a0: &a0 [allUsers]', ...times(60, (i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`), 'bindings: *a60'].join('\n'),
  ],
  'aliases.yaml': [`bindings:\n- &b ${publicBinding}\n${'- *b\n'.repeat(3000)}`, publicAccess],
  'merged-round.yaml': [
    `bindings:\n- &a\n  <<: *b\n  role: roles/owner\n- &b\n  <<: *a\n  members: [allUsers]\n- &c\n  <<: *c\n- ${publicBinding}\n`,
    publicAccess,
  ],
  'merged.yaml': [`${times(2000, (i) => `a${i}: &a${i}\n  <<: [${i > 0 ? `*a${i - 1}, *a${i - 1}` : ''}]\n`).join('')}`],
  'itself.yaml': ['&a\nbindings: *a\nmembers: [*a]\n'],
  'twice.yaml': [
    `bindings:\n${'- role: roles/owner\n  role: roles/editor\n  members: [allUsers]\n  members: [a]\n'.repeat(300)}bindings: []\n`,
  ],
  'twice.json': [`{${Array(many).fill('"bindings":[]').join(',')}}`],
  'documents.yaml': [`${'a: 1\n---\n'.repeat(many / 4)}bindings: [${publicBinding}]\n`, publicAccess],
  'separators.yaml': ['---\n'.repeat(many)],
  'line.json': [`{"bindings":[${publicBinding}],"x":"${'y'.repeat(1_000_000)}"}`, publicAccess],
  'comment.yaml': [`# ${'y'.repeat(1_000_000)}\nbindings: [${publicBinding}]`, publicAccess],
  'comment.tf': [`# ${'y'.repeat(1_000_000)}\nlocals {}\n`],
  'nul.json': [`{"bindings":[${publicBinding},{"role":"roles/owner\0"}]}\0`, publicAccess],
  'nul.yaml': [`bindings:\n- ${publicBinding}\n- {role: "\0"}\n\0`],
  'half.json': [`{"bindings":[${publicBinding},{"role":"roles/\ud800","members":["\udc00user:a@b.c"]}]}`, publicAccess],
  'separated.json': [`{"x":"\u2028","bindings":[{"role":"roles/\u2029","members":["allUsers"]},${publicBinding}]}`, publicAccess],
  'separated.yaml': [`bindings:\n- ${publicBinding} # \u2028 allUsers\n- {role: "roles/\u2029"}\n`, publicAccess],
};

for (const [name, [text, ...expected]] of Object.entries(texts)) {
  test(`${name} is read as far as it goes`, () => {
    const file = parseSourceFile(`${folder}/${name}`, text, formatOf(name) ?? 'json');
    const workspace = join([factsOf(file)], true);
    const rules = new Set(
      newLinter()
        .lint(file, workspace, new Date(0))
        .map(({ rule }) => rule.id),
    );
    for (const rule of expected) assert.ok(rules.has(rule), `${rule} is not among ${[...rules].join(', ')}`);
    view(file, newLinter(), workspace, [0, Math.floor(text.length / 2), text.length]);
  });
}

test('a hundred thousand members and keys are read', () => {
  const members = times(many, (index) => `user:u${index}@example.org`);
  const keys = Object.fromEntries(members.map((member) => [member, 1]));
  const text = JSON.stringify({ ...keys, bindings: [{ role: 'roles/viewer', members: [...members, 'allUsers'] }] });
  const file = parseSourceFile(`${folder}/a.json`, text, 'json');
  const found = newLinter().lint(file, join([], true), new Date(0));
  assert.ok(found.some(({ rule }) => rule.id === publicAccess));
});

test('thousands of suppressions each hide their own', () => {
  const text = `bindings:\n${`# leastwise: ignore[*] why\n- ${publicBinding}\n`.repeat(3000)}- ${publicBinding}\n`;
  const file = parseSourceFile(`${folder}/a.yaml`, text.replaceAll('ignore[*]', `ignore[${publicAccess}]`), 'yaml');
  const found = newLinter().lint(file, join([], true), new Date(0));
  assert.equal(found.filter(({ rule }) => rule.id === publicAccess).length, 1);
});

test('where there is more to repair than anyone waits for, some is repaired and the rest is told', () => {
  const text = JSON.stringify({ bindings: [{ role: 'roles/viewer', members: Array(5000).fill('user:a@example.org') }] });
  const linter = newLinter();
  const file = parseSourceFile(`${folder}/a.json`, text, 'json');
  const { fixed, remaining } = fixAll(file, (state) => linter.lint(state, join([], true), new Date(0)));
  assert.ok(fixed.length > 0);
  assert.ok(remaining.some(({ rule }) => rule.id === 'allow-policy/duplicate-member'));
  const whole = { start: 0, end: text.length };
  const actions = codeActions(file, linter.lint(file, join([], true), new Date(0)), whole, { locale: 'en' });
  assert.ok(actions.length > 0 && actions.length < 1000);
});
