import type { MappingNode } from '../../../../syntax/tree';
import type { Workspace } from '../../../../workspace/index/workspace';
import type { TextValue } from '../../../../workspace/terraform/names/text';
import { type Named, nameOf, written } from '../../../explaining/named';
import type { GrantRow, GrantTable } from '../../../grantTable';
import type { Field } from '../../../policy';
import { grantsOfBlock } from '../../grants/planned/blockGrants';
import { sameMemberKey } from '../../members/written';
import type { AllowPolicy, Binding } from '../policy';

/** A role held by one member. */
export interface Grant {
  /** Undefined where a role is granted to nobody. */
  readonly member: Named | undefined;
  readonly role: Named;
  readonly condition: { readonly title: string | undefined; readonly expression: string | undefined } | undefined;
  /** The Terraform resource that makes the grant. */
  readonly resource: string | undefined;
  /** Whether the members of the binding are all told. */
  readonly complete: boolean;
  /** Set where it follows from the default of a variable or a file of variables. */
  readonly assumed?: true;
}

/**
 * What policies grant: those that Terraform's blocks make as `grants` tells them, instance by instance, and what isn't told by it as it is
 * written.
 */
export function grantsOfAll(policies: readonly AllowPolicy[], workspace: Workspace): readonly Grant[] {
  const tables = new Map<MappingNode, GrantTable | undefined>();
  return policies.flatMap((policy) => {
    const { resource, uri, outer, isOutput } = policy.place;
    if (!resource || isOutput) return writtenGrants(policy);
    const isFirst = !tables.has(resource.body);
    const table = isFirst ? grantsOfBlock(resource, { uri, root: outer, workspace }) : tables.get(resource.body);
    tables.set(resource.body, table);
    if (!table) return writtenGrants(policy);
    const complete = table.unknown.every(({ what }) => what === 'resource' || what === 'condition');
    const told = table.grants.map((row) => toldGrant(policy, row, complete));
    const others = complete && told.length > 0 ? [] : writtenGrants(policy).filter((grant) => !isAmong(grant, table, complete));
    return isFirst ? [...told, ...others] : others;
  });
}

function toldGrant({ form }: AllowPolicy, row: GrantRow, complete: boolean): Grant {
  const { member, role, condition, unknownCondition, address, assumed } = row;
  const told = { title: condition?.title || undefined, expression: condition?.expression };
  return {
    member: { text: member, told: true },
    role: { text: role, told: true },
    condition: condition || unknownCondition ? told : undefined,
    resource: form === 'document' ? undefined : address,
    complete,
    ...(assumed && { assumed }),
  };
}

/** Where a plan would know all of it, what is written beside that is that nobody gets a role. */
function isAmong({ member, role }: Grant, { grants }: GrantTable, complete: boolean): boolean {
  return complete ? member !== undefined : grants.some((row) => row.member === member?.text && row.role === role.text);
}

function writtenGrants(policy: AllowPolicy): readonly Grant[] {
  return policy.bindings.flatMap((binding) => {
    const common = {
      role: roleOf(policy, binding),
      condition: conditionOf(policy, binding.condition),
      resource: policy.form === 'document' ? undefined : policy.place.resource?.address,
    };
    const { names, complete } = memberNames(policy, binding);
    const held: readonly (Named | undefined)[] = names.length > 0 ? names : [undefined];
    return held.map((member) => ({ ...common, member, complete }));
  });
}

function memberNames(
  policy: AllowPolicy,
  { members }: Binding,
): { readonly names: readonly Named[]; readonly complete: boolean } {
  if (members.state === 'absent') return { names: [], complete: true };
  if (members.state === 'known') {
    return { names: members.value.items.map((member) => nameOf(policy, member)), complete: members.value.complete };
  }
  return { names: [members.node ? written(policy, members.node.range) : { text: '…', told: false }], complete: false };
}

/** The grants by a name of theirs, in the order in which the names first come up. */
export function grantsWithin(
  grants: readonly Grant[],
  nameOf: (grant: Grant) => Named | undefined,
  which: 'withMembers' | 'withoutMembers' = 'withMembers',
): readonly (readonly [Named, readonly Grant[]])[] {
  const groups = new Map<string, { readonly name: Named; readonly held: Grant[] }>();
  for (const grant of grants) {
    const name = nameOf(grant);
    if (!name || (which === 'withMembers' && !grant.member)) continue;
    const key = name.told ? sameMemberKey(name.text) : `\0${name.text}`;
    const group = groups.get(key) ?? { name, held: [] };
    groups.set(key, group);
    group.held.push(grant);
  }
  return [...groups.values()].map(({ name, held }) => [name, held]);
}

function roleOf(policy: AllowPolicy, { role, anchor }: Binding): Named {
  if (role.state === 'known') return nameOf(policy, role.value);
  return written(policy, role.state === 'unknown' && role.node ? role.node.range : anchor);
}

function conditionOf(policy: AllowPolicy, condition: Binding['condition']): Grant['condition'] {
  if (condition.state === 'absent') return undefined;
  if (condition.state === 'unknown') return { title: undefined, expression: undefined };
  const shown = (field: Field<TextValue>) => {
    if (field.state === 'absent') return undefined;
    const node = field.state === 'known' ? field.value.node : field.node;
    if (!node) return undefined;
    return node.kind === 'scalar' ? String(node.value) : written(policy, node.range).text;
  };
  return { title: shown(condition.value.title), expression: shown(condition.value.expression) };
}
