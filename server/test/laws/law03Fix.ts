import assert from 'node:assert/strict';
import type { Law } from './law';
import { repaired } from './repair';

export const fix: Law = {
  number: 3,
  says: 'the fix turns bad into good',
  tests: [
    {
      run(sample) {
        const text = repaired(sample, sample.bad);
        if (text !== undefined) assert.equal(text, sample.good);
      },
    },
  ],
};
