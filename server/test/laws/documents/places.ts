/**
 * Those of the places of a text, in its order, that are worth asking about: all of an ordinary text. Of a long one, which is long because
 * it repeats itself, those at the beginning, at the end and some in between, or the work would grow with the square of the length.
 */
export function worthAsking<Place>(places: readonly Place[], text: string): readonly Place[] {
  const some = Math.floor(mostWork / text.length);
  if (places.length <= some) return places;
  const atEachEnd = Math.ceil(some / 3);
  const between = places.slice(atEachEnd, -atEachEnd);
  const step = Math.ceil(between.length / atEachEnd);
  return [...places.slice(0, atEachEnd), ...between.filter((_, index) => index % step === 0), ...places.slice(-atEachEnd)];
}

/** In code units read: every place of a text of some eight hundred. */
const mostWork = 600_000;

/** The ends of the words and signs of a text: where something has just been typed. */
export function endsOfTokens(text: string): readonly number[] {
  const ends = [...text.matchAll(/[\w@.-]+|[^\w\s]/g)].map(({ index, 0: token }) => index + token.length);
  return worthAsking(ends, text);
}

/** The ends of the words, signs, line ends and blanks of a text, and the middle of each, but not the end of the text. */
export function placesOfTokens(text: string): readonly number[] {
  const places = [...text.matchAll(/[\w@.-]+|[^\w\s]|\r?\n|[^\S\r\n]+/g)].flatMap(({ index, 0: token }) => {
    const end = index + token.length;
    return token.length > 1 ? [index + Math.ceil(token.length / 2), end] : [end];
  });
  return worthAsking(
    places.filter((place) => place < text.length),
    text,
  );
}
