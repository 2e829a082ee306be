import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderOf, run } from './program';

// Modelled on what published landing zones do, with the modules in the repository.

const member = (name: string, loop: string, role: string, who: string, type = 'google_project_iam_member') =>
  `resource "${type}" "${name}" {
  for_each = ${loop}
  ${type.startsWith('google_folder') ? 'folder = "folders/1"' : 'project = var.project'}
  role     = ${role}
  member   = ${who}
}
`;

const fabricIam = `variable "project" {}
variable "iam" {
  type    = map(list(string))
  default = {}
}
variable "iam_by_principals" {
  type    = map(list(string))
  default = {}
}
variable "iam_bindings" {
  type = map(object({
    role      = string
    members   = list(string)
    condition = optional(object({ title = string, expression = string, description = optional(string) }))
  }))
  default = {}
}
variable "iam_bindings_additive" {
  type    = map(object({ role = string, member = string }))
  default = {}
}
locals {
  _iam_principal_roles = distinct(flatten(values(var.iam_by_principals)))
  _iam_principals = {
    for r in local._iam_principal_roles : r => [
      for k, v in var.iam_by_principals : k if try(index(v, r), null) != null
    ]
  }
  iam = {
    for role in distinct(concat(keys(var.iam), keys(local._iam_principals))) : role => concat(
      try(var.iam[role], []), try(local._iam_principals[role], [])
    )
  }
}
resource "google_project_iam_binding" "authoritative" {
  for_each = local.iam
  project  = var.project
  role     = each.key
  members  = each.value
}
resource "google_project_iam_binding" "bindings" {
  for_each = var.iam_bindings
  project  = var.project
  role     = each.value.role
  members  = each.value.members
  dynamic "condition" {
    for_each = each.value.condition == null ? [] : [""]
    content {
      expression  = each.value.condition.expression
      title       = each.value.condition.title
      description = each.value.condition.description
    }
  }
}
resource "google_project_iam_member" "additive" {
  for_each = var.iam_bindings_additive
  project  = var.project
  role     = each.value.role
  member   = each.value.member
}
`;

