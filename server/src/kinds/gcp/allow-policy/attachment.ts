import { entryOf, type MappingNode } from '../../../syntax/tree';
import type { Surroundings } from '../../kind';
import type { Field } from '../../policy';
import { type AttachmentLevel, attachmentLevels } from './policy';

/** What the policies of a Terraform family hang on. */
export function levelOfFamily(family: string): AttachmentLevel {
  return families.get(family) ?? 'other';
}

const families: ReadonlyMap<string, AttachmentLevel> = new Map<string, AttachmentLevel>([
  ['google_project', 'project'],
  ['google_folder', 'folder'],
  ['google_organization', 'organization'],
  ['google_billing_account', 'billingAccount'],
  ['google_service_account', 'serviceAccount'],
  ['google_storage_bucket', 'bucket'],
]);

/** What a setting tells of a file. */
export function levelOf({ attachment }: Surroundings): Field<AttachmentLevel> {
  const level = attachmentLevels.find((known) => known === attachment);
  return level ? { state: 'known', value: level } : { state: 'unknown', node: undefined };
}

/** What a policy tells of itself. */
export function ownLevel(node: MappingNode): Field<AttachmentLevel> {
  const kind = entryOf(node, 'kind')?.value;
  if (kind?.kind === 'scalar' && kind.value === 'storage#policy') return { state: 'known', value: 'bucket' };
  return { state: 'unknown', node: undefined };
}
