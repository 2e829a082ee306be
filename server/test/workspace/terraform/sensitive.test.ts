import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plannedGrants } from '../../../src/kinds/gcp/grants/planned/plannedGrants';
import { rootModuleOf } from './modules';

const secret = 'variable "s" {\n  default   = "secret"\n  sensitive = true\n}\n';

/** What is told of a binding with these members. */
function told(members: string, more = '', files: Readonly<Record<string, string>> = {}): readonly string[] {
  const text = `${secret}resource "google_project_iam_binding" "b" {\n  project = "p"\n  role    = "r"\n  members = ${members}\n}\n${more}`;
  const table = plannedGrants(rootModuleOf({ 'main.tf': text, ...files }));
  assert.ok(!JSON.stringify(table).includes('user:secret'), members);
  return [...table.grants.map(({ member }) => member), ...table.unknown.map(({ what, why }) => `${what} ${why}`)];
}

test('whatever comes from something sensitive is hidden, as it is in a plan', () => {
  for (const members of [
    '["user:${var.s}"]',
    '["a", "user:${var.s}"]',
    '[format("user:%s", var.s)]',
    'toset(["user:${var.s}", "b"])',
    'concat(["a"], split(",", "user:${var.s}"))',
    '[for m in split(",", var.s) : "user:${m}"]',
    '[for k, v in { (var.s) = 1 } : "user:${k}"]',
    '[for k in keys({ (var.s) = 1 }) : "user:${k}"]',
    '["user:${jsondecode(jsonencode({ a = var.s })).a}"]',
    '["user:${[for x in ["secret", "other"] : x if x == var.s][0]}"]',
    '[var.s == "secret" ? "user:secret" : "user:other"]',
    '[true ? "user:secret" : var.s]',
    '["user:${["secret"][length(var.s) - 6]}"]',
    '["user:${{ secret = "secret" }[var.s]}"]',
    '[element(["user:secret"], length(var.s))]',
    '["%{ if var.s == "secret" }user:secret%{ endif }"]',
    '["%{ for x in [var.s] }user:${x}%{ endfor }"]',
    '["user:${try(var.s, "x")}"]',
    '[sensitive("user:secret")]',
    'sensitive(["user:secret"])',
    '["user:${sensitive({ a = { b = "secret" } }).a.b}"]',
    '[join(":", ["user", replace(var.s, "x", "y")])]',
    '["user:${coalesce("secret", var.s)}"]',
    '[upper(lower("user:${var.s}"))]',
    '["user:${merge({ a = var.s }, { b = "c" })["a"]}"]',
    '["user:${flatten([[var.s], range(1000), range(1000)])[0]}"]',
    '["user:${substr(join("", concat(range(1000), range(1000), [var.s])), -6, 6)}"]',
  ])
    assert.deepEqual(told(members), ['members sensitive'], members);
});

test('what only stands beside it is told', () => {
  assert.deepEqual(told('["user:${{ a = var.s, b = "b" }.b}"]'), ['user:b']);
  assert.deepEqual(told('[for k, v in { a = var.s } : "user:${k}"]'), ['user:a']);
  assert.deepEqual(told('[nonsensitive(sensitive("user:a"))]'), ['user:a']);
});

test('roles, conditions, documents, resources and instances are hidden, too', () => {
  const project = (body: string) => {
    const { grants, unknown } = plannedGrants(rootModuleOf({ 'main.tf': secret + body }));
    return [...grants.map(({ member }) => member), ...unknown.map(({ what, why }) => `${what} ${why}`)];
  };
  const member = (more: string, role = '"r"', on = '"p"') =>
    `resource "google_project_iam_member" "m" {\n  project = ${on}\n  role = ${role}\n  member = "a"\n${more}}\n`;
  assert.deepEqual(project(member('', 'var.s')), ['role sensitive']);
  assert.deepEqual(project(member('', '"r"', 'var.s')), ['a', 'resource sensitive']);
  assert.deepEqual(project(member('  condition {\n    title = "t"\n    expression = var.s\n  }\n')), [
    'a',
    'condition sensitive',
  ]);
  assert.deepEqual(project(member('  for_each = toset([var.s])\n')), ['instances sensitive']);
  assert.deepEqual(project(member('  count = length(var.s)\n')), ['instances sensitive']);
  const policy = (binding: string) =>
    `data "google_iam_policy" "d" {\n${binding}}\nresource "google_project_iam_policy" "m" {\n  project = "p"\n  policy_data = data.google_iam_policy.d.policy_data\n}\n`;
  assert.deepEqual(project(policy('  binding {\n    role = "r"\n    members = ["user:${var.s}"]\n  }\n')), ['members sensitive']);
  const repeated =
    '  dynamic "binding" {\n    for_each = { (var.s) = "r" }\n    content {\n      role = "r"\n      members = ["user:${binding.key}"]\n    }\n  }\n';
  assert.deepEqual(project(policy(repeated)), ['members sensitive']);
});

test('modules hand marks on', () => {
  const files = {
    'm/main.tf':
      'variable "who" {}\noutput "shown" {\n  value = var.who\n}\noutput "hidden" {\n  value     = "user:secret"\n  sensitive = true\n}\n',
  };
  const call = 'module "m" {\n  source = "./m"\n  who    = "user:${var.s}"\n}\n';
  assert.deepEqual(told('[module.m.shown]', call, files), ['members sensitive']);
  assert.deepEqual(told('[module.m.hidden]', call, files), ['members sensitive']);
});
