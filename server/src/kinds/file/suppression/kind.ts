import type { Root } from '../../../syntax/format';
import { entryOf, type MappingNode, type SequenceNode } from '../../../syntax/tree';
import type { TextRange } from '../../../text/range';
import type { Kind, Surroundings } from '../../kind';
import type { Policy } from '../../policy';

/**
 * A suppression and what it was good for in one root: a comment, or an entry of `.leastwise.json`. Only lint knows what was found
 * and hidden, so lint hands these over and the reader picks those of its root.
 */
export interface SuppressionReview extends Policy {
  readonly kind: 'suppression';
  /** Where the suppression is written: here, or in `.leastwise.json`. */
  readonly kept: 'comment' | 'entry';
  /** Undefined for an entry, and in a root that holds only what the comment hides. */
  readonly comment: SuppressionComment | undefined;
  /** Set in the `.leastwise.json` that holds the entry; what the entry hides is told where that stands. */
  readonly entry: SuppressionEntry | undefined;
  readonly reason: string;
  /** The last day on which it hides, as written. */
  readonly until: string | undefined;
  /** `noDay`: what stands in the place of a date is none, so that it hides nothing. */
  readonly state: 'current' | 'expired' | 'noDay';
  /** Where the findings stand that it hides, or would hide if it had not expired, in this root. */
  readonly findings: readonly TextRange[];
  /** Whether it is sure that it hides nothing anywhere: every rule that it names has looked at the whole file. */
  readonly hidesNothing: boolean;
}

export interface SuppressionComment {
  readonly range: TextRange;
  readonly ids: readonly SuppressedId[];
  /** What is marked for the date. */
  readonly untilRange: TextRange;
}

export interface SuppressionEntry {
  /** The list `ignore` and the entry in it. */
  readonly list: SequenceNode;
  readonly item: MappingNode;
  readonly id: Pick<SuppressedId, 'text' | 'range' | 'known'>;
}

/** An id or `<area>/*` in a comment. */
export interface SuppressedId {
  readonly text: string;
  readonly range: TextRange;
  /** The id with one of the commas beside it; undefined for the only one. */
  readonly withComma: TextRange | undefined;
  /** Whether a rule has it for its id, an earlier id or its area. */
  readonly known: boolean;
}

const suppression: Kind<SuppressionReview> = {
  id: 'suppression',
  afterwards: true,
  namesOf: (entry) => [entryOf(entry, 'path')?.value, entryOf(entry, 'at')?.value],
  read: suppressionsIn,
};

function suppressionsIn(root: Root, { suppressions = [] }: Surroundings): readonly SuppressionReview[] {
  return suppressions.filter(isReview).filter(({ place }) => place.root === root);
}

function isReview(policy: Policy): policy is SuppressionReview {
  return policy.kind === 'suppression';
}

export default suppression;
