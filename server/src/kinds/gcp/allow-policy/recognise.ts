import { roleOf } from '../../../catalog/google/roles/roles';
import { type Entry, entryOf, type MappingNode, type SequenceNode, type SyntaxNode } from '../../../syntax/tree';
import { literalString } from '../../../workspace/terraform/names/text';
import type { Recognition, Where } from '../../kind';
import { iamFamilyOf } from '../iam-resource/family';
import { parseMember } from '../members/written';
import { ownLevel } from './attachment';
import { policy } from './shape';

/** The argument of a Terraform resource whose value is always a policy. */
export const policyArgument = 'policy_data';

/** An allow policy as the API has it: by a list of bindings of which one at least is surely IAM's, or by what surely stands for none. */
export function recognisePolicy(node: SyntaxNode, { isWhole, embedded, typedKey }: Where): Recognition | undefined {
  if (node.kind !== 'mapping') return undefined;
  const isExpected = isWhole && embedded?.key === policyArgument;
  // Whatever it holds, the provider takes it for one.
  if (isExpected && iamFamilyOf(embedded.resourceType ?? '')?.ending === 'policy')
    return { takes: 'object', shape: policy, sure: true };
  const value = (entryOf(node, 'bindings') ?? (isWhole ? entryInAnyCase(node, 'bindings') : undefined))?.value;
  const list = value?.kind === 'sequence' ? value : undefined;
  const sure = list ? isBindings(list, node) : isWhole && isUnsetPolicy(node);
  const may = sure || isExpected || (list ? mayBeBindings(list, node, typedKey) : isWhole && isUnsetPolicy(node, typedKey));
  return may ? { takes: 'object', shape: policy, sure } : undefined;
}

/** Quick, for texts of any length. */
export function mayHoldPolicy(text: string): boolean {
  return text.includes('bindings') || text.includes(etagOfNothing) || /["']?bindings["']?\s*:/i.test(text);
}

/** Half-typed. Other products have bindings too: none of ours may hold what only theirs do. */
function mayBeBindings({ items }: SequenceNode, holder: MappingNode, typedKey: string | undefined): boolean {
  const binding = policy.fields.get('bindings')?.inside;
  const isOurs = (key: string, known: typeof policy | undefined) => key === typedKey || known?.fields.has(key) === true;
  const mappings = items.filter((item) => item.kind === 'mapping');
  if (!mappings.every((item) => !isOfOthers(item) && item.entries.every(({ key }) => isOurs(key, binding)))) return false;
  if (mappings.some((item) => entryOf(item, 'role') ?? entryOf(item, 'members'))) return true;
  return holder.entries.every(({ key }) => isOurs(key, policy));
}

/** An empty list could be anybody's: it must stand beside an etag and nothing strange. */
function isBindings({ items }: SequenceNode, holder: MappingNode): boolean {
  if (items.length > 0) return items.some((item) => isBinding(item) || isFaultyBinding(item, holder));
  const isOurs = !entryOf(holder, 'kind') || ownLevel(holder).state === 'known';
  return isOurs && isEtag(entryOf(holder, 'etag')?.value) && holder.entries.every(({ key }) => besidesNothing.has(key));
}

/** Whether it is what the API answers for a resource that no policy was ever set on; `besides` is a key that is being typed into it. */
function isUnsetPolicy(node: MappingNode, besides?: string): boolean {
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

/** Nothing in it is right, but by its keys it can be nothing else: the role is Google's but for its prefix, or an etag of IAM stands beside. */
function isFaultyBinding(item: SyntaxNode, holder: MappingNode): boolean {
  if (item.kind !== 'mapping') return false;
  const role = literalString(entryOf(item, 'role')?.value);
  const members = entryOf(item, 'members')?.value;
  if (role === undefined || members?.kind !== 'sequence' || !item.entries.every(({ key }) => bindingKeys.has(key))) return false;
  const isBesideEtag = isEtag(entryOf(holder, 'etag')?.value) && holder.entries.every(({ key }) => besidesNothing.has(key));
  // Others have an `admin` and a `viewer`, too.
  return isBesideEtag || (/[./]/.test(role) && roleOf(`roles/${role.replace(/^\/?roles?[/.]/, '')}`) !== undefined);
}

/** Neither the role nor any of the members has anything of the cloud's names: other products have both as well. */
function isOfOthers(item: MappingNode): boolean {
  const role = literalString(entryOf(item, 'role')?.value);
  const members = entryOf(item, 'members')?.value;
  if (!role || /[/.]/.test(role) || members?.kind !== 'sequence' || members.items.length === 0) return false;
  return members.items.every((member) => {
    const text = literalString(member);
    return text !== undefined && text !== '' && !isAddress(text);
  });
}

function isAddress(member: string): boolean {
  return /[@.]|:\/\/|^all(Authenticated)?Users$/i.test(member);
}

const bindingKeys: ReadonlySet<string> = new Set(['role', 'members', 'condition']);

/** A key is written with a capital where people know it from other clouds. */
function entryInAnyCase(node: MappingNode, key: string): Entry | undefined {
  return node.entries.find((entry) => entry.key.toLowerCase() === key);
}

function isBinding(item: SyntaxNode): boolean {
  if (item.kind !== 'mapping') return false;
  const role = (entryOf(item, 'role') ?? entryInAnyCase(item, 'role'))?.value;
  if (
    role?.kind === 'scalar' &&
    typeof role.value === 'string' &&
    /^(roles|(projects|organizations)\/[^/]+\/roles)\//.test(role.value)
  )
    return true;
  const members = (entryOf(item, 'members') ?? entryInAnyCase(item, 'members'))?.value;
  return (
    role !== undefined &&
    members?.kind === 'sequence' &&
    members.items.some(
      (member) =>
        member.kind === 'scalar' &&
        typeof member.value === 'string' &&
        isAddress(member.value) &&
        parseMember(member.value).kind !== 'invalid',
    )
  );
}
