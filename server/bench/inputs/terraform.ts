import {
  applications,
  emergencyUser,
  group,
  jobs,
  koreanRemarks,
  member,
  network,
  person,
  project,
  role,
  serviceAccount,
  stages,
} from './organization';
import { type Random, seeded } from './random';

/** A root module in one file, with what such files hold besides access; at least so many lines. */
export function rootModule(lines: number): string {
  const random = seeded(31);
  const all = [...head];
  for (let number = 0; all.length < lines; number++) {
    if (random.chance(0.3)) all.push(`# ${random.pick(koreanRemarks)}`);
    all.push(...(blocks[number % blocks.length] as Block)(random, number), '');
  }
  return all.join('\n');
}

export type Block = (random: Random, number: number) => readonly string[];

const head = [
  'variable "project_id" {',
  '  description = "대상 프로젝트"',
  '  type        = string',
  '  default     = "saebit-orders-prod"',
  '}',
  '',
  'variable "auditors" {',
  '  type = list(string)',
  '}',
  '',
  'locals {',
  '  domain = "saebit.example"',
  '  owners = ["user:minji.kim@saebit.example", "group:gcp-orders-admins@saebit.example"]',
  '  labels = {',
  '    team  = "platform"',
  '    stage = "prod" // 운영 환경',
  '  }',
  '}',
  '',
];

export const account: Block = (random, number) => [
  `resource "google_service_account" "${named(random, number)}" {`,
  '  project      = var.project_id',
  `  account_id   = "${random.pick(applications)}-${random.pick(jobs)}-${number}"`,
  `  display_name = "${random.pick(koreanRemarks)}"`,
  '}',
];

export const memberGrant: Block = (random, number) => [
  `resource "google_project_iam_member" "${named(random, number)}" {`,
  `  project = "${project(random)}"`,
  `  role    = "${role(random)}"`,
  `  member  = "${member(random)}"`,
  ...(random.chance(0.3) ? condition(random, number) : []),
  '}',
];

export const bindingGrant: Block = (random, number) => [
  `resource "google_storage_bucket_iam_binding" "${named(random, number)}" {`,
  `  bucket = "saebit-${random.pick(applications)}-${number}"`,
  `  role   = "${random.pick(['roles/storage.objectViewer', 'roles/storage.objectCreator'])}"`,
  '  members = [',
  ...memberLines(random, 4),
  ...(random.chance(0.05) ? ['    "allAuthenticatedUsers",'] : []),
  '  ]',
  '}',
];

export const repeatedGrant: Block = (random, number) => [
  `resource "google_project_iam_member" "each_${named(random, number)}" {`,
  '  for_each = toset([',
  `    "${role(random)}",`,
  '    "roles/logging.logWriter",',
  '  ])',
  `  project = "${project(random)}"`,
  '  role    = each.value',
  `  member  = "serviceAccount:${serviceAccount(random)}"`,
  '}',
];

export const level: Block = (random, number) => [
  `resource "google_access_context_manager_access_level" "${named(random, number)}" {`,
  '  parent = "accessPolicies/918273645012"',
  `  name   = "accessPolicies/918273645012/accessLevels/${random.pick(applications)}_${number}"`,
  `  title  = "${random.pick(applications)} ${number}"`,
  '',
  '  basic {',
  '    combining_function = "OR"',
  ...(random.chance(0.95) ? ['    conditions {', `      members = ["${emergencyUser}"]`, '    }'] : []),
  '    conditions {',
  `      ip_subnetworks = ["${network(random)}", "${network(random)}"]`,
  '      regions        = ["KR", "JP"]',
  '    }',
  '  }',
  '}',
];

export const policyData: Block = (random, number) => [
  `data "google_iam_policy" "${named(random, number)}" {`,
  '  binding {',
  `    role = "${role(random)}"`,
  '    members = concat(local.owners, [',
  ...memberLines(random, 3),
  '    ])',
  '  }',
  '}',
];

export const encodedPolicy: Block = (random, number) => [
  `resource "google_pubsub_topic_iam_policy" "${named(random, number)}" {`,
  `  project = "${project(random)}"`,
  `  topic   = "${random.pick(applications)}-events-${number}"`,
  '  policy_data = jsonencode({',
  '    bindings = [',
  '      {',
  '        role    = "roles/pubsub.publisher"',
  '        members = [',
  ...memberLines(random, 3, '          '),
  '        ]',
  '      },',
  '      {',
  '        role    = "roles/pubsub.subscriber"',
  `        members = ["group:${group(random)}@saebit.example"]`,
  '      },',
  '    ]',
  '  })',
  '}',
];

export const heredocPolicy: Block = (random, number) => [
  `resource "google_storage_bucket_iam_policy" "${named(random, number)}" {`,
  `  bucket      = "saebit-${random.pick(applications)}-${number}"`,
  '  policy_data = <<-EOT',
  '    {',
  '      "bindings": [',
  '        {',
  '          "role": "roles/storage.objectViewer",',
  `          "members": ["group:${group(random)}@saebit.example", "user:${person(random)}@saebit.example"]`,
  '        }',
  '      ]',
  '    }',
  '  EOT',
  '}',
];

export const moduleCall: Block = (random, number) => [
  `module "${named(random, number)}" {`,
  '  source  = "./modules/project"',
  `  project = "${project(random)}"`,
  '  members = {',
  ...memberLines(random, 2, '    ').map((line) => line.replace(/^( *)"(.*)",$/, `$1"${role(random)}" = ["$2"]`)),
  '  }',
  '}',
];

export const subnetwork: Block = (random, number) => [
  `resource "google_compute_subnetwork" "${named(random, number)}" {`,
  '  project       = var.project_id',
  `  name          = "${random.pick(stages)}-${random.pick(applications)}-${number}"`,
  `  ip_cidr_range = "10.${random.below(250)}.${random.below(250)}.0/24"`,
  '  region        = "asia-northeast3"',
  '  network       = google_compute_network.shared.id',
  '',
  '  log_config {',
  '    aggregation_interval = "INTERVAL_10_MIN"',
  '    flow_sampling        = 0.5',
  '  }',
  '}',
];

const blocks: readonly Block[] = [
  account,
  memberGrant,
  subnetwork,
  bindingGrant,
  heredocPolicy,
  memberGrant,
  level,
  repeatedGrant,
  moduleCall,
  policyData,
  subnetwork,
  encodedPolicy,
];

const named = (random: Random, number: number) => `${random.pick(applications)}_${random.pick(jobs)}_${number}`;

function memberLines(random: Random, most: number, indent = '    '): string[] {
  return [...new Set(Array.from({ length: 1 + random.below(most) }, () => `${indent}"${member(random)}",`))];
}

function condition(random: Random, number: number): string[] {
  return [
    '',
    '  condition {',
    `    title       = "until_${number}"`,
    `    description = "${random.pick(koreanRemarks)}"`,
    `    expression  = "request.time < timestamp(\\"2031-0${1 + random.below(9)}-01T00:00:00Z\\")"`,
    '  }',
  ];
}
