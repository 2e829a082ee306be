import { argumentIn, blocksOf, type MadeBlock } from '../../../../workspace/terraform/modules/blocks';
import type { Resource } from '../../../../workspace/terraform/modules/configuration';
import type { Instances } from '../../../../workspace/terraform/modules/instances';
import type { ModuleInstance, ResourceInstance } from '../../../../workspace/terraform/modules/moduleInstance';
import type { Reason } from '../../../../workspace/terraform/values/value';
import type { GrantRow, GrantTable, Lack } from '../../../grantTable';
import { iamFamilyOf } from '../../iam-resource/family';
import { definedRole, isCustomRole } from './definedRole';
import type { GrantingResource } from './grantingResource';
import { asText, lackIn, lackOf } from './lack';
import { addGrants, addUnknown, markAssumed, type Table } from './rows';

/** Every grant that a plan of the module would show, those of the modules that it calls included, and what a plan wouldn't know. */
export function plannedGrants(module: ModuleInstance): GrantTable {
  const table: Table = { source: module.folder, grants: [], unknown: [], roles: [] };
  addModule(module, table, false);
  return table;
}

/** Loops in modules in loops multiply: beyond this, what else there is is told to be unknown. */
const mostRows = 100_000;
const tooMuch = { why: { id: 'tooMuch', what: '' } } as const;

function isFull({ grants, unknown }: Table): boolean {
  return grants.length + unknown.length >= mostRows;
}

/** `isAssumed`: whether the module itself may not be made, or be made otherwise. */
function addModule(module: ModuleInstance, table: Table, isAssumed: boolean): void {
  for (const uri of module.configuration.unread) {
    const address = module.prefix === '' ? undefined : module.prefix.slice(0, -1);
    addUnknown(table, address, 'instances', lackOf({ id: 'unread', what: '' }), { uri, range: { start: 0, end: 0 } });
  }
  for (const resource of module.resources()) {
    if (resource.mode === 'resource' && isCustomRole(resource.type)) addRoles(module, resource, table);
    const iam = resource.mode === 'resource' ? iamFamilyOf(resource.type) : undefined;
    if (!iam) continue;
    const address = `${module.prefix}${resource.address}`;
    const at = { uri: resource.uri, range: resource.header };
    const made = module.noticing(() => (isFull(table) ? tooMuch : module.instancesOf(resource)));
    const add = (instance: ResourceInstance) => {
      const first = table.grants.length;
      const { assumed } = module.noticing(() => addGrants(granting(instance), iam, at, table));
      if (assumed || made.assumed || isAssumed) markAssumed(table, first);
    };
    const untold = addAll(made.result, table, add, isExhausted);
    const target = { kind: iam.family, parts: [undefined] };
    if (untold) addUnknown(table, address, 'instances', lackOf(untold), at, { target });
  }
  if (isFull(table)) {
    for (const [name, { uri, header }] of module.configuration.calls)
      addUnknown(table, `${module.prefix}module.${name}`, 'instances', lackOf(tooMuch.why), { uri, range: header });
    return;
  }
  for (const [name, { uri, header }] of module.configuration.calls) {
    const made = module.noticing(() => module.childrenOf(name));
    const untold = addAll(made.result, table, ([, child]) => addModule(child, table, made.assumed || isAssumed));
    const at = { uri, range: header };
    if (untold) addUnknown(table, `${module.prefix}module.${name}`, 'instances', lackOf(untold), at);
  }
}

/** What is assumed of a role proves nothing about what it lacks. */
function addRoles(module: ModuleInstance, resource: Resource, { source, roles }: Table): void {
  const made = module.noticing(() => module.instancesOf(resource));
  for (const instance of 'all' in made.result && made.result.all.length <= mostRows ? made.result.all : []) {
    const { result: role, assumed } = module.noticing(() => definedRole(instance, source));
    roles?.push({ ...role, complete: role.complete && !assumed && !made.assumed });
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

export function granting(instance: ResourceInstance): GrantingResource {
  const { address, resource, scope } = instance;
  return {
    address,
    type: resource.type,
    names: resource.it.attributes.map(({ name }) => name),
    argument: (name) => instance.argument(name),
    providerArgument: (name) => instance.providerArgument(name),
    condition: () => conditionOf({ body: resource.it, scope }),
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
