const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * What a reader sees as the letters of a text: Terraform's characters.
 *
 * @see https://unicode.org/reports/tr29/
 */
export function graphemes(text: string): readonly string[] {
  // Where there is nothing to put together, one unit is one letter.
  if (/^[\0-\x7f]*$/.test(text) && !text.includes('\r\n')) return text.split('');
  const found: string[] = [];
  let width = chunk;
  for (let at = 0; at < text.length; ) {
    const segments = Array.from(segmenter.segment(text.slice(at, at + width)), ({ segment }) => segment);
    // The last one may go on behind the chunk.
    const isEnd = at + width >= text.length;
    const whole = isEnd ? segments : segments.slice(0, -1);
    for (const segment of whole) {
      found.push(...withoutConjuncts(segment));
      at += segment.length;
    }
    width = whole.length > 0 ? chunk : width * 2;
  }
  return found;
}

/** Units that are looked at together: the time for a text grows with the square of its length. */
const chunk = 1_000;

/** Consonants that a sign joins have been one letter since Unicode 15.1; Terraform counts by 15.0. What begins one of them is no vowel sign. */
function withoutConjuncts(segment: string): readonly string[] {
  return segment.length > 2 ? segment.split(/(?<=[\p{M}\u200d])(?=(?![\u0e33\u0eb3])\p{Lo})/u) : [segment];
}
