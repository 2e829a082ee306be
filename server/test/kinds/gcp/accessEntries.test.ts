import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixed, inspect, inspectAll } from '../../rules/inspect';
import { isSaid, offered } from './shapes/asked';

/** `<rule> <severity> <marked text>` of what rules on grants say. */
function all(text: string, name = 'main.tf', more: Readonly<Record<string, string>> = {}): readonly string[] {
  return inspectAll({ [name]: text, ...more })
    .filter(({ finding }) => !finding.rule.id.startsWith('terraform/'))
    .map(({ finding, told }) => `${finding.rule.id} ${finding.severity} ${told.replace(/^\S+ /, '')}`);
}

const isPublic = 'allow-policy/public-access';

function dataset(...blocks: readonly string[]): string {
  const access = blocks.map((block) => `\n  access {\n${block.replace(/^/gm, '    ')}\n  }\n`);
  return `resource "google_bigquery_dataset" "logs" {\n  dataset_id = "logs"\n  location   = "EU"\n${access.join('')}}\n`;
}

const own = 'role          = "OWNER"\nuser_by_email = "kim@example.org"';

describe('the access of a dataset', () => {
  test('is found fault with as a policy is', () => {
    const open = 'role          = "READER"\nspecial_group = "allAuthenticatedUsers"';
    assert.deepEqual(all(dataset(own, open)), [`${isPublic} error "allAuthenticatedUsers"`]);
    for (const who of ['allUsers', 'allAuthenticatedUsers'])
      assert.deepEqual(all(dataset(`role       = "roles/bigquery.dataViewer"\niam_member = "${who}"`)), [
        `${isPublic} error "${who}"`,
      ]);
    assert.deepEqual(all(dataset('role       = "READER"\niam_member = "usr:kim@example.org"')), [
      'allow-policy/invalid-member error "usr:kim@example.org"',
    ]);
    assert.deepEqual(all(dataset('role          = "WRITER"\nuser_by_email = "kim@gmail.com"')), [
      'allow-policy/external-member information "kim@gmail.com"',
    ]);
    assert.deepEqual(all(dataset('role          = "roles/owner"\nuser_by_email = "kim@example.org"')), [
      'allow-policy/basic-role warning "roles/owner"',
    ]);
    assert.deepEqual(all(dataset('role       = "roles/bigquery.dataVewer"\niam_member = "group:a@example.org"')), [
      'allow-policy/unknown-role warning "roles/bigquery.dataVewer"',
    ]);
  });

  test('knows people and domains of the organization', () => {
    const settings = { organizationDomains: ['example.org'] };
    const marked = (text: string) =>
      inspect('allow-policy/external-member', { 'main.tf': text }, { settings }).map(({ told }) => told);
    assert.deepEqual(marked(dataset('role   = "READER"\ndomain = "partner.example"')), ['outside "partner.example"']);
    assert.deepEqual(marked(dataset('role           = "READER"\ngroup_by_email = "a@partner.example"')), [
      'outside "a@partner.example"',
    ]);
    assert.deepEqual(marked(dataset('role   = "READER"\ndomain = "eu.example.org"', own)), []);
  });

  test('is silent where all is right, or isn’t told', () => {
    for (const block of [
      own,
      'role          = "OWNER"\nspecial_group = "projectOwners"',
      'role          = "WRITER"\nuser_by_email = "web-app@example-project.iam.gserviceaccount.com"',
      'role           = "READER"\ngroup_by_email = var.group',
      'role          = var.role\nspecial_group = var.people',
      'view {\n  project_id = "p"\n  dataset_id = "d"\n  table_id   = "t"\n}',
      'routine {\n  project_id = "p"\n  dataset_id = "d"\n  routine_id = "r"\n}',
      'role          = "READER"\nuser_by_email = "${var.name}@example.org"',
    ])
      assert.deepEqual(all(dataset(block, block)), [], block);
  });

  test('is read as often as Terraform makes it', () => {
    const made = `resource "google_bigquery_dataset" "logs" {
  for_each   = { eu = "allUsers", us = "group:a@example.org" }
  dataset_id = each.key

  dynamic "access" {
    for_each = [each.value]
    content {
      role       = "READER"
      iam_member = access.value
    }
  }
}
`;
    assert.deepEqual(all(made), [`${isPublic} error "allUsers"`]);
    const access = `variable "role" {}

resource "google_bigquery_dataset_access" "it" {
  count         = 2
  dataset_id    = "logs"
  role          = var.role
  special_group = ["projectOwners", "allAuthenticatedUsers"][count.index]
}
`;
    assert.deepEqual(all(access), [`${isPublic} warning "allAuthenticatedUsers"`]);
    const passed = `locals {
  access = [{ role = "READER", user_by_email = "kim@gmail.com" }, { role = "READER", special_group = "allAuthenticatedUsers" }]
}

resource "google_bigquery_dataset" "logs" {
  dataset_id = "logs"

  dynamic "access" {
    for_each = local.access
    content {
      role          = lookup(access.value, "role", null)
      iam_member    = lookup(access.value, "iam_member", null)
      user_by_email = lookup(access.value, "user_by_email", null)
      special_group = lookup(access.value, "special_group", null)
    }
  }
}
`;
    assert.deepEqual(all(passed), [
      'allow-policy/external-member information "kim@gmail.com"',
      `${isPublic} error "allAuthenticatedUsers"`,
    ]);
    const json = {
      resource: {
        google_bigquery_dataset: { logs: { dataset_id: 'logs', access: [{ role: 'READER', iam_member: 'allUsers' }] } },
      },
    };
    assert.deepEqual(all(JSON.stringify(json), 'main.tf.json'), [`${isPublic} error "allUsers"`]);
  });

  test('loses the block that lets everybody in', () => {
    const open = 'role          = "READER"\nspecial_group = "allAuthenticatedUsers"';
    assert.equal(fixed(isPublic, { 'main.tf': dataset(own, open) }), dataset(own));
    const one =
      'resource "google_bigquery_dataset_access" "it" {\n  dataset_id = "logs"\n  role       = "READER"\n  iam_member = "allUsers"\n}\n';
    assert.equal(fixed(isPublic, { 'main.tf': one })?.trim(), '');
    assert.match(
      fixed('allow-policy/invalid-member', {
        'main.tf': dataset('role       = "READER"\niam_member = "User:kim@example.org"'),
      }) ?? '',
      /iam_member = "user:kim@example.org"/,
    );
  });
});

