import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ignorePlace } from '../../src/lint/suppression/entries';
import { inspect, told } from '../rules/inspect';

const rule = 'allow-policy/public-access';
const ignore = '# leastwise: ignore[allow-policy/public-access] our website';
const member = (...lines: readonly string[]) =>
  `resource "google_project_iam_member" "a" {\n${['project = "p"', 'role = "roles/browser"', ...lines].map((line) => `  ${line}\n`).join('')}}\n`;

/** How many findings are left, and how many comments are said to hide nothing. */
function left(files: Readonly<Record<string, string>>): readonly [number, number] {
  return [told(rule, files).length, told('suppression/unused', files).length];
}

test('a comment where a literal of the same block is used hides that use', () => {
  const loop = 'for_each = toset(["allUsers"])';
  assert.deepEqual(left({ 'main.tf': member(loop, 'member = each.value') }), [1, 0]);
  assert.deepEqual(left({ 'main.tf': member(loop, `member = each.value ${ignore}`) }), [0, 0]);
  assert.deepEqual(left({ 'main.tf': member(loop, ignore, 'member = each.value') }), [0, 0]);
  assert.deepEqual(left({ 'main.tf': member(loop, `member = each.value ${ignore} until 2025-01-01`) }), [1, 0]);
  const two = (first: string, second: string) => `data "google_iam_policy" "a" {
  dynamic "binding" {
    for_each = ["allUsers"]
    content {
      role    = "roles/browser"
      members = [binding.value] ${first}
    }
    content {
      role    = "roles/browser"
      members = [binding.value] ${second}
    }
  }
}
`;
  assert.equal(told(rule, { 'main.tf': two('', '') }).length, 1);
});

test('a comment at the argument of a call hides what that call passes, and nothing else', () => {
  const module = { 'm/main.tf': `variable "who" {}\nvariable "on" {\n  default = true\n}\n${member('member = var.who')}` };
  const call = (name: string, argument: string) => `module "${name}" {\n  source = "./m"\n${argument}}\n`;
  const plain = '  who = "allUsers"\n';
  const hidden = `  who = "allUsers" ${ignore}\n`;
  assert.deepEqual(left({ ...module, 'main.tf': call('a', plain) }), [1, 0]);
  assert.deepEqual(left({ ...module, 'main.tf': call('a', hidden) }), [0, 0]);
  assert.deepEqual(left({ ...module, 'main.tf': call('a', `  ${ignore}\n${plain}`) }), [0, 0]);
  assert.deepEqual(left({ ...module, 'main.tf': call('a', hidden.replace('website', 'website until 2025-01-01')) }), [1, 0]);
  assert.deepEqual(left({ ...module, 'main.tf': call('a', hidden.replace('public-access', 'basic-role')) }), [1, 0]);
  assert.deepEqual(left({ ...module, 'main.tf': call('a', `${plain}  on = true ${ignore}\n`) }), [1, 0]);
  // What another call passes, or all others, stays.
  assert.deepEqual(left({ ...module, 'main.tf': call('a', hidden) + call('b', plain) }), [1, 0]);
  assert.deepEqual(left({ ...module, 'main.tf': call('a', hidden) + call('b', hidden) }), [0, 0]);
  const other = `  who = "allUsers"\n  on  = false\n`;
  assert.deepEqual(left({ ...module, 'main.tf': call('a', hidden) + call('b', other) }), [1, 0]);
  // Nor does a caller decide about what the module says by itself.
  const own = `variable "on" {}\n${member('member = var.on ? "allUsers" : "user:kim@example.org"')}`;
  assert.deepEqual(left({ 'm/main.tf': own, 'main.tf': call('a', `  on = true ${ignore}\n`) }), [1, 0]);
  const local = `variable "on" {}\nlocals {\n  who = { yes = "allUsers", no = "user:kim@example.org" }\n}\n${member('member = local.who[var.on]')}`;
  assert.deepEqual(left({ 'm/main.tf': local, 'main.tf': call('a', `  on = "yes" ${ignore}\n`) }), [1, 0]);
});

test('a comment at a call is no unused one where the caller is looked at', () => {
  const call = `module "a" {\n  source = "./m"\n  who = "allUsers" ${ignore}\n}\n`;
  const files = { 'main.tf': call, 'm/main.tf': `variable "who" {}\n${member('member = var.who')}` };
  assert.deepEqual(told('suppression/unused', files), []);
  assert.equal(told('suppression/unused', { 'main.tf': call.replace('./m', 'example.org/m') }).length, 1);
});

test('what a comment at a local hid until some day is told once, at the comment', () => {
  const local = `locals {\n  who = "allUsers" ${ignore} until 2025-01-01\n}\n`;
  const files = { 'main.tf': local + member('member = local.who') };
  assert.deepEqual(told('suppression/expired', files), ['expired 2025-01-01']);
});

test('an entry of .leastwise.json reaches a finding that is marked at a local', () => {
  const uses = { a: { member: '${local.who}' }, b: { member: '${local.who}' } };
  const resource = { google_project_iam_member: uses };
  const text = JSON.stringify({ locals: { who: 'allUsers' }, resource });
  const left = (...entries: readonly (readonly [string, string])[]) => {
    const ignore = entries.map(([at, value]) => ({ rule, path: 'main.tf.json', at, value, reason: 'known' }));
    const found = inspect(rule, { 'main.tf.json': text }, { settingsFile: { ignore } });
    return found.map(({ finding }) => finding.addresses.map((address) => address.slice(-1)).join(''));
  };
  assert.deepEqual(left(), ['ab']);
  assert.deepEqual(left(['/locals/who', 'allUsers']), []);
  assert.deepEqual(left(['/locals/who', 'somebody']), ['ab']);
  const [first] = inspect(rule, { 'main.tf.json': text });
  assert.deepEqual(first && ignorePlace(first.finding), { at: '/locals/who', value: 'allUsers' });
});
