/**
 * The one word that somebody may have meant: it differs in the case of letters, in `_` and `-`, or by a slip or two of the fingers.
 * Undefined when none is near, or two are equally so.
 */
export function nearestWord(written: string, words: Iterable<string>): string | undefined {
  const near = [...words]
    .map((word) => ({ word, distance: distanceBetween(plain(written), plain(word)) }))
    .filter(({ word, distance }) => distance <= slipsAllowed(word))
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = near;
  return first && first.distance !== second?.distance ? first.word : undefined;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[_-]/g, '');
}

/** In a short word two slips make another word. */
function slipsAllowed(word: string): number {
  return word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
}

/** How many letters must be put in, left out, changed or swapped with their neighbour. */
function distanceBetween(a: string, b: string): number {
  // Nobody's slip, and the table would be large.
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const changed = (last[column - 1] ?? 0) + (same ? 0 : 1);
      const cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, changed);
      const swaps = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(swaps ? Math.min(cost, (beforeLast[column - 2] ?? 0) + 1) : cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? Number.POSITIVE_INFINITY;
}
