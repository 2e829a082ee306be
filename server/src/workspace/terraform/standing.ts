import type { FactOf, ResourceName } from '../index/facts';
import type { Workspace } from '../index/workspace';
import { knownInstancesOf } from './evaluate';

/** Whether something of Terraform's is there, and is what the text at hand says. */
export type Standing = 'surely' | 'maybe' | 'no';

/**
 * What a text about a resource is worth. `maybe` where another text has the same address and overrides it, and where the module may not be
 * made; `no` where nothing makes the module. Whoever stands in the same module (`from`) is made together with it.
 */
export function standingOf({ folder, address }: ResourceName, workspace: Workspace, from?: string): Standing {
  if (!workspace.complete || !isWrittenOnce(folder, address, workspace)) return 'maybe';
  return folder === from ? 'surely' : standingOfModule(folder, workspace, new Map());
}

/** Whether one text alone says what the resource or module call of an address is. */
export function isWrittenOnce(folder: string, address: string, workspace: Workspace): boolean {
  return workspace.find('declared', `${folder}#${address}`).filter(({ value }) => value.made).length === 1;
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

function standingOfCall({ value }: FactOf<'moduleCall'>, workspace: Workspace, known: Map<string, Standing>): Standing {
  const { folder, name, arguments: body } = value;
  if (name === undefined || !isWrittenOnce(folder, `module.${name}`, workspace)) return 'maybe';
  const instances = knownInstancesOf(body, { folder, workspace });
  if (!instances || !body.complete) return 'maybe';
  return instances.length === 0 ? 'no' : standingOfModule(folder, workspace, known);
}
