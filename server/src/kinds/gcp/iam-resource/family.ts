import type { Root } from '../../../syntax/format';
import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import type { FactReader } from '../../../workspace/index/factReader';
import { blocksOf, type TerraformResource } from '../../../workspace/terraform/resources';

export interface IamResourceFact {
  readonly ending: 'policy' | 'binding' | 'member';
  readonly address: string;
}

declare module '../../../workspace/index/facts' {
  interface FactKinds {
    /**
     * A `_iam_policy`, `_iam_binding` or `_iam_member` resource that is surely there: names are those of `iamResourceNames`, so that
     * resources of one name are about the same thing.
     */
    readonly iamResource: IamResourceFact;
  }
}

/** What a resource of Terraform's IAM family is about. */
export interface IamResource {
  readonly ending: IamResourceFact['ending'];
  /** The family without its ending: `google_storage_bucket`. */
  readonly family: string;
}

/** By the type of a resource or data source; undefined for what is not of the family. */
export function iamFamilyOf(type: string): IamResource | undefined {
  const [, family, ending] = /^(google_\w+)_iam_(policy|binding|member)$/.exec(type) ?? [];
  return family && ending ? { family, ending: ending as IamResource['ending'] } : undefined;
}

/** The family of a resource that says what is logged of a project, folder or organization. It grants nothing. */
export function auditConfigFamilyOf(type: string): string | undefined {
  return /^(google_(?:project|folder|organization))_iam_audit_config$/.exec(type)?.[1];
}

export function iamResourceOf({ mode, type }: TerraformResource): IamResource | undefined {
  return mode === 'resource' ? iamFamilyOf(type) : undefined;
}

export interface IamResourceNames {
  /** Everything that manages the allow policy of one thing. */
  readonly whole: string;
  /** Whatever grants one role under one condition there; undefined for a whole policy and where the text doesn't tell. */
  readonly role: string | undefined;
}

/**
 * Two resources have a name in common only where the text makes sure that they mean the same: both in one module, with the same
 * provider and every argument written alike. Undefined where the text may stand for several resources, or for none, and where
 * the resource is told to let changes from elsewhere be.
 */
export function iamResourceNames(resource: TerraformResource, root: Root): IamResourceNames | undefined {
  const iam = iamResourceOf(resource);
  const { body, folder, repeated } = resource;
  if (!iam || repeated || !body.complete || ignoresChanges(body)) return undefined;
  const parent = body.entries.filter(({ key }) => !besides.has(key)).map(({ key, value }) => `${key}=${written(value, root)}`);
  const whole = `${folder}#${iam.family}#${aliasOf(body, root)}#${parent.sort().join('#')}`;
  return { whole, role: roleName(body, root, whole) };
}

/** A role is granted apart for each condition. */
function roleName(body: MappingNode, root: Root, whole: string): string | undefined {
  const role = entryOf(body, 'role')?.value;
  if (!role) return undefined;
  const condition = entryOf(body, 'condition')?.value;
  const blocks = blocksOf(body, 'condition');
  const isKnown = !condition || (blocks.length === 1 && (condition.kind === 'mapping' || condition.kind === 'sequence'));
  if (!isKnown || (condition?.kind === 'sequence' && !condition.complete)) return undefined;
  const parts = (blocks[0]?.entries ?? []).map(({ key, value }) => `${key}=${written(value, root)}`);
  return `${whole}#role=${written(role, root)}#${parts.sort().join('#')}`;
}

/** `google.eu` → `eu`. The same provider in another edition, such as google-beta, reaches the same policy. */
function aliasOf(body: MappingNode, root: Root): string {
  const provider = entryOf(body, 'provider')?.value;
  if (!provider) return '';
  const [, alias = ''] = written(provider, root).replaceAll('"', '').split('.');
  return alias;
}

function ignoresChanges(body: MappingNode): boolean {
  return blocksOf(body, 'lifecycle').some((block) => entryOf(block, 'ignore_changes') !== undefined);
}

function written(node: SyntaxNode, root: Root): string {
  if (node.kind === 'scalar') return JSON.stringify(node.value);
  return root.text.slice(node.range.start, node.range.end).replace(/\s+/g, ' ');
}

/** What does not tell which policy the resource is about. */
const besides: ReadonlySet<string> = new Set([
  'role',
  'member',
  'members',
  'policy_data',
  'condition',
  'provider',
  'lifecycle',
  'depends_on',
  'timeouts',
  'deletion_policy',
]);

/** Tells of a resource under all its names, so that others learn who manages the same policy or the same role of it. */
export const iamResourceFacts: FactReader = {
  types: ['google_*_iam_policy', 'google_*_iam_binding', 'google_*_iam_member'],
  resource(resource, { root, add }) {
    const names = iamResourceNames(resource, root);
    const iam = names && iamResourceOf(resource);
    if (!iam) return;
    const value: IamResourceFact = { ending: iam.ending, address: resource.address };
    add('iamResource', names.whole, value, resource.body);
    if (names.role) add('iamResource', names.role, value, resource.body);
  },
  followed: ['google_storage_bucket'],
};

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
