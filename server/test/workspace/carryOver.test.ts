import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '../../src/workspace/index/facts';
import { carryOver, sameFacts } from '../../src/workspace/index/workspace';

/** One fact for each letter; a capital tells something else under the same name. */
function factsOf(letters: string, shift = 0): readonly Fact[] {
  return [...letters].map((letter, index) => ({
    kind: 'customRole',
    name: letter.toLowerCase(),
    value: { address: letter },
    at: { uri: 'file:///a/main.tf', range: { start: shift + index, end: shift + index + 1 } },
  }));
}

test('facts that stay are the same objects, whatever comes, goes, changes or moves around them', () => {
  const before = factsOf('abcdef');
  for (const [letters, kept] of [
    ['abcdef', 'abcdef'],
    ['xabcdef', 'abcdef'],
    ['abcdefx', 'abcdef'],
    ['abcxdef', 'abcdef'],
    ['bcde', 'bcde'],
    ['abCdef', 'abdef'],
    ['fedcba', 'abcdef'],
    ['xdaYbz', 'dab'],
    ['', ''],
  ] as const) {
    const after = factsOf(letters, 100);
    const carried = carryOver(before, after);
    assert.ok(sameFacts(carried, after), letters);
    const same = carried.filter((fact) => before.includes(fact));
    assert.deepEqual(new Set(same.map(({ value }) => Object(value).address)), new Set(kept), letters);
  }
  assert.equal(carryOver(before, factsOf('abcdef', 9)), before);
});

test('of facts that tell the same, each stands for one', () => {
  const before = factsOf('aaa');
  for (const letters of ['aa', 'aaaa', 'xaaya', 'aXa']) {
    const carried = carryOver(before, factsOf(letters, 100));
    assert.equal(new Set(carried).size, letters.length);
    assert.equal(carried.filter((fact) => before.includes(fact)).length, Math.min(3, letters.replace(/[^a]/g, '').length));
  }
});
