import type { Root } from '../../syntax/format';
import { entryOf, type MappingNode, type SequenceNode, type SyntaxNode } from '../../syntax/tree';
import type { TextRange } from '../../text/range';
import { instancesOf, resolve, type Scope } from '../../workspace/evaluate';
import { type IamResource, iamFamilyOf } from '../../workspace/iamResources';
import { blocksOf, folderOf, type TerraformResource, terraformResources } from '../../workspace/terraformResources';
import { literalString, type TextValue } from '../../workspace/text';
import { mappingsIn } from '../descend';
import { rest, terraform } from '../dialect';
import type { AttachmentLevel, Field, ListValue, Policy, PolicyPlace, PolicyReader, Surroundings } from '../policy';
import { embeddedPlace, embeddedPlaces, isForeign, ownPlace } from '../roots';
import { certainText, listField, missing, textField } from '../values';
import { namesOf, objectsOf, policyWrappers } from './allowPolicyFields';
import { type Member, readMember } from './member';
import { parseMember } from './writtenMember';

/** An IAM allow policy, or the part of one that a Terraform resource manages (facts §1, §7). */
export interface AllowPolicy extends Policy {
  readonly kind: 'gcp.allowPolicy';
  /** `document`: a whole policy. `binding`: all members of one role (`_iam_binding`). `member`: one grant (`_iam_member`). */
  readonly form: 'document' | 'binding' | 'member';
  readonly attachment: Field<AttachmentLevel>;
  /** The Terraform family without its ending: `google_storage_bucket`. */
  readonly family: string | undefined;
  readonly bindings: readonly Binding[];
  /** Whether `bindings` are all there are in this text. */
  readonly complete: boolean;
  /** What is marked where the policy as a whole is at fault: the key of its bindings, or the resource's header. */
  readonly anchor: TextRange;
  readonly etag: Field<TextValue>;
  /** The members that audit logs leave out, one list for each log type, as far as they are written out. */
  readonly exemptedMembers: readonly ListValue<Member>[];
  /** The list that holds the bindings, when it is written out and may be edited. */
  readonly bindingList: SequenceNode | undefined;
}

export interface Binding {
  readonly node: MappingNode;
  /** What is marked where something of the binding is absent. */
  readonly anchor: TextRange;
  readonly role: Field<TextValue>;
  /** A single member stands as a list of one. */
  readonly members: Field<ListValue<Member>>;
  readonly condition: Field<SyntaxNode>;
  /** The same for two bindings that the API takes for one: those of one role and one condition. Undefined when the text doesn't tell. */
  readonly identity: string | undefined;
}

export function isAllowPolicy(policy: Policy): policy is AllowPolicy {
  return 'kind' in policy && policy.kind === 'gcp.allowPolicy';
}

export const allowPolicyReader: PolicyReader<AllowPolicy> = {
  kind: 'gcp.allowPolicy',
  readList: () => [],
  objectsOf,
  namesOf,
  wrappers: policyWrappers,
  // Terraform's provider does so with `policy_data`.
  unknownKeysAreDropped: true,
  read(root, surroundings) {
    const resources = terraformResources(root, surroundings.uri).filter(
      ({ type }) => iamFamilyOf(type) || type === 'google_iam_policy',
    );
    if (resources.length > 0) return resources.flatMap((resource) => fromResource(root, resource, surroundings));
    if (!root.text.includes('bindings') && !root.text.includes(etagOfNothing)) return [];
    const places = [...embeddedPlaces(root, surroundings.uri)].map(({ place }) => place);
    if (root.format.name === 'json' || root.format.name === 'yaml') places.unshift(ownPlace(root, surroundings.uri));
    return places.flatMap((place) =>
      fromDocument(place, levelOf(surroundings), undefined, { folder: '', workspace: surroundings.workspace }),
    );
  },
};

/** Documents are recognised by a list of bindings of which one at least is surely IAM's, or by what surely stands for none. */
function fromDocument(
  place: PolicyPlace,
  attachment: Field<AttachmentLevel>,
  family: string | undefined,
  scope: Scope,
): AllowPolicy[] {
  if (isForeign(place.root.node)) return [];
  const policies: AllowPolicy[] = [];
  for (const node of mappingsIn(place.root.node)) {
    const isWhole = node === place.root.node;
    const entry = entryOf(node, 'bindings');
    const list = entry?.value.kind === 'sequence' ? entry.value : undefined;
    if (!(list ? isBindings(list, node, isWhole && family !== undefined) : isWhole && isUnsetPolicy(node))) continue;
    const items = list?.items ?? [];
    policies.push({
      kind: 'gcp.allowPolicy',
      form: 'document',
      node,
      place,
      dialect: rest,
      attachment: attachment.state === 'known' ? attachment : ownLevel(node),
      family,
      bindings: items.flatMap((item) => (item.kind === 'mapping' ? readBinding(item, item.range, scope) : [])),
      complete: list?.complete ?? node.complete,
      bindingList: list?.editable ? list : undefined,
      anchor: entry?.keyRange ?? node.range,
      etag: textField(node, 'etag', scope),
      exemptedMembers: exemptedMembers(node, restAudit, scope),
    });
  }
  return policies;
}

