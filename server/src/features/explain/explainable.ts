import { type AccessLevel, isAccessLevel } from '../../kinds/gcp/access-level/kind';
import { type AllowPolicy, isAllowPolicy } from '../../kinds/gcp/allow-policy/kind';
import type { Policy } from '../../kinds/kind';
import { rangeInOuter } from '../../lint/embedding';
import type { PlacedPolicy } from '../../lint/readings';
import type { LineTable } from '../../text/lineTable';
import { shift, type TextRange } from '../../text/range';

/** What one explanation is about. */
export type Explainable = ExplainableGrants | ExplainableLevel;

/** A whole allow policy, or all the single grants that Terraform resources of the file make. */
export interface ExplainableGrants {
  readonly kind: 'document' | 'grants';
  readonly policies: readonly { readonly policy: AllowPolicy; readonly offset: number }[];
  /** In offsets of the file: the policy, or the first of the grants. */
  readonly range: TextRange;
}

/** An access level, or the part of one that the text holds. */
export interface ExplainableLevel {
  readonly kind: 'level';
  readonly level: AccessLevel;
  /** In offsets of the file. */
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
    ...policies.flatMap((placed) => levelIn(placed)),
  ].sort((a, b) => a.range.start - b.range.start);
}

/** The line that the policy starts in, as people count. */
export function lineOf({ range }: Explainable, lines: LineTable): number {
  return lines.positionAt(range.start).line + 1;
}

function levelIn({ policy, offset }: PlacedPolicy): readonly ExplainableLevel[] {
  return isAccessLevel(policy) ? [{ kind: 'level', level: policy, range: rangeOf({ policy, offset }) }] : [];
}

/** From the resource's header where the policy is all of a Terraform resource. */
function rangeOf({ policy: { node, place }, offset }: { readonly policy: Policy; readonly offset: number }): TextRange {
  const header = place.resource && node === place.resource.body ? place.resource.anchor : undefined;
  return shift(rangeInOuter(place, header ?? node.range), offset);
}
