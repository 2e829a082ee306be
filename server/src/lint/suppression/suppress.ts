import { linesOf, type SourceFile } from '../../syntax/sourceFile';
import { canonicalAddress } from '../../workspace/files/address';
import type { PlacedFinding } from '../places/placedFinding';
import { matchesRule } from '../ruleNames';
import type { IgnoreEntry } from '../settings/values';
import { hidingAtCalls } from './callers';
import { type Suppression, suppressionsOf } from './comments';
import { isHiddenByEntry } from './entries';
import { linesOfFinding, linesOfUses } from './markedLines';

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
): Suppressed {
  const over = (until: string | undefined) => isOver(until, now);
  const ofCalls = findings.flatMap((finding) =>
    hidingAtCalls(finding, over).map((by): SuppressionUse => ({ by, expired: false, findings: [finding] })),
  );
  const passed = new Set(ofCalls.flatMap((use) => use.findings));
  const { shown, uses } = suppressedHere(file, findings, ignores, now);
  return { shown: shown.filter((finding) => !passed.has(finding)), uses, ofCalls };
}

export interface Suppressed {
  readonly shown: readonly PlacedFinding[];
  readonly uses: readonly SuppressionUse[];
  /** By comments of other files, where those call the module. */
  readonly ofCalls: readonly SuppressionUse[];
}

function suppressedHere(
  file: SourceFile,
  findings: readonly PlacedFinding[],
  ignores: readonly IgnoreEntry[],
  now: Date,
): Omit<Suppressed, 'ofCalls'> {
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
  const { hiding, whole } = comments.length > 0 ? hidingAtUses(file, findings, comments, now) : noUses;
  return { shown: findings.filter((finding) => !hidden.has(finding) && !whole.has(finding)), uses: withUses(uses, hiding) };
}

interface UsesHidden {
  /** What comments speak of at a place where the literal of a finding is used. */
  readonly hiding: ReadonlyMap<Suppression, readonly PlacedFinding[]>;
  /** Those that are hidden at all of them. */
  readonly whole: ReadonlySet<PlacedFinding>;
}

const noUses: UsesHidden = { hiding: new Map(), whole: new Set() };

/** A comment where a literal is used speaks of that use alone. */
function hidingAtUses(
  file: SourceFile,
  findings: readonly PlacedFinding[],
  comments: readonly Suppression[],
  now: Date,
): UsesHidden {
  const hiding = new Map<Suppression, PlacedFinding[]>();
  const whole = new Set<PlacedFinding>();
  const lines = linesOf(file);
  for (const finding of findings.filter(({ origins }) => origins.uses.length > 0)) {
    const named = comments.filter(({ rules }) => isNamed(rules, finding));
    const atUses = linesOfUses(finding, lines).map((use) => named.filter(({ line }) => use.has(line)));
    for (const comment of new Set(atUses.flat())) hiding.set(comment, [...(hiding.get(comment) ?? []), finding]);
    if (atUses.every((some) => some.some(({ until }) => !isOver(until, now)))) whole.add(finding);
  }
  return { hiding, whole };
}

function withUses(uses: readonly SuppressionUse[], hiding: UsesHidden['hiding']): readonly SuppressionUse[] {
  if (hiding.size === 0) return uses;
  return uses.map((use) => {
    const also = 'placed' in use.by ? (hiding.get(use.by) ?? []) : [];
    return also.length === 0 ? use : { ...use, findings: [...new Set([...use.findings, ...also])] };
  });
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
