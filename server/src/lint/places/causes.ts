import type { SourceFile } from '../../syntax/sourceFile';
import { shift } from '../../text/range';
import type { Place } from '../../workspace/index/facts';
import { identityIn } from '../fingerprint';
import { type PlacedFinding, rangeInFile } from './placedFinding';
import type { Standing } from './standing';

/** Where in the file the literal stands that is the fault; `placeNow` tells where places stand that were read before the last edits. */
export function causeIn(
  file: SourceFile,
  { origins: { cause } }: Pick<PlacedFinding, 'origins'>,
  placeNow: (place: Place) => Place,
): Standing | undefined {
  return cause && standingAt(file, cause, placeNow);
}

/** The same of any literal that a value comes from and that isn't of the very root which uses it. */
export function standingAt(file: SourceFile, place: Place, placeNow: (place: Place) => Place): Standing | undefined {
  if (place.uri !== file.uri || !place.within) return undefined;
  const { range } = placeNow(place);
  const piece = file.roots.find(({ root, offset }) => offset <= range.start && range.end <= offset + root.text.length);
  return piece && { root: piece.root, offset: piece.offset, range: shift(range, -piece.offset) };
}

export interface MergedFinding {
  readonly finding: PlacedFinding;
  /** The one of those that it was made of which it speaks for. */
  readonly first: PlacedFinding;
}

/** One finding for each literal that is a fault, however often it is used. */
export function mergedByCause(findings: readonly PlacedFinding[], uri: string): readonly MergedFinding[] {
  const merged = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const key = identityIn({ ...finding, range: rangeInFile(finding) });
    const alike = merged.get(key);
    if (alike) alike.push(finding);
    else merged.set(key, [finding]);
  }
  return [...merged.values()].flatMap((alike): readonly MergedFinding[] => {
    // What stands in the text itself can be repaired there.
    const first = alike.find(({ cause }) => !cause) ?? alike[0];
    const caused = alike.filter(({ cause }) => cause);
    if (!first || caused.length === 0) return alike.map((finding) => ({ finding, first: finding }));
    const addresses = [...new Set(alike.flatMap((one) => one.addresses))];
    const uses = caused.map((one): Place => ({ uri, range: shift(one.range, one.offset) }));
    const origins = { ...first.origins, ways: alike.flatMap((one) => one.origins.ways) };
    return [{ finding: { ...first, addresses, uses, origins, fixes: () => first.fixes(uses) }, first }];
  });
}
