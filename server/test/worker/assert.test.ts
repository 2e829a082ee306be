import assert from 'node:assert/strict';
import { test } from 'node:test';
import ours from './assert';

const pairs: readonly (readonly [unknown, unknown])[] = [
  [1, 1],
  [1, '1'],
  [Number.NaN, Number.NaN],
  [undefined, null],
  ['a', 'b'],
  [
    [1, [2]],
    [1, [2]],
  ],
  [[1], [1, 2]],
  [[1], { 0: 1 }],
  [
    { a: 1, b: { c: [] } },
    { b: { c: [] }, a: 1 },
  ],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: undefined }, { b: undefined }],
  [{}, null],
];

for (const [a, b] of pairs) {
  for (const check of ['equal', 'notEqual', 'deepEqual'] as const) {
    test(`in a worker, ${check} of ${JSON.stringify([a, b])} says what Node says`, () => {
      assert.equal(
        fails(() => ours[check](a, b)),
        fails(() => assert[check](a, b)),
      );
    });
  }
}

test('in a worker, a failed check tells both values, or what it is told to tell', () => {
  assert.throws(() => ours.deepEqual(['x'], ['y']), /\["x"\][\s\S]*\["y"\]/);
  assert.throws(() => ours.ok(0, 'nothing there'), /nothing there/);
  assert.throws(() => ours.match('abc', /d/), /abc/);
  assert.throws(() => ours.doesNotMatch('abc', /b/), /abc/);
  ours.match('abc', /b/);
  ours.doesNotMatch('abc', /d/);
});

function fails(check: () => void): boolean {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}
