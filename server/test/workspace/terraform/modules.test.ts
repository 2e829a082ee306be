import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { plannedGrants } from '../../../src/kinds/gcp/grants/planned/plannedGrants';
import { rootModuleOf } from './modules';

/** What `members` of a binding gives, and why the rest isn't known. */
function members(expression: string, more = '', files: Readonly<Record<string, string>> = {}): readonly string[] {
  const binding = `resource "google_project_iam_binding" "a" {\n  project = "p"\n  role    = "r"\n  members = ${expression}\n}\n`;
  const { grants, unknown } = plannedGrants(rootModuleOf({ 'main.tf': binding + more, ...files }));
  return [...grants.map(({ member }) => member), ...unknown.map(({ what, why }) => `${what}: ${why}`)];
}

test('expressions give what the console of Terraform 1.11.4 says of them', () => {
  const { module, values } = JSON.parse(readFileSync('server/test/workspace/terraform/fixtures/expressions.json', 'utf8'));
  for (const [expression, value] of Object.entries(values)) {
    const [told = ''] = members(`[jsonencode(${expression})]`, module);
    assert.deepEqual(/^members: /.test(told) ? told : JSON.parse(told), value, expression);
  }
});

test('operators bind as they do in Terraform', () => {
  const cases: Readonly<Record<string, string>> = {
    'true || true && false': 'true',
    '!false == true': 'true',
    '1 < 2 == true': 'true',
    '1 + 2 * 3 - -1': '8',
    '7 % 4 * 2': '6',
    '10 - 3 - 2': '5',
    '1 == 1 ? "a" : "b"': 'a',
    'false ? 1 : true ? 2 : 3': '2',
    '10 / 4': '2.5',
    '1e3 + 0.1': '1000.1',
  };
  for (const [expression, value] of Object.entries(cases)) assert.deepEqual(members(`[${expression}]`), [value], expression);
});

// As `terraform console` (1.11.4) has them.
test('0 has a sign, which is written and tells items of sets apart', () => {
  const cases: Readonly<Record<string, string>> = {
    '-0': '-0',
    '0 * -1': '-0',
    '0 / -2': '-0',
    '-(5 - 5)': '-0',
    '-(-0)': '0',
    '-0 + 0': '0',
    '-0 - 0': '-0',
    '0 % -1': '0',
    '-0 % 3': '-0',
    '-3 % 3': '0',
    '-0 == 0': 'true',
    '-0 < 0': 'false',
    'tostring(-0) == "0"': 'false',
    'tonumber("-0e5")': '-0',
    'jsonencode({ a = -0 })': '{"a":-0}',
    'jsondecode("-0.0")': '-0',
    'yamldecode("-0")': '-0',
    'format("%d", -0)': '0',
    'format("%+d", -0)': '+0',
    'format("%05d", -0)': '00000',
    'format("%x", -0)': '0',
    'format("%s", -0)': '-0',
    'format("%v", -0)': '-0',
    'format("%#v", -0)': '-0',
    'format("%f", -0)': '-0.000000',
    'format("%5.2f", -0)': '-0.00',
    'format("%e", -0)': '-0.000000e+00',
    'ceil(-0)': '0',
    'ceil(-0.5)': '0',
    'floor(-0)': '0',
    'abs(-0)': '0',
    'max(-0, 0)': '-0',
    'min(0, -0)': '0',
    'signum(-0)': '0',
    'parseint("-0", 10)': '0',
    'pow(-0, 3)': '-0',
    'log(1, 0.5)': '-0',
    'sum([-0, 0])': '0',
    'sum([-0])': '-0',
    'jsonencode(toset([0, 1, -0]))': '[-0,0,1]',
    'jsonencode(toset([[0], [-0]]))': '[[-0],[0]]',
    'jsonencode(distinct([0, -0]))': '[0]',
    'jsonencode(setintersection([0], [-0]))': '[]',
    'contains(toset([0]), -0)': 'true',
    'join("", keys({ (-0) = 1 }))': '-0',
    '["a", "b"][-0]': 'a',
    'can(0 / (0 * -1))': 'false',
  };
  for (const [expression, value] of Object.entries(cases)) assert.deepEqual(members(`[${expression}]`), [value], expression);
  assert.deepEqual(members('[can(1 / -0) ? "a" : "b"]'), ['members: tooMuch'], 'it is infinite');
});

