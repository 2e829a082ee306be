import { hasItems, placedItems } from '../syntax/list/listItems';
import { formatOf, type SourceFile } from '../syntax/sourceFile';
import { shift, type TextRange } from '../text/range';
import type { Place } from '../workspace/index/facts';
import { emptyWorkspace } from '../workspace/index/workspace';
import type { FileAccess } from '../workspace/terraform/functions/definition';
import type { ModuleFile } from '../workspace/terraform/modules/configuration';
import type { ModuleInstance, Surroundings } from '../workspace/terraform/modules/moduleInstance';
import { modulesOf } from '../workspace/terraform/modules/modules';
import { type Plan, type PlannedResource, planOf } from '../workspace/terraform/plan/plan';
import { valueTypeOf } from './facts';
import type { DefinedRole, GrantTable, UnknownGrant } from './grantTable';
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
  return modulesOf(files, { attributeOf, valueTypeOf }, stored);
}

/** What somebody may do by a module and all that it calls. */
export function grantsOfModule(module: ModuleInstance): GrantTable {
  return joined(kinds.flatMap((kind) => kind.plannedGrants?.(module) ?? []));
}

/** What somebody may do by the policies of a file that is no part of a module. */
export function grantsOfFile(file: SourceFile): GrantTable {
  const plans = plansIn(file);
  if (plans.length > 0) return joined(plans.flatMap(({ plan, of, incomplete }) => [of(plan.resources), incomplete]));
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

/** What a plan changes that stands in the file; undefined where none does. */
export function changesOfPlan(file: SourceFile): { readonly before: GrantTable; readonly after: GrantTable } | undefined {
  const changing = plansIn(file).flatMap(({ plan: { changes }, ...rest }) => (changes ? { changes, ...rest } : []));
  if (changing.length === 0) return undefined;
  return {
    before: joined(changing.map(({ changes, of }) => of(changes.before))),
    // What is missing may be anything that changes.
    after: joined(changing.flatMap(({ changes, of, incomplete }) => [of(changes.after), incomplete])),
  };
}

function plansIn({ uri, roots }: SourceFile) {
  return roots.flatMap(({ root, offset }) => {
    const plan = planOf(root);
    const place = (range: TextRange) => ({ uri, range: shift(range, offset) });
    const of = (resources: readonly PlannedResource[]) =>
      joined(kinds.flatMap((kind) => kind.grantsOfPlan?.(resources, uri, place) ?? []));
    return plan ? { plan, of, incomplete: incompleteness(plan, place(start)) } : [];
  });
}

const start: TextRange = { start: 0, end: 0 };

function incompleteness({ incomplete: why }: Plan, at: Place): GrantTable {
  const row = why && { what: 'instances' as const, why: why.id, because: why.what, at, source: at.uri };
  return { grants: [], unknown: row ? [{ ...row, address: undefined, from: [], known: {} }] : [] };
}

/** The grants whose role holds a permission. Of a role that may or may not, it is told that this isn't known. */
export function withPermission({ grants, unknown, roles = [] }: GrantTable, permission: string): GrantTable {
  const holds = roleHolds(roles, permission);
  const untold = new Map<string, UnknownGrant>();
  const kept = grants.filter(({ role, address, at, from, source, target }) => {
    const held = holds(role);
    if (held === undefined)
      untold.set(JSON.stringify([address, role, at]), {
        ...{ address, what: 'role', why: 'permissions', because: role },
        ...{ at, from, source, known: { target, role } },
      });
    return held;
  });
  const lacking = new Set(
    roles.filter((role) => definedRoleHolds(role, permission) === false).map(({ source, address }) => `${source} ${address}`),
  );
  const mayHold = ({ what, source, known }: UnknownGrant) => what !== 'role' || !lacking.has(`${source} ${known.definedRole}`);
  return { grants: kept, unknown: [...unknown.filter(mayHold), ...untold.values()], roles };
}

/**
 * Whether a role lets its holder do something, by the name of the permission; undefined where that isn't known. `roles` are those that
 * texts make, one of a name perhaps several times.
 */
export function roleHolds(roles: readonly DefinedRole[], permission: string): (role: string) => boolean | undefined {
  const defined = new Map<string, boolean | undefined>();
  for (const role of roles) {
    if (role.name === undefined) continue;
    const [held, other] = [definedRoleHolds(role, permission), defined.get(role.name)];
    // What one of them has or may have counts.
    defined.set(role.name, defined.has(role.name) && held === false ? other : other === true || held);
  }
  return (role) => {
    for (const kind of kinds) {
      const holds = kind.roleHolds?.(role, permission);
      if (holds !== undefined) return holds;
    }
    return defined.get(role);
  };
}

function definedRoleHolds({ permissions, complete }: DefinedRole, permission: string): boolean | undefined {
  return permissions.has(permission) || (complete ? false : undefined);
}

/** The rows of all. */
export function joined(tables: readonly GrantTable[]): GrantTable {
  return {
    grants: tables.flatMap(({ grants }) => grants),
    unknown: tables.flatMap(({ unknown }) => unknown),
    roles: tables.flatMap(({ roles = [] }) => roles),
  };
}
