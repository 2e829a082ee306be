import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relatedPlaces } from '../../src/features/relatedPlaces';
import { rangeInFile } from '../../src/lint/places/placedFinding';
import { inspect } from '../rules/inspect';

const rule = 'allow-policy/public-access';
const member = (...lines: readonly string[]) =>
  `resource "google_project_iam_member" "a" {\n${['project = "p"', 'role = "roles/browser"', ...lines].map((line) => `  ${line}\n`).join('')}}\n`;

/** What is marked, and what is told beside it with the text there. */
function told(files: Readonly<Record<string, string>>): readonly string[] {
  return inspect(rule, files).map(({ file, finding }) => {
    const { start, end } = rangeInFile(finding);
    const related = relatedPlaces(finding, 'en').map(({ at, message }) => {
      const name = at.uri.replace('file:///workspace/', '');
      return `${message} ${name} ${files[name]?.slice(at.range.start, at.range.end)}`;
    });
    return [file.text.slice(start, end), ...related].join('\n');
  });
}

test('the loop is told by which a value comes, with the key of the instance', () => {
  const loop = 'for_each = { x = "allUsers", y = "user:kim@example.org" }';
  assert.deepEqual(told({ 'main.tf': `# first\n\n${member(loop, 'member = each.value')}` }), [
    `"allUsers"\nThe loop makes the instance ["x"] of it. main.tf ${loop}`,
  ]);
  const dynamic = `data "google_iam_policy" "a" {
  dynamic "binding" {
    for_each = { "roles/browser" = "allUsers" }
    content {
      role    = binding.key
      members = [binding.value]
    }
  }
}
`;
  assert.deepEqual(told({ 'main.tf': dynamic }), [
    '"allUsers"\nThe loop goes through it. main.tf for_each = { "roles/browser" = "allUsers" }',
  ]);
  assert.deepEqual(told({ 'main.tf': member('count = 2', 'member = "allUsers"') }), ['"allUsers"']);
});

test('the call is told that passes a value, and the calls and loops before it', () => {
  const files = {
    'm/main.tf': `variable "who" {}\nlocals {\n  all = [var.who]\n}\n${member('for_each = toset(local.all)', 'member = each.value')}`,
    'top/main.tf':
      'variable "people" {}\nmodule "m" {\n  source   = "../m"\n  for_each = var.people\n  who      = each.value\n}\n',
    'main.tf': 'module "top" {\n  source = "./top"\n  people = { x = "allUsers", y = "user:kim@example.org" }\n}\n',
  };
  assert.deepEqual(told(files), [
    `each.value
The loop makes the instance ["allUsers"] of it. m/main.tf for_each = toset(local.all)
module.m["x"] passes it as who. top/main.tf who      = each.value
The loop makes the instance ["x"] of it. top/main.tf for_each = var.people
module.top passes it as people. main.tf people = { x = "allUsers", y = "user:kim@example.org" }
The value comes from here. main.tf "allUsers"`,
  ]);
});
