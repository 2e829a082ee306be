import assert from 'node:assert/strict';
import { meaningOf } from '../documents/secondParser';
import { applied, formatOfPair, lintAll, lintOwn, unexpected } from '../engine';
import { kindInLaws } from '../kinds';
import type { Law } from '../law';
import { askedOfFix, type Offer } from '../offer';

export const parses: Law = {
  number: 5,
  says: 'the fixed text parses by a second parser',
  tests: [
    {
      of: 'and the rule is then silent',
      concerns: (sample) => !kindInLaws(sample).unparsable,
      ...askedOfFix(parsesAndIsDone),
    },
    {
      of: 'whichever action is taken, and no other rule of warning or above finds fault with it',
      async run(sample) {
        const linted = lintOwn(sample, sample.bad);
        for (const finding of linted.findings) {
          for (const fix of finding.fixes().filter((one) => 'edits' in one)) {
            const text = applied(linted, finding, fix);
            assert.ok(text !== undefined, `the format can’t write “${fix.title}”`);
            await meaningOf(text, formatOfPair(sample));
            assert.deepEqual(unexpected(lintAll(sample, text), sample, [sample.rule.id]), [], fix.title);
          }
        }
      },
    },
  ],
};

export async function parsesAndIsDone({ bad, good, format, after, leftIn }: Offer): Promise<void> {
  await meaningOf(bad, format);
  const text = after(bad) ?? good;
  await meaningOf(text, format);
  assert.deepEqual(leftIn(text), []);
}
