import { terraform } from '../../policies/dialect';
import { iamFamilyOf } from '../../workspace/iamResources';
import { accessLevel, auditConfig, binding, levelCondition } from './documentShapes';
import { list, type ObjectShape, object, type Shape, spelled, text, value, yesOrNo } from './shapes';

/** The arguments of a Terraform block that are of interest here; undefined for blocks that have none. */
export function terraformShape(mode: string, type: string): ObjectShape | undefined {
  if (mode === 'resource' && Object.hasOwn(resources, type)) return resources[type];
  if (mode === 'data' && type === 'google_iam_policy') return policyData;
  const iam = mode === 'resource' ? iamFamilyOf(type) : undefined;
  if (!iam) return undefined;
  const parents = Object.fromEntries((parentArguments[iam.family] ?? []).map((name) => [name, text]));
  return object({ ...parents, ...grants[iam.ending] });
}

/** The service whose roles are granted on resources of a family: `google_storage_bucket_iam_member` → `storage`. */
export function serviceOfResource(type: string): string | undefined {
  const family = iamFamilyOf(type)?.family.replace(/^google_/, '');
  if (family === undefined || /^(project|folder|organization)$/.test(family)) return undefined;
  for (const [start, service] of services) if (family === start || family.startsWith(`${start}_`)) return service;
  return family.split('_')[0];
}

const services: readonly (readonly [start: string, service: string])[] = [
  ['access_context_manager', 'accesscontextmanager'],
  ['artifact_registry', 'artifactregistry'],
  ['billing_account', 'billing'],
  ['cloud_run', 'run'],
  ['cloud_tasks', 'cloudtasks'],
  ['cloudfunctions2', 'cloudfunctions'],
  ['data_catalog', 'datacatalog'],
  ['data_fusion', 'datafusion'],
  ['gke_hub', 'gkehub'],
  ['kms', 'cloudkms'],
  ['secret_manager', 'secretmanager'],
  ['service_account', 'iam'],
  ['vertex_ai', 'aiplatform'],
];

const fieldsOf = (shape: Shape) => (shape.kind === 'object' ? shape.fields : {});
const grant = spelled(binding, terraform);
const { role = text, condition = text } = fieldsOf(grant);
const levelFields = fieldsOf(spelled(accessLevel, terraform));

const grants = {
  member: { role, member: value('grantMember'), condition },
  binding: { role, members: list(value('grantMember')), condition },
  policy: { policy_data: text },
};

const policyData = object({ binding: list(grant), audit_config: list(spelled(auditConfig, terraform)) });

const resources: Readonly<Record<string, ObjectShape>> = {
  google_access_context_manager_access_level: object({ parent: text, ...levelFields }),
  google_access_context_manager_access_levels: object({ parent: text, access_levels: list(object(levelFields)) }),
  google_access_context_manager_access_level_condition: object({
    access_level: value('accessLevel'),
    ...fieldsOf(spelled(levelCondition, terraform)),
  }),
  google_service_account: object({
    account_id: value('accountId'),
    display_name: text,
    description: text,
    project: text,
    disabled: yesOrNo,
    create_ignore_already_exists: yesOrNo,
  }),
};

/** The arguments that say what a grant hangs on, for the families that are used most (provider 7.45). */
const parentArguments: Readonly<Record<string, readonly string[]>> = {
  google_project: ['project'],
  google_folder: ['folder'],
  google_organization: ['org_id'],
  google_billing_account: ['billing_account_id'],
  google_service_account: ['service_account_id'],
  google_storage_bucket: ['bucket'],
  google_pubsub_topic: ['topic', 'project'],
  google_pubsub_subscription: ['subscription', 'project'],
  google_bigquery_dataset: ['dataset_id', 'project'],
  google_bigquery_table: ['dataset_id', 'table_id', 'project'],
  google_kms_key_ring: ['key_ring_id'],
  google_kms_crypto_key: ['crypto_key_id'],
  google_secret_manager_secret: ['secret_id', 'project'],
  google_cloud_run_service: ['service', 'location', 'project'],
  google_cloud_run_v2_service: ['name', 'location', 'project'],
  google_cloudfunctions_function: ['cloud_function', 'region', 'project'],
  google_cloudfunctions2_function: ['cloud_function', 'location', 'project'],
  google_artifact_registry_repository: ['repository', 'location', 'project'],
};
