import type { MappingNode, SyntaxNode } from '../../../syntax/tree';
import type { ResourceName } from '../../../workspace/index/facts';
import type { Workspace } from '../../../workspace/index/workspace';

/**
 * Whether a resource surely waits for nothing else of its module, so that anything may refer to it. What is handed in from a module
 * that calls this one may come from anywhere. `besides`: what whoever refers to it waits for as well.
 */
export function dependsOnNothing(
  { folder, address }: ResourceName,
  workspace: Workspace,
  besides: ReadonlySet<string> = new Set(),
): boolean {
  const [made, ...more] = workspace.find('resource', `${folder}#${address}`);
  if (!made || more.length > 0 || !workspace.complete) return false;
  const { body } = made.value;
  const asked = { ...body, entries: body.entries.filter(({ key }) => !besides.has(key)) };
  return isFree(asked, folder, workspace, new Set());
}

function isFree(node: SyntaxNode, folder: string, workspace: Workspace, seen: Set<string>): boolean {
  switch (node.kind) {
    case 'scalar':
      return true;
    case 'mapping':
      return node.complete && isFreeBody(node, folder, workspace, seen);
    case 'sequence':
      return node.complete && node.items.every((item) => isFree(item, folder, workspace, seen));
    case 'template':
      return node.parts.every((part) => 'literal' in part || isFree(part.hole, folder, workspace, seen));
    case 'reference':
      return isFreeName(node.path, folder, workspace, seen);
    case 'opaque':
      return false;
  }
}

function isFreeBody({ entries }: MappingNode, folder: string, workspace: Workspace, seen: Set<string>): boolean {
  return entries.every(({ key, value }) => {
    // The provider is configured before anything is made.
    if (key === 'provider') return true;
    // In JSON addresses are plain strings here.
    if (waitsFor.has(key)) return value.kind === 'sequence' && value.complete && value.items.length === 0;
    return isFree(value, folder, workspace, seen);
  });
}

const waitsFor: ReadonlySet<string> = new Set(['depends_on', 'replace_triggered_by']);

function isFreeName(
  [head, name]: readonly (string | number)[],
  folder: string,
  workspace: Workspace,
  seen: Set<string>,
): boolean {
  if (head === 'var') return workspace.find('moduleCall', folder).length === 0;
  if (head === 'path' || head === 'terraform') return true;
  const local = `${folder}#${name}`;
  if (head !== 'local' || seen.has(local)) return false;
  seen.add(local);
  const [found, ...more] = workspace.find('local', local);
  return found !== undefined && more.length === 0 && isFree(found.value.node, folder, workspace, seen);
}
