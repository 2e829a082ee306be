import type { SourceFile } from '../../syntax/sourceFile';
import { shift } from '../../text/range';
import type { Place } from '../../workspace/index/facts';
import { identityIn } from '../fingerprint';
import { type PlacedFinding, rangeInFile, type Standing } from './placedFinding';

/** Finds where in a file the literals stand that are faults, as long as the file stays the same. */
export function causesIn(file: SourceFile): (finding: { readonly origins: PlacedFinding['origins'] }) => Standing | undefined {
  let byText: ReadonlyMap<string, SourceFile['roots'][number]> | undefined;
  return ({ origins: { cause } }) => {
    if (cause?.uri !== file.uri || !cause.within?.fact) return undefined;
    const { root, start } = cause.within;
    byText ??= new Map(file.roots.map((placed) => [placed.root.text, placed]));
    const piece = byText.get(root.text);
    return piece && { root: piece.root, offset: piece.offset, range: shift(cause.range, -start) };
  };
}

/** One finding for each literal that is a fault, however often it is used. */
export function mergedByCause(findings: readonly PlacedFinding[], uri: string): readonly PlacedFinding[] {
  const merged = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const key = finding.cause ? identityIn({ ...finding, range: rangeInFile(finding) }) : String(merged.size);
    const alike = merged.get(key);
    if (alike) alike.push(finding);
    else merged.set(key, [finding]);
  }
  return [...merged.values()].flatMap((alike) => {
    const [first, ...others] = alike;
    if (!first?.cause) return alike;
    const addresses = [...new Set(alike.flatMap((one) => one.addresses))];
    const uses = [first, ...others].map((one): Place => ({ uri, range: shift(one.range, one.offset) }));
    return { ...first, addresses, uses };
  });
}
