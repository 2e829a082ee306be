import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderFix } from '../../src/lint/fixes/fix';
import { applyEdits } from '../../src/text/edit';
import { inspect } from '../rules/inspect';

const rule = 'allow-policy/unknown-role';
const bad = '"roles/storage.objectView"';
const good = '"roles/storage.objectViewer"';
const member = (name: string, role: string, ...lines: readonly string[]) =>
  `resource "google_project_iam_member" "${name}" {\n${['project = "p"', `role    = ${role}`, 'member  = "user:kim@example.org"', ...lines].map((line) => `  ${line}\n`).join('')}}\n`;

/** What the first repair of the first finding makes of the text, or why there is none, with who needs the value as well. */
function repaired(text: string, others: Readonly<Record<string, string>> = {}, id = rule): string {
  const [first] = inspect(id, { 'main.tf': text, ...others });
  if (!first) return 'nothing found';
  const [fix] = first.finding.fixes();
  if (!fix) return 'no fix';
  if ('disabled' in fix) return [fix.disabled, fix.arguments?.others].filter((one) => one !== undefined).join(' ');
  const edits = renderFix(first.file.text, first.finding, fix);
  return edits ? applyEdits(first.file.text, edits) : 'not written';
}

test('a value that one grant alone uses is repaired where it is written', () => {
  const texts = [
    `locals {\n  role = ${bad} # why\n}\n${member('a', 'local.role')}`,
    `locals {\n  roles = ["roles/viewer", ${bad}]\n}\n${member('a', 'each.value', 'for_each = toset(local.roles)')}`,
    `locals {\n  deep = { a = { role = ${bad} } }\n  all  = local.deep\n}\n${member('a', 'local.all.a.role')}`,
    member('a', 'each.value', `for_each = toset([${bad}, "roles/viewer"])`),
    member('a', 'each.value.role', `for_each = { x = { role = ${bad} }, y = { role = "roles/viewer" } }`),
    member('a', bad, 'for_each = toset(["x", "y"])', 'title = each.key'),
    `locals {\n  roles = [${bad}]\n}\ndata "google_iam_policy" "a" {\n  dynamic "binding" {\n    for_each = local.roles\n    content {\n      role    = binding.value\n      members = ["user:kim@example.org"]\n    }\n  }\n}\n`,
  ];
  for (const text of texts) assert.equal(repaired(text), text.replace(bad, good));
});

test('a value that others need as well stays, and who they are is told', () => {
  const local = `locals {\n  role = ${bad}\n}\n`;
  const own = local + member('a', 'local.role');
  const a = 'google_project_iam_member.a';
  const cases: Readonly<Record<string, string>> = {
    [`${local}output "role" {\n  value = local.role\n}\n${member('a', 'local.role')}`]: `usedElsewhere output.role, ${a}`,
    [`${own}resource "google_storage_bucket" "b" {\n  name = local . role\n}\n`]: 'usedElsewhere google_storage_bucket.b',
    [`${own}module "m" {\n  source = "./m"\n  role   = local.role\n}\n`]: `usedElsewhere module.m, ${a}`,
    [local + member('a', 'local.role', 'title   = local.role')]: `usedElsewhere ${a}`,
    [local + member('a', 'lower(local.role)')]: 'notLiteral',
    [member('a', 'each.value', `for_each = toset([${bad}])`, 'title = "role ${each.key}"')]: `usedElsewhere ${a}`,
    [`${member('a', 'each.value', `for_each = toset([${bad}])`)}output "b" {\n  value = ${a}[${bad}].etag\n}\n`]: `usedElsewhere ${a}`,
    // A grant of the same role twice would be refused.
    [member('a', 'each.value', `for_each = toset([${bad}, ${good}])`)]: `usedElsewhere ${a}`,
    [`variable "role" {\n  default = ${bad}\n}\n${member('a', 'var.role')}`]: 'unsure',
    [`variable "on" {\n  default = true\n}\n${local}${member('a', 'var.on ? local.role : "roles/viewer"')}`]: 'unsure',
    [`${local}${member('a', 'local.role', 'title   = "${local.role} of ${var.who}"')}`]: 'unsure',
    [`locals {\n  role = "roles/\${"storage.objectView"}"\n}\n${member('a', 'local.role')}`]: 'notLiteral',
  };
  for (const [text, said] of Object.entries(cases)) assert.equal(repaired(text), said, text);
  const other = 'resource "google_storage_bucket" "b" {\n  name = local.role\n}\n';
  assert.equal(repaired(own, { 'other.tf': other }), 'usedElsewhere other.tf, google_project_iam_member.a');
  assert.equal(
    repaired(own, { 'other.tf.json': '{"output":{"a":{"value":"${l\\u006fcal.role}"}}}' }),
    `usedElsewhere other.tf.json, ${a}`,
  );
  assert.equal(repaired(member('a', 'local.role'), { 'other.tf': local }), 'notLiteral');
  assert.equal(repaired(own, { 'x_override.tf': 'locals {\n  role = "roles/viewer"\n}\n' }), 'nothing found');
});

test('a value that is wrong for all who use it is repaired once for all of them, and not unseen', () => {
  const text = `locals {\n  who = "allusers"\n}\n${['a', 'b'].map((name) => member(name, '"roles/browser"').replace('"user:kim@example.org"', 'local.who')).join('')}`;
  const [one, ...others] = inspect('allow-policy/invalid-member', { 'main.tf': text });
  assert.deepEqual(others, []);
  const [fix] = one?.finding.fixes() ?? [];
  assert.ok(fix && 'edits' in fix && fix.fixClass === 'changes');
  assert.equal(repaired(text, {}, 'allow-policy/invalid-member'), text.replace('allusers', 'allUsers'));
  // Whom a comment spares needs it as it is.
  const ignored = text.replace(
    /member {2}= local.who(?!.*member)/s,
    '# leastwise: ignore[allow-policy/invalid-member] new\n  member  = local.who',
  );
  assert.match(repaired(ignored, {}, 'allow-policy/invalid-member'), /^usedElsewhere google_project_iam_member.b$/);
});
