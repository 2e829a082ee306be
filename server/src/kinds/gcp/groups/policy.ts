import type { Policy } from '../../policy';

/** A group, or who is in one, as far as a text has it in one object. */
export interface GroupDocument extends Policy {
  readonly kind: 'gcp.groupMemberships';
  readonly form: 'group' | 'membership';
}