test('an attribute splat is of the whole list, a full one of each item', () => {
  const lists = 'locals {\n  l = [{ m = ["a", "b"] }, { m = ["c"] }]\n}\n';
  assert.deepEqual(members('local.l.*.m[1]', lists), ['c']);
  assert.deepEqual(members('local.l[*].m[0]', lists), ['a', 'c']);
  assert.deepEqual(members('null[*]'), []);
  assert.deepEqual(members('"a"[*]'), ['a']);
});

test('a heredoc has the indentation that its lines have in common taken away, and what ~ trims', () => {
  const heredoc = (body: string, dash = '-') => `[<<${dash}EOT\n${body}  EOT\n]`;
  assert.deepEqual(members(heredoc('    a\n\n      b\n')), ['a\n\n  b\n']);
  assert.deepEqual(members(heredoc('  a\n', '')), ['  a\n']);
  // Where `~` takes a line break away, the next line is none of its own.
  assert.deepEqual(members(heredoc('    %{ for x in ["a", "b"] ~}\n    ${x}\n    %{ endfor ~}\n')), ['    a\n    b\n']);
  assert.deepEqual(members('["x ${~ "a" ~} y%{ if true }z%{ else }w%{ endif }"]'), ['xayz']);
  assert.deepEqual(members('["$${a} %%{b} \\u00e9\\n"]'), ['${a} %{b} é\n']);
});

test('both branches of a conditional have one type', () => {
  assert.deepEqual(members('[for x in (true ? [1] : ["a"]) : "${x == "1"}"]'), ['true']);
  assert.deepEqual(members('true ? ["a"] : []'), ['a']);
  assert.deepEqual(members('false ? file("none") : ["a"]'), ['a']);
});

test('what isn’t known makes unknown what depends on it, and nothing else', () => {
  const variable = 'variable "v" {\n  type = string\n}\n';
  assert.deepEqual(members('["a", var.v]', variable), ['a', 'members: variable']);
  assert.deepEqual(members('var.v == "a" ? ["a"] : ["b"]', variable), ['members: variable']);
  assert.deepEqual(members('[can(tonumber(var.v)) ? "a" : "b"]', variable), ['members: variable']);
  assert.deepEqual(members('try([var.v.x], ["b"])', variable), ['b']);
  assert.deepEqual(members('[for k, v in { a = var.v } : k]', variable), ['a']);
  assert.deepEqual(members('[google_x.y.z, "a"]'), ['a', 'members: name']);
});

test('what Terraform refuses is unknown', () => {
  for (const expression of [
    '[["a"][1]]',
    '["a", {}.b]',
    '[1 / 0]',
    '["${[]}"]',
    '[for x in 5 : x]',
    'toset([1, {}])',
    '[nothing()]',
    '["a"',
  ])
    assert.deepEqual(
      members(expression).filter((told) => !/^(members|instances): (error|function|unread)$/.test(told)),
      [],
      expression,
    );
});

test('a list is spread into arguments', () => {
  assert.deepEqual(members('concat([["a"], ["b"]]...)'), ['a', 'b']);
  assert.deepEqual(members('[format(["%s-%s", "a", "b"]...)]'), ['a-b']);
});

test('a circle has an end', () => {
  assert.deepEqual(members('[local.a, "x"]', 'locals {\n  a = local.b\n  b = "${local.a}c"\n}\n'), ['x', 'members: circle']);
  assert.deepEqual(
    members('["x"]', 'module "m" {\n  source = "./m"\n}\n', { 'm/a.tf': 'module "m" {\n  source = "../m"\n}\n' }).slice(0, 1),
    ['x'],
  );
});

