import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixed, inspectAll } from '../../rules/inspect';

const module = (source: string, inputs: string) => `module "m" {\n  source = "${source}"\n${inputs}\n}\n`;
const iam = (name: string) => `terraform-google-modules/iam/google//modules/${name}`;
const fabric = (name: string) => `github.com/GoogleCloudPlatform/cloud-foundation-fabric//modules/${name}?ref=v38.0.0`;

/** `<rule> <marked text>` of all findings of warning or above. */
function told(text: string, more: Readonly<Record<string, string>> = {}, name = 'main.tf'): string[] {
  return inspectAll({ [name]: text, ...more })
    .filter(({ finding: { severity } }) => severity === 'error' || severity === 'warning')
    .map(({ finding, told }) => `${finding.rule.id.replace('allow-policy/', '')} ${told.slice(told.indexOf(' ') + 1)}`);
}

const publicBinding = 'bindings = { "roles/storage.admin" = ["allUsers"] }';

describe('what calls of published modules grant', () => {
  test('the iam family by its submodules, whichever way the source is written', () => {
    for (const name of ['projects_iam', 'folders_iam', 'organizations_iam', 'storage_buckets_iam', 'pubsub_topics_iam'])
      assert.deepEqual(told(module(iam(name), publicBinding)), ['public-access "allUsers"'], name);
    for (const source of [
      'registry.example.org/terraform-google-modules/iam/google//modules/projects_iam',
      'git::https://github.com/terraform-google-modules/terraform-google-iam.git//modules/projects_iam?ref=v7.7.1',
      'github.com/terraform-google-modules/terraform-google-iam//modules/projects_iam',
      'git@github.com:terraform-google-modules/terraform-google-iam.git//modules/projects_iam',
      'git::ssh://git@github.com/terraform-google-modules/terraform-google-iam.git//modules/projects_iam?ref=main',
    ])
      assert.deepEqual(told(module(source, publicBinding)), ['public-access "allUsers"'], source);
  });

  test('modules that are not known, folders and inputs of another meaning stay silent', () => {
    for (const source of [
      'acme/iam/google//modules/projects_iam',
      './modules/projects_iam',
      iam('audit_config'),
      iam('unheard_of'),
    ])
      assert.deepEqual(told(module(source, publicBinding)), [], source);
    assert.deepEqual(told(module(iam('projects_iam'), 'others = { "roles/storage.admin" = ["allUsers"] }')), []);
    assert.deepEqual(told(module(iam('projects_iam'), 'bindings = var.bindings')), []);
    assert.deepEqual(told(module(iam('projects_iam'), 'bindings = { (var.role) = var.members }')), []);
  });

  test('conditions, and roles of one account', () => {
    const conditional = `conditional_bindings = [{
    role        = "roles/owner"
    title       = "t"
    description = ""
    expression  = "request.tme < timestamp(\\"2027-01-01T00:00:00Z\\")"
    members     = ["usr:kim@example.org"]
  }]`;
    assert.deepEqual(told(module(iam('projects_iam'), conditional)).sort(), [
      'basic-role "roles/owner"',
      'condition-unknown-attribute tme',
      'invalid-member "usr:kim@example.org"',
    ]);
    const account = `service_account_address = "a@p.iam.gserviceaccount.com"
  project_roles = ["roles/editor", "roles/veiwer"]`;
    assert.deepEqual(told(module(iam('member_iam'), account)), ['basic-role "roles/editor"', 'unknown-role "roles/veiwer"']);
  });

  test('values that Terraform works out: locals, loops, merge, each.value', () => {
    const text = `locals {
  everybody = ["allUsers"]
  roles     = { view = "roles/storage.admin" }
}
${module(iam('storage_buckets_iam'), 'bindings = merge({ for k, r in local.roles : r => local.everybody }, {})')}
module "each" {
  source   = "${iam('storage_buckets_iam')}"
  for_each = { a = "allAuthenticatedUsers", b = "user:kim@example.org" }
  bindings = { "roles/storage.admin" = [each.value] }
}
`;
    const found = told(text);
    assert.ok(
      found.some((one) => one === 'public-access "allUsers"'),
      found.join('\n'),
    );
    assert.ok(
      found.some((one) => one === 'public-access "allAuthenticatedUsers"'),
      found.join('\n'),
    );
    assert.equal(found.length, 2);
  });

  test('project-factory, kms, cloud-storage and service-accounts', () => {
    const google = (name: string, inputs: string) => told(module(`terraform-google-modules/${name}`, inputs));
    assert.deepEqual(google('project-factory/google', 'sa_role = "roles/editor"'), ['basic-role "roles/editor"']);
    assert.deepEqual(google('project-factory/google', 'group_role = "roles/owner"'), []);
    assert.deepEqual(google('project-factory/google', 'group_role = "roles/owner"\n  group_name = "g"'), [
      'basic-role "roles/owner"',
    ]);
    assert.deepEqual(
      google('kms/google', 'set_decrypters_for = ["k"]\n  decrypters = ["allUsers", "user:a@example.org,allUsers"]'),
      ['public-access "allUsers"'],
    );
    assert.deepEqual(google('kms/google', 'decrypters = ["allUsers"]'), []);
    assert.deepEqual(google('cloud-storage/google', 'set_viewer_roles = true\n  viewers = ["allUsers"]'), [
      'public-access "allUsers"',
    ]);
    assert.deepEqual(google('cloud-storage/google', 'set_viewer_roles = false\n  viewers = ["allUsers"]'), []);
    assert.deepEqual(
      google(
        'cloud-storage/google//modules/simple_bucket',
        'iam_members = [{ role = "roles/storage.admin", member = "allUsers" }]',
      ),
      ['public-access "allUsers"'],
    );
    assert.deepEqual(google('service-accounts/google', 'project_roles = ["p=>roles/editor", "p=>roles/viewer"]'), [
      'basic-role "p=>roles/editor"',
    ]);
  });

  test("Fabric's modules", () => {
    const text = module(
      fabric('project'),
      `iam = { "roles/storage.admin" = ["allUsers"], "$custom_roles:own" = ["$iam_principals:x", "user:kim@example.org"] }
  iam_bindings = { a = { role = "roles/editor", members = ["user:kim@example.org"], condition = { title = "t", expression = "request.tme" } } }
  iam_bindings_additive = { b = { role = "roles/viewer", member = "usr:kim@example.org" } }
  iam_by_principals = { "domain:example.org" = ["roles/owner"], "allUsers" = ["roles/browser"] }`,
    );
    assert.deepEqual([...told(text)].sort(), [
      'basic-role "roles/editor"',
      'basic-role "roles/owner"',
      'condition-unknown-attribute tme',
      'invalid-member "usr:kim@example.org"',
      'public-access "allUsers"',
      'public-access "allUsers"',
    ]);
    assert.deepEqual(told(module(fabric('iam-service-account'), 'iam_project_roles = { p = ["roles/editor"] }')), [
      'basic-role "roles/editor"',
    ]);
  });

  test('a member of a list is taken away, a role is written anew in a list and as a key', () => {
    const two = 'bindings = { "roles/storage.admin" = ["allUsers", "user:kim@example.org"] }';
    assert.equal(
      fixed('allow-policy/public-access', { 'main.tf': module(iam('projects_iam'), two) }),
      module(iam('projects_iam'), 'bindings = { "roles/storage.admin" = ["user:kim@example.org"] }'),
    );
    const roles = (name: string) => `service_account_address = "a"\n  project_roles = ["${name}"]`;
    assert.equal(
      fixed('allow-policy/invalid-role', { 'main.tf': module(iam('member_iam'), roles('browser')) }),
      module(iam('member_iam'), roles('roles/browser')),
    );
    const inKey = module(iam('projects_iam'), 'bindings = { "browser" = ["user:kim@example.org"] }');
    assert.deepEqual(told(inKey), ['invalid-role "browser"']);
    assert.equal(
      fixed('allow-policy/invalid-role', { 'main.tf': inKey }),
      module(iam('projects_iam'), 'bindings = { "roles/browser" = ["user:kim@example.org"] }'),
    );
    const taken = module(iam('projects_iam'), 'bindings = { "browser" = [], "roles/browser" = ["user:kim@example.org"] }');
    assert.equal(fixed('allow-policy/invalid-role', { 'main.tf': taken }), undefined);
    const made = `locals {\n  roles = { browser = ["user:kim@example.org"] }\n}\n${module(iam('projects_iam'), 'bindings = local.roles')}`;
    assert.deepEqual(told(made), ['invalid-role local.roles']);
    assert.equal(fixed('allow-policy/invalid-role', { 'main.tf': made }), undefined);
    const factory = (role: string) => `iam_by_principals: {}\niam:\n  roles/viewer: []\n  ${role}: [user:kim@example.org]\n`;
    assert.equal(fixed('allow-policy/unknown-role', { 'a.yaml': factory('roles/browsr') }), factory('roles/browser'));
  });

  test("a copy of Fabric's modules that isn't here; one that is here is followed", () => {
    const call = module('../../modules/project', 'iam = { "roles/storage.admin" = ["allUsers"] }');
    assert.deepEqual(told(call, {}, 'stages/a/main.tf'), ['public-access "allUsers"']);
    assert.deepEqual(told(call, { 'modules/project/variables.tf': 'variable "iam" {}\n' }, 'stages/a/main.tf'), []);
    assert.deepEqual(told(module('../../modules/project', 'iam = { admins = ["allUsers"] }'), {}, 'stages/a/main.tf'), []);
    assert.deepEqual(told(module('../../modules/chart', 'iam = { "roles/viewer" = ["allUsers"] }'), {}, 'stages/a/main.tf'), []);
  });
});

