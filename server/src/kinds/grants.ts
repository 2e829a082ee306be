import { hasItems, placedItems } from '../syntax/list/listItems';
import { formatOf, type SourceFile } from '../syntax/sourceFile';
import { emptyWorkspace } from '../workspace/index/workspace';
import type { ModuleFile } from '../workspace/terraform/modules/configuration';
import type { ModuleInstance } from '../workspace/terraform/modules/moduleInstance';
import { modulesOf } from '../workspace/terraform/modules/modules';
import type { GrantTable } from './grantTable';
import { parseUnlessIdle } from './idle/idleFile';
import { kinds } from './index.generated';

/**
 * Who may do what, bit by bit, so that whoever asks can do something else in between: by each module of these files that no other one
 * calls, and by the policies in each of `documents`.
 */
export function* grantTables(files: readonly ModuleFile[], documents: readonly ModuleFile[] = files): Generator<GrantTable> {
  for (const module of terraformModules(files)) yield grantsOfModule(module);
  for (const { uri, text } of documents) {
    const format = formatOf(uri);
    if (format === 'json' || format === 'yaml') yield grantsOfFile(parseUnlessIdle(uri, text, format));
  }
}

/** The modules of these files that Terraform may be started in, as the providers that are known here see them. */
export function terraformModules(files: readonly ModuleFile[]): readonly ModuleInstance[] {
  return modulesOf(files, (instance, name) => {
    for (const kind of kinds) {
      const value = kind.providerAttribute?.(instance, name);
      if (value) return value;
    }
    return undefined;
  });
}

/** What somebody may do by a module and all that it calls. */
export function grantsOfModule(module: ModuleInstance): GrantTable {
  return joined(kinds.flatMap((kind) => kind.plannedGrants?.(module) ?? []));
}

/** What somebody may do by the policies of a file that is no part of a module. */
export function grantsOfFile(file: SourceFile): GrantTable {
  const surroundings = { uri: file.uri, workspace: emptyWorkspace, attachment: undefined };
  return joined(
    kinds.flatMap((kind) => {
      const { read, grantsOf } = kind;
      if (!read || !grantsOf) return [];
      const pieces = file.roots.flatMap((placed) => (hasItems(placed.root) ? placedItems(placed) : [placed]));
      return pieces.flatMap(({ root, offset }) => read(root, surroundings).map((policy) => grantsOf(policy, offset)));
    }),
  );
}

/** The rows of all. */
export function joined(tables: readonly GrantTable[]): GrantTable {
  return { grants: tables.flatMap(({ grants }) => grants), unknown: tables.flatMap(({ unknown }) => unknown) };
}