test('modules that call each other have an end, however many calls there are', () => {
  const twice = ['a', 'b'].map((name) => `module "${name}" {\n  source = "./"\n}\n`).join('');
  assert.deepEqual(members('["x"]', 'module "m" {\n  source = "./m"\n}\n', { 'm/a.tf': twice }), [
    'x',
    ...Array(2).fill('instances: circle'),
  ]);
  const each = (source: string) =>
    `module "m" {\n  source = "${source}"\n  for_each = toset([for n in setproduct(range(60), range(60)) : join("-", n)])\n}\n`;
  const told = members('["x"]', each('./m'), { 'm/a.tf': each('../n'), 'n/a.tf': '' });
  assert.deepEqual([...new Set(told)], ['x', 'instances: tooMuch']);
});

test('null is no value for a variable that takes none', () => {
  const call = 'module "m" {\n  source = "./m"\n  who    = null\n}\n';
  const made = (nullable: string) => ({
    'm/a.tf': `variable "who" {\n  default = "a"\n${nullable}}\noutput "who" {\n  value = var.who\n}\n`,
  });
  assert.deepEqual(members('[module.m.who]', call, made('  nullable = false\n')), ['a']);
  assert.deepEqual(members('[coalesce(module.m.who, "b")]', call, made('')), ['b']);
});

test('files of variables are read in Terraform’s order', () => {
  const variable = 'variable "v" {\n  default = "d"\n}\n';
  assert.deepEqual(members('[var.v]', variable), ['d']);
  assert.deepEqual(members('[var.v]', variable, { 'terraform.tfvars': 'v = "t"\n' }), ['t']);
  const all = {
    'b.auto.tfvars': 'v = "b"\n',
    'a.auto.tfvars.json': '{"v": "${a}"}',
    'terraform.tfvars': 'v = "t"\n',
    'x.tfvars': 'v = "x"\n',
  };
  assert.deepEqual(members('[var.v]', variable, all), ['b']);
  assert.deepEqual(members('[var.v]', variable, { 'a.auto.tfvars.json': '{"v": "${a}"}' }), ['${a}']);
});

test('an override file replaces arguments, and blocks by their type', () => {
  const member = (body: string) => `resource "google_project_iam_member" "m" {\n${body}}\n`;
  const condition = (title: string) => `  condition {\n    title      = "${title}"\n    expression = "e"\n  }\n`;
  const base = member(`  project = "p"\n  role    = "r"\n  member  = "a"\n${condition('t')}`);
  const { grants } = plannedGrants(rootModuleOf({ 'a.tf': base, 'a_override.tf': member(`  member = "b"\n${condition('u')}`) }));
  assert.deepEqual(
    grants.map((row) => [row.role, row.member, row.condition?.title]),
    [['r', 'b', 'u']],
  );
});

// By the types in `terraform providers schema -json` of the Google provider, 7.45.
test('what a provider has as sets are sets to those who refer to it', () => {
  const other = `resource "google_project_iam_binding" "b" {
  project = "q"
  role    = "s"
  members = ["y", "x", "x"]
}
data "google_iam_policy" "p" {
  binding {
    role    = "r2"
    members = ["b", "a", "b"]
  }
  dynamic "binding" {
    for_each = ["r1"]
    content {
      role    = binding.value
      members = ["c"]
    }
  }
}
resource "google_other" "o" {
  names = ["n"]
  name  = "n"
}
`;
  const rows = (members: string, more = '') => {
    const own = `resource "google_project_iam_binding" "a" {\n  project = "p"\n  role    = "r"\n  members = ${members}\n}\n`;
    const { grants, unknown } = plannedGrants(rootModuleOf({ 'main.tf': own + other + more }));
    const isOther = ({ address }: { readonly address?: string | undefined }) => address !== 'google_project_iam_binding.b';
    return [...grants.filter(isOther).map(({ member }) => member), ...unknown.filter(isOther).map(({ why }) => why)];
  };
  const b = 'google_project_iam_binding.b';
  assert.deepEqual(rows(`${b}.members`), ['x', 'y']);
  assert.deepEqual(rows(`[join(",", tolist(${b}.members))]`), ['x,y']);
  assert.deepEqual(rows(`[${b}.members[0]]`), ['error'], 'a set has no index');
  assert.deepEqual(rows(`["${'${length('}${b}.members)}"]`), ['2']);
  assert.deepEqual(rows(`[${b}.role]`), ['s']);
  assert.deepEqual(rows(`[${b}.etag]`), ['attribute'], 'computed');
  const p = 'data.google_iam_policy.p';
  assert.deepEqual(rows(`[for x in ${p}.binding : "${'${x.role}'}"]`), ['r2', 'r1'], 'in the order of sets');
  assert.deepEqual(rows(`flatten([for x in ${p}.binding : [for m in x.members : m] if x.role == "r2"])`), ['a', 'b']);
  assert.deepEqual(rows(`[${p}.binding[0].role]`), ['error']);
  assert.deepEqual(rows('[google_other.o.name]'), ['n']);
  assert.deepEqual(rows('google_other.o.names'), ['attribute'], 'nobody knows whether it is a list');
  const each = `resource "google_project_iam_member" "m" {\n  for_each = ${b}.members\n  project  = "p"\n  role     = "t"\n  member   = each.value\n}\n`;
  assert.deepEqual(rows('[]', each), ['x', 'y']);
});