const zones: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a project factory over YAML': {
    'main.tf': `locals {
  _files   = fileset("\${path.module}/data", "*.yaml")
  projects = { for f in local._files : trimsuffix(f, ".yaml") => yamldecode(file("\${path.module}/data/\${f}")) }
}
module "projects" {
  source            = "./modules/project"
  for_each          = local.projects
  project           = "acme-\${each.key}"
  iam               = try(each.value.iam, {})
  iam_by_principals = try(each.value.iam_by_principals, {})
  iam_bindings      = lookup(each.value, "iam_bindings", {})
}
`,
    'data/app.yaml':
      'iam:\n  roles/viewer: [group:dev@example.org, user:kim@example.org]\niam_by_principals:\n  group:ops@example.org: [roles/viewer, roles/run.admin]\n',
    'data/net.yaml':
      'iam_bindings:\n  a:\n    role: roles/compute.networkAdmin\n    members: [group:net@example.org]\n    condition: {title: t, expression: "true"}\n',
    'modules/project/main.tf': fabricIam,
  },
  'folders by defaults that are merged': {
    'main.tf': `locals {
  defaults = { "roles/browser" = ["domain:example.org"] }
  folders = {
    dev  = { iam = { "roles/editor" = ["group:dev@example.org"] } }
    prod = { iam = { "roles/viewer" = ["group:dev@example.org"], "roles/browser" = ["group:ops@example.org"] } }
  }
}
module "folder" {
  source                = "./modules/folder"
  for_each              = local.folders
  project               = each.key
  iam                   = merge(local.defaults, each.value.iam)
  iam_bindings_additive = { audit = { role = "roles/iam.securityReviewer", member = "group:audit@example.org" } }
}
`,
    'modules/folder/main.tf': fabricIam,
  },
  'loops over roles and members': {
    'main.tf': `variable "project" { default = "acme-x" }
locals {
  team  = { "group:dev@example.org" = ["roles/viewer", "roles/logging.viewer"], "group:ops@example.org" = ["roles/run.admin"] }
  pairs = flatten([for who, roles in local.team : [for role in roles : { who = who, role = role }]])
}
${member('pairs', '{ for p in local.pairs : "$${p.who}-$${p.role}" => p }'.replaceAll('$$', '$'), 'each.value.role', 'each.value.who')}
${member('product', '{ for p in setproduct(["roles/viewer", "roles/browser"], ["user:a@example.org", "user:b@example.org"]) : join("/", p) => p }', 'each.value[0]', 'each.value[1]')}
resource "google_project_iam_member" "counted" {
  count   = length(local.team["group:dev@example.org"])
  project = var.project
  role    = element(local.team["group:dev@example.org"], count.index)
  member  = format("serviceAccount:%s", "a@\${var.project}.iam.gserviceaccount.com")
}
`,
  },
  'a bootstrap with accounts that are made': {
    'main.tf': `variable "project" { default = "acme-seed" }
variable "org_roles" {
  type    = list(string)
  default = ["roles/resourcemanager.folderAdmin", "roles/billing.user"]
}
locals {
  accounts = { org = "Organization", net = "Networks" }
  roles = {
    org = concat(["roles/browser"], var.org_roles)
    net = compact(["roles/compute.xpnAdmin", ""])
  }
  granted = merge([for key, roles in local.roles : { for role in roles : "\${key}=>\${role}" => { key = key, role = role } }]...)
}
resource "google_service_account" "tf" {
  for_each   = local.accounts
  project    = var.project
  account_id = "tf-\${each.key}"
}
resource "google_organization_iam_member" "org" {
  for_each = local.granted
  org_id   = "1234567"
  role     = each.value.role
  member   = "serviceAccount:\${google_service_account.tf[each.value.key].email}"
}
resource "google_service_account_iam_member" "build" {
  for_each           = google_service_account.tf
  service_account_id = each.value.name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = "group:build@example.org"
}
`,
  },
  'environments by their files of variables': {
    'envs/prod/main.tf': `variable "team" { type = map(object({ role = string, members = list(string) })) }
module "iam" {
  source   = "../../modules/bindings"
  bindings = { for key, one in var.team : one.role => one.members... }
}
`,
    'envs/prod/terraform.tfvars':
      'team = {\n  dev = { role = "roles/viewer", members = ["group:dev@example.org"] }\n  ops = { role = "roles/run.admin", members = ["group:ops@example.org", "user:kim@example.org"] }\n}\n',
    'modules/bindings/main.tf': `variable "bindings" { type = map(list(list(string))) }
data "google_iam_policy" "all" {
  dynamic "binding" {
    for_each = var.bindings
    content {
      role    = binding.key
      members = flatten(binding.value)
    }
  }
}
resource "google_project_iam_policy" "all" {
  project     = "acme-prod"
  policy_data = data.google_iam_policy.all.policy_data
}
`,
  },
  'what only the applier knows': {
    'main.tf': `variable "project" { default = "acme-y" }
variable "last" { type = string }
${member('known', 'toset([for r in ["viewer", "browser", "logging.viewer", "monitoring.viewer"] : "roles/${r}"])', 'each.value', '"group:all@example.org"')}
resource "google_project_iam_member" "custom" {
  project = var.project
  role    = var.last
  member  = "group:all@example.org"
}
`,
  },
};

interface Report {
  readonly grants: readonly { readonly role: string; readonly member: string }[];
  readonly unknown: readonly { readonly what: string; readonly why: string }[];
}

async function grantsOf(files: Readonly<Record<string, string>>): Promise<Report> {
  const { out, err } = await run(folderOf(files), ['grants', '--format', 'json']);
  assert.equal(err, '');
  return JSON.parse(out);
}

/** Of each zone: grants by their roles, and what isn't known. Counted by hand from what a plan shows. */
const expected: Readonly<Record<keyof typeof zones, readonly [grants: number, unknownRoles: number]>> = {
  'a project factory over YAML': [5, 0],
  'folders by defaults that are merged': [6, 0],
  'loops over roles and members': [9, 0],
  'a bootstrap with accounts that are made': [6, 0],
  'environments by their files of variables': [3, 0],
  'what only the applier knows': [4, 1],
};

test('of the grants that a plan of a landing zone would show, at most one in twenty has a role that is not known', async () => {
  let all = 0;
  let untold = 0;
  for (const [name, files] of Object.entries(zones)) {
    const { grants, unknown } = await grantsOf(files);
    const roles = unknown.filter(({ what }) => what === 'role' || what === 'instances');
    assert.deepEqual([grants.length, roles.length], expected[name], `${name}\n${JSON.stringify(unknown, null, 1)}`);
    assert.ok(
      grants.every(({ role, member: who }) => /^roles\/[a-z]/.test(role) && /^[a-zA-Z]+:/.test(who)),
      name,
    );
    for (const { why } of unknown) assert.match(why, /\S/, name);
    all += grants.length + roles.length;
    untold += roles.length;
  }
  assert.ok(untold / all <= 0.05, `${untold} of ${all}`);
});

test('what is unknown names its reason', async () => {
  const { unknown } = await grantsOf(zones['what only the applier knows'] ?? {});
  assert.deepEqual(
    unknown.map(({ what, why }) => `${what}: ${why}`),
    ['role: variable: var.last'],
  );
});
