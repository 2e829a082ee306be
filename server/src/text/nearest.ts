/** The one candidate that a slip of the hand makes of `word`; undefined when none is near, or more than one equally so. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const plain = plainLetters(word);
  const most = plain.length > 8 ? 2 : plain.length > 3 ? 1 : 0;
  let best: readonly string[] = [];
  let least = most;
  for (const candidate of candidates) {
    const steps = distance(plain, plainLetters(candidate), most);
    if (steps > least) continue;
    best = steps < least ? [candidate] : [...best, candidate];
    least = steps;
  }
  return best.length === 1 ? best[0] : undefined;
}

/** `require_screen_lock` and `requireScreenlock` are the same word. */
function plainLetters(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** How many letters must be put in, taken out or changed; more than `most` is all the same. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      const changed = (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? most + 1;
}
