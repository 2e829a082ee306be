import type { Workspace } from '../../../../workspace/index/workspace';
import type { AccessLevel } from '../policy';
import { isWhole, nodesOf, type RequiredLevel, requires } from './edges';
import { looseName } from './names';

/**
 * The ids of the levels on the way from a level over one that it requires back to itself; only that of the level where it requires itself.
 * Undefined where there is no such way, or none that is sure.
 */
export function circleOver({ name }: RequiredLevel, level: AccessLevel, workspace: Workspace): readonly string[] | undefined {
  const own = nodesOf(level).filter((node) => !looseName(node));
  const [first] = own;
  if (first === undefined || level.place.resource?.repeated) return undefined;
  if (own.includes(name)) return [idOf(first)];
  const way = workspace.reach(requires, name).pathTo(first);
  if (!way || !workspace.complete) return undefined;
  // Of another level that is written twice, such as in an old copy, nobody knows which one is in force.
  if (!way.slice(0, -1).every((node) => workspace.find('level', node).length <= 1)) return undefined;
  const ids = [first, ...way].filter((node) => !isWhole(node)).map(idOf);
  return ids.filter((id, at) => id !== ids[at - 1]);
}

/** The end of a full name, or the name of the resource. */
function idOf(node: string): string {
  return /[^/.]*$/.exec(node)?.[0] ?? node;
}
