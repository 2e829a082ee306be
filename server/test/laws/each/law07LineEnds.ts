import assert from 'node:assert/strict';
import { meaningOf } from '../documents/secondParser';
import { formatOfPair } from '../engine';
import type { Law } from '../law';
import { askedOfFix, type Offer } from '../offer';

export const lineEnds: Law = {
  number: 7,
  says: 'the same result',
  tests: [
    { of: 'with CRLF', ...askedOfFix(sameWithCrlf) },
    { of: 'with a byte order mark', ...askedOfFix(sameWithByteOrderMark) },
    {
      of: 'with tabs',
      // YAML is not indented by tabs.
      concerns: (sample) => formatOfPair(sample) !== 'yaml',
      ...askedOfFix(sameWithTabs),
    },
  ],
};

export function sameWithCrlf(offer: Offer): void {
  sameLetters(offer, (text) => text.replaceAll('\n', '\r\n'));
}

export function sameWithByteOrderMark(offer: Offer): void {
  sameLetters(offer, (text) => `\uFEFF${text}`);
}

export async function sameWithTabs({ bad, good, format, after, placesIn }: Offer): Promise<void> {
  const tabbed = (text: string) => text.replace(/^( {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2));
  assert.deepEqual(placesIn(tabbed(bad)), placesIn(bad));
  const text = after(tabbed(bad));
  if (text !== undefined) assert.deepEqual(await meaningOf(text, format), await meaningOf(tabbed(good), format));
}

/** Writing the text anew and changing it may come in either order. */
function sameLetters({ bad, good, after, placesIn }: Offer, anew: (text: string) => string): void {
  assert.deepEqual(placesIn(anew(bad)), placesIn(bad));
  const text = after(anew(bad));
  if (text !== undefined) assert.equal(text, anew(good));
}