test('optional attributes of a variable’s type have their defaults', () => {
  const variable = `variable "v" {
  type = list(object({ name = string, role = optional(string, "x"), more = optional(object({ a = optional(string, "y") }), {}) }))
}
`;
  const vars = { 'terraform.tfvars': 'v = [{ name = "n" }, { name = "m", role = null, more = { a = "z" } }]\n' };
  assert.deepEqual(members('[for v in var.v : "${v.name}${v.role}${v.more.a}"]', variable, vars), ['nxy', 'mxz']);
});

test('a dynamic block is read with its iterator', () => {
  const data = `data "google_iam_policy" "p" {
  dynamic "binding" {
    for_each = { "roles/a" = ["x"], "roles/b" = ["y"] }
    iterator = each_role
    content {
      role    = each_role.key
      members = each_role.value
    }
  }
}
resource "google_project_iam_policy" "p" {
  project     = "p"
  policy_data = data.google_iam_policy.p.policy_data
}
`;
  const { grants } = plannedGrants(rootModuleOf({ 'main.tf': data }));
  assert.deepEqual(
    grants.map(({ role, member }) => `${role} ${member}`),
    ['roles/a x', 'roles/b y'],
  );
});

test('files of the module are read, and templates filled in', () => {
  const files = { 'who.txt': 'a\n', 't/m.tftpl': '%{ for x in who ~}\n${x};\n%{ endfor ~}\n', 'iam.json': '{"who": ["c"]}' };
  assert.deepEqual(members('[trimspace(file("${path.module}/who.txt"))]', '', files), ['a']);
  assert.deepEqual(members('[templatefile("${path.module}/t/m.tftpl", { who = ["x", "y"] })]', '', files), ['x;\ny;\n']);
  assert.deepEqual(members('[templatefile("t/m.tftpl", {})]', '', files), ['members: name']);
  assert.deepEqual(members('jsondecode(file("./iam.json")).who', '', files), ['c']);
  assert.deepEqual(members('[file("../secret.txt")]', '', files), ['members: file']);
  assert.deepEqual(members('[for f in fileset(path.module, "t/*.tftpl") : f]', '', files), ['t/m.tftpl']);
});

test('a file that Terraform would refuse is told', () => {
  assert.deepEqual(members('["a"]', '', { 'b.tf': 'resource "x" {\n' }), ['a', 'instances: unread']);
  assert.deepEqual(members('["a"]', '', { 'b.tf.json': '{"resource": [' }), ['a', 'instances: unread']);
  const call = 'module "m" {\n  source = "./m"\n}\nmodule "r" {\n  source = "x/y/z"\n}\n';
  assert.deepEqual(members('["a"]', call, { 'm/a.tf': '}' }), ['a', 'instances: unread', 'instances: name']);
});

test('work has an end, whatever is asked', () => {
  for (const expression of [
    '[for x in range(1000) : join(",", [for y in range(1000) : "${x}${y}"])]',
    'setproduct(range(1000), range(1000), range(1000))',
  ])
    assert.deepEqual(members(expression), ['members: tooMuch'], expression);
});
