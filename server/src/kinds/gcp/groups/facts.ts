import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import type { FactReader } from '../../../workspace/index/factReader';
import type { FactCollector, ResourceName } from '../../../workspace/index/facts';
import { callsLocally, moduleCalls } from '../../../workspace/index/moduleFacts';
import { knownInstancesOf } from '../../../workspace/terraform/names/instances';
import { type Scope, scopeAlone } from '../../../workspace/terraform/names/scope';
import { literalString, type TextValue, textOf } from '../../../workspace/terraform/names/text';
import { blocksOf, type TerraformResource } from '../../../workspace/terraform/resources';
import type { ResourceReference } from '../../../workspace/terraform/values/value';
import { nodesIn } from '../../reading/descend';
import { isAccountAddress } from '../members/accountAddress';
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
  /** The Terraform resource that says so. */
  readonly by: ResourceName | undefined;
}

declare module '../../../workspace/index/facts' {
  interface FactKinds {
    /**
     * One member of a group: name is the group's e-mail address, or `<folder>#<address>` of the resource that makes it. Members of a
     * group that the text doesn't tell stand under `anyGroup`: they may be in each.
     */
    readonly membership: MembershipFact;
    /** The e-mail address of a group that Terraform makes, or one of several: name `<folder>#<address>`. */
    readonly groupAddress: { readonly email: string };
    /** A group that a module is told of whose text isn't here: same names as `membership`. */
    readonly handedOutGroup: { readonly to: 'module' };
    /** The resource that makes a group: name is an e-mail address of it. */
    readonly group: { readonly folder: string; readonly address: string };
  }
}

type GroupReader = (resource: TerraformResource, collector: FactCollector) => void;

