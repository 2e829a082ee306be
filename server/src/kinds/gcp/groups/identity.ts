import type { ResourceName } from '../../../workspace/index/facts';
import type { Member } from '../members/member';
import { isWholeGroup } from './facts';

/** Who a group is: its address, the resource that makes it, or both. */
export interface GroupIdentity {
  /** Lower case. */
  readonly email: string | undefined;
  readonly resource: ResourceName | undefined;
}

/** The group that a member of a policy is; undefined for what is none, and for one that can't be told from others. */
export function groupOf({ kind, id, reference }: Member): GroupIdentity | undefined {
  if (kind !== 'group') return undefined;
  if (id !== undefined) return { email: id.toLowerCase(), resource: undefined };
  if (!reference || !isWholeGroup(reference)) return undefined;
  return { email: undefined, resource: { folder: reference.folder, address: reference.address } };
}
