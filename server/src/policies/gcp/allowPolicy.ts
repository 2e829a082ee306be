import type { Root } from '../../syntax/format';
import { entryOf, type MappingNode, type SequenceNode, type SyntaxNode } from '../../syntax/tree';
import type { TextRange } from '../../text/range';
import { instancesOf, resolve, type Scope } from '../../workspace/evaluate';
import { blocksOf, folderOf, type TerraformResource, terraformResources } from '../../workspace/terraformResources';
import type { TextValue } from '../../workspace/text';
import { mappingsIn } from '../descend';
import { rest, terraform } from '../dialect';
import type { AttachmentLevel, Field, ListValue, Policy, PolicyPlace, PolicyReader, Surroundings } from '../policy';
import { embeddedPlace, embeddedPlaces, isForeign, ownPlace } from '../roots';
import { listField, missing, textField } from '../values';
import { type Member, parseMember, readMember } from './member';

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
}

export const allowPolicyReader: PolicyReader<AllowPolicy> = {
  kind: 'gcp.allowPolicy',
  read(root, surroundings) {
    const resources = terraformResources(root, surroundings.uri).filter(
      ({ type }) => grantType(type) || type === 'google_iam_policy',
    );
    if (resources.length > 0) return resources.flatMap((resource) => fromResource(root, resource, surroundings));
    if (!root.text.includes('bindings')) return [];
    const places = [...embeddedPlaces(root, surroundings.uri)].map(({ place }) => place);
    if (root.format.name === 'json' || root.format.name === 'yaml') places.unshift(ownPlace(root, surroundings.uri));
    return places.flatMap((place) =>
      fromDocument(place, levelOf(surroundings), undefined, { folder: '', workspace: surroundings.workspace }),
    );
  },
};

/** Documents are recognised by a list of bindings of which one at least is surely IAM's; other products have bindings too. */
function fromDocument(
  place: PolicyPlace,
  attachment: Field<AttachmentLevel>,
  family: string | undefined,
  scope: Scope,
): AllowPolicy[] {
  if (isForeign(place.root.node)) return [];
  const policies: AllowPolicy[] = [];
  for (const node of mappingsIn(place.root.node)) {
    const list = entryOf(node, 'bindings')?.value;
    if (list?.kind !== 'sequence' || !list.items.some(isBinding)) continue;
    policies.push({
      kind: 'gcp.allowPolicy',
      form: 'document',
      node,
      place,
      dialect: rest,
      attachment: attachment.state === 'known' ? attachment : ownLevel(node),
      family,
      bindings: list.items.flatMap((item) => (item.kind === 'mapping' ? readBinding(item, item.range, scope) : [])),
      complete: list.complete,
      bindingList: list.editable ? list : undefined,
    });
  }
  return policies;
}

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
  const grant = grantType(resource.type);
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
  grant: Grant,
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

function readBinding(node: MappingNode, anchor: TextRange, scope: Scope): Binding {
  return {
    node,
    anchor,
    role: textField(node, 'role', scope),
    members:
      entryOf(node, 'member') && !entryOf(node, 'members')
        ? singleMember(node, scope)
        : listField(node, 'members', scope, readMember),
    condition: conditionOf(node),
  };
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

interface Grant {
  readonly family: string;
  readonly ending: 'member' | 'binding' | 'policy';
}

function grantType(type: string): Grant | undefined {
  const match = /^(google_\w+)_iam_(member|binding|policy)$/.exec(type);
  // Deny and access boundary policies share the ending, not the shape.
  if (!match?.[1] || !match[2]) return undefined;
  return { family: match[1], ending: match[2] as Grant['ending'] };
}

function levelOfFamily(family: string): AttachmentLevel {
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
