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
  return narrowed(before, after, { start: 0, end: before.length, grown: after.length - before.length });
}

/** Without what is the same in both texts at the ends of the stretch. */
export function narrowed(before: string, after: string, { start, end, grown }: Change): Change {
  const shorter = Math.min(end, end + grown) - start;
  const same = alike(shorter, (from, to) => before.slice(start + from, start + to) === after.slice(start + from, start + to));
  const kept = alike(shorter - same, (from, to) => {
    return before.slice(end - to, end - from) === after.slice(end + grown - to, end + grown - from);
  });
  return { start: start + same, end: end - kept, grown };
}

/** One change and, in the text that it leaves, another one, as one stretch that holds both. */
export function composed(first: Change, second: Change): Change {
  return {
    start: Math.min(first.start, second.start),
    // Behind the first change, the text between has moved.
    end: Math.max(first.end, second.end - first.grown),
    grown: first.grown + second.grown,
  };
}

/** The change as a part of the text counts it that began at `offset` and was so long; undefined when it reaches beyond. */
export function changeWithin(change: Change | undefined, offset: number, length: number): Change | undefined {
  if (!change) return undefined;
  const { start, end, grown } = change;
  return start >= offset && end <= offset + length ? { start: start - offset, end: end - offset, grown } : undefined;
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
