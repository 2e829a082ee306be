import type { Finding, Fix } from '../../rules/rule';
import { shift, type TextRange } from '../../text/range';
import { resourceAt, type TerraformResource } from '../../workspace/terraform/resources';

/** A finding and where the text of its `root` starts in the file. */
export interface PlacedFinding extends Finding {
  readonly offset: number;
  /** Where the root is an item of a list: which one. */
  readonly index?: number | undefined;
  /** Worked out when they are asked for, with the workspace that the finding is valid in. */
  fixes(): readonly Fix[];
}

/** Where a finding stands in the file. */
export function rangeInFile({ offset, range }: PlacedFinding): TextRange {
  return shift(range, offset);
}

/** The Terraform block that a finding stands in, whatever kind of policy it is about. */
export function resourceAround({ policy: { place }, root, range }: Finding): TerraformResource | undefined {
  return place.resource ?? resourceAt(root, place.uri, range);
}
