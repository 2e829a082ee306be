import type { Place } from '../../../../workspace/index/facts';
import { argumentIn, blocksOf, type MadeBlock } from '../../../../workspace/terraform/modules/blocks';
import type { Instances } from '../../../../workspace/terraform/modules/instances';
import type { ModuleInstance, ResourceInstance } from '../../../../workspace/terraform/modules/moduleInstance';
import { unplaced } from '../../../../workspace/terraform/values/make';
import { isSensitive } from '../../../../workspace/terraform/values/sensitive';
import type { Reason } from '../../../../workspace/terraform/values/value';
import type { GrantRow, GrantTable, Lack, UnknownGrant } from '../../../grantTable';
import { type IamResource, iamFamilyOf } from '../../iam-resource/family';
import { asText, lackIn, lackOf } from './lack';
import { type GrantedOn, grantedOn } from './target';

/** Every grant that a plan of the module would show, those of the modules that it calls included, and what a plan wouldn't know. */
export function plannedGrants(module: ModuleInstance): GrantTable {
  const table: Table = { source: module.folder, grants: [], unknown: [] };
  addModule(module, table);
  return table;
}

interface Table {
  /** The folder of the root module. */
  readonly source: string;
  readonly grants: GrantRow[];
  readonly unknown: UnknownGrant[];
}

/** Loops in modules in loops multiply: beyond this, what else there is is told to be unknown. */
const mostRows = 100_000;
const tooMuch = { why: { id: 'tooMuch', what: '' } } as const;

function isFull({ grants, unknown }: Table): boolean {
  return grants.length + unknown.length >= mostRows;
}

function addModule(module: ModuleInstance, table: Table): void {
  for (const uri of module.configuration.unread) {
    const address = module.prefix === '' ? undefined : module.prefix.slice(0, -1);
    addUnknown(table, address, 'instances', lackOf({ id: 'unread', what: '' }), { uri, range: { start: 0, end: 0 } });
  }
  for (const resource of module.resources()) {
    const iam = resource.mode === 'resource' ? iamFamilyOf(resource.type) : undefined;
    if (!iam) continue;
    const address = `${module.prefix}${resource.address}`;
    const at = { uri: resource.uri, range: resource.header };
    const instances = isFull(table) ? tooMuch : module.instancesOf(resource);
    const untold = addAll(instances, table, (instance) => addInstance(instance, iam, at, table), isExhausted);
    const target = { kind: iam.family, parts: [undefined] };
    if (untold) addUnknown(table, address, 'instances', lackOf(untold), at, { target });
  }
  if (isFull(table)) {
    for (const [name, { uri, header }] of module.configuration.calls)
      addUnknown(table, `${module.prefix}module.${name}`, 'instances', lackOf(tooMuch.why), { uri, range: header });
    return;
  }
  for (const { name, at, instances } of module.calls()) {
    const untold = addAll(instances, table, ([, child]) => addModule(child, table));
    if (untold) addUnknown(table, `${module.prefix}module.${name}`, 'instances', lackOf(untold), at);
  }
}

/** The work that all of the modules may cost has been done. */
function isExhausted({ scope }: ResourceInstance): boolean {
  return scope.budget.steps <= 0;
}

/** Adds all instances as long as there is room for them. Gives the reason why not all of them are told. */
function addAll<T>(
  instances: Instances<T>,
  table: Table,
  add: (instance: T) => void,
  isTooMuch: (instance: T) => boolean = () => false,
): Reason | undefined {
  if ('why' in instances) return instances.why;
  for (const instance of instances.all) {
    if (isFull(table) || isTooMuch(instance)) return tooMuch.why;
    add(instance);
  }
  return undefined;
}

function addInstance(instance: ResourceInstance, iam: IamResource, at: Place, table: Table): void {
  const on = grantedOn(instance, iam.family);
  if (on.lack) addUnknown(table, instance.address, 'resource', on.lack, at, { target: on.target });
  if (iam.ending === 'policy') addPolicy(instance, on, at, table);
  else addGrant(instance, iam.ending, on, at, table);
}

function addGrant(
  instance: ResourceInstance,
  ending: 'member' | 'binding',
  { target, resource: grantedResource }: GrantedOn,
  at: Place,
  table: Table,
): void {
  const { address, resource } = instance;
  const role = asText(instance.argument('role'));
  const given = instance.argument(ending === 'member' ? 'member' : 'members');
  const members = (ending === 'binding' && given && 'items' in given && !isSensitive(given) ? given.items : [given]).map(asText);
  const texts = members.flatMap((member) => (member?.kind === 'string' ? member.text : []));
  const condition = conditionOf({ body: resource.it, scope: instance.scope });
  const ofRole = role?.kind === 'string' ? { target, role: role.text } : { target };
  if (role?.kind !== 'string') {
    const all = texts.length === members.length ? { target, members: texts } : { target };
    addUnknown(table, address, 'role', lackIn(role), at, all);
  }
  if (condition && 'why' in condition) addUnknown(table, address, 'condition', condition, at, ofRole);
  for (const member of members) {
    if (member?.kind !== 'string') addUnknown(table, address, 'members', lackIn(member), at, ofRole);
    if (role?.kind !== 'string' || member?.kind !== 'string') continue;
    table.grants.push({
      address,
      kind: resource.type,
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

/** The policy that the resource puts in the place of what is there. */
function addPolicy(instance: ResourceInstance, { target, resource }: GrantedOn, at: Place, table: Table): void {
  const { address } = instance;
  const data = asText(instance.argument('policy_data'));
  const bindings = data?.kind === 'string' ? bindingsIn(data.text) : undefined;
  if (!bindings) addUnknown(table, address, 'members', lackIn(data), at, { target });
  for (const { role, members, condition } of bindings ?? []) {
    for (const member of members) {
      table.grants.push({
        address,
        kind: instance.resource.type,
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

/** The condition of a block; undefined where it has none. */
function conditionOf(block: MadeBlock): NonNullable<GrantRow['condition']> | Lack | undefined {
  const blocks = blocksOf(block.body, 'condition', block.scope);
  if ('why' in blocks) return lackOf(blocks.why);
  const [condition] = blocks.all;
  if (!condition) return undefined;
  const [title, expression] = ['title', 'expression'].map((name) => asText(argumentIn(condition, name)));
  if (title?.kind !== 'string' || expression?.kind !== 'string') return lackIn(title?.kind === 'string' ? expression : title);
  return { title: title.text, expression: expression.text };
}

function addUnknown(
  { source, unknown }: Table,
  address: string | undefined,
  what: UnknownGrant['what'],
  { why, from }: Lack,
  at: Place,
  known: UnknownGrant['known'] = {},
): void {
  unknown.push({ address, what, why: why.id, because: why.what, at, from, source, known });
}
