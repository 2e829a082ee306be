import { entryOf, type MappingNode, type SyntaxNode } from '../../../../syntax/tree';
import { cachedBy } from '../../../../text/cachedBy';
import { shift } from '../../../../text/range';
import type { GrantRow, GrantTable, UnknownGrant, UnknownGrantReason } from '../../../grantTable';
import { mappingsIn } from '../../../reading/descend';
import { certainText, isPlaceholder, isUnfilled } from '../../../reading/values';
import type { AllowPolicy, Binding } from '../../allow-policy/policy';
import { connector } from '../../config-connector/dialect';
import { specOf, targetText } from '../../config-connector/target';

/** What a policy in a JSON or YAML file grants. In offsets of the policy's root, which `offset` places in the file. */
export function grantsOfDocument(policy: AllowPolicy, offset: number): GrantTable {
  const { form, place, bindings, complete } = policy;
  const grants: GrantRow[] = [];
  const unknown: UnknownGrant[] = [];
  // What a module makes of its inputs is told where the module is.
  if (place.resource || form === 'input') return { grants, unknown };
  const resource = resourceOf(policy);
  const target = { kind: 'policy', parts: [resource] };
  const common = ({ anchor }: Pick<AllowPolicy, 'anchor'>) => {
    const range = place.toOuter(anchor) ?? place.toOuter(policy.anchor) ?? { start: 0, end: 0 };
    const at = { uri: place.uri, range: shift(range, offset) };
    return { address: undefined, at, from: [at], source: place.uri };
  };
  // What stands for a binding and can't be read as one is none of `bindings`.
  const list = bindingsOf(policy);
  const unread = list?.kind === 'sequence' ? list.items.find((item) => item.kind !== 'mapping') : undefined;
  if (!complete || unread)
    unknown.push({ ...common(policy), what: 'members', why: reasonOf(unread ?? list), because: '', known: { target } });
  for (const binding of bindings) {
    const ofAll = common(binding);
    const told = (what: UnknownGrant['what'], why: UnknownGrantReason, known: UnknownGrant['known'], because = '') =>
      unknown.push({ ...ofAll, what, why, because, known: { target, ...known } });
    const role = filledText(certainText(binding.role));
    const members = binding.members.state === 'known' ? binding.members.value : undefined;
    const untold = members?.items.find(({ text }) => filledText(text) === undefined);
    const texts = (members?.items ?? []).flatMap(({ text }) => filledText(text) ?? []);
    const isAll = !untold && (members?.complete || binding.members.state === 'absent');
    if (role === undefined) told('role', reasonOf(writtenIn(binding, 'role')), isAll ? { members: texts } : {});
    const ofRole = role === undefined ? {} : { role };
    // An account is told once the object that makes it is there.
    if (untold?.kind === 'serviceAccount' && untold.node.kind === 'mapping') told('members', 'attribute', ofRole, 'memberFrom');
    else if (!isAll) told('members', reasonOf(untold?.node ?? writtenIn(binding, 'members')), ofRole);
    const condition = conditionOf(binding);
    const why = condition === 'unknown' ? reasonOf(writtenIn(binding, 'condition')) : undefined;
    if (why) told('condition', why, ofRole);
    if (role === undefined) continue;
    for (const member of new Set(texts)) {
      grants.push({
        ...ofAll,
        kind: 'policy',
        role,
        member,
        resource,
        condition: condition === 'unknown' ? undefined : condition,
        target,
        ...(why && { unknownCondition: { why: { id: 'unread', what: '' }, from: ofAll.from } }),
      });
    }
  }
  return { grants, unknown };
}

/** What is yet to be filled in tells nothing. */
function filledText(text: string | undefined): string | undefined {
  return text === undefined || isUnfilled(text) ? undefined : text;
}

function bindingsOf({ node, dialect, form }: AllowPolicy): SyntaxNode | undefined {
  const holder = dialect === connector ? specOf(node) : node;
  return form === 'document' && holder?.kind === 'mapping' ? entryOf(holder, 'bindings')?.value : undefined;
}

function writtenIn({ node }: Binding, key: string): SyntaxNode | undefined {
  return isPlaceholder(node) ? node : entryOf(node, key)?.value;
}

/** Why a value of a document, or a part of it, tells nothing. */
function reasonOf(node: SyntaxNode | undefined): UnknownGrantReason {
  const parts = node?.kind === 'sequence' ? node.items : node?.kind === 'mapping' ? node.entries.map(({ value }) => value) : [];
  if (!node) return 'unread';
  const isOpen = (one: SyntaxNode) => isPlaceholder(one) || (one.kind === 'scalar' && isUnfilled(String(one.value)));
  return [node, ...parts].some(isOpen) ? 'placeholder' : 'unread';
}

/** What the policy hangs on, where the document says: results of a search name it, and the policies of buckets. */
function resourceOf({ node, place, dialect }: AllowPolicy): string | undefined {
  if (dialect === connector) return targetText(node);
  const own = node.kind === 'mapping' ? textIn(node, 'resourceId') : undefined;
  if (own !== undefined) return /^projects\/_\/buckets\/[^/]+$/.test(own) ? `//storage.googleapis.com/${own}` : own;
  return resourcesBeside(place.root.node).get(node);
}

const resourcesBeside = cachedBy((root: SyntaxNode) => {
  const resources = new Map<SyntaxNode, string | undefined>();
  for (const around of mappingsIn(root)) {
    const policy = entryOf(around, 'policy')?.value;
    if (policy) resources.set(policy, textIn(around, 'resource'));
  }
  return resources;
});

function textIn(mapping: MappingNode, key: string): string | undefined {
  const value = entryOf(mapping, key)?.value;
  const text = value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
  return filledText(text);
}

function conditionOf({ condition }: Binding): GrantRow['condition'] | 'unknown' {
  if (condition.state === 'absent') return undefined;
  if (condition.state === 'unknown') return 'unknown';
  const [title, expression] = [certainText(condition.value.title), certainText(condition.value.expression)];
  return expression === undefined ? 'unknown' : { title: title ?? '', expression };
}
