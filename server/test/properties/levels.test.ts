import { test } from 'node:test';
import fc from '../fastCheck';
import { levels } from './levels/generate';
import { checkActions } from './levels/property';
import { requests } from './levels/requests';

test('whatever a rule on access levels offers, who passes stays as the action says', async () => {
  await fc.assert(fc.asyncProperty(levels, fc.noShrink(fc.array(requests, { minLength: 25, maxLength: 25 })), checkActions), {
    numRuns: 180,
  });
});
