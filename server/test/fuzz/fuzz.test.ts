import { test } from 'node:test';
import fc from 'fast-check';
import { campaigns } from './campaigns';

for (const { name, runs, property } of campaigns) {
  test(name, async () => {
    await fc.assert(
      property(() => {}),
      { seed: 1, numRuns: runs },
    );
  });
}
