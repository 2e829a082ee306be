import type { GrantForm } from './grantForms';

/** An input of a module that grants something. */
export interface GrantingInput {
  readonly form: GrantForm;
  /** The Terraform family of what the grants hang on, without its ending. */
  readonly family: string;
  /** Another input, without which the module makes nothing of this one. */
  readonly needs?: string;
}

/** Who publishes them, as a text names one that calls some. */
export const moduleOwners = /terraform-google-modules|cloud-foundation-fabric/;

/** The inputs that grant something of a published module, by its name; none of a module that isn't known. */
export function grantingInputs(module: string): ReadonlyMap<string, GrantingInput> {
  return modules.get(module) ?? none;
}

/** The published module that a folder is a copy of, if it is one: `../../modules/project`. */
export function copiedFrom(folder: string): string {
  return `${fabricRepository}//${/(?:^|\/)(modules\/[\w-]+)\/?$/.exec(folder)?.[1]}`;
}

const fabricRepository = 'googlecloudplatform/cloud-foundation-fabric';

const none: ReadonlyMap<string, GrantingInput> = new Map();

type Inputs = Readonly<Record<string, GrantingInput>>;

// The modules' own documentation. What an input means must be sure: others are left out.

/** @see https://github.com/terraform-google-modules/terraform-google-iam */
const iamFamilies: Readonly<Record<string, string>> = {
  projects_iam: 'google_project',
  folders_iam: 'google_folder',
  organizations_iam: 'google_organization',
  billing_accounts_iam: 'google_billing_account',
  storage_buckets_iam: 'google_storage_bucket',
  service_accounts_iam: 'google_service_account',
  pubsub_topics_iam: 'google_pubsub_topic',
  pubsub_subscriptions_iam: 'google_pubsub_subscription',
  kms_crypto_keys_iam: 'google_kms_crypto_key',
  kms_key_rings_iam: 'google_kms_key_ring',
  secret_manager_iam: 'google_secret_manager_secret',
  subnets_iam: 'google_compute_subnetwork',
  artifact_registry_iam: 'google_artifact_registry_repository',
  bigquery_datasets_iam: 'google_bigquery_dataset',
  cloud_run_services_iam: 'google_cloud_run_service',
  dns_zones_iam: 'google_dns_managed_zone',
  tag_keys_iam: 'google_tags_tag_key',
  tag_values_iam: 'google_tags_tag_value',
};

const iam = (family: string): Inputs => ({
  bindings: { form: 'membersByRole', family },
  conditional_bindings: { form: 'bindings', family },
});

/** @see https://github.com/GoogleCloudPlatform/cloud-foundation-fabric */
const fabricFamilies: Readonly<Record<string, string>> = {
  project: 'google_project',
  folder: 'google_folder',
  organization: 'google_organization',
  'billing-account': 'google_billing_account',
  gcs: 'google_storage_bucket',
  pubsub: 'google_pubsub_topic',
  kms: 'google_kms_key_ring',
  'iam-service-account': 'google_service_account',
  'artifact-registry': 'google_artifact_registry_repository',
  'bigquery-dataset': 'google_bigquery_dataset',
  'cloud-run': 'google_cloud_run_service',
  'cloud-run-v2': 'google_cloud_run_v2_service',
  'cloud-function-v1': 'google_cloudfunctions_function',
  'cloud-function-v2': 'google_cloudfunctions2_function',
  'source-repository': 'google_sourcerepo_repository',
};

/** What modules and factories of Fabric take alike. */
export const fabricForms: ReadonlyMap<string, GrantForm> = new Map<string, GrantForm>([
  ['iam', 'membersByRole'],
  ['iam_additive', 'membersByRole'],
  ['iam_bindings', 'bindings'],
  ['iam_bindings_additive', 'bindings'],
  ['iam_by_principals', 'rolesByMember'],
  ['iam_by_principals_additive', 'rolesByMember'],
]);

function fabric(family: string): Inputs {
  const shared = Object.fromEntries([...fabricForms].map(([input, form]) => [input, { form, family }]));
  return family === 'google_service_account' ? { ...shared, ...rolesOfTheAccount } : shared;
}

const rolesOfTheAccount: Inputs = {
  iam_project_roles: { form: 'rolesByName', family: 'google_project' },
  iam_folder_roles: { form: 'rolesByName', family: 'google_folder' },
  iam_organization_roles: { form: 'rolesByName', family: 'google_organization' },
  iam_storage_roles: { form: 'rolesByName', family: 'google_storage_bucket' },
};

const project = 'google_project';
const bucket = 'google_storage_bucket';
const key = 'google_kms_crypto_key';

/** @see https://github.com/terraform-google-modules/terraform-google-project-factory */
const projectFactory: Inputs = {
  sa_role: { form: 'role', family: project },
  group_role: { form: 'role', family: project, needs: 'group_name' },
};

/** @see https://github.com/terraform-google-modules/terraform-google-cloud-storage */
const buckets: Inputs = {
  admins: { form: { role: 'roles/storage.objectAdmin' }, family: bucket, needs: 'set_admin_roles' },
  creators: { form: { role: 'roles/storage.objectCreator' }, family: bucket, needs: 'set_creator_roles' },
  viewers: { form: { role: 'roles/storage.objectViewer' }, family: bucket, needs: 'set_viewer_roles' },
  storage_admins: { form: { role: 'roles/storage.admin' }, family: bucket, needs: 'set_storage_admin_roles' },
};

/** @see https://github.com/terraform-google-modules/terraform-google-kms */
const keys: Inputs = {
  owners: { form: { role: 'roles/owner' }, family: key, needs: 'set_owners_for' },
  encrypters: { form: { role: 'roles/cloudkms.cryptoKeyEncrypter' }, family: key, needs: 'set_encrypters_for' },
  decrypters: { form: { role: 'roles/cloudkms.cryptoKeyDecrypter' }, family: key, needs: 'set_decrypters_for' },
};

const google = (name: string, submodule?: string) =>
  `terraform-google-modules/${name}/google${submodule === undefined ? '' : `//modules/${submodule}`}`;

const modules: ReadonlyMap<string, ReadonlyMap<string, GrantingInput>> = new Map(
  (
    [
      ...Object.entries(iamFamilies).map(([name, family]) => [google('iam', name), iam(family)] as const),
      [google('iam', 'member_iam'), { project_roles: { form: 'rolesOfAccount', family: project } }],
      [google('project-factory'), projectFactory],
      [google('project-factory', 'svpc_service_project'), projectFactory],
      [google('cloud-storage'), buckets],
      [google('cloud-storage', 'simple_bucket'), { iam_members: { form: 'bindings', family: bucket } }],
      [google('kms'), keys],
      [google('service-accounts'), { project_roles: { form: 'rolesInProjects', family: project } }],
      ...Object.entries(fabricFamilies).map(
        ([name, family]) => [`${fabricRepository}//modules/${name}`, fabric(family)] as const,
      ),
    ] as readonly (readonly [string, Inputs])[]
  ).map(([module, inputs]) => [module, new Map(Object.entries(inputs))]),
);
