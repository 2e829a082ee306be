import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '../../../rules/inspect';
import { cannotBe, coloured, isSaid, offered, readAs, said, taken } from './asked';

const wrong = (name: string, text: string) => told('file/wrong-shape', { [name]: text });

const block = (inner: string, type = 'google_org_policy_policy') => `resource "${type}" "a" {\n  ${inner}\n}\n`;
const rule = (inner: string) => block(`spec {\n    rules {\n      ${inner}\n    }\n  }`);
const legacyBlock = (inner: string, type = 'google_project_organization_policy') => block(inner, type);
const policy = (inner: string) => `name: projects/p/policies/iam.allowedPolicyMemberDomains\nspec:\n  ${inner}\n`;
const legacy = (inner: string) => `{"constraint":"constraints/iam.allowedPolicyMemberDomains",${inner}}`;

test('keys and words are told in Terraform', () => {
  isSaid('a.tf', block('dry_run‸_spec {\n  }'), /^The policy of a dry run/);
  isSaid('a.tf', rule('enf‸orce = "TRUE"'), /^Whether the constraint is enforced/);
  isSaid('a.tf', rule('enforce = "TR‸UE"'), /^Yes\./);
  isSaid('a.tf', rule('values {\n denied_‸values = []\n }'), /^The values that are denied/);
  for (const [type, parent] of [
    ['google_project_organization_policy', 'project'],
    ['google_folder_organization_policy', 'folder'],
    ['google_organization_policy', 'org_id'],
  ] as const) {
    isSaid('a.tf', legacyBlock(`‸${parent} = "x"`, type), /^What the policy is set on/);
    isSaid('a.tf', legacyBlock('list_policy {\n allow {\n a‸ll = true\n }\n }', type), /^Allows every value/);
  }
  assert.equal(said('a.tf', `data "google_organization_policy" "a" {\n  con‸straint = "x"\n}\n`), '');
});

test('keys and words are told in documents of both versions', () => {
  isSaid('a.yaml', policy('ru‸les: []'), /^What the constraint allows or enforces/);
  isSaid('a.yaml', policy('rules:\n  - condition:\n      expr‸ession: "true"'), /^Expression in CEL/);
  isSaid('a.json', legacy('"listPolicy":{"allValues":"DE‸NY"}'), /^Every value is denied/);
  isSaid('a.json', `[${legacy('"booleanPolicy":{}')},${legacy('"booleanPolicy":{"enfor‸ced":true}')}]`, /enforced/);
  isSaid('a.json', `{"policies":[${legacy('"restore‸Default":{}')}]}`, /^Ignores all policies above/);
});

test('keys and words are offered', () => {
  assert.deepEqual(offered('a.tf', rule('allow‸')), ['allow_all']);
  assert.deepEqual(offered('a.tf', rule('enforce = "‸"')), ['TRUE', 'FALSE']);
  assert.deepEqual(offered('a.tf', legacyBlock('boolean_policy {\n enforced = ‸\n }')), ['true', 'false']);
  assert.ok(offered('a.tf', 'resource "google_organization_policy" "a" {\n  ‸').includes('org_id'));
  assert.deepEqual(offered('a.yaml', policy('inh‸')), ['inheritFromParent']);
  assert.deepEqual(offered('a.yaml', policy('rules:\n  - deny‸')), ['denyAll']);
  // Nothing but its name yet.
  assert.deepEqual(offered('a.yaml', 'name: folders/1/policies/iam.disableServiceAccountCreation\ndry‸\n'), ['dryRunSpec']);
  assert.deepEqual(offered('a.json', legacy('"boo‸"')), ['booleanPolicy']);
  assert.equal(taken('a.json', legacy('"listPolicy":{"allValues":"‸"}'), 'DENY'), legacy('"listPolicy":{"allValues":"DENY"}'));
});

test('words are coloured', () => {
  assert.deepEqual(coloured('a.tf', rule('enforce = "FALSE"')), ['FALSE']);
  assert.deepEqual(coloured('a.json', legacy('"listPolicy":{"allValues":"ALLOW"}')), ['ALLOW']);
});

test('it is named where somebody asks what was looked at', () => {
  assert.deepEqual(readAs('a.yaml', policy('reset: true')), ['Organization policy']);
  assert.deepEqual(readAs('a.json', legacy('"restoreDefault":{}')), ['Organization policy in the form of the first API version']);
});

test('values of a wrong shape are found', () => {
  assert.deepEqual(wrong('a.yaml', policy('rules:\n    enforce: true')), ['objects enforce: true']);
  assert.deepEqual(wrong('a.yaml', policy('rules:\n  - values: [is:C0123456]')), ['object [is:C0123456]']);
  assert.deepEqual(wrong('a.yaml', policy('rules:\n  - values:\n      allowedValues: is:C0123456')), ['texts is:C0123456']);
  assert.deepEqual(wrong('a.json', legacy('"booleanPolicy":{"enforced":[true]}')), ['boolean [true]']);
  assert.deepEqual(wrong('a.json', legacy('"booleanPolicy":{},"listPolicy":"ALLOW"')), ['object "ALLOW"']);
});

test('legal spellings are none', () => {
  for (const text of [
    policy('rules:\n  - enforce: "TRUE"'),
    policy('rules:'),
    policy('rules:\n  - '),
    policy('rules: null'),
    policy('rules: {{ rules }}'),
    policy('reset: true\nunknown: [1]'),
    policy('rules:\n  - enforce: true\n    parameters:\n      allowedMemberSubjects: [user:kim@example.org]'),
    // As Terraform's provider takes it, written by another tool: braces may be a template's.
    `parent: projects/p\n${policy('rules:\n  - parameters: "{}"')}`,
    // Config Connector's.
    `apiVersion: orgpolicy.cnrm.cloud.google.com/v1beta1\nkind: OrgPolicyPolicy\n${policy('rules: x')}`,
    'name: projects/p/alertPolicies/1\nspec:\n  rules: x\n',
    'name: a/policies/b\nspec:\n  rules: x\n',
  ])
    assert.deepEqual(wrong('a.yaml', text), [], text);
  assert.deepEqual(cannotBe('a.tf', block('spec = "x"\n  name = ["a"]')), ['spec', 'name']);
  assert.deepEqual(cannotBe('a.tf', rule('values = "x"\n parameters = ["a"]')), ['values', 'parameters']);
  for (const inner of [
    'enforce = var.enforce',
    'enforce = true',
    'values = null',
    'parameters = jsonencode({ a = 1 })',
    'dynamic "values" {\n for_each = var.values\n content {\n allowed_values = values.value\n }\n }',
    'values {\n allowed_values = concat(var.a, ["is:C0123456"])\n }',
    'values',
    'values {',
  ])
    assert.deepEqual(cannotBe('a.tf', rule(inner)), [], inner);
  const inJson = (inner: string) => `{"resource":{"google_org_policy_policy":{"a":${inner}}}}`;
  for (const inner of ['{"spec":{"rules":{"enforce":"TRUE"}}}', '[{"spec":[{"rules":[{"values":[{}]}]}]}]', '{"spec":null}'])
    assert.deepEqual(wrong('a.tf.json', inJson(inner)), [], inner);
  assert.deepEqual(wrong('a.tf', block('spec = "x"')), []);
});