/** An empty list could be anybody's: it must be where Terraform wants a policy, or stand beside an etag and nothing strange. */
function isBindings({ items }: SequenceNode, holder: MappingNode, isExpected: boolean): boolean {
  if (items.length > 0) return items.some(isBinding);
  if (isExpected) return true;
  const isOurs = !entryOf(holder, 'kind') || ownLevel(holder).state === 'known';
  return isOurs && isEtag(entryOf(holder, 'etag')?.value) && holder.entries.every(({ key }) => besidesNothing.has(key));
}

/** Whether it is what the API answers for a resource that no policy was ever set on; `besides` is a key that is being typed into it. */
export function isUnsetPolicy(node: MappingNode, besides?: string): boolean {
  if (literalString(entryOf(node, 'etag')?.value) !== etagOfNothing) return false;
  return node.entries.every(({ key }) => key === 'etag' || key === 'version' || key === besides);
}

/** Base64 that IAM could have made. */
function isEtag(node: SyntaxNode | undefined): boolean {
  return /^[\w+/-]{3,}={0,2}$/.test(literalString(node) ?? '');
}

/** The etag of a policy that was never set. */
const etagOfNothing = 'ACAB';
const besidesNothing: ReadonlySet<string> = new Set(['version', 'etag', 'bindings', 'auditConfigs', 'kind', 'resourceId']);

function isBinding(item: SyntaxNode): boolean {
  if (item.kind !== 'mapping') return false;
  const role = entryOf(item, 'role')?.value;
  if (
    role?.kind === 'scalar' &&
    typeof role.value === 'string' &&
    /^(roles|(projects|organizations)\/[^/]+\/roles)\//.test(role.value)
  )
    return true;
  const members = entryOf(item, 'members')?.value;
  return (
    role !== undefined &&
    members?.kind === 'sequence' &&
    members.items.some(
      (member) => member.kind === 'scalar' && typeof member.value === 'string' && parseMember(member.value).kind !== 'invalid',
    )
  );
}

function fromResource(root: Root, resource: TerraformResource, surroundings: Surroundings): AllowPolicy[] {
  const grant = iamFamilyOf(resource.type);
  const scopes = instancesOf(resource.body, { folder: folderOf(surroundings.uri), workspace: surroundings.workspace });
  return scopes.flatMap((scope) => {
    if (!grant) return dataPolicy(root, resource, surroundings, scope);
    if (grant.ending === 'policy') return policyData(root, resource, surroundings, scope, grant.family);
    if (resource.mode === 'data') return [];
    return [grantPolicy(root, resource, surroundings, scope, grant)];
  });
}

function grantPolicy(
  root: Root,
  resource: TerraformResource,
  surroundings: Surroundings,
  scope: Scope,
  grant: IamResource,
): AllowPolicy {
  return {
    kind: 'gcp.allowPolicy',
    form: grant.ending === 'member' ? 'member' : 'binding',
    node: resource.body,
    place: ownPlace(root, surroundings.uri, resource),
    dialect: terraform,
    attachment: { state: 'known', value: levelOfFamily(grant.family) },
    family: grant.family,
    bindings: [readBinding(resource.body, resource.anchor, scope)],
    complete: true,
    bindingList: undefined,
    anchor: resource.anchor,
    etag: noEtag,
    exemptedMembers: [],
  };
}

/** `data "google_iam_policy"`: its bindings are blocks, and what it hangs on stands with whoever uses it. */
function dataPolicy(root: Root, resource: TerraformResource, surroundings: Surroundings, scope: Scope): AllowPolicy[] {
  if (resource.mode !== 'data') return [];
  const list = entryOf(resource.body, 'binding')?.value;
  return [
    {
      kind: 'gcp.allowPolicy',
      form: 'document',
      node: resource.body,
      place: ownPlace(root, surroundings.uri, resource),
      dialect: terraform,
      attachment: { state: 'unknown', node: undefined },
      family: undefined,
      bindings: blocksOf(resource.body, 'binding').map((block) => readBinding(block, block.header?.range ?? block.range, scope)),
      complete: list ? list.kind === 'sequence' && list.complete : resource.body.complete,
      bindingList: list?.kind === 'sequence' && list.editable ? list : undefined,
      anchor: resource.anchor,
      etag: noEtag,
      exemptedMembers: exemptedMembers(resource.body, dataAudit, scope),
    },
  ];
}

