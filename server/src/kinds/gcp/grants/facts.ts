import { entryOf, type SyntaxNode } from '../../../syntax/tree';
import { shift, type TextRange } from '../../../text/range';
import type { FactReader, FileHints } from '../../../workspace/index/factReader';
import type { FactCollector, ResourceName } from '../../../workspace/index/facts';
import { emptyWorkspace } from '../../../workspace/index/workspace';
import { knownInstancesOf } from '../../../workspace/terraform/names/instances';
import { scopeAlone } from '../../../workspace/terraform/names/scope';
import { textOf } from '../../../workspace/terraform/names/text';
import { type TerraformResource, terraformResources } from '../../../workspace/terraform/resources';
import { createItemCache } from '../../reading/items';
import { levelOfFamily } from '../allow-policy/attachment';
import { byBinding } from '../allow-policy/items';
import { isWholeBinding } from '../allow-policy/objects/wholeBinding';
import type { AllowPolicy, AttachmentLevel, Binding } from '../allow-policy/policy';
import { mostPrincipals } from '../allow-policy/principals';
import { readPolicies } from '../allow-policy/read';
import { policyArgument } from '../allow-policy/recognise';
import { summariesOf } from '../allow-policy/summary';
import { type GroupIdentity, groupOf } from '../groups/identity';
import { iamFamilyOf } from '../iam-resource/family';
import { accountResourceOf } from '../members/accounts';
import type { WrittenMember } from '../members/written';
import { type GrantTerms, termsOf, withBinding } from './terms';

/** One member who is granted one role; of what has no member to tell of, who may have some. */
export interface GrantFact {
  /** `policy`: the document that a `_iam_policy` resource sets. `document`: one that stands by itself. */
  readonly form: 'member' | 'binding' | 'policy' | 'dataSource' | 'document';
  /** The Terraform resource or data source that makes it. */
  readonly address: string | undefined;
  /** What it hangs on; undefined where the text doesn't tell. */
  readonly level: AttachmentLevel | undefined;
  /** Terraform's family without its ending: `google_storage_bucket`. */
  readonly family: string | undefined;
  /** In a resource's own words, what else makes it up. */
  readonly terms: GrantTerms | undefined;
  /** Undefined where the text doesn't tell. */
  readonly role: string | undefined;
  /** Role and condition: the same for two that the API takes for one. Undefined where the text doesn't tell. */
  readonly identity: string | undefined;
  /** `serviceAccount:a@b`; undefined where it isn't written out. */
  readonly member: string | undefined;
  /** The resource that makes the account to which the role is granted. */
  readonly account: ResourceName | undefined;
  /** The group to which it is granted. */
  readonly group: GroupIdentity | undefined;
  /** How many accounts it may be granted to that the text doesn't tell: none, one, or any number. */
  readonly unknown: 'none' | 'one' | 'any';
  /**
   * Whether the member surely has the role: not where an assignment may say something else, a `dynamic` block nothing, or a key that isn't
   * known a condition.
   */
  readonly certain: boolean;
  /** Whether the text lists all who have the role by this resource or document. */
  readonly complete: boolean;
  /** The data source that a `_iam_policy` resource takes its document from. */
  readonly source: string | undefined;
}

declare module '../../../workspace/index/facts' {
  interface FactKinds {
    /**
     * A grant, under two names: `grantsOn` what it hangs on, for who holds something there, and `grantsTo` the member, for what they hold.
     * One without a member has the first alone; a document whose place isn't told the second.
     */
    readonly grant: GrantFact;
  }
}

/** What every policy grants, wherever it stands, as its reading tells it. */
export const grantFacts: FactReader = {
  types: ['google_*_iam_member', 'google_*_iam_binding', 'google_*_iam_policy', 'google_iam_policy'],
  words: /\bbindings\b|\bIAMPolicyMember\b|google_(?:\w+_)?iam_(?:member|binding|policy)/i,
  root: addGrants,
  added: ['google_*_iam_member', 'google_*_iam_binding'],
  removed: ['google_*_iam_member', 'google_*_iam_binding', 'google_*_iam_policy'],
  takenApart: { types: ['google_iam_policy', 'google_*_iam_binding'], asWhole: ['id', 'etag', policyArgument] },
};

