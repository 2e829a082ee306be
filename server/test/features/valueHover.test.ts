import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueHover } from '../../src/features/hover/values';
import { summarise } from '../../src/kinds/facts';
import { formatOf, parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { join } from '../../src/workspace/index/workspace';

await prepareTerraform();

const top = 'file:///work';

type Files = Readonly<Record<string, string>>;

/** What is said where `‸` stands in one of the files, and of which text. */
function said(files: Files, locale: 'en' | 'ko' = 'en'): readonly [contents: string, of: string] | undefined {
  const parsed = Object.entries(files).map(([name, marked]) => {
    const uri = `${top}/${name}`;
    const offset = marked.indexOf('‸');
    return { offset, file: parseSourceFile(uri, marked.replace('‸', ''), formatOf(uri) ?? 'json') };
  });
  const workspace = join(
    parsed.map(({ file }) => summarise(file, { group: undefined })),
    true,
  );
  const asked = parsed.find(({ offset }) => offset >= 0);
  assert.ok(asked);
  const found = valueHover(asked.file, asked.offset, workspace, locale);
  return found && [found.contents, asked.file.text.slice(found.range.start, found.range.end)];
}

const resource = (...lines: readonly string[]) =>
  `resource "google_project_iam_member" "a" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

test('an override file knows the instances of what it overrides', () => {
  const files = { 'main.tf': resource('for_each = { x = "b" }'), 'x_override.tf': resource('member = each.val‸ue') };
  assert.deepEqual(said(files), ['**Value:** `"b"`', 'each.value']);
});

test('an expression shows what it comes to', () => {
  const locals = 'locals {\n  team = "data"\n  all  = ["a", "b"]\n}\n';
  assert.deepEqual(said({ 'main.tf': locals + resource('member = local.te‸am') }), ['**Value:** `"data"`', 'local.team']);
  assert.deepEqual(said({ 'main.tf': locals + resource('member = "group:${local.te‸am}@x"') }), [
    '**Value:** `"data"`',
    'local.team',
  ]);
  assert.deepEqual(said({ 'main.tf': `${locals}output "x" {\n  value = upp‸er(local.team)\n}\n` }), [
    '**Value:** `"DATA"`',
    'upper(local.team)',
  ]);
  assert.deepEqual(said({ 'main.tf': `${locals}output "x" {\n  value = [for m in local.a‸ll : upper(m)]\n}\n` }), [
    '**Value:** `["a", "b"]`',
    'local.all',
  ]);
  // What a loop binds means nothing by itself: the loop does.
  assert.deepEqual(said({ 'main.tf': `${locals}output "x" {\n  value = [for m in local.all : upper(‸m)]\n}\n` }), [
    '**Value:** `["A", "B"]`',
    '[for m in local.all : upper(m)]',
  ]);
});

test('what isn’t known says what it lacks, and what is assumed that it is', () => {
  assert.deepEqual(said({ 'main.tf': `variable "who" {}\n${resource('member = var.w‸ho')}` }), [
    '**Value:** var.who has no value in the text.',
    'var.who',
  ]);
  const [assumed = ''] = said({ 'main.tf': `variable "who" {\n  default = "d"\n}\n${resource('member = var.w‸ho')}` }) ?? [];
  assert.match(assumed, /^\*\*Value:\*\* `"d"` \(a variable’s default/);
  const [korean = ''] = said({ 'main.tf': `variable "who" {}\n${resource('member = var.w‸ho')}` }, 'ko') ?? [];
  assert.match(korean, /[가-힣]/);
});

test('each instance has its own value, by its address', () => {
  const call = (name: string, who: string) => `module "${name}" {\n  source = "./m"\n  who    = "${who}"\n}\n`;
  const files = {
    'm/main.tf': `variable "who" {}\n${resource('for_each = toset(["x", "y"])', 'member = "${var.wh‸o}"')}`,
    'main.tf': call('a', 'one') + call('b', 'two'),
  };
  assert.deepEqual(said(files), [
    '**Values:**\n\n- `module.a.google_project_iam_member.a["x"]`: `"one"`\n- `module.b.google_project_iam_member.a["x"]`: `"two"`',
    'var.who',
  ]);
});

test('a literal, a key and a text without Terraform show nothing', () => {
  assert.equal(said({ 'main.tf': resource('member = "user‸:a@x"') }), undefined);
  assert.equal(said({ 'main.tf': resource('mem‸ber = local.a') }), undefined);
  assert.equal(said({ 'a.yaml': 'bindings: ‸[]\n' }), undefined);
});
