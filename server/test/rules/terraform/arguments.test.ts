import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { inspectAll } from '../inspect';

/** `<rule> <message> <marked text>` of what is refused in a resource. */
function refused(
  text: string,
  others: Readonly<Record<string, string>> = {},
  name = 'main.tf',
  settings = {},
): readonly string[] {
  return inspectAll({ [name]: text, ...others }, { settings }).flatMap(({ finding, told }) => {
    const [, rule] = /^terraform\/(.*-argument|.*-type|.*-value)$/.exec(finding.rule.id) ?? [];
    return rule ? [`${rule} ${told}`] : [];
  });
}

const member = (more: string) => `resource "google_project_iam_member" "a" {\n${more}\n}\n`;
const role = 'project = "p"\nrole = "roles/browser"\nmember = "user:kim@example.org"';

/** What `terraform validate` says with the real provider: server/test/rules/terraform/provider.jsonl, one text with one slip a line. */
interface Recorded {
  readonly id: string;
  readonly text: string;
  readonly refused: readonly { readonly line: number; readonly what: string }[];
}

const recorded: readonly Recorded[] = readFileSync('server/test/rules/terraform/provider.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('arguments of resources, as the provider takes them', () => {
  test('of the recorded texts that the provider refuses nearly all are told, at their place', () => {
    const missed = recorded.filter(({ text, refused: places }) => {
      if (places.length === 0) return false;
      const lines = inspectAll({ 'main.tf': text }).flatMap(({ file, finding }) =>
        finding.severity === 'error' || finding.severity === 'warning'
          ? [file.text.slice(0, finding.offset + finding.range.start).split('\n').length]
          : [],
      );
      return !places.some(({ line }) => lines.some((one) => Math.abs(one - line) <= 1));
    });
    // `awws` is near to no block, and what is wrong in a set is told by the provider at the resource's first line and here where it is.
    assert.deepEqual(
      missed.map(({ id }) => id),
      ['v0417', 'v0478', 'v0479', 'v0483'],
    );
  });

  test('what the provider takes is refused by none of its rules', () => {
    assert.ok(recorded.filter((one) => one.refused.length === 0).length > 250);
    for (const one of recorded) if (one.refused.length === 0) assert.deepEqual(refused(one.text), [], one.id);
  });

  test('meta-arguments, dynamic blocks and what a function gives are no slips', () => {
    assert.deepEqual(
      refused(member(`${role}\nfor_each = var.all\ndepends_on = [x.y]\nprovider = google.eu\nlifecycle {\n}`)),
      [],
    );
    const dynamic = 'dynamic "condition" {\n  for_each = var.c\n  content {\n    title = "t"\n    expression = "true"\n  }\n}';
    assert.deepEqual(refused(member(`${role}\n${dynamic}\n${dynamic}`)), []);
    assert.deepEqual(refused(member('project = "p"\nrole = one(["a"])\nmember = var.m')), []);
    assert.deepEqual(refused(member('project = "p"\nrole = "${var.r}"\nmember = null == null ? var.a : var.b')), []);
    assert.deepEqual(
      refused('resource "google_project_iam_binding" "a" {\nproject = "p"\nrole = "r"\nmembers = "${var.m}"\n}\n'),
      [],
    );
  });

  test('a dynamic block’s content is judged like the block', () => {
    const content = 'dynamic "condition" {\n  for_each = var.c\n  content {\n    titel = "t"\n    expression = "true"\n  }\n}';
    assert.deepEqual(refused(member(`${role}\n${content}`)), ['unknown-argument misspelt titel']);
  });

  test('a resource that nobody has published, and one that is half typed, lack nothing', () => {
    assert.deepEqual(refused('resource "google_made_up" "a" {\n  nmae = []\n}\n'), []);
    assert.deepEqual(refused('resource "aws_iam_role" "a" {\n  nmae = []\n}\n'), []);
    assert.deepEqual(refused('resource "google_project_iam_member" "a" {\n  role = \n'), []);
    assert.deepEqual(refused('ephemeral "google_service_account_key" "a" {\n  nmae = []\n}\n'), []);
  });

  test('an override file may bring what is absent', () => {
    const text = member('role = "roles/browser"\nmember = "user:kim@example.org"');
    assert.deepEqual(refused(text), ['missing-argument missing resource "google_project_iam_member" "a"']);
    assert.deepEqual(refused(text, { 'main_override.tf': member('project = "p"') }), []);
  });

  test('one slip is told once: what a misspelt name stands for isn’t missing', () => {
    assert.deepEqual(refused(member('proect = "p"\nrole = "roles/browser"\nmember = "user:kim@example.org"')), [
      'unknown-argument misspelt proect',
    ]);
  });

  test('values are those that names come to', () => {
    const role = (stage: string) =>
      `resource "google_project_iam_custom_role" "a" {\n  role_id = "abc"\n  title = "t"\n  permissions = ["a.b.c"]\n  stage = ${stage}\n}\n`;
    assert.deepEqual(refused(`${role('local.stage')}locals {\n  stage = "ga"\n}\n`), ['invalid-value choice "ga"']);
    assert.deepEqual(refused(`${role('var.stage')}variable "stage" {\n}\n`), []);
    assert.deepEqual(refused(`${role('var.stage')}variable "stage" {\n  default = ""\n}\n`), []);
    assert.deepEqual(refused(role('"${var.stage}"')), []);
    assert.deepEqual(refused(role('"EAP"')), []);
  });

  test('an argument written as a block, and a block as an argument', () => {
    const pool = (more: string) =>
      `resource "google_iam_workload_identity_pool_provider" "a" {\n  workload_identity_pool_id = "pool"\n  workload_identity_pool_provider_id = "ci-main"\n  ${more}\n}\n`;
    assert.deepEqual(refused(pool('oidc = {\n    issuer_uri = "https://x.example.org"\n  }')), ['wrong-type block oidc']);
    const saml = 'saml {\n    idp_metadata_xml = "<a/>"\n  }';
    assert.deepEqual(refused(pool(`${saml}\n  attribute_mapping {\n  }`)), ['wrong-type argument attribute_mapping']);
  });

  test('.tf.json writes blocks as objects and lists of them', () => {
    const json = (condition: unknown) =>
      JSON.stringify({
        resource: { google_project_iam_member: { a: { project: 'p', role: 'r', member: 'user:kim@example.org', condition } } },
      });
    const whole = { title: 't', expression: 'true' };
    assert.deepEqual(refused(json(whole), {}, 'main.tf.json'), []);
    assert.deepEqual(refused(json([whole]), {}, 'main.tf.json'), []);
    assert.deepEqual(refused(json({ title: 't' }), {}, 'main.tf.json'), ['missing-argument missing "condition"']);
    assert.deepEqual(refused(json([whole, whole]), {}, 'main.tf.json'), [
      'duplicate-argument tooMany {"title":"t","expression":"true"}',
    ]);
  });

  test('names are silent where somebody else tells them, values are not', () => {
    const text = member('proect = "p"\nrole = ["roles/browser"]\nmember = "user:kim@example.org"');
    const off = { 'terraform.arguments': 'off' };
    assert.deepEqual(refused(text, {}, 'main.tf', off), ['wrong-type text ["roles/browser"]']);
    assert.equal(refused(text, {}, 'main.tf', { 'terraform.arguments': 'on' }).length, 2);
  });

  test('a block that is written as the API writes it is renamed', () => {
    const text =
      'resource "google_project_iam_audit_config" "a" {\n  project = "p"\n  service = "allServices"\n  auditLogConfig {\n    log_type = "DATA_READ"\n  }\n}\n';
    assert.deepEqual(refused(text), ['unknown-argument misspelt auditLogConfig']);
  });
});
