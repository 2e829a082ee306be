import type { Place } from '../../../../workspace/index/facts';
import { argumentIn, blocksOf, type MadeBlock } from '../../../../workspace/terraform/modules/blocks';
import type { ModuleInstance, ResourceInstance } from '../../../../workspace/terraform/modules/moduleInstance';
import { convert } from '../../../../workspace/terraform/values/convert';
import { unplaced } from '../../../../workspace/terraform/values/make';
import { stringType } from '../../../../workspace/terraform/values/type';
import type { Reason, Value } from '../../../../workspace/terraform/values/value';
import type { GrantRow, GrantTable, UnknownGrant } from '../../../grantTable';
import { iamFamilyOf } from '../../iam-resource/family';

/** Every grant that a plan of the module would show, those of the modules that it calls included, and what a plan wouldn't know. */
export function plannedGrants(module: ModuleInstance): GrantTable {
  const table: Table = { grants: [], unknown: [] };
  addModule(module, table);
  return table;
}

interface Table {
  readonly grants: GrantRow[];
  readonly unknown: UnknownGrant[];
}

function addModule(module: ModuleInstance, table: Table): void {
  for (const uri of module.configuration.unread) {
    const address = module.prefix === '' ? undefined : module.prefix.slice(0, -1);
    table.unknown.push(unknownOf(address, 'instances', { id: 'unread', what: '' }, { uri, range: { start: 0, end: 0 } }));
  }
  for (const resource of module.resources()) {
    const iam = resource.mode === 'resource' ? iamFamilyOf(resource.type) : undefined;
    if (!iam) continue;
    const at = { uri: resource.uri, range: resource.header };
    const instances = module.instancesOf(resource);
    if ('why' in instances) {
      table.unknown.push(unknownOf(`${module.prefix}${resource.address}`, 'instances', instances.why, at));
      continue;
    }
    for (const instance of instances.all) {
      if (iam.ending === 'policy') addPolicy(instance, at, table);
      else addGrant(instance, iam.ending, at, table);
    }
  }
  for (const { name, at, instances } of module.calls()) {
    if ('why' in instances) table.unknown.push(unknownOf(`${module.prefix}module.${name}`, 'instances', instances.why, at));
    else for (const [, child] of instances.all) addModule(child, table);
  }
}

function addGrant(instance: ResourceInstance, ending: 'member' | 'binding', at: Place, table: Table): void {
  const { address, resource } = instance;
  const unknown = (what: UnknownGrant['what'], value: Value | undefined) =>
    table.unknown.push(unknownOf(address, what, reasonOf(value), at));
  const role = asText(instance.argument('role'));
  if (role?.kind !== 'string') unknown('role', role);
  const condition = conditionOf({ body: resource.it, scope: instance.scope });
  if (condition && 'why' in condition) table.unknown.push(unknownOf(address, 'condition', condition.why, at));
  const given = instance.argument(ending === 'member' ? 'member' : 'members');
  const members = ending === 'member' ? [given] : given && 'items' in given ? given.items : [given];
  for (const member of members.map(asText)) {
    if (member?.kind !== 'string') unknown('members', member);
    if (role?.kind !== 'string' || member?.kind !== 'string') continue;
    table.grants.push({
      address,
      kind: resource.type,
      role: role.text,
      member: member.text,
      resource: parentOf(instance),
      condition: condition && 'title' in condition ? condition : undefined,
      at,
      from: [...member.from, ...role.from],
    });
  }
}

/** The policy that the resource puts in the place of what is there. */
function addPolicy(instance: ResourceInstance, at: Place, table: Table): void {
  const { address, resource } = instance;
  const data = instance.argument('policy_data');
  const bindings = data?.kind === 'string' ? bindingsIn(data.text) : undefined;
  if (!bindings) table.unknown.push(unknownOf(address, 'members', reasonOf(data), at));
  for (const { role, members, condition } of bindings ?? []) {
    for (const member of members) {
      table.grants.push({
        address,
        kind: resource.type,
        role,
        member,
        resource: parentOf(instance),
        condition,
        at,
        from: data?.from ?? unplaced,
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

/** The condition of a block; undefined where it has none. */
function conditionOf(block: MadeBlock): NonNullable<GrantRow['condition']> | { readonly why: Reason } | undefined {
  const blocks = blocksOf(block.body, 'condition', block.scope);
  if ('why' in blocks) return blocks;
  const [condition] = blocks.all;
  if (!condition) return undefined;
  const [title, expression] = ['title', 'expression'].map((name) => asText(argumentIn(condition, name)));
  if (title?.kind !== 'string' || expression?.kind !== 'string')
    return { why: reasonOf(title?.kind === 'string' ? expression : title) };
  return { title: title.text, expression: expression.text };
}

/** What the resource grants access to, by the argument that names it. */
function parentOf(instance: ResourceInstance): string | undefined {
  for (const [argument, prefix] of parents) {
    const value = instance.argument(argument);
    if (value?.kind === 'string') return value.text.includes('/') ? value.text : `${prefix}${value.text}`;
  }
  return undefined;
}

/** The narrower ones first: most resources say their project, too. */
const parents: readonly (readonly [string, string])[] = [
  ['bucket', 'buckets/'],
  ['service_account_id', ''],
  ['topic', 'topics/'],
  ['subscription', 'subscriptions/'],
  ['secret_id', 'secrets/'],
  ['dataset_id', 'datasets/'],
  ['crypto_key_id', ''],
  ['key_ring_id', ''],
  ['repository', 'repositories/'],
  ['billing_account_id', 'billingAccounts/'],
  ['folder', 'folders/'],
  ['org_id', 'organizations/'],
  ['name', ''],
  ['project', 'projects/'],
];

/** Arguments are texts, whatever is given. */
function asText(value: Value | undefined): Value | undefined {
  return value?.kind === 'unknown' ? value : value && convert(value, stringType);
}

function unknownOf(address: string | undefined, what: UnknownGrant['what'], why: Reason, at: Place): UnknownGrant {
  return { address, what, why: why.id, because: why.what, at };
}

function reasonOf(value: Value | undefined): Reason {
  return value?.kind === 'unknown' ? value.why : { id: 'error', what: '' };
}
