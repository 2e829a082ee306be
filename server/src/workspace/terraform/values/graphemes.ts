const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * What a reader sees as the letters of a text: Terraform's characters.
 *
 * @see https://unicode.org/reports/tr29/
 */
export function graphemes(text: string): readonly string[] {
  // Where there is nothing to put together, one unit is one letter.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is from the first one on.
  if (/^[\0-\x7f]*$/.test(text) && !text.includes('\r\n')) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