/**
 * Everything in one module that grants roles by one family of resources, or by one data source under its address. What those of a family
 * hang on is told by their terms: two texts that differ may mean the same thing, so no name can be made of them.
 */
export function grantsOn(folder: string, familyOrAddress: string): string {
  return `on ${folder}#${familyOrAddress}`;
}

/** Everything in documents of which a setting or they themselves tell what kind of thing they hang on, but not which one. */
export function grantsOnSome(level: AttachmentLevel): string {
  return `on some ${level}`;
}

/** Everything that is surely granted to somebody: by a member as policies write it, or by the resource that makes the account. */
export function grantsTo(holder: string | ResourceName): string {
  return typeof holder === 'string' ? `to ${holder}` : `to ${holder.folder}#${holder.address}`;
}

function addGrants(collector: FactCollector, { attachment }: FileHints): void {
  const { root, uri } = collector;
  const policies = readPolicies(root, { uri, workspace: emptyWorkspace, attachment });
  for (const policy of policies) {
    const form = formOf(policy);
    if (form !== undefined) addPolicy(policy, form, collector);
  }
  const read = new Set(policies.map(({ place }) => place.resource?.body));
  for (const resource of terraformResources(root, uri)) if (!read.has(resource.body)) addUnread(resource, collector);
}

function addPolicy(policy: AllowPolicy, form: GrantFact['form'], collector: FactCollector): void {
  const { bindings, complete, attachment, family, place } = policy;
  const { resource, outer } = place;
  const ofResource = resource && family !== undefined ? termsOf(resource.body, outer) : undefined;
  // Who would be granted something by a document that the API refuses is not worth thousands of facts.
  const isTooLong = summariesOf(policy).reduce((sum, { memberCount }) => sum + memberCount, 0) > mostPrincipals;
  const shared = {
    ...nobody,
    form,
    address: resource?.address,
    level: attachment.state === 'known' ? attachment.value : undefined,
    family,
  };
  const isCounted = resource !== undefined && !hasKnownInstances(resource, collector);
  const told = byBinding(
    grantsOfBindings,
    policy,
    (binding) => grantsOf(binding, { shared: { ...shared, terms: ofResource }, isTooLong, isCounted, policy }),
    `${shared.level} ${isTooLong}`,
  );
  for (const [index, grants] of told.entries()) {
    const start = bindings[index]?.node.range.start ?? 0;
    for (const { value, written, at } of grants) add(value, shift(at, start), policy, collector, written);
  }
  // Even what grants nothing takes from others what they have.
  if (form === 'policy' && (bindings.length === 0 || !complete))
    add({ ...shared, terms: ofResource, unknown: complete ? 'none' : 'any', complete }, policy.node.range, policy, collector);
}

const grantsOfBindings = createItemCache<readonly Granted[]>();

/** What a binding grants to one member, or to nobody who is told. */
interface Granted {
  readonly value: GrantFact;
  readonly written: WrittenMember | undefined;
  /** From the start of the binding. */
  readonly at: TextRange;
}

interface AroundBinding {
  /** What all bindings of the policy have in common. */
  readonly shared: GrantFact;
  readonly isTooLong: boolean;
  /** Whether the resource may come to several, or none. */
  readonly isCounted: boolean;
  readonly policy: AllowPolicy;
}