/** The document that a `_policy` resource holds in `policy_data`; one that comes from elsewhere is read there. */
function policyData(
  root: Root,
  resource: TerraformResource,
  surroundings: Surroundings,
  scope: Scope,
  family: string,
): AllowPolicy[] {
  const owner = entryOf(resource.body, 'policy_data')?.value;
  const place = owner && embeddedPlace(root, owner, surroundings.uri, resource);
  return place ? fromDocument(place, { state: 'known', value: levelOfFamily(family) }, family, scope) : [];
}

/** Terraform reads and writes etags by itself. */
const noEtag: AllowPolicy['etag'] = { state: 'unknown', node: undefined };

/** The names of audit configurations, which are spelled differently from those around them. */
interface AuditNames {
  readonly configs: string;
  readonly logConfigs: string;
  readonly exempted: string;
}

const restAudit: AuditNames = { configs: 'auditConfigs', logConfigs: 'auditLogConfigs', exempted: 'exemptedMembers' };
const dataAudit: AuditNames = { configs: 'audit_config', logConfigs: 'audit_log_configs', exempted: 'exempted_members' };

function exemptedMembers(node: MappingNode, names: AuditNames, scope: Scope): readonly ListValue<Member>[] {
  return blocksOf(node, names.configs).flatMap((config) => exemptedIn(config, names, scope));
}

/** The members that the logs of one service leave out. */
export function exemptedIn(
  config: MappingNode,
  { logConfigs, exempted }: Omit<AuditNames, 'configs'>,
  scope: Scope,
): readonly ListValue<Member>[] {
  return blocksOf(config, logConfigs)
    .map((log) => listField(log, exempted, scope, readMember))
    .flatMap((list) => (list.state === 'known' ? [list.value] : []));
}

function readBinding(node: MappingNode, anchor: TextRange, scope: Scope): Binding {
  const role = textField(node, 'role', scope);
  const condition = conditionOf(node);
  return {
    node,
    anchor,
    role,
    members:
      entryOf(node, 'member') && !entryOf(node, 'members')
        ? singleMember(node, scope)
        : listField(node, 'members', scope, readMember),
    condition,
    identity: identityOf(role, condition, scope),
  };
}

function identityOf(role: Binding['role'], condition: Binding['condition'], scope: Scope): string | undefined {
  const name = certainText(role);
  if (!name || condition.state === 'unknown') return undefined;
  if (condition.state === 'absent') return JSON.stringify([name]);
  if (condition.value.kind !== 'mapping') return undefined;
  const { value } = condition;
  const texts = ['title', 'description', 'expression'].map((key) => {
    const field = textField(value, key, scope);
    // The API makes no difference between a text that is absent and an empty one.
    return field.state === 'absent' ? '' : certainText(field);
  });
  return texts.includes(undefined) ? undefined : JSON.stringify([name, ...texts]);
}

function singleMember(node: MappingNode, scope: Scope): Field<ListValue<Member>> {
  const value = entryOf(node, 'member')?.value;
  if (!value) return missing(node);
  const { certain } = resolve(value, scope);
  return { state: 'known', value: { node: value, literal: undefined, items: [readMember(value, scope)], complete: certain } };
}

function conditionOf(node: MappingNode): Field<SyntaxNode> {
  const value = entryOf(node, 'condition')?.value;
  if (!value) return missing(node);
  if (value.kind === 'scalar' && value.value === null) return { state: 'absent' };
  const [block] = blocksOf(node, 'condition');
  if (value.kind === 'sequence' && !value.complete) return { state: 'unknown', node: value };
  return block ? { state: 'known', value: block } : { state: 'unknown', node: value };
}

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

function levelOf({ attachment }: Surroundings): Field<AttachmentLevel> {
  return attachment ? { state: 'known', value: attachment } : { state: 'unknown', node: undefined };
}

function ownLevel(node: MappingNode): Field<AttachmentLevel> {
  const kind = entryOf(node, 'kind')?.value;
  if (kind?.kind === 'scalar' && kind.value === 'storage#policy') return { state: 'known', value: 'bucket' };
  return { state: 'unknown', node: undefined };
}
