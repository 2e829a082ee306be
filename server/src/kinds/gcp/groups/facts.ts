import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import type { FactReader } from '../../../workspace/index/factReader';
import type { FactCollector, ResourceName } from '../../../workspace/index/facts';
import { knownInstancesOf, type Scope, scopeAlone } from '../../../workspace/terraform/evaluate';
import { blocksOf, type TerraformResource } from '../../../workspace/terraform/resources';
import { literalString, type ResourceReference, type TextValue, textOf } from '../../../workspace/terraform/text';
import { accountResourceOf } from '../members/accounts';

export interface MembershipFact {
  /** `serviceAccount:a@b`, `group:a@b` or `user:a@b`; the e-mail is lower case. Undefined where only `resource` is known. */
  readonly member: string | undefined;
  /** The Terraform resource that the member's address is taken from. Somebody of whom nothing is known has neither. */
  readonly resource: ResourceName | undefined;
  /** False for a membership that ends on a day, or that may. */
  readonly lasting: boolean;
  /** Whether the file lists every member of the group. */
  readonly complete: boolean;
}

declare module '../../../workspace/index/facts' {
  interface FactKinds {
    /**
     * One member of a group: name is the group's e-mail address, or `<folder>#<address>` of the resource that makes it. Members of a
     * group that the text doesn't tell stand under `anyGroup`: they may be in each.
     */
    readonly membership: MembershipFact;
    /** The e-mail address of a group that Terraform makes: name `<folder>#<address>`. */
    readonly groupAddress: { readonly email: string };
    /** The resource that makes a group: name is its e-mail address. */
    readonly group: { readonly folder: string; readonly address: string };
  }
}

type GroupReader = (resource: TerraformResource, collector: FactCollector) => void;

const readers: ReadonlyMap<string, GroupReader> = new Map<string, GroupReader>(
  Object.entries<GroupReader>({
    google_cloud_identity_group: ({ address, body }, collector) => {
      const [key] = blocksOf(body, 'group_key');
      if (key) addGroup(address, key, 'id', collector);
      // Whoever makes the group is in it then.
      const owner = entryOf(body, 'initial_group_config')?.value;
      if (owner && literalString(owner) !== 'EMPTY') addMember({ group: `${collector.folder}#${address}`, at: body }, collector);
    },
    googleworkspace_group: ({ address, body }, collector) => addGroup(address, body, 'email', collector),
    google_cloud_identity_group_membership: membershipReader('group', (body) => {
      const [key] = [...blocksOf(body, 'preferred_member_key'), ...blocksOf(body, 'member_key')];
      // Under a namespace the id is another system's.
      const holder = key && !entryOf(key, 'namespace') ? key : undefined;
      return [{ holder, key: 'id', lasting: lastsForGood(body), at: key ?? body }];
    }),
    googleworkspace_group_member: membershipReader('group_id', (body) => [
      { holder: body, key: 'email', lasting: true, at: body },
    ]),
    googleworkspace_group_members: membershipReader('group_id', (body) => {
      const list = entryOf(body, 'members')?.value;
      const written = blocksOf(body, 'members').filter(({ header }) => header?.type !== 'dynamic');
      const rows = written.map((member): MemberRow => ({ holder: member, key: 'email', lasting: true, at: member }));
      const isAll = !list || list.kind === 'mapping' || (list.kind === 'sequence' && list.complete);
      return isAll ? rows : [...rows, { holder: undefined, key: 'email', lasting: true, at: list }];
    }),
  }),
);

/** One row of a membership resource: the mapping that has the member's address under `key`, if any has. */
interface MemberRow {
  readonly holder: MappingNode | undefined;
  readonly key: string;
  readonly lasting: boolean;
  readonly at: SyntaxNode;
}

function membershipReader(groupKey: string, rowsOf: (body: MappingNode) => readonly MemberRow[]): GroupReader {
  return ({ body, mode }, collector) => {
    if (mode !== 'resource') return;
    const instances = knownInstancesOf(body, scopeAlone(collector));
    for (const scope of instances ?? [scopeAlone(collector)]) {
      const group = groupName(read(body, groupKey, scope));
      for (const { holder, key, lasting, at } of rowsOf(body)) {
        // Where there may be none, or others, who is written here isn't surely a member.
        const member = holder && instances ? read(holder, key, scope) : undefined;
        addMember({ group, at, lasting, ...(member ? principalIn(member) : {}) }, collector);
      }
    }
  };
}

function addGroup(address: string, holder: MappingNode, key: string, collector: FactCollector): void {
  const email = read(holder, key, scopeAlone(collector))?.text;
  if (!email?.includes('@')) return;
  collector.add('groupAddress', `${collector.folder}#${address}`, { email: email.toLowerCase() }, holder);
  collector.add('group', email.toLowerCase(), { folder: collector.folder, address }, holder);
}

function addMember(
  found: { readonly group: string; readonly at: SyntaxNode } & Partial<MembershipFact>,
  collector: FactCollector,
): void {
  const { group, at, member, resource, lasting = true } = found;
  collector.add('membership', group, { member, resource, lasting, complete: false }, at);
}

/** Who is meant by an address in a membership; nothing where that can't be told. */
function principalIn(member: TextValue): Partial<MembershipFact> {
  if (member.text?.includes('@')) return { member: principalOf(member.text.toLowerCase()) };
  const { reference } = member;
  if (reference && isWholeGroup(reference)) return { resource: { folder: reference.folder, address: reference.address } };
  const account = accountResourceOf(member, '');
  return account ? { resource: account } : {};
}

/** A Workspace group may be named by its e-mail address, every group by the resource that makes it. */
function groupName(group: TextValue | undefined): string {
  if (group?.text?.includes('@')) return group.text.toLowerCase();
  const { reference } = group ?? {};
  return reference && isWholeGroup(reference) ? `${reference.folder}#${reference.address}` : anyGroup;
}

/** The name under which memberships stand of which nothing tells the group. */
export const anyGroup = '*';

/** Whether an attribute is that of the one group that a resource makes; with an index it is one of several. */
export function isWholeGroup({ type, attribute }: ResourceReference): boolean {
  return groupTypes.has(type) && /^(id|name|email|group_key\.(0\.)?id)$/.test(attribute);
}

const groupTypes: ReadonlySet<string> = new Set(['google_cloud_identity_group', 'googleworkspace_group']);

/** A member's role may end on a day (`expiry_detail`), and what isn't written out may say so. */
function lastsForGood(body: MappingNode): boolean {
  const roles = entryOf(body, 'roles')?.value;
  if (roles?.kind === 'sequence' && !roles.complete) return false;
  if (roles && roles.kind !== 'sequence' && roles.kind !== 'mapping') return false;
  return blocksOf(body, 'roles').every((role) => role.complete && !entryOf(role, 'expiry_detail'));
}

/** The kind of principal behind an address in a membership, which is written without a prefix. */
export function principalOf(email: string): string {
  return `${/[@.]gserviceaccount\.com$/.test(email) ? 'serviceAccount' : 'unknown'}:${email}`;
}

function read(body: MappingNode, key: string, scope: Scope): TextValue | undefined {
  const value = entryOf(body, key)?.value;
  return value && textOf(value, scope);
}

/** What Terraform tells about groups and who is in them. */
export const groupFacts: FactReader = {
  types: [...readers.keys()],
  resource: (resource, collector) => readers.get(resource.type)?.(resource, collector),
  followed: [...groupTypes],
};
