import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Place } from '../../../src/workspace/index/facts';
import { functionNamed } from '../../../src/workspace/terraform/functions';
import { defaultLimits } from '../../../src/workspace/terraform/functions/definition';
import type { Value } from '../../../src/workspace/terraform/values/value';
import { type ValueJson, valueFrom } from './typedJson';

function say(name: string, ...args: readonly Value[]): Value {
  const said = functionNamed(name)?.call(args, { limits: defaultLimits });
  assert.ok(said);
  return said;
}

function json(...args: readonly ValueJson[]): readonly Value[] {
  return args.map(valueFrom);
}

const many: ValueJson = { list: Array.from({ length: 1000 }, (_, i) => ({ string: `a${i}` })), of: 'string' };
const long: ValueJson = { string: 'ab'.repeat(400_000) };

const tooMuch: Readonly<Record<string, readonly Value[]>> = {
  format: json({ string: '%1000001d' }, { number: '1' }),
  formatlist: json({ string: '%5000d' }, { list: Array.from({ length: 500 }, () => ({ number: '1' })), of: 'number' }),
  indent: json({ number: '100000' }, { string: '\n'.repeat(100) }),
  join: json(long, { tuple: [{ string: '' }, { string: '' }, { string: '' }] }),
  replace: json(long, { string: 'a' }, { string: 'xxxx' }),
  setproduct: json(many, many),
  split: json({ string: '' }, long),
  jsonencode: json({ tuple: [long, long] }),
  yamlencode: json({ tuple: [long, long] }),
  jsondecode: json({ string: `[${'1,'.repeat(200_000)}1]` }),
  csvdecode: json({ string: `a\n${'1\n'.repeat(200_000)}` }),
  tostring: json({ number: '1' }).map((value) =>
    value.kind === 'number' ? { ...value, number: { mantissa: 1n, exponent: 5_000_000 } } : value,
  ),
  regex: json({ string: '(x+x+)+y' }, { string: 'x'.repeat(400_000) }),
  sha512: json(long),
};

for (const [name, args] of Object.entries(tooMuch)) {
  test(`${name} ends where its result would be too large`, () => {
    const said = say(name, ...args);
    assert.equal(said.kind, 'unknown');
    assert.equal(said.kind === 'unknown' && said.why.id, 'tooMuch');
  });
}

test('a chain of aliases that doubles each time ends', () => {
  const lines = Array.from({ length: 30 }, (_, i) => `x${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
  const said = say('yamldecode', ...json({ string: `x0: &a0 [1, 1]\n${lines.join('\n')}\n` }));
  assert.equal(said.kind === 'unknown' && said.why.id, 'tooMuch');
});

test('a search that Perl would never end is over at once', () => {
  const said = say('regexall', ...json({ string: '(a*)*b|(a|aa)+c' }, { string: 'a'.repeat(2000) }));
  assert.deepEqual(said.kind === 'list' && said.items, []);
});

function place(start: number): Place {
  return { uri: 'file:///main.tf', range: { start, end: start + 1 } };
}

function textAt(text: string, start: number): Value {
  return { kind: 'string', text, from: [place(start)] };
}

function tupleAt(start: number, ...items: readonly Value[]): Value {
  return { kind: 'tuple', items, from: [place(start)] };
}

function startsOf(value: Value): readonly number[] {
  return value.from.map(({ range }) => range.start);
}

test('a result comes from what it was made of, what decides about it first', () => {
  assert.deepEqual(startsOf(say('upper', textAt('a', 1))), [1]);
  assert.deepEqual(startsOf(say('join', textAt(',', 1), tupleAt(2, textAt('a', 3), textAt('b', 4)))), [2, 3, 4, 1]);
  const parts = say('split', textAt(',', 1), textAt('a,b', 2));
  assert.ok('items' in parts);
  assert.deepEqual(parts.items.map(startsOf), [
    [2, 1],
    [2, 1],
  ]);
});

test('what is only passed on keeps its own origins', () => {
  const list = tupleAt(2, textAt('b', 3), textAt('a', 4));
  assert.deepEqual(
    startsOf(say('element', list, { kind: 'number', number: { mantissa: 1n, exponent: 0 }, from: [place(9)] })),
    [4],
  );
  const sorted = say('sort', list);
  assert.ok('items' in sorted);
  assert.deepEqual(sorted.items.map(startsOf), [[4], [3]]);
  const both = say('concat', list, tupleAt(5, textAt('c', 6)));
  assert.ok('items' in both);
  assert.deepEqual(both.items.map(startsOf), [[3], [4], [6]]);
  assert.deepEqual(startsOf(both), [2, 3, 4, 5, 6]);
});

test('each line of a format comes from its own items', () => {
  const lines = say('formatlist', textAt('user:%s', 1), tupleAt(2, textAt('a', 3), textAt('b', 4)));
  assert.ok('items' in lines);
  assert.deepEqual(lines.items.map(startsOf), [
    [1, 3],
    [1, 4],
  ]);
});

test('an unknown result tells the reason of what it is unknown for, an error before everything else', () => {
  const unknown = (id: 'variable' | 'error', what: string): Value => ({
    kind: 'unknown',
    type: { kind: 'string' },
    why: { id, what },
    from: [],
  });
  const said = say('join', textAt(',', 1), tupleAt(2, unknown('variable', 'var.a'), unknown('error', 'index')));
  assert.deepEqual(said.kind === 'unknown' && said.why, { id: 'variable', what: 'var.a' });
  const failed = say('format', textAt('%s%s', 1), unknown('variable', 'var.a'), unknown('error', 'index'));
  assert.deepEqual(failed.kind === 'unknown' && failed.why, { id: 'error', what: 'index' });
  const own = say('upper', tupleAt(1));
  assert.deepEqual(own.kind === 'unknown' && own.why, { id: 'error', what: 'upper' });
});
