import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cachedBy } from '../../src/text/cachedBy';

test('what is cached by a key is made once for it, be it nothing, and anew for another one that looks the same', () => {
  let made = 0;
  const ask = cachedBy(({ value }: { readonly value: number | undefined }) => {
    made++;
    return value;
  });
  const [one, same, none] = [{ value: 1 }, { value: 1 }, { value: undefined }];
  assert.deepEqual([ask(one), ask(none), ask(one), ask(none), ask(same)], [1, undefined, 1, undefined, 1]);
  assert.equal(made, 3);
});
