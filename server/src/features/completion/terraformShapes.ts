import { parentArguments } from '../../catalog/google/iamFamilies';
import { terraform } from '../../kinds/dialect';
import { auditConfigFamilyOf, iamFamilyOf } from '../../kinds/gcp/iam-resource/family';
import { accessLevel, auditConfig, binding, levelCondition } from './documentShapes';
import { list, type ObjectShape, object, type Shape, spelled, text, value, yesOrNo } from './shapes';

/** The arguments of a Terraform block that are of interest here; undefined for blocks that have none. */
export function terraformShape(mode: string, type: string): ObjectShape | undefined {
  if (mode === 'resource' && Object.hasOwn(resources, type)) return resources[type];
  if (mode === 'data' && type === 'google_iam_policy') return policyData;
  if (mode !== 'resource') return undefined;
  const iam = iamFamilyOf(type);
  if (iam) return object({ ...parentsOf(iam.family), ...grants[iam.ending] });
  const logged = auditConfigFamilyOf(type);
  return logged === undefined ? undefined : object({ ...parentsOf(logged), ...auditFields });
}

/** What says what the policy hangs on. */
function parentsOf(family: string): ObjectShape['fields'] {
  const { required = [], optional = [] } = parentArguments(family) ?? {};
  return Object.fromEntries([...required, ...optional].map((name) => [name, text]));
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

/** The resource calls a block what the data source calls by the API's name. */
const { service: loggedService = text, audit_log_configs: logConfigs = text } = fieldsOf(spelled(auditConfig, terraform));
const auditFields = { service: loggedService, audit_log_config: logConfigs };

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
