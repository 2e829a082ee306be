import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CelNode, celNodesIn, parseCel } from '../../../src/syntax/cel/expression';
import fc from '../../fastCheck';

/** Each node in the order of the text with what it stands for, and each name with where it is written. */
function told(expression: string): readonly string[] {
  const top = parseCel(expression);
  assert(top, expression);
  const text = ({ start, end }: CelNode['range']) => expression.slice(start, end);
  return [...celNodesIn(top)].map((node) => {
    const name = node.kind === 'field' || node.kind === 'call' ? ` ${text(node.nameRange)}` : '';
    return `${node.kind}${name}: ${text(node.range)}`;
  });
}

describe('an expression of CEL', () => {
  test('tells each part and where it stands', () => {
    assert.deepEqual(told('!a.b || x["k"].f(1, [2]) // c'), [
      'operation: !a.b || x["k"].f(1, [2])',
      'operation: !a.b',
      'field b: a.b',
      'name: a',
      'call f: x["k"].f(1, [2])',
      'index: x["k"]',
      'name: x',
      'literal: "k"',
      'literal: 1',
      'list: [2]',
      'literal: 2',
    ]);
  });

  test('a name stands behind brackets, comments and blanks', () => {
    for (const expression of ['(a).f()', '( (a) ) . f ()', 'a // f\n. // f\nf()', '"f".f()', '(a /* f */ == 1).f()'])
      if (parseCel(expression)) assert.match(told(expression)[0] ?? '', /^call f: /, expression);
    const [top] = [parseCel('(a // f(\n) // f\n .f(f)')];
    assert(top?.kind === 'call');
    assert.deepEqual(top.nameRange, { start: 18, end: 19 });
  });

  test('what a chain joins is told in one, however long it is', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `a${index}`);
    const top = parseCel(names.join(' || '));
    assert(top?.kind === 'operation');
    assert.equal(top.operands.length, names.length);
    assert.deepEqual(top.operands.at(-2)?.kind === 'name' && top.operands.at(-2), {
      kind: 'name',
      name: 'a19998',
      range: (top.operands.at(-2) as CelNode).range,
    });
    assert.equal([...celNodesIn(top)].length, names.length + 1);
  });

  for (const expression of ['', 'a ||', '"a', 'a.', '(', '!'.repeat(100_000), '['.repeat(1000), 'a + '.repeat(50_000)])
    test(`nothing for ${JSON.stringify(expression.slice(0, 10))}…`, () => assert.equal(parseCel(expression), undefined));

  test('at random: names stand where they say, and children inside of their parents', () => {
    const part = fc.constantFrom(
      'a',
      'b',
      '.c',
      '.f(',
      ')',
      '(',
      ' && ',
      ' || ',
      '"s"',
      "'.x'",
      '[0]',
      ' ',
      '\n',
      '// .f\n',
      '!',
      ' ? ',
      ' : ',
      ', ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const expression = parts.join('');
        const top = parseCel(expression);
        for (const node of top ? celNodesIn(top) : []) {
          const name = node.kind === 'field' || node.kind === 'call' ? node.nameRange : undefined;
          if (name) assert.equal(expression.slice(name.start, name.end), (node as { readonly name: string }).name);
          const { start, end } = node.range;
          assert.ok(start < end && end <= expression.length);
          if (name) assert.ok(start <= name.start && name.end <= end);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
