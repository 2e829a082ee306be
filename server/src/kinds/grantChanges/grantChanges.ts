import type { GrantRow, UnknownGrant } from '../grantTable';
import { type Identified, identified, type ToldGrants } from './identity';
import { matched } from './matched';
import { mayBeGrantedBy } from './mayBeGranted';

/**
 * What came of access between two times. Pairs are the same by role, member, what they are granted on and condition, wherever they are
 * written and however often. Each pair of one time that isn't the same at the other is told once.
 */
export interface GrantChanges {
  readonly added: readonly GrantRow[];
  readonly removed: readonly GrantRow[];
  /** The same pairs with another condition. */
  readonly changed: readonly { readonly before: GrantRow; readonly after: GrantRow }[];
  /** What may have changed or not: the text of one time doesn't tell the pair, or not what it is granted on, or not its condition. */
  readonly unsure: readonly { readonly before?: GrantRow; readonly after?: GrantRow }[];
  /** What isn't known of grants at one of the times alone. */
  readonly unknown: { readonly added: readonly UnknownGrant[]; readonly removed: readonly UnknownGrant[] };
}

export function changesBetween(before: ToldGrants, after: ToldGrants): GrantChanges {
  const [was, is] = [identified(before), identified(after)];
  const newlyUnknown = missingIn(is.unknown, was.unknown);
  const nowKnown = missingIn(was.unknown, is.unknown);

  const samePair = matched(missingIn(was.rows, is.rows), missingIn(is.rows, was.rows), {
    keyOf: ({ pair }) => pair,
    partnersOf: ({ pair }) => [pair],
  });
  const state = (one: Identified, others: ReadonlySet<string>) => {
    if (one.isTargetKnown) return 'known';
    return others.has(one.target) ? 'staying' : 'moving';
  };
  const elsewhere = matched(samePair.before, samePair.after, {
    keyOf: (one) => `${state(one, was.targets)} ${one.holder}`,
    partnersOf: (one) => mayBeOf[state(one, is.targets)].map((other) => `${other} ${one.holder}`),
  });

  const [mayRemain, removed] = parted(elsewhere.before, mayBeGrantedBy(newlyUnknown));
  const [mayHaveBeen, added] = parted(elsewhere.after, mayBeGrantedBy(nowKnown));
  const isTold = (both: { readonly before: GrantRow; readonly after: GrantRow }) =>
    !both.before.unknownCondition && !both.after.unknownCondition;
  return {
    added,
    removed,
    changed: samePair.both.filter(isTold),
    unsure: [
      ...samePair.both.filter((both) => !isTold(both)),
      ...elsewhere.both,
      ...mayRemain.map((row) => ({ before: row })),
      ...mayHaveBeen.map((row) => ({ after: row })),
    ],
    unknown: { added: newlyUnknown.map(({ it }) => it), removed: nowKnown.map(({ it }) => it) },
  };
}

/** Whether somebody surely gets what nobody gave before: a pair, or one under a condition that is gone or another one now. */
export function givesAccess({ added, changed }: GrantChanges): boolean {
  const isLoosened = ({ before, after }: GrantChanges['changed'][number]) =>
    before.condition !== undefined && before.condition.expression !== after.condition?.expression;
  return added.length > 0 || changed.some(isLoosened);
}

export function isChange({ added, removed, changed, unsure, unknown }: GrantChanges): boolean {
  return [added, removed, changed, unsure, unknown.added, unknown.removed].some((rows) => rows.length > 0);
}

/** The changes of pairs that are wanted as they were or as they are. What isn't known may be any of them. */
export function filtered(
  { added, removed, changed, unsure, unknown }: GrantChanges,
  isWanted: (row: GrantRow) => boolean,
): GrantChanges {
  const isEither = ({ before, after }: { readonly before?: GrantRow; readonly after?: GrantRow }) =>
    [before, after].some((row) => row && isWanted(row));
  return {
    added: added.filter(isWanted),
    removed: removed.filter(isWanted),
    changed: changed.filter(isEither),
    unsure: unsure.filter(isEither),
    unknown,
  };
}

/**
 * What a thing may be at the other time that isn't named like it. One that isn't known may be any known one; of two that aren't known both
 * have to be there at one time alone, or else they are two things.
 */
const mayBeOf = { known: ['moving', 'staying'], moving: ['known', 'moving'], staying: ['known'] } as const;

function missingIn<T>(some: ReadonlyMap<string, T>, others: ReadonlyMap<string, T>): readonly T[] {
  return [...some].flatMap(([key, one]) => (others.has(key) ? [] : [one]));
}

function parted(rows: readonly Identified[], isOf: (one: Identified) => boolean) {
  const of = (wanted: boolean) => rows.filter((one) => isOf(one) === wanted).map(({ row }) => row);
  return [of(true), of(false)] as const;
}
