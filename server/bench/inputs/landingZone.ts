// The Terraform of an organization: modules and root modules, most of it networks, clusters and buckets rather than access.
import { applications, jobs, koreanRemarks, project, stages } from './organization';
import { type Random, seeded } from './random';
import {
  account,
  type Block,
  bindingGrant,
  heredocPolicy,
  level,
  memberGrant,
  moduleCall,
  repeatedGrant,
  rootModule,
} from './terraform';

/** The file of it that the bench types in. */
export const typedFile = 'environments/prod/orders/access.tf';

/** Paths and texts; as many .tf files as said, and what git is told to leave out. */
export function* landingZone(files: number): Generator<readonly [path: string, text: string]> {
  const random = seeded(51);
  yield ['.gitignore', '.terraform/\n*.tfstate\n*.tfstate.backup\n'];
  for (let number = 0; number < 40; number++) yield [`environments/.terraform/modules/m${number}/main.tf`, rootModule(100)];
  yield [typedFile, rootModule(300)];
  const paths = pathsOf();
  for (let count = 1; count < files; count++) {
    const path = paths.next().value as string;
    yield [path, fileText(random, path)];
  }
}

function* pathsOf(): Generator<string> {
  for (const job of jobs) for (const name of fileNames) yield `modules/${job}/${name}.tf`;
  for (let number = 0; ; number++) {
    const folder = `environments/${stages[number % stages.length]}/${applications[number % applications.length]}-${number}`;
    for (const name of fileNames) yield `${folder}/${name}.tf`;
  }
}

const fileNames = ['accounts', 'alerts', 'buckets', 'cluster', 'databases', 'iam', 'levels', 'main', 'network', 'variables'];

function fileText(random: Random, path: string): string {
  const name = /(\w+)\.tf$/.exec(path)?.[1] ?? '';
  const blocks = contents[name] ?? [variable];
  const lines = [`# ${random.pick(koreanRemarks)}`];
  const wished = 60 + random.below(60);
  for (let number = 0; lines.length < wished; number++) {
    lines.push(...(blocks[number % blocks.length] as Block)(random, number), '');
  }
  return lines.join('\n');
}

const variable: Block = (random, number) => [
  `variable "${random.pick(applications)}_${number}" {`,
  `  description = "${random.pick(koreanRemarks)}"`,
  '  type        = list(string)',
  '  default     = []',
  '',
  '  validation {',
  `    condition     = length(var.${random.pick(applications)}_${number}) < 20`,
  '    error_message = "At most twenty."',
  '  }',
  '}',
];

const local: Block = (random, number) => [
  'locals {',
  `  project_${number} = "${project(random)}"`,
  `  admins_${number}  = ["group:gcp-${random.pick(applications)}-admins@saebit.example"]`,
  '  labels = {',
  `    team = "${random.pick(applications)}"`,
  '  }',
  '}',
];

const firewall: Block = (random, number) => [
  `resource "google_compute_firewall" "${random.pick(applications)}_${number}" {`,
  `  project = "${project(random)}"`,
  `  name    = "allow-${random.pick(applications)}-${number}"`,
  '  network = google_compute_network.shared.id',
  '',
  '  allow {',
  '    protocol = "tcp"',
  '    ports    = ["443", "8443"]',
  '  }',
  '',
  `  source_ranges = ["10.${random.below(250)}.0.0/16"]`,
  '  target_tags   = ["web"]',
  '}',
];

const subnetwork: Block = (random, number) => [
  `resource "google_compute_subnetwork" "${random.pick(applications)}_${number}" {`,
  `  project                  = "${project(random)}"`,
  `  name                     = "${random.pick(stages)}-${number}"`,
  `  ip_cidr_range            = "10.${random.below(250)}.${random.below(250)}.0/24"`,
  '  region                   = "asia-northeast3"',
  '  private_ip_google_access = true',
  '  network                  = google_compute_network.shared.id',
  '',
  '  dynamic "secondary_ip_range" {',
  '    for_each = var.secondary_ranges',
  '    content {',
  '      range_name    = secondary_ip_range.key',
  '      ip_cidr_range = secondary_ip_range.value',
  '    }',
  '  }',
  '}',
];

const bucket: Block = (random, number) => [
  `resource "google_storage_bucket" "${random.pick(applications)}_${number}" {`,
  `  project                     = "${project(random)}"`,
  `  name                        = "saebit-${random.pick(applications)}-${random.below(100_000)}"`,
  '  location                    = "ASIA-NORTHEAST3"',
  '  uniform_bucket_level_access = true',
  '',
  '  lifecycle_rule {',
  '    condition {',
  `      age = ${30 + random.below(300)}`,
  '    }',
  '    action {',
  '      type = "Delete"',
  '    }',
  '  }',
  '}',
];

const cluster: Block = (random, number) => [
  `resource "google_container_cluster" "${random.pick(applications)}_${number}" {`,
  `  project            = "${project(random)}"`,
  `  name               = "${random.pick(applications)}-${number}"`,
  '  location           = "asia-northeast3"',
  '  initial_node_count = 1',
  '',
  '  private_cluster_config {',
  '    enable_private_nodes    = true',
  '    enable_private_endpoint = true',
  `    master_ipv4_cidr_block  = "172.16.${random.below(250)}.0/28"`,
  '  }',
  '',
  '  workload_identity_config {',
  '    workload_pool = "${var.project_id}.svc.id.goog"',
  '  }',
  '',
  '  release_channel {',
  '    channel = "REGULAR"',
  '  }',
  '}',
];

const database: Block = (random, number) => [
  `resource "google_sql_database_instance" "${random.pick(applications)}_${number}" {`,
  `  project          = "${project(random)}"`,
  `  name             = "${random.pick(applications)}-${number}"`,
  '  database_version = "POSTGRES_15"',
  '  region           = "asia-northeast3"',
  '',
  '  settings {',
  `    tier = "db-custom-${2 + random.below(6)}-8192"`,
  '    backup_configuration {',
  '      enabled    = true',
  '      start_time = "18:00"',
  '    }',
  '    ip_configuration {',
  '      ipv4_enabled    = false',
  '      private_network = google_compute_network.shared.id',
  '    }',
  '  }',
  '}',
];

const alert: Block = (random, number) => [
  `resource "google_monitoring_alert_policy" "${random.pick(applications)}_${number}" {`,
  `  project      = "${project(random)}"`,
  `  display_name = "${random.pick(koreanRemarks)}"`,
  '  combiner     = "OR"',
  '',
  '  conditions {',
  '    display_name = "5xx"',
  '    condition_threshold {',
  '      filter          = "metric.type=\\"run.googleapis.com/request_count\\" resource.type=\\"cloud_run_revision\\""',
  '      comparison      = "COMPARISON_GT"',
  `      threshold_value = ${random.below(100)}`,
  '      duration        = "60s"',
  '    }',
  '  }',
  '',
  '  documentation {',
  '    content = <<-EOT',
  `      ${random.pick(koreanRemarks)}`,
  '      담당 팀에 알린다.',
  '    EOT',
  '  }',
  '}',
];

const contents: Readonly<Record<string, readonly Block[]>> = {
  accounts: [account, account, memberGrant],
  alerts: [alert],
  buckets: [bucket, bucket, bucket, bindingGrant, bucket, heredocPolicy],
  cluster: [cluster, firewall],
  databases: [database],
  iam: [memberGrant, repeatedGrant, memberGrant, bindingGrant],
  levels: [level, firewall, firewall],
  main: [local, moduleCall, bucket, moduleCall],
  network: [subnetwork, firewall, subnetwork],
  variables: [variable],
};
