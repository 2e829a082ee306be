import type { FactOf, ResourceName } from '../../../../workspace/index/facts';
import type { Workspace } from '../../../../workspace/index/workspace';
import { moduleScope } from '../../../../workspace/terraform/names/scope';
import { textOf } from '../../../../workspace/terraform/names/text';
import { anyLevel, levelIdIn, usedLevelNames } from '../facts/names';

/**
 * The resources that add conditions to the level of these names, as far as the workspace is read, or may add them: what nothing tells may
 * be any level, and an id without its policy that of any policy.
 */
export function addedConditions(names: readonly string[], workspace: Workspace): readonly ResourceName[] {
  const all = new Set([...names, ...names.flatMap((name) => levelIdIn(name) ?? [])]);
  const told = [...all].flatMap((name) => workspace.find('levelCondition', name));
  const untold = workspace.find('untoldLevelCondition', anyLevel).filter((found) => mayBe(all, found, workspace));
  return [...told, ...untold].map(({ value }) => value);
}

/** Where a caller of the module tells the level, it is that one. */
function mayBe(names: ReadonlySet<string>, { value, at }: FactOf<'untoldLevelCondition'>, workspace: Workspace): boolean {
  const { folder, root, node } = value;
  const text = node && textOf(node, moduleScope(folder, workspace, root, at.uri));
  const told = text?.certain ? usedLevelNames(text, folder) : [];
  return told.length === 0 || told.some((name) => names.has(name) || names.has(levelIdIn(name) ?? ''));
}
