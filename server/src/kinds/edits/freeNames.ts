import type { ResourceName } from '../../workspace/index/facts';
import type { Workspace } from '../../workspace/index/workspace';
import type { TerraformResource } from '../../workspace/terraform/resources';

/** Gives a new resource of `type` the name wished for, or that with a number behind it; no name twice. */
export type FreeNames = (type: string, wished: string) => string;

/** Whether some text names the address of a grant, other than by making it. */
export function isMentioned({ folder, address }: ResourceName, workspace: Workspace): boolean {
  return [folder, '*'].some((where) => workspace.find('mention', `${where}#${address}`).length > 0);
}

/**
 * Names that no resource of the same type has anywhere in the module of `resource`: a second one of an address makes Terraform
 * refuse the module, or in `.tf.json` takes the place of the first. Undefined until every file of the module has been read.
 */
export function freeNamesBeside(
  { folder, siblings, type: ownType }: TerraformResource,
  workspace: Workspace,
): FreeNames | undefined {
  if (!workspace.complete) return undefined;
  const given = new Set<string>();
  const isTaken = (type: string, name: string) =>
    given.has(`${type}.${name}`) ||
    workspace.find('declared', `${folder}#${type}.${name}`).length > 0 ||
    isMentioned({ folder, address: `${type}.${name}` }, workspace) ||
    (type === ownType && siblings?.entries.some(({ key }) => key === name) === true);
  return (type, wished) => {
    let name = wished;
    for (let number = 2; isTaken(type, name); number++) name = `${wished}_${number}`;
    given.add(`${type}.${name}`);
    return name;
  };
}