describe('files of variables of any name', () => {
  const uses = {
    'main.tf': `variable "members" {}
variable "admins" {}
variable "extra" {}
variable "bound" {}
variable "text" {}
variable "passed" {}
resource "google_project_iam_binding" "a" {
  project = "p"
  role    = "roles/viewer"
  members = var.members
}
resource "google_project_iam_member" "b" {
  for_each = toset(var.extra)
  project  = "p"
  role     = each.value
  member   = "user:kim@example.org"
}
resource "google_project_iam_binding" "c" {
  for_each = var.bound
  project  = "p"
  role     = each.key
  members  = each.value
}
module "iam" {
  source   = "${iam('projects_iam')}"
  bindings = var.admins
}
module "own" {
  source = "./own"
  who    = var.passed
}
`,
    'own/main.tf': `variable "who" {}
resource "google_project_iam_member" "m" {
  project = "p"
  role    = "roles/viewer"
  member  = var.who
}
`,
  };
  const values = `members = ["allUsers", "usr:kim@example.org", "user:kim@example.org"]
admins  = { "roles/owner" = ["user:kim@example.org"] }
extra   = ["roles/editor"]
bound   = { "roles/storage.admin" = ["allAuthenticatedUsers"] }
text    = ["allUsers"]
passed  = "allUsers"
`;

  test('dangerous and malformed values of variables that are used as roles or members, on the literal', () => {
    const found = [
      'public-access "allUsers"',
      'invalid-member "usr:kim@example.org"',
      'basic-role "roles/owner"',
      'basic-role "roles/editor"',
      'public-access "allAuthenticatedUsers"',
      'public-access "allUsers"',
    ].sort();
    assert.deepEqual(told(values, uses, 'prod.tfvars').sort(), found);
    assert.deepEqual(told(values, uses, 'envs/prod.tfvars').sort(), found);
  });

  test('of two files neither speaks against the other, and nothing follows for the module', () => {
    const more = { ...uses, 'dev.tfvars': 'members = []\n' };
    assert.equal(told(values, more, 'prod.tfvars').length, 6);
    assert.deepEqual(told('members = []\n', { ...uses, 'prod.tfvars': values }, 'dev.tfvars'), []);
    const { 'main.tf': main, ...others } = uses;
    assert.deepEqual(told(main, { ...others, 'prod.tfvars': values }), []);
  });

  test('what no module declares or uses stays silent', () => {
    assert.deepEqual(told(values, {}, 'prod.tfvars'), []);
    // What Terraform reads by itself is told where it is used.
    assert.deepEqual(told(values, uses, 'terraform.tfvars'), []);
    assert.deepEqual(told('others = ["allUsers"]\n', uses, 'prod.tfvars'), []);
  });

  test('a member is taken out of its list', () => {
    const after = fixed('allow-policy/public-access', { 'prod.tfvars': values, ...uses });
    assert.equal(after, values.replace('"allUsers", ', ''));
  });
});

