/** One stretch of a text that gave way to another. */
export interface Change {
  /** In the old text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** By how much the new text is longer. */
  readonly grown: number;
}

/** The shortest stretch that tells the two texts from each other. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = alike(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const kept = alike(shorter - start, (from, to) => {
    return before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from);
  });
  return { start, end: before.length - kept, grown: after.length - before.length };
}

/** How many code units in a row are the same, by ever smaller strides. */
function alike(most: number, isSame: (from: number, to: number) => boolean): number {
  let count = 0;
  for (let stride = longestStride; stride >= 1; stride = Math.floor(stride / 16)) {
    while (count + stride <= most && isSame(count, count + stride)) count += stride;
  }
  return count;
}

const longestStride = 65_536;
