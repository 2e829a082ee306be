import { letters, packedHolders, packedPermissions } from './watchedPermissions.data';

/** A permission that lets its holder reach further than the role's name says. */
export interface WatchedPermission {
  readonly permission: string;
  /** `impersonation`: act as an account. `policy`: change who may do what. `execution`: run code where an account is attached. */
  readonly opens: WatchedKind;
}

export type WatchedKind = 'impersonation' | 'policy' | 'execution';

/** The watched permissions of a predefined role, those of impersonation first; empty for a role that has none. */
export function watchedPermissions(role: string): readonly WatchedPermission[] {
  const held = holders().get(role);
  if (held === undefined) return [];
  return permissions().filter((_, index) => held.includes(letters.charAt(index)));
}

/** Whether it is one of those of which the catalogue tells who holds them. */
export function isWatchedPermission(permission: string): boolean {
  return permissions().some((watched) => watched.permission === permission);
}

let holdersByRole: ReadonlyMap<string, string> | undefined;
let inOrder: readonly WatchedPermission[] | undefined;

function holders(): ReadonlyMap<string, string> {
  holdersByRole ??= new Map(
    packedHolders.split('\n').map((line) => {
      const space = line.indexOf(' ');
      return [`roles/${line.slice(0, space)}`, line.slice(space + 1)];
    }),
  );
  return holdersByRole;
}

function permissions(): readonly WatchedPermission[] {
  inOrder ??= (['impersonation', 'policy', 'execution'] as const).flatMap((opens) =>
    packedPermissions[opens].split(' ').map((permission) => ({ permission, opens })),
  );
  return inOrder;
}