describe("Fabric's factories", () => {
  const yaml = (text: string) => told(text, {}, 'projects/app.yaml');

  test('roles and members of projects, folders and what is in them', () => {
    const text = `parent: $folder_ids:teams/a
iam:
  roles/storage.admin:
    - allUsers
    - $iam_principals:gcp-admins
    - user:kim@example.org
  $custom_roles:own:
    - group:a@example.org
iam_bindings:
  a:
    role: roles/editor
    members: ["group:a@example.org"]
    condition:
      title: t
      expression: request.tme
iam_bindings_additive:
  b:
    role: roles/viewer
    member: usr:kim@example.org
iam_by_principals:
  group:b@example.org:
    - roles/owner
    - organizations/\${org}/roles/own
buckets:
  logs:
    iam:
      roles/storage.objectAdmin: [allAuthenticatedUsers]
`;
    assert.deepEqual(yaml(text).sort(), [
      'basic-role roles/editor',
      'basic-role roles/owner',
      'condition-unknown-attribute tme',
      'invalid-member usr:kim@example.org',
      'public-access allAuthenticatedUsers',
      'public-access allUsers',
    ]);
  });

  test('documents of others with such a key stay silent', () => {
    for (const text of [
      'iam:\n  enabled: true\n  members: [allUsers]\n',
      'iam:\n  roles/owner:\n    enabled: true\n',
      'iam:\n  admin: [allUsers]\n',
      'apiVersion: v1\nkind: X\niam:\n  roles/owner: [allUsers]\n',
      'items:\n- apiVersion: v1\n  kind: X\n  iam:\n    roles/owner: [allUsers]\n',
      'iam:\n  role: roles/owner\n  name: x\n',
      'provider:\n  iam:\n    role:\n      statements:\n        - Effect: Allow\n          Principal: "*"\n',
    ])
      assert.deepEqual(yaml(text), [], text);
  });

  test('what stands in the file is repaired there', () => {
    const text = 'iam:\n  roles/storage.admin:\n    - allUsers # for now\n    - user:kim@example.org\n';
    assert.equal(
      fixed('allow-policy/public-access', { 'a.yaml': text }),
      'iam:\n  roles/storage.admin:\n    - user:kim@example.org\n',
    );
  });
});
