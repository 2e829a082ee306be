import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from '../rules/inspect';

const policy = JSON.stringify({
  bindings: [
    { role: 'roles/storage.admin', members: [] },
    { role: 'roles/storage.objectViewer', members: ['user:a@example.org', 'user:a@example.org'] },
    { role: 'roles/storage.objectViewer', members: ['user:b@example.org'] },
  ],
});
const rules = ['allow-policy/empty-binding', 'allow-policy/duplicate-member', 'allow-policy/duplicate-binding'];

/** What becomes of all that is offered: the reason where it is disabled. */
function offered(files: Readonly<Record<string, string>>): readonly (string | undefined)[] {
  return rules.flatMap((rule) =>
    inspect(rule, files).flatMap(({ finding }) => finding.fixes().map((fix) => ('disabled' in fix ? fix.disabled : undefined))),
  );
}

const reading = (what: string) => `locals {\n  policy = ${what}\n}\n`;

test('nothing is repaired unseen in a file that Terraform reads item by item', () => {
  assert.deepEqual(offered({ 'policy.json': policy }), [undefined, undefined, undefined]);
  for (const main of [
    reading('jsondecode(file("${path.module}/policy.json"))'),
    reading('{ for f in fileset(path.module, "*.json") : f => jsondecode(file(f)) }'),
    reading('jsondecode(file(var.path))'),
    'resource "google_project_iam_member" "a" {\n  role = jsondecode(file("policy.json")).bindings[1].role\n}\n',
  ])
    assert.deepEqual(
      offered({ 'policy.json': policy, 'main.tf': main }),
      ['readElsewhere', 'readElsewhere', 'readElsewhere'],
      main,
    );
  assert.deepEqual(offered({ 'policy.json': policy, 'main.tf': reading('jsondecode(file("other.json"))') }), [
    undefined,
    undefined,
    undefined,
  ]);
});

test('nor in a document that Terraform encodes under a name', () => {
  const text = reading(`jsonencode(${policy.replaceAll('":', '" =')})`);
  assert.deepEqual(offered({ 'main.tf': text }), ['sharedText', 'sharedText', 'sharedText']);
  const used = `resource "google_project_iam_policy" "p" {\n  project     = "p"\n  policy_data = jsonencode(${policy.replaceAll('":', '" =')})\n}\n`;
  assert.deepEqual(offered({ 'main.tf': used }), [undefined, undefined, undefined]);
});

test('nor in a resource of which others take parts', () => {
  const data = `data "google_iam_policy" "p" {
  binding {
    role    = "roles/storage.admin"
    members = []
  }
  binding {
    role    = "roles/storage.objectViewer"
    members = ["user:a@example.org", "user:a@example.org"]
  }
}
`;
  const found = (main: string) => offered({ 'data.tf': data, 'main.tf': main });
  const whole =
    'resource "google_project_iam_policy" "p" {\n  project     = "p"\n  policy_data = data.google_iam_policy.p.policy_data\n}\n';
  assert.deepEqual(found(whole), [undefined, undefined]);
  for (const part of [
    'tolist(data.google_iam_policy.p.binding)[1]',
    'data.google_iam_policy.p',
    '"${length(data.google_iam_policy.p.binding)}"',
    'data.google_iam_policy.p[*].binding',
  ])
    assert.deepEqual(found(whole + reading(part)), ['readElsewhere', 'readElsewhere'], part);
  assert.deepEqual(found(reading('data.google_iam_policy.other.binding')), [undefined, undefined]);
});
