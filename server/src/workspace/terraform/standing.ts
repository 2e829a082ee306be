import type { FactOf, ResourceName } from '../index/facts';
import type { Workspace } from '../index/workspace';
import { knownInstancesOf } from './names/instances';
import { moduleScope } from './names/scope';

/** Whether something of Terraform's is there, and is what the text at hand says. */
export type Standing = 'surely' | 'maybe' | 'no';

/**
 * What a text about a resource is worth. `maybe` where another text has the same address and overrides it, and where the module may not be
 * made; `no` where nothing makes the module. Whoever stands in the same module (`from`) is made together with it.
 */
export function standingOf(resource: ResourceName, workspace: Workspace, from?: string): Standing {
  const { folder } = resource;
  if (textsOf(resource, workspace).length !== 1) return 'maybe';
  return folder === from ? 'surely' : standingOfModule(folder, workspace, new Map());
}

/** Whether several texts say what a resource is, as an override file does of one that stands elsewhere. */
export function isOverridden(resource: ResourceName, workspace: Workspace): boolean {
  return textsOf(resource, workspace).length > 1;
}

/** Whether a module surely is made once, if at all. What stands in one that is made more often is several things of one address. */
export function isMadeOnce(folder: string, workspace: Workspace): boolean {
  return workspace.complete && timesMade(folder, workspace, new Set()) <= 1;
}

/** How often, at least, once it is more than once; that may be where the text doesn't tell. */
function timesMade(folder: string, workspace: Workspace, within: ReadonlySet<string>): number {
  if (within.has(folder)) return Number.POSITIVE_INFINITY;
  const calls = workspace.find('moduleCall', folder);
  // Nobody calls a root module, which is made by itself.
  if (calls.length === 0) return 1;
  let times = 0;
  for (const { value, at } of calls) {
    const { folder: caller, name, arguments: body } = value;
    const isTold = body.complete && name !== undefined && !isOverridden({ folder: caller, address: `module.${name}` }, workspace);
    const instances = isTold ? knownInstancesOf(body, moduleScope(caller, workspace, value.root, at.uri)) : undefined;
    if (!instances) return Number.POSITIVE_INFINITY;
    if (instances.length > 0) times += instances.length * timesMade(caller, workspace, new Set([...within, folder]));
    if (times > 1) break;
  }
  return times;
}

/** The texts that say what the resource or module call of an address is. */
function textsOf({ folder, address }: ResourceName, workspace: Workspace): readonly FactOf<'declared'>[] {
  return workspace.find('declared', `${folder}#${address}`).filter(({ value }) => value.made);
}

/** What nobody calls is a root module, which is made by itself. */
function standingOfModule(folder: string, workspace: Workspace, known: Map<string, Standing>): Standing {
  const before = known.get(folder);
  if (before) return before;
  const calls = workspace.find('moduleCall', folder);
  // Of modules that call each other nothing is sure.
  known.set(folder, 'maybe');
  const made = calls.map((call) => standingOfCall(call, workspace, known));
  const isSure = made.length === 0 || made.includes('surely');
  const standing = isSure ? 'surely' : made.every((one) => one === 'no') ? 'no' : 'maybe';
  known.set(folder, standing);
  return standing;
}

function standingOfCall({ value, at }: FactOf<'moduleCall'>, workspace: Workspace, known: Map<string, Standing>): Standing {
  const { folder, name, arguments: body } = value;
  if (name === undefined || textsOf({ folder, address: `module.${name}` }, workspace).length !== 1) return 'maybe';
  const instances = knownInstancesOf(body, moduleScope(folder, workspace, value.root, at.uri));
  if (!instances || !body.complete) return 'maybe';
  return instances.length === 0 ? 'no' : standingOfModule(folder, workspace, known);
}
