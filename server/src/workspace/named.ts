import { entryOf, type MappingNode } from '../syntax/tree';
import type { FactCollector, NamedFact } from './facts';
import { blocksOf, type TerraformResource } from './terraformResources';
import { literalString } from './text';

/** The accounts, groups and access levels that Terraform makes or looks up. */
export function namedResourceFact({ type, address, body }: TerraformResource, collector: FactCollector): void {
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (!read) return;
  const fact = { ...read(body), resource: { type, address } };
  collector.add('named', collector.folder, fact, body);
  if (fact.text !== undefined) collector.add('named', '*', fact, body);
}

/** The full names of access levels that a text holds, whether it makes the level or uses it. */
export function namedLevelFacts(collector: FactCollector): void {
  const { root } = collector;
  const names = root.text.match(/\baccessPolicies\/\w+\/accessLevels\/[A-Za-z]\w*/g) ?? [];
  for (const text of new Set(names)) collector.add('named', '*', { what: 'accessLevel', resource: undefined, text }, root.node);
}

type Reader = (body: MappingNode) => Omit<NamedFact, 'resource'>;

const account: Reader = (body) => ({ what: 'serviceAccount', text: accountEmail(body) });

const readers: Readonly<Record<string, Reader>> = {
  google_service_account: account,
  google_cloud_identity_group: (body) => ({ what: 'group', text: email(blocksOf(body, 'group_key')[0], 'id') }),
  googleworkspace_group: (body) => ({ what: 'group', text: email(body, 'email') }),
  google_access_context_manager_access_level: () => ({ what: 'accessLevel', text: undefined }),
};

function email(holder: MappingNode | undefined, key: string): string | undefined {
  const text = holder && literalString(entryOf(holder, key)?.value);
  return text?.includes('@') ? text.toLowerCase() : undefined;
}

/** The address of a service account whose id and project are written out. */
export function accountEmail(body: MappingNode): string | undefined {
  const id = literalString(entryOf(body, 'account_id')?.value);
  const project = literalString(entryOf(body, 'project')?.value);
  return id && project ? `${id}@${project}.iam.gserviceaccount.com`.toLowerCase() : undefined;
}
