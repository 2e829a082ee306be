import { linesOf, type SourceFile } from '../../syntax/sourceFile';
import { canonicalAddress } from '../../workspace/files/address';
import type { PlacedFinding } from '../places/placedFinding';
import { matchesRule } from '../ruleNames';
import type { IgnoreEntry } from '../settings/values';
import { type Suppression, suppressionsOf } from './comments';
import { isHiddenByEntry } from './entries';
import { linesOfFinding } from './markedLines';

/** What hides, and what it was good for. */
export interface SuppressionUse {
  readonly by: Suppression | IgnoreEntry;
  /** Past its last day, so that it hides nothing. */
  readonly expired: boolean;
  /** The findings it hides, or would hide if it had not expired. */
  readonly findings: readonly PlacedFinding[];
}

/** Parts findings of one file into those that are shown and those that a comment or a `.leastwise.json` hides. */
export function suppress(
  file: SourceFile,
  findings: readonly PlacedFinding[],
  ignores: readonly IgnoreEntry[],
  now: Date,
): { readonly shown: readonly PlacedFinding[]; readonly uses: readonly SuppressionUse[] } {
  const comments = suppressionsOf(file);
  const address = ignores.length > 0 ? canonicalAddress(file.uri) : '';
  const entries = ignores.filter((entry) => entry.address === address);
  if (comments.length === 0 && entries.length === 0) return { shown: findings, uses: [] };

  const byLine = comments.length > 0 ? findingsByLine(file, findings) : new Map<number, readonly PlacedFinding[]>();
  const uses: SuppressionUse[] = [
    ...comments.map((by) =>
      useOf(
        by,
        (byLine.get(by.line) ?? []).filter((finding) => isNamed(by.rules, finding)),
      ),
    ),
    ...entries.map((by) => {
      return useOf(
        by,
        findings.filter((finding) => isNamed([by.rule], finding) && isHiddenByEntry(finding, by)),
      );
    }),
  ];
  function useOf(by: Suppression | IgnoreEntry, hidden: readonly PlacedFinding[]): SuppressionUse {
    return { by, expired: isOver(by.until, now), findings: hidden };
  }
  const hidden = new Set(uses.flatMap((use) => (use.expired ? [] : use.findings)));
  return { shown: findings.filter((finding) => !hidden.has(finding)), uses };
}

/** In the order of the findings. One may stand under two lines. */
function findingsByLine(file: SourceFile, findings: readonly PlacedFinding[]): ReadonlyMap<number, readonly PlacedFinding[]> {
  const lines = linesOf(file);
  const byLine = new Map<number, PlacedFinding[]>();
  for (const finding of findings) {
    for (const line of linesOfFinding(finding, lines)) {
      const there = byLine.get(line);
      if (there) there.push(finding);
      else byLine.set(line, [finding]);
    }
  }
  return byLine;
}

function isNamed(patterns: readonly string[], { rule }: PlacedFinding): boolean {
  return patterns.some((pattern) => matchesRule(pattern, rule));
}

/** The named day is the last one, wherever on Earth: days are those of UTC. A date that is none hides nothing. */
function isOver(until: string | undefined, now: Date): boolean {
  if (until === undefined) return false;
  const start = startOfDay(until);
  return start === undefined || now.getTime() >= start + dayInMilliseconds;
}

/** In milliseconds; undefined for what is no day. */
export function startOfDay(text: string): number | undefined {
  const start = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 31 February for a day of March.
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(text) ? start : undefined;
}

const dayInMilliseconds = 86_400_000;
