import type { PlacedRoot, Root } from '../../../syntax/format';
import type { SourceFile } from '../../../syntax/sourceFile';
import { contains, type TextRange } from '../../../text/range';
import type { Workspace } from '../../index/workspace';
import { localsNamedIn } from '../localNames';
import { folderOf, terraformResources } from '../resources';

/** Who may use a literal of a module, told from the text alone: rather somebody too many than one too few. */
export interface Users {
  /** The blocks of the file that make resources of it or read data by it. */
  readonly blocks: readonly PlacedRoot[];
  /** The local values that it may be a part of. */
  readonly locals: ReadonlySet<string>;
  /** What else uses it, as people call it: `output.roles`, `other.tf`. */
  readonly others: readonly string[];
}

/** Of a literal in a root of the file, by the names that lead to it. */
export function usersOf(
  { root, range }: { readonly root: Root; readonly range: TextRange },
  file: SourceFile,
  workspace: Workspace,
): Users {
  const folder = folderOf(file.uri);
  const blocks = new Set<PlacedRoot>();
  const locals = new Set<string>();
  const others = new Set<string>();
  const use = (placed: PlacedRoot, isPart: (entry: { readonly range: TextRange }) => boolean) => {
    const { node } = placed.root;
    const header = node.kind === 'mapping' ? node.header : undefined;
    if (node.kind === 'mapping' && header?.type === 'locals')
      for (const entry of node.entries.filter(isPart)) locals.add(entry.key);
    else if (header?.type === 'resource' || header?.type === 'data') blocks.add(placed);
    else others.add(header ? [header.type, ...header.labels].join('.') : nameOf(file.uri));
  };
  const own = file.roots.find((placed) => placed.root === root);
  if (own) use(own, (entry) => contains(entry.range, range));
  // The set grows while it is gone through.
  for (const name of locals) {
    if (workspace.find('local', `${folder}#${name}`).length !== 1) others.add(`local.${name}`);
    for (const one of [name, '*'])
      for (const { value } of workspace.find('localUse', `${folder}#${one}`))
        if (value.uri !== file.uri) others.add(nameOf(value.uri));
    for (const placed of file.roots) {
      const { format, text } = placed.root;
      const names = (written: string) => {
        const named = localsNamedIn(written, format.name);
        return named.has(name) || named.has('*');
      };
      if (names(text)) use(placed, (entry) => names(text.slice(entry.range.start, entry.range.end)));
    }
  }
  return { blocks: [...blocks], locals, others: [...others] };
}

/** What people call a block of resources or data. */
export function addressIn({ root }: PlacedRoot, uri: string): string {
  return terraformResources(root, uri)[0]?.address ?? nameOf(uri);
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
