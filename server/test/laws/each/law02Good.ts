import assert from 'node:assert/strict';
import { lintAll, unexpected } from '../engine';
import type { Law } from '../law';

export const good: Law = {
  number: 2,
  says: 'good is clean under every rule, and bad has nothing besides what `also` names',
  tests: [
    {
      run(sample) {
        const { bad, good, example, rule } = sample;
        const [before, after] = [lintAll(sample, bad), lintAll(sample, good)];
        assert.deepEqual(unexpected(after, sample), []);
        assert.deepEqual(unexpected(before, sample, [rule.id]), []);
        const found = [...before.findings, ...after.findings].map((finding) => finding.rule.id);
        for (const id of example.also ?? []) assert.ok(found.includes(id), `${id} of \`also\` finds nothing`);
      },
    },
  ],
};
