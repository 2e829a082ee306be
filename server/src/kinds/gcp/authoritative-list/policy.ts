import type { TextRange } from '../../../text/range';
import type { Policy } from '../../policy';

/** A list that replaces all levels or perimeters of an access policy: what it leaves out is deleted. */
export interface AuthoritativeList extends Policy {
  readonly kind: 'gcp.authoritativeList';
  readonly of: 'levels' | 'perimeters';
  /** `file`: what `replace-all` and `replaceAll` take. */
  readonly form: 'resource' | 'file';
  /** What is marked: the block's header, the list's key, or the first key of a bare list. */
  readonly anchor: TextRange;
}
