import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plannedGrants } from '../../../src/kinds/gcp/grants/planned/plannedGrants';
import { rootModuleOf } from '../../workspace/terraform/modules';

const many = (of: string, times = 100) => `toset(flatten([for i in range(${times}) : formatlist("${of}\${i}-%d", range(1000))]))`;
const binding = (members: string, more = '') =>
  `resource "google_project_iam_binding" "b" {\n  project = "p"\n  role = "r"\n  members = ${members}\n${more}}\n`;

function told(files: Readonly<Record<string, string>>) {
  const { grants, unknown } = plannedGrants(rootModuleOf(files));
  return { pairs: grants.length, unknown: unknown.map(({ address, what, why }) => `${address} ${what} ${why}`) };
}

test('more pairs than anybody reads aren’t all told, and that is', () => {
  const { pairs, unknown } = told({ 'main.tf': binding('formatlist("u%d", range(100))', `  for_each = ${many('k', 9)}\n`) });
  assert.ok(pairs >= 100_000 && pairs < 101_000);
  assert.deepEqual(unknown, ['google_project_iam_binding.b instances tooMuch']);
});

test('work that multiplies ends', () => {
  const called = told({
    'main.tf': `module "m" {\n  source = "./m"\n  for_each = toset(formatlist("k%d", range(1000)))\n  k = each.key\n}\n`,
    'm/main.tf': `variable "k" {}\nlocals {\n  l = flatten([for i in range(40) : [for j in range(1000) : "\${var.k}-\${i}-\${j}"]])\n}\n${binding('slice(local.l, 0, 1)')}`,
  });
  assert.equal(called.unknown.at(-1), 'module.m["k999"].google_project_iam_binding.b instances tooMuch');
  assert.ok(called.pairs > 0 && called.pairs < 1000);
});
