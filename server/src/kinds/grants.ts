import { hasItems, placedItems } from '../syntax/list/listItems';
import { formatOf, type SourceFile } from '../syntax/sourceFile';
import { emptyWorkspace } from '../workspace/index/workspace';
import type { FileAccess } from '../workspace/terraform/functions/definition';
import type { ModuleFile } from '../workspace/terraform/modules/configuration';
import type { ModuleInstance, Surroundings } from '../workspace/terraform/modules/moduleInstance';
import { modulesOf } from '../workspace/terraform/modules/modules';
import type { GrantTable, UnknownGrant } from './grantTable';
import { parseUnlessIdle } from './idle/idleFile';
import { kinds } from './index.generated';

/**
 * Who may do what, bit by bit, so that whoever asks can do something else in between: by each module of these files that no other one
 * calls, and by the policies in each of `documents`. What modules read by functions `stored` tells by address, where it is given.
 */
export function* grantTables(
  files: readonly ModuleFile[],
  documents: readonly ModuleFile[] = files,
  stored?: FileAccess,
): Generator<GrantTable> {
  for (const module of terraformModules(files, stored)) yield grantsOfModule(module);
  for (const { uri, text } of documents) {
    const format = formatOf(uri);
    if (format === 'json' || format === 'yaml') yield grantsOfFile(parseUnlessIdle(uri, text, format));
  }
}

/** The modules of these files that Terraform may be started in, as the providers that are known here see them. */
export function terraformModules(files: readonly ModuleFile[], stored?: FileAccess): readonly ModuleInstance[] {
  const attributeOf: Surroundings['attributeOf'] = (instance, name) => {
    for (const kind of kinds) {
      const value = kind.providerAttribute?.(instance, name);
      if (value) return value;
    }
    return undefined;
  };
  return modulesOf(files, attributeOf, stored);
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

/** The grants whose role holds a permission. Of a role that may or may not, it is told that this isn't known. */
export function withPermission({ grants, unknown }: GrantTable, permission: string): GrantTable {
  const untold = new Map<string, UnknownGrant>();
  const kept = grants.filter(({ role, address, at, from, source, target }) => {
    const holds = roleHolds(role, permission);
    if (holds === undefined)
      untold.set(JSON.stringify([address, role, at]), {
        ...{ address, what: 'role', why: 'permissions', because: role },
        ...{ at, from, source, known: { target, role } },
      });
    return holds;
  });
  return { grants: kept, unknown: [...unknown, ...untold.values()] };
}

/** Whether a role lets its holder do something, by the name of the permission; undefined where that isn't known. */
export function roleHolds(role: string, permission: string): boolean | undefined {
  for (const kind of kinds) {
    const holds = kind.roleHolds?.(role, permission);
    if (holds !== undefined) return holds;
  }
  return undefined;
}

/** The rows of all. */
export function joined(tables: readonly GrantTable[]): GrantTable {
  return { grants: tables.flatMap(({ grants }) => grants), unknown: tables.flatMap(({ unknown }) => unknown) };
}
