import type { Kind } from '../../kinds/kind';
import type { Policy } from '../../kinds/policy';
import { isEmbedded } from '../../kinds/reading/roots';
import { rangeInOuter } from '../../lint/places/embedding';
import type { FileReading } from '../../lint/readings';
import type { PlacedRoot } from '../../syntax/format';
import type { SourceFile } from '../../syntax/sourceFile';
import { contains, shift, type TextRange } from '../../text/range';

/** A policy as it was read, and where it stands in the file. */
export interface ReadAt {
  readonly kind: Kind;
  readonly policy: Policy;
  readonly range: TextRange;
  /** Where the text of its outermost root starts in the file. */
  readonly offset: number;
}

/** The piece of the file that holds the offset. */
export function rootAt({ roots }: SourceFile, at: number): PlacedRoot | undefined {
  return roots.find(({ root, offset }) => offset <= at && at <= offset + root.text.length);
}

/** Policies of kinds that have names: others are nothing that people look for. */
export function placedReadings(reading: FileReading): readonly ReadAt[] {
  return reading.policies().flatMap(({ policy, offset }) => {
    const kind = reading.kinds.find(({ id }) => id === policy.kind);
    return kind?.name ? [{ kind, policy, range: shift(rangeOf(policy), offset), offset }] : [];
  });
}

/** Of several readings of one text, such as the instances of a block with `for_each`, the first. */
export function distinct(readings: readonly ReadAt[]): readonly ReadAt[] {
  return readings.filter(
    ({ policy }, index) =>
      readings.findIndex((other) => other.policy.kind === policy.kind && other.policy.node === policy.node) === index,
  );
}

export function holding(readings: readonly ReadAt[], offset: number): readonly ReadAt[] {
  return readings.filter(({ range }) => contains(range, { start: offset, end: offset }));
}

/** A block of Terraform from its header on. */
function rangeOf({ node, place }: Policy): TextRange {
  const { start, end } = rangeInOuter(place, node.range);
  const resource = isEmbedded(place) ? undefined : (place.merged?.own ?? place.resource);
  const header = resource?.anchor.start;
  return { start: Math.min(start, header ?? start), end };
}
