import type { Finding } from '../../rules/rule';
import { shift, type TextRange } from '../../text/range';
import type { Place } from '../../workspace/index/facts';
import { resourceAt, type TerraformResource } from '../../workspace/terraform/resources';
import type { Repair } from '../fixes/change';
import type { Standing } from './standing';

/** A finding and where the text of its `root` starts in the file. */
export interface PlacedFinding extends Finding, Standing {
  /** The literal that is the fault, where that is in another piece of the file. */
  readonly cause: Standing | undefined;
  /** Where else the literal is used with the same fault. */
  readonly uses: readonly Place[];
  /** Where the root is an item of a list: which one. */
  readonly index?: number | undefined;
  /**
   * Worked out when they are asked for, with the workspace that the finding is valid in. A repair of the literal serves its `uses` as
   * well.
   */
  fixes(uses?: readonly Place[]): readonly Repair[];
}

/** What is shown as faulty: the literal that is the cause, or else what is marked. */
export function standingOf(finding: PlacedFinding): Standing {
  return finding.cause ?? finding;
}

/** Where a finding stands in the file. */
export function rangeInFile(finding: PlacedFinding): TextRange {
  const { offset, range } = standingOf(finding);
  return shift(range, offset);
}

/** The Terraform block that a finding stands in, whatever kind of policy it is about. */
export function resourceAround({ policy: { place }, root, range }: Finding): TerraformResource | undefined {
  return place.resource ?? resourceAt(root, place.uri, range);
}
