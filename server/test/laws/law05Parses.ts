import assert from 'node:assert/strict';
import { applied, formatOfPair, lintAll, lintOwn, unexpected } from './engine';
import type { Law } from './law';
import { repaired } from './repair';
import { meaningOf } from './secondParser';

export const parses: Law = {
  number: 5,
  says: 'the fixed text parses by a second parser',
  tests: [
    {
      of: 'and the rule is then silent',
      async run(sample) {
        const { bad, good, example, rule } = sample;
        const format = formatOfPair(sample);
        await meaningOf(bad, format);
        const text = repaired(sample, bad) ?? good;
        await meaningOf(text, format);
        const left = lintOwn(sample, text).findings.map(({ message }) => message);
        if (!example.also?.includes(rule.id)) assert.deepEqual(left, []);
      },
    },
    {
      of: 'whichever action is taken, and no other rule of warning or above finds fault with it',
      async run(sample) {
        const linted = lintOwn(sample, sample.bad);
        for (const finding of linted.findings) {
          for (const fix of finding.fixes.filter((one) => 'edits' in one)) {
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