function acl(type: string, body: string): string {
  return `resource "google_storage_${type}" "site" {\n  bucket = "example-site"\n  ${body}\n}\n`;
}

describe('an access list of Cloud Storage', () => {
  test('is found fault with as a policy is', () => {
    assert.deepEqual(all(acl('bucket_acl', 'role_entity = ["OWNER:user-kim@example.org", "READER:allUsers"]')), [
      `${isPublic} error "READER:allUsers"`,
    ]);
    assert.deepEqual(all(acl('bucket_acl', 'predefined_acl = "publicReadWrite"')), [`${isPublic} error "publicReadWrite"`]);
    assert.deepEqual(all(acl('bucket_acl', 'default_acl = "publicRead"')), [`${isPublic} warning "publicRead"`]);
    assert.deepEqual(all(acl('default_object_acl', 'role_entity = ["READER:allAuthenticatedUsers"]')), [
      `${isPublic} warning "READER:allAuthenticatedUsers"`,
    ]);
    assert.deepEqual(all(acl('object_acl', 'object = "o"\n  role_entity = ["OWNER:allUsers"]')), [
      `${isPublic} error "OWNER:allUsers"`,
    ]);
    for (const type of ['bucket_access_control', 'default_object_access_control', 'object_access_control'])
      assert.equal(all(acl(type, 'role   = "OWNER"\n  entity = "allUsers"')).length, 1, type);
    assert.deepEqual(all(acl('bucket_access_control', 'role   = "READER"\n  entity = "user-kim@gmail.com"')), [
      'allow-policy/external-member information "user-kim@gmail.com"',
    ]);
  });

  test('is silent where all is right, or isn’t told', () => {
    for (const body of [
      'role_entity = ["OWNER:project-owners-123", "READER:group-a@example.org", "WRITER:user-web-app@example-project.iam.gserviceaccount.com"]',
      'role_entity = var.entities',
      'role_entity = ["READER:${var.who}"]',
      'role_entity = ["READER"]',
      'predefined_acl = "projectPrivate"',
      'predefined_acl = var.acl',
    ])
      assert.deepEqual(all(acl('bucket_acl', body)), [], body);
    assert.deepEqual(all(acl('bucket_access_control', 'role   = "OWNER"\n  entity = "user-0123456789abcdef"')), []);
    // Other clouds and other resources have such words, too.
    assert.deepEqual(
      all('resource "aws_s3_bucket_acl" "a" {\n  acl         = "public-read"\n  role_entity = ["READER:allUsers"]\n}\n'),
      [],
    );
    assert.deepEqual(all('data "google_bigquery_dataset" "a" {\n  access = [{ iam_member = "allUsers" }]\n}\n'), []);
  });

  test('loses what lets everybody in', () => {
    const two = acl('bucket_acl', 'role_entity = ["OWNER:user-kim@example.org", "READER:allUsers"]');
    assert.equal(fixed(isPublic, { 'main.tf': two }), two.replace(', "READER:allUsers"', ''));
    const word = acl('bucket_acl', 'predefined_acl = "publicRead"');
    assert.equal(fixed(isPublic, { 'main.tf': word }), word.replace('publicRead', 'private'));
    const shared = `locals {\n  entities = ["READER:allUsers"]\n}\n\n${acl('bucket_acl', 'role_entity = local.entities')}`;
    const [found] = inspect(isPublic, { 'main.tf': shared });
    const [fix] = found?.finding.fixes() ?? [];
    assert.equal(fix && 'disabled' in fix && fix.disabled, 'notLiteral');
    assert.equal(
      fixed(isPublic, { 'main.tf': acl('bucket_access_control', 'role   = "OWNER"\n  entity = "allUsers"') })?.trim(),
      '',
    );
  });
});

test('keys and words are told and offered', () => {
  isSaid('main.tf', dataset(own).replace('user_by', 'user‸_by'), /without a prefix/);
  isSaid(
    'main.tf',
    dataset(own.replace('user_by_email = "kim@example.org"', 'special_group = "project‸Owners"')),
    /owners of the project/,
  );
  isSaid('main.tf', dataset(own).replace('"OWNER"', '"OW‸NER"'), /BigQuery/);
  isSaid('main.tf', acl('bucket_acl', 'role_en‸tity = []'), /ROLE:entity/);
  isSaid('main.tf', acl('bucket_access_control', 'role = "WRI‸TER"'), /write/);
  assert.ok(offered('main.tf', dataset('special_group = "‸"')).includes('projectReaders'));
  assert.ok(offered('main.tf', dataset('iam_member = "‸"')).some((label) => label.startsWith('serviceAccount:')));
});
