import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import type { ResourceName } from '../../../workspace/index/facts';
import type { Workspace } from '../../../workspace/index/workspace';
import { literalString } from '../../../workspace/terraform/names/text';

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
  const seen = new Set<string>();
  return isFree(asked, folder, workspace, seen) && isFreeProvider(body, made.value.type, folder, workspace, seen);
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
    if (key === 'provider') return true;
    // In JSON addresses are plain strings here.
    if (waitsFor.has(key)) return value.kind === 'sequence' && value.complete && value.items.length === 0;
    return isFree(value, folder, workspace, seen);
  });
}

/** A provider is configured before anything of it is made. A module's own is that of whoever calls it. */
function isFreeProvider(body: MappingNode, type: string, folder: string, workspace: Workspace, seen: Set<string>): boolean {
  const written = entryOf(body, 'provider')?.value;
  const name = written ? providerName(written) : type.slice(0, type.indexOf('_'));
  return name !== undefined && isFreeConfiguration(name, folder, workspace, seen);
}

function isFreeConfiguration(name: string, folder: string, workspace: Workspace, seen: Set<string>): boolean {
  const asked = `${folder}#${name}`;
  if (seen.has(asked)) return true;
  seen.add(asked);
  const blocks = workspace.find('provider', asked);
  if (!blocks.every(({ value }) => isFree(value.node, folder, workspace, seen))) return false;
  return workspace.find('moduleCall', folder).every(({ value }) => {
    const handed = entryOf(value.arguments, 'providers') || name.includes('.');
    return !handed && isFreeConfiguration(name, value.folder, workspace, seen);
  });
}

/** `google.eu`; in JSON it is written in quotes. */
function providerName(written: SyntaxNode): string | undefined {
  return written.kind === 'reference' ? written.path.join('.') : literalString(written);
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
