import type { FactOf } from '../index/facts';
import type { Workspace } from '../index/workspace';

/** The texts of Terraform's that may read a file of data. */
export function readersOf(uri: string, workspace: Workspace): readonly FactOf<'readsFile'>[] {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return [...workspace.find('readsFile', name), ...workspace.find('readsFile', '*')];
}
