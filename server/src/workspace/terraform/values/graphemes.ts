const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * What a reader sees as the letters of a text: Terraform's characters.
 *
 * @see https://unicode.org/reports/tr29/
 */
export function graphemes(text: string): readonly string[] {
  // Where there is nothing to put together, one unit is one letter.
  if (/^[\0-\x7f]*$/.test(text) && !text.includes('\r\n')) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment).flatMap(withoutConjuncts);
}

/** Consonants that a sign joins have been one letter since Unicode 15.1; Terraform counts by 15.0. What begins one of them is no vowel sign. */
function withoutConjuncts(segment: string): readonly string[] {
  return segment.length > 2 ? segment.split(/(?<=[\p{M}\u200d])(?=(?![\u0e33\u0eb3])\p{Lo})/u) : [segment];
}