function grantsOf(binding: Binding, { shared, isTooLong, isCounted, policy }: AroundBinding): readonly Granted[] {
  const { role, identity, node } = binding;
  if (role.state === 'absent') return [];
  const { form, terms } = shared;
  const granted = {
    ...shared,
    terms: form === 'policy' ? terms && withBinding(terms, node, policy.place.root) : terms,
    role: role.state === 'known' ? role.value.text : undefined,
    identity,
  };
  const members = isTooLong ? notTold : binding.members;
  const grants: Granted[] = [];
  const tell = (value: GrantFact, { range }: SyntaxNode, written?: WrittenMember) =>
    grants.push({ value, written, at: shift(range, -node.range.start) });
  const items = members.state === 'known' ? members.value.items : [];
  const isSure = node.header?.type !== 'dynamic' && isWholeBinding(binding, policy);
  const isAll = members.state === 'absent' || (members.state === 'known' && members.value.complete);
  for (const item of items) {
    const account = accountResourceOf(item, 'serviceAccount:');
    const isTold = item.text !== undefined || account !== undefined || !/^(serviceAccount:|$)/.test(item.prefix);
    const one: GrantFact = {
      ...granted,
      member: item.text,
      account,
      group: groupOf(item),
      unknown: isTold ? 'none' : isCounted ? 'any' : 'one',
      certain: item.certain && isSure,
      complete: isAll,
    };
    tell(one, item.node, item.written);
  }
  if (form !== 'member' && !(isAll && items.length > 0))
    tell({ ...granted, unknown: isAll ? 'none' : 'any', complete: isAll }, node);
  return grants;
}

/** A `_policy` resource that takes its document from elsewhere. */
function addUnread({ type, mode, address, body }: TerraformResource, collector: FactCollector): void {
  const iam = iamFamilyOf(type);
  if (iam?.ending !== 'policy' || mode !== 'resource') return;
  const document = entryOf(body, policyArgument)?.value;
  const source = document && textOf(document, scopeAlone(collector))?.reference;
  const value: GrantFact = {
    ...nobody,
    form: 'policy',
    address,
    level: levelOfFamily(iam.family),
    family: iam.family,
    terms: termsOf(body, collector.root),
    unknown: 'any',
    source: source?.attribute === policyArgument ? source.address : undefined,
  };
  collector.add('grant', grantsOn(collector.folder, iam.family), value, body);
}

const nobody: GrantFact = {
  form: 'document',
  address: undefined,
  level: undefined,
  family: undefined,
  terms: undefined,
  role: undefined,
  identity: undefined,
  member: undefined,
  account: undefined,
  group: undefined,
  unknown: 'none',
  certain: false,
  complete: false,
  source: undefined,
};

function add(value: GrantFact, at: TextRange, { place }: AllowPolicy, collector: FactCollector, written?: WrittenMember): void {
  const range = place.toOuter(at) ?? place.resource?.body.range ?? place.outer.node.range;
  for (const name of [placeName(value, collector), holderName(written, value)])
    if (name !== undefined) collector.add('grant', name, value, { range });
}

function placeName({ form, address, family, level }: GrantFact, { folder }: FactCollector): string | undefined {
  if (family !== undefined) return grantsOn(folder, family);
  if (form === 'dataSource' && address !== undefined) return grantsOn(folder, address);
  return level && grantsOnSome(level);
}

function holderName(written: WrittenMember | undefined, { account }: GrantFact): string | undefined {
  if (written) return grantsTo(written.key);
  return account && grantsTo(account);
}

/** Undefined for what grants nothing, and for what other grants say nothing of. */
function formOf({ form, place: { resource } }: AllowPolicy): GrantFact['form'] | undefined {
  if (form === 'audit' || form === 'entry' || form === 'input') return undefined;
  if (form !== 'document' || !resource) return form;
  return resource.mode === 'data' ? 'dataSource' : 'policy';
}

const notTold: Binding['members'] = { state: 'unknown', node: undefined };

function hasKnownInstances({ body }: TerraformResource, collector: FactCollector): boolean {
  return knownInstancesOf(body, scopeAlone(collector)) !== undefined;
}
