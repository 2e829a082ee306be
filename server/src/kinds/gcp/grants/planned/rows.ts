import type { Place } from '../../../../workspace/index/facts';
import { unplaced } from '../../../../workspace/terraform/values/make';
import { isSensitive } from '../../../../workspace/terraform/values/sensitive';
import type { Value } from '../../../../workspace/terraform/values/value';
import type { DefinedRole, GrantRow, Lack, UnknownGrant } from '../../../grantTable';
import type { IamResource } from '../../iam-resource/family';
import { roleReferredTo } from './definedRole';
import type { GrantingResource } from './grantingResource';
import { asText, lackIn } from './lack';
import { type GrantedOn, grantedOn } from './target';

export interface Table {
  /** The folder of the root module, or the document. */
  readonly source: string;
  readonly grants: GrantRow[];
  readonly unknown: UnknownGrant[];
  readonly roles?: DefinedRole[];
}

/** Adds what a resource grants, and what of that isn't known. */
export function addGrants(instance: GrantingResource, iam: IamResource, at: Place, table: Table): void {
  const on = grantedOn(instance, iam.family);
  if (on.lack) addUnknown(table, instance.address, 'resource', on.lack, at, { target: on.target });
  if (iam.ending === 'policy') addPolicy(instance, on, at, table);
  else addGrant(instance, iam.ending, on, at, table);
}

function addGrant(
  instance: GrantingResource,
  ending: 'member' | 'binding',
  { target, resource: grantedResource }: GrantedOn,
  at: Place,
  table: Table,
): void {
  const { address, type } = instance;
  const role = asText(instance.argument('role'));
  const given = instance.argument(ending === 'member' ? 'member' : 'members');
  const listed = ending === 'binding' && given && 'items' in given && !isSensitive(given) ? given.items : [given];
  const members = eachOnce(listed.map(asText));
  const texts = members.flatMap((member) => (member?.kind === 'string' ? member.text : []));
  const condition = instance.condition();
  const ofRole = role?.kind === 'string' ? { target, role: role.text } : { target };
  if (role?.kind !== 'string') {
    const all = texts.length === members.length ? { target, members: texts } : { target };
    const definedRole = role?.kind === 'unknown' ? roleReferredTo(role) : undefined;
    addUnknown(table, address, 'role', lackIn(role), at, { ...all, ...(definedRole !== undefined && { definedRole }) });
  }
  if (condition && 'why' in condition) addUnknown(table, address, 'condition', condition, at, ofRole);
  for (const member of members) {
    if (member?.kind !== 'string') addUnknown(table, address, 'members', lackIn(member), at, ofRole);
    if (role?.kind !== 'string' || member?.kind !== 'string') continue;
    table.grants.push({
      address,
      kind: type,
      role: role.text,
      member: member.text,
      resource: grantedResource,
      condition: condition && 'title' in condition ? condition : undefined,
      at,
      from: [...member.from, ...role.from],
      source: table.source,
      target,
      ...(condition && 'why' in condition && { unknownCondition: condition }),
    });
  }
}

/** To the provider they are a set. */
function eachOnce(members: readonly (Value | undefined)[]): readonly (Value | undefined)[] {
  const seen = new Set<string>();
  return members.filter((member) => {
    if (member?.kind !== 'string') return true;
    const isNew = !seen.has(member.text);
    seen.add(member.text);
    return isNew;
  });
}

/** The policy that the resource puts in the place of what is there. */
function addPolicy(instance: GrantingResource, { target, resource }: GrantedOn, at: Place, table: Table): void {
  const { address } = instance;
  const data = asText(instance.argument('policy_data'));
  const bindings = data?.kind === 'string' ? bindingsIn(data.text) : undefined;
  if (!bindings) addUnknown(table, address, 'members', lackIn(data), at, { target });
  for (const { role, members, condition } of bindings ?? []) {
    for (const member of new Set(members)) {
      table.grants.push({
        address,
        kind: instance.type,
        role,
        member,
        resource,
        condition,
        at,
        from: data?.from ?? unplaced,
        source: table.source,
        target,
      });
    }
  }
}

interface WrittenBinding {
  readonly role: string;
  readonly members: readonly string[];
  readonly condition: GrantRow['condition'];
}

/** Undefined for what is no policy. */
function bindingsIn(text: string): readonly WrittenBinding[] | undefined {
  try {
    const { bindings = [] } = JSON.parse(text) as { bindings?: unknown };
    return Array.isArray(bindings) ? bindings.map(bindingIn) : undefined;
  } catch {
    return undefined;
  }
}

function bindingIn(binding: unknown): WrittenBinding {
  const { role, members, condition } = Object(binding) as Record<string, unknown>;
  const { title, expression } = Object(condition) as Record<string, unknown>;
  return {
    role: String(role ?? ''),
    members: Array.isArray(members) ? members.map(String) : [],
    condition: condition === undefined ? undefined : { title: String(title ?? ''), expression: String(expression ?? '') },
  };
}

export function addUnknown(
  { source, unknown }: Table,
  address: string | undefined,
  what: UnknownGrant['what'],
  { why, from }: Lack,
  at: Place,
  known: UnknownGrant['known'] = {},
): void {
  unknown.push({ address, what, why: why.id, because: why.what, at, from, source, known });
}

/** The rows from `first` on follow from what may be something else when Terraform runs. */
export function markAssumed({ grants }: Table, first: number): void {
  for (let index = first; index < grants.length; index++) {
    const row = grants[index];
    if (row) grants[index] = { ...row, assumed: true };
  }
}
