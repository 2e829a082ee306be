import type { TerraformResource } from '../../../workspace/terraform/resources';
import type { AttachmentLevel } from '../allow-policy/policy';

/** What the entries of access lists are written on. */
export interface EntryFamily {
  /** As Terraform’s IAM family of the same thing is called. */
  readonly family: string;
  readonly level: AttachmentLevel;
  /** The roles that the words of the list stand for, as Google documents them. */
  readonly roles: ReadonlyMap<string, string>;
}

export const dataset: EntryFamily = {
  family: 'google_bigquery_dataset',
  level: 'other',
  roles: new Map([
    ['OWNER', 'roles/bigquery.dataOwner'],
    ['WRITER', 'roles/bigquery.dataEditor'],
    ['READER', 'roles/bigquery.dataViewer'],
  ]),
};

export const bucket: EntryFamily = {
  family: 'google_storage_bucket',
  level: 'bucket',
  roles: new Map([
    ['OWNER', 'roles/storage.legacyBucketOwner'],
    ['WRITER', 'roles/storage.legacyBucketWriter'],
    ['READER', 'roles/storage.legacyBucketReader'],
  ]),
};

export const storedObject: EntryFamily = {
  family: 'google_storage_object',
  level: 'other',
  roles: new Map([
    ['OWNER', 'roles/storage.legacyObjectOwner'],
    ['READER', 'roles/storage.legacyObjectReader'],
  ]),
};

/** A resource whose list, or one entry of it, is read. */
export interface EntryResource {
  /** `blocks`, `list`: all entries. `datasetEntry`, `entry`: one, in the words of BigQuery or of Cloud Storage. */
  readonly form: 'blocks' | 'datasetEntry' | 'list' | 'entry';
  readonly of: EntryFamily;
}

export const entryResources: ReadonlyMap<string, EntryResource> = new Map<string, EntryResource>([
  ['google_bigquery_dataset', { form: 'blocks', of: dataset }],
  ['google_bigquery_dataset_access', { form: 'datasetEntry', of: dataset }],
  ['google_storage_bucket_acl', { form: 'list', of: bucket }],
  ['google_storage_default_object_acl', { form: 'list', of: storedObject }],
  ['google_storage_object_acl', { form: 'list', of: storedObject }],
  ['google_storage_bucket_access_control', { form: 'entry', of: bucket }],
  ['google_storage_default_object_access_control', { form: 'entry', of: storedObject }],
  ['google_storage_object_access_control', { form: 'entry', of: storedObject }],
]);

export function entryResourceOf({ mode, type }: TerraformResource): EntryResource | undefined {
  return mode === 'resource' ? entryResources.get(type) : undefined;
}
