import type { GrantRow } from '../grantTable';
import type { Identified } from './identity';

/** Takes rows of two times together, each with the first of the other time that may be the same, and tells what is left over. */
export function matched(
  before: readonly Identified[],
  after: readonly Identified[],
  by: {
    readonly keyOf: (after: Identified) => string;
    /** The keys that a row of the time before goes together with, the likeliest first. */
    readonly partnersOf: (before: Identified) => readonly string[];
  },
) {
  const waiting = new Map<string, Identified[]>();
  for (const one of after.toReversed()) {
    const key = by.keyOf(one);
    const others = waiting.get(key);
    if (others) others.push(one);
    else waiting.set(key, [one]);
  }
  const both: { readonly before: GrantRow; readonly after: GrantRow }[] = [];
  const taken = new Set<Identified>();
  for (const one of before) {
    const others = by.partnersOf(one).map((key) => waiting.get(key));
    const other = others.find((list) => list !== undefined && list.length > 0)?.pop();
    if (!other) continue;
    both.push({ before: one.row, after: other.row });
    taken.add(one).add(other);
  }
  const isLeft = (one: Identified) => !taken.has(one);
  return { both, before: before.filter(isLeft), after: after.filter(isLeft) };
}
