import { rangeInOuter } from '../../lint/embedding';
import type { Settings } from '../../lint/settings';
import type { Policy, PolicyReader } from '../../policies/policy';
import type { Rule } from '../../rules/rule';
import type { PlacedRoot } from '../../syntax/format';
import type { SourceFile } from '../../syntax/sourceFile';
import { contains, shift, type TextRange } from '../../text/range';
import type { Workspace } from '../../workspace/workspace';

/** A policy as one reader reads it, and where it stands in the file. */
export interface Reading {
  readonly reader: PolicyReader<Policy>;
  readonly policy: Policy;
  readonly range: TextRange;
  /** Where the text of its outermost root starts in the file. */
  readonly offset: number;
}

export interface ReadingInputs {
  readonly file: SourceFile;
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  readonly workspace: Workspace;
}

/** The piece of the file that holds the offset. */
export function rootAt({ roots }: SourceFile, at: number): PlacedRoot | undefined {
  return roots.find(({ root, offset }) => offset <= at && at <= offset + root.text.length);
}

/** All policies of a piece of the file; those too that only switched-off rules ask for, which the linter doesn't read. */
export function readingsOf(
  { root, offset }: PlacedRoot,
  { file, rules, settings, workspace }: ReadingInputs,
): readonly Reading[] {
  const surroundings = { uri: file.uri, workspace, attachment: settings.attachmentFor(file.uri) };
  // Those that read afterwards are told of no suppression here, so they read nothing: the page tells suppressions by themselves.
  const readers = new Set(rules.map(({ reader }) => reader));
  return [...readers].flatMap((reader) =>
    reader.read(root, surroundings).map((policy) => ({ reader, policy, range: shift(rangeOf(policy), offset), offset })),
  );
}

/** Of several readings of one text, such as the instances of a block with `for_each`, the first. */
export function distinct(readings: readonly Reading[]): readonly Reading[] {
  return readings.filter(
    ({ reader, policy }, index) =>
      readings.findIndex((other) => other.reader === reader && other.policy.node === policy.node) === index,
  );
}

export function holding(readings: readonly Reading[], offset: number): readonly Reading[] {
  return readings.filter(({ range }) => contains(range, { start: offset, end: offset }));
}

/** A block of Terraform from its header on. */
function rangeOf({ node, place }: Policy): TextRange {
  const { start, end } = rangeInOuter(place, node.range);
  const header = place.root === place.outer ? place.resource?.anchor.start : undefined;
  return { start: Math.min(start, header ?? start), end };
}
