import type { SourceFile } from '../../syntax/sourceFile';
import { shift } from '../../text/range';
import type { Place } from '../../workspace/index/facts';
import { identityIn } from '../fingerprint';
import { type PlacedFinding, rangeInFile, type Standing } from './placedFinding';

/** Where in the file the literal stands that is the fault; `placeNow` tells where places stand that were read before the last edits. */
export function causeIn(
  file: SourceFile,
  { origins: { cause } }: Pick<PlacedFinding, 'origins'>,
  placeNow: (place: Place) => Place,
): Standing | undefined {
  if (cause?.uri !== file.uri || !cause.within) return undefined;
  const { range } = placeNow(cause);
  const piece = file.roots.find(({ root, offset }) => offset <= range.start && range.end <= offset + root.text.length);
  return piece && { root: piece.root, offset: piece.offset, range: shift(range, -piece.offset) };
}

/** One finding for each literal that is a fault, however often it is used. */
export function mergedByCause(findings: readonly PlacedFinding[], uri: string): readonly PlacedFinding[] {
  const merged = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const key = identityIn({ ...finding, range: rangeInFile(finding) });
    const alike = merged.get(key);
    if (alike) alike.push(finding);
    else merged.set(key, [finding]);
  }
  return [...merged.values()].flatMap((alike) => {
    // What stands in the text itself can be repaired there.
    const first = alike.find(({ cause }) => !cause) ?? alike[0];
    const caused = alike.filter(({ cause }) => cause);
    if (!first || caused.length === 0) return alike;
    const addresses = [...new Set(alike.flatMap((one) => one.addresses))];
    const uses = caused.map((one): Place => ({ uri, range: shift(one.range, one.offset) }));
    return { ...first, addresses, uses };
  });
}
