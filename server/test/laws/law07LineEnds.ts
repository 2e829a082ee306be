import assert from 'node:assert/strict';
import { formatOfPair, lintOwn } from './engine';
import type { Law } from './law';
import { repaired } from './repair';
import type { Sample } from './sample';
import { meaningOf } from './secondParser';
import { placesOf } from './treePath';

export const lineEnds: Law = {
  number: 7,
  says: 'the same result',
  tests: [
    { of: 'with CRLF', run: (sample) => sameLetters(sample, (text) => text.replaceAll('\n', '\r\n')) },
    { of: 'with a byte order mark', run: (sample) => sameLetters(sample, (text) => `\uFEFF${text}`) },
    {
      of: 'with tabs',
      // YAML is not indented by tabs.
      concerns: (sample) => formatOfPair(sample) !== 'yaml',
      async run(sample) {
        const { bad, good } = sample;
        const format = formatOfPair(sample);
        const tabbed = (text: string) => text.replace(/^( {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2));
        assert.deepEqual(placesIn(sample, tabbed(bad)), placesIn(sample, bad));
        const text = repaired(sample, tabbed(bad));
        if (text !== undefined) assert.deepEqual(await meaningOf(text, format), await meaningOf(tabbed(good), format));
      },
    },
  ],
};

/** Writing the text anew and repairing it may come in either order. */
function sameLetters(sample: Sample, anew: (text: string) => string): void {
  assert.deepEqual(placesIn(sample, anew(sample.bad)), placesIn(sample, sample.bad));
  const text = repaired(sample, anew(sample.bad));
  if (text !== undefined) assert.equal(text, anew(sample.good));
}

function placesIn(sample: Sample, text: string): readonly unknown[] {
  const { file, findings } = lintOwn(sample, text);
  return findings.map(({ message, root, range }) => ({ message, places: placesOf(file, root, range) }));
}
