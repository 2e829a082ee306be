import { roleOf } from '../../../catalog/google/roles/roles';
import { isWatchedPermission, watchedPermissions } from '../../../catalog/google/roles/watchedPermissions';

/**
 * Whether a role has a permission. Undefined where that isn't known: of a custom role, of one without a list of permissions, and of a
 * permission that the catalogue doesn't have.
 */
export function roleHolds(role: string, permission: string): boolean | undefined {
  const facts = roleOf(role);
  if (!facts || facts.permissions === 0 || !isWatchedPermission(permission)) return undefined;
  return watchedPermissions(role).some((held) => held.permission === permission);
}
