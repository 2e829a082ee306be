/**
 * Those of the ascending `places` that are worth asking about: all of an ordinary text. Of a long one, which is long because it
 * repeats itself, the beginning, the end and some in between, or the questions would grow with the square of the length.
 */
export function worthAsking(places: readonly number[]): readonly number[] {
  if (places.length * (places.at(-1) ?? 0) <= mostWork) return places;
  const between = places.slice(atEachEnd, -atEachEnd);
  const step = Math.max(1, Math.ceil(between.length / atEachEnd));
  return [...places.slice(0, atEachEnd), ...between.filter((_, index) => index % step === 0), ...places.slice(-atEachEnd)];
}

/** In code units read: every place of a text of some thousand. */
const mostWork = 10_000_000;
const atEachEnd = 100;
