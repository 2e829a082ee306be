import { rangeInOuter } from '../../lint/embedding';
import type { PlacedPolicy } from '../../lint/lint';
import { type AllowPolicy, isAllowPolicy } from '../../policies/gcp/allowPolicy';
import type { LineTable } from '../../text/lineTable';
import { shift, type TextRange } from '../../text/range';

/** What one explanation is about: a whole policy, or all the single grants that Terraform resources of the file make. */
export interface Explainable {
  readonly kind: 'document' | 'grants';
  readonly policies: readonly { readonly policy: AllowPolicy; readonly offset: number }[];
  /** In offsets of the file: the policy, or the first of the grants. */
  readonly range: TextRange;
}

/** In the order of the text. */
export function explainables(policies: readonly PlacedPolicy[]): readonly Explainable[] {
  const allow = policies.flatMap(({ policy, offset }) => (isAllowPolicy(policy) ? [{ policy, offset }] : []));
  const documents = allow.filter(({ policy }) => policy.form === 'document');
  const grants = allow.filter(({ policy }) => policy.form !== 'document');
  const [first] = grants;
  return [
    ...documents
      // A block with `for_each` is read once for each of its instances.
      .filter(({ policy }, index) => documents.findIndex((other) => other.policy.node === policy.node) === index)
      .map((placed) => ({
        kind: 'document' as const,
        policies: documents.filter(({ policy }) => policy.node === placed.policy.node),
        range: rangeOf(placed),
      })),
    ...(first ? [{ kind: 'grants' as const, policies: grants, range: rangeOf(first) }] : []),
  ].sort((a, b) => a.range.start - b.range.start);
}

/** The line that the policy starts in, as people count. */
export function lineOf({ range }: Explainable, lines: LineTable): number {
  return lines.positionAt(range.start).line + 1;
}

function rangeOf({ policy: { node, place }, offset }: { readonly policy: AllowPolicy; readonly offset: number }): TextRange {
  return shift(rangeInOuter(place, place.root === place.outer ? (place.resource?.anchor ?? node.range) : node.range), offset);
}
