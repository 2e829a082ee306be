/**
 * The same text in memory of its own. A piece cut out of a long text keeps all of that text alive, so what outlives a version of a
 * file must not be a mere piece of it, or every version stays.
 */
export function ownText(piece: string): string {
  // Joining copies what is then cut off again.
  return ` ${piece}`.slice(1);
}
