import { entryOf, type MappingNode } from '../syntax/tree';
import { instancesOf, type Scope } from './evaluate';
import type { FactCollector } from './facts';
import { blocksOf, type TerraformResource } from './terraformResources';
import { type TextValue, textOf } from './text';
import { emptyWorkspace } from './workspace';

/** What a Terraform resource tells about groups and who is in them (facts §7.4, A7). */
export function groupFacts(resource: TerraformResource, collector: FactCollector): void {
  readers.get(resource.type)?.(resource, collector);
}

type GroupReader = (resource: TerraformResource, collector: FactCollector) => void;

const readers: ReadonlyMap<string, GroupReader> = new Map<string, GroupReader>(
  Object.entries<GroupReader>({
    google_cloud_identity_group: ({ address, body }, collector) => {
      const [key] = blocksOf(body, 'group_key');
      if (key) addGroup(address, key, 'id', collector);
    },
    googleworkspace_group: ({ address, body }, collector) => addGroup(address, body, 'email', collector),
    google_cloud_identity_group_membership: ({ body }, collector) => {
      for (const scope of instancesOf(body, scopeOf(collector))) {
        const [key] = blocksOf(body, 'preferred_member_key');
        if (key) addMember(read(body, 'group', scope), read(key, 'id', scope), key, collector);
      }
    },
    googleworkspace_group_member: ({ body }, collector) => {
      for (const scope of instancesOf(body, scopeOf(collector)))
        addMember(read(body, 'group_id', scope), read(body, 'email', scope), body, collector);
    },
    googleworkspace_group_members: ({ body }, collector) => {
      const scope = scopeOf(collector);
      for (const member of blocksOf(body, 'members'))
        addMember(read(body, 'group_id', scope), read(member, 'email', scope), member, collector);
    },
  }),
);

function addGroup(address: string, holder: MappingNode, key: string, collector: FactCollector): void {
  const email = read(holder, key, scopeOf(collector))?.text;
  if (!email?.includes('@')) return;
  collector.add('groupAddress', `${collector.folder}#${address}`, { email: email.toLowerCase() }, holder);
  collector.add('group', email.toLowerCase(), { folder: collector.folder, address }, holder);
}

function addMember(group: TextValue | undefined, member: TextValue | undefined, at: MappingNode, collector: FactCollector): void {
  const name = groupName(group);
  if (!name || !member) return;
  const email = member.text?.toLowerCase();
  const { reference } = member;
  const resource = reference && { folder: reference.folder, address: reference.address };
  if (email?.includes('@')) {
    collector.add('membership', name, { member: principalOf(email), resource: undefined, complete: false }, at);
  } else if (resource && reference.type === 'google_service_account' && reference.attribute === 'email') {
    collector.add('membership', name, { member: undefined, resource, complete: false }, at);
  } else if (resource && groupTypes.has(reference.type)) {
    collector.add('membership', name, { member: undefined, resource, complete: false }, at);
  }
}

/** A Workspace group may be named by its e-mail address, every group by the resource that makes it. */
function groupName(group: TextValue | undefined): string | undefined {
  if (group?.text?.includes('@')) return group.text.toLowerCase();
  const { reference } = group ?? {};
  return reference && groupTypes.has(reference.type) ? `${reference.folder}#${reference.address}` : undefined;
}

/** The kind of principal behind an address in a membership, which is written without a prefix. */
export function principalOf(email: string): string {
  return `${email.endsWith('gserviceaccount.com') ? 'serviceAccount' : 'unknown'}:${email}`;
}

export const groupTypes: ReadonlySet<string> = new Set(['google_cloud_identity_group', 'googleworkspace_group']);

function read(body: MappingNode, key: string, scope: Scope): TextValue | undefined {
  const value = entryOf(body, key)?.value;
  return value && textOf(value, scope);
}

/** A summary tells what the file alone says; names from other files are left to those who ask. */
function scopeOf({ folder }: FactCollector): Scope {
  return { folder, workspace: emptyWorkspace };
}
