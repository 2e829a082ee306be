import assert from 'node:assert/strict';
import { rangeInFile } from '../../../src/lint/places/placedFinding';
import type { TextRange } from '../../../src/text/range';
import { lintOwn } from '../engine';
import type { Law } from '../law';

export const marks: Law = {
  number: 1,
  says: 'bad is marked exactly at «»',
  tests: [
    {
      run(sample) {
        const { bad, example, marks } = sample;
        assert.ok(marks.length > 0, 'bad has no «»');
        const { findings } = lintOwn(sample, bad);
        assert.deepEqual(findings.map(rangeInFile).map(shown(bad)), marks.map(shown(bad)));
        for (const mark of marks) assert.doesNotMatch(bad.slice(mark.start, mark.end), /[\r\n]/, 'a mark stays within a line');
        if (example.message !== undefined) {
          for (const { message } of findings) assert.equal(message, example.message);
        }
      },
    },
  ],
};

/** An offset and what stands there, so that a difference can be read. */
function shown(text: string): (range: TextRange) => string {
  return ({ start, end }) => `${start}: ${text.slice(start, end)}`;
}