const readers: ReadonlyMap<string, GroupReader> = new Map<string, GroupReader>(
  Object.entries<GroupReader>({
    google_cloud_identity_group: ({ address, folder, body }, collector) => {
      const [key] = blocksOf(body, 'group_key');
      if (key) addGroup(address, key, 'id', collector);
      // Whoever makes the group is in it then.
      const owner = entryOf(body, 'initial_group_config')?.value;
      const by = { folder, address };
      if (owner && literalString(owner) !== 'EMPTY') addMember({ group: nameOfResource(by), by, at: body }, collector);
    },
    googleworkspace_group: ({ address, folder, body }, collector) => {
      addGroup(address, body, 'email', collector);
      const aliases = entryOf(body, 'aliases')?.value;
      for (const alias of aliases?.kind === 'sequence' ? aliases.items : [])
        addAddress(address, textOf(alias, scopeAlone(collector)), alias, collector);
      // Members that are named by an alias which isn't told are anybody's.
      const by = { folder, address };
      if (aliases && !isWrittenOut(aliases)) addMember({ group: nameOfResource(by), by, at: aliases }, collector);
    },
    google_cloud_identity_group_membership: membershipReader('group', (body) => {
      const [key] = [...blocksOf(body, 'preferred_member_key'), ...blocksOf(body, 'member_key')];
      const isTold = key && !isOfAnotherSystem(key) && !mayBeRepeated(body, ['preferred_member_key', 'member_key']);
      const holder = isTold ? key : undefined;
      return [{ holder, key: 'id', lasting: lastsForGood(body), at: key ?? body }];
    }),
    googleworkspace_group_member: membershipReader('group_id', (body) => [
      { holder: body, key: 'email', lasting: true, at: body },
    ]),
    googleworkspace_group_members: membershipReader('group_id', (body) => {
      const list = entryOf(body, 'members')?.value;
      const written = blocksOf(body, 'members').filter((block) => !isDynamic(block));
      const rows = written.map((member): MemberRow => ({ holder: member, key: 'email', lasting: true, at: member }));
      const isWritten = !list || list.kind === 'mapping' || (list.kind === 'sequence' && list.complete);
      const isAll = isWritten && !mayBeRepeated(body, ['members']);
      return isAll ? rows : [...rows, { holder: undefined, key: 'email', lasting: true, at: list ?? body }];
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
  return ({ body, mode, folder, address }, collector) => {
    if (mode !== 'resource') return;
    // An override file says whose member it is in the text that it overrides.
    if (body.complete && !entryOf(body, groupKey)) return;
    const by = { folder, address };
    const instances = knownInstancesOf(body, scopeAlone(collector));
    for (const scope of instances ?? [scopeAlone(collector)]) {
      const group = groupName(read(body, groupKey, scope));
      for (const { holder, key, lasting, at } of rowsOf(body)) {
        // Where there may be none, or others, who is written here isn't surely a member.
        const member = holder && instances ? read(holder, key, scope) : undefined;
        addMember({ group, at, lasting, by, ...(member ? principalIn(member) : {}) }, collector);
      }
    }
  };
}

function addGroup(address: string, holder: MappingNode, key: string, collector: FactCollector): void {
  addAddress(address, read(holder, key, scopeAlone(collector)), holder, collector);
}

function addAddress(address: string, email: TextValue | undefined, at: SyntaxNode, collector: FactCollector): void {
  const { folder } = collector;
  if (!email?.text?.includes('@')) return;
  const text = email.text.toLowerCase();
  collector.add('groupAddress', nameOfResource({ folder, address }), { email: text }, at);
  collector.add('group', text, { folder, address }, at);
}

function isWrittenOut(list: SyntaxNode): boolean {
  return list.kind === 'sequence' && list.complete && list.items.every((item) => item.kind === 'scalar');
}

/** Whether a `dynamic` block brings blocks of one of these names, which may be none, or others. */
function mayBeRepeated(body: MappingNode, names: readonly string[]): boolean {
  return names.some((name) => blocksOf(body, name).some(isDynamic));
}

function isDynamic({ header }: MappingNode): boolean {
  return header?.type === 'dynamic';
}

/** Under a namespace the id is not the address of anybody here. */
export function isOfAnotherSystem(key: MappingNode): boolean {
  return entryOf(key, 'namespace') !== undefined;
}

function addMember(
  found: { readonly group: string; readonly at: SyntaxNode } & Partial<MembershipFact>,
  collector: FactCollector,
): void {
  const { group, at, member, resource, by, lasting = true } = found;
  collector.add('membership', group, { member, resource, lasting, complete: false, by }, at);
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
  return reference && isWholeGroup(reference) ? nameOfResource(reference) : anyGroup;
}

/** The name of a group that is the resource's which makes it. */
export function nameOfResource({ folder, address }: ResourceName): string {
  return `${folder}#${address}`;
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
  if (mayBeRepeated(body, ['roles'])) return false;
  if (roles?.kind === 'sequence' && !roles.complete) return false;
  if (roles && roles.kind !== 'sequence' && roles.kind !== 'mapping') return false;
  return blocksOf(body, 'roles').every((role) => role.complete && !entryOf(role, 'expiry_detail'));
}

/** The kind of principal behind an address in a membership, which is written without a prefix. */
export function principalOf(email: string): string {
  return `${isAccountAddress(email) ? 'serviceAccount' : 'unknown'}:${email}`;
}

function read(body: MappingNode, key: string, scope: Scope): TextValue | undefined {
  const value = entryOf(body, key)?.value;
  return value && textOf(value, scope);
}

/** A module that isn't here may put anybody into a group that it is told of. */
export const handedOutGroupFacts: FactReader = {
  words: /\bmodule\b/,
  formats: ['terraform', 'terraformJson'],
  root(collector) {
    for (const call of moduleCalls(collector.root).filter((body) => !callsLocally(body))) {
      for (const at of nodesIn(call)) {
        const group = groupName(textOf(at, scopeAlone(collector)));
        if (group !== anyGroup) collector.add('handedOutGroup', group, { to: 'module' }, at);
      }
    }
  },
};

/** What Terraform tells about groups and who is in them. */
export const groupFacts: FactReader = {
  types: [...readers.keys()],
  resource: (resource, collector) => readers.get(resource.type)?.(resource, collector),
  followed: [...groupTypes],
};
