import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { appendAlternative } from '../../../src/syntax/cel/appendAlternative';
import { applyEdits } from '../../../src/text/edit';
import fc from '../../fastCheck';

const added = 'levels.spare';

function appended(expression: string): string | undefined {
  const edits = appendAlternative(expression, added);
  return edits && applyEdits(expression, edits);
}

describe('an alternative to a CEL expression', () => {
  const right: Readonly<Record<string, string>> = {
    a: 'a || levels.spare',
    'a && b': 'a && b || levels.spare',
    'a || b': 'a || b || levels.spare',
    '(a || b)': '(a || b) || levels.spare',
    'a ? b : c': '(a ? b : c) || levels.spare',
    // The parser doesn't tell these from those without brackets.
    '(a ? b : c)': '((a ? b : c)) || levels.spare',
    'a // office': 'a || levels.spare // office',
    'a ? b : c // || d': '(a ? b : c) || levels.spare // || d',
    '// first\na ? b : c // last\n': '// first\n(a ? b : c) || levels.spare // last\n',
    '  a &&\n  b // off\n  // gone\n': '  a &&\n  b || levels.spare // off\n  // gone\n',
    'a\n': 'a || levels.spare\n',
    'a == "x // y ? z"': 'a == "x // y ? z" || levels.spare',
    "a == 'it\\'s // b'": "a == 'it\\'s // b' || levels.spare",
    'a == r"\\d" // "': 'a == r"\\d" || levels.spare // "',
    'a == """x\n// y""" // z': 'a == """x\n// y""" || levels.spare // z',
    'a ==\n// why\nb': 'a ==\n// why\nb || levels.spare',
  };
  for (const [expression, expected] of Object.entries(right))
    test(JSON.stringify(expression), () => assert.equal(appended(expression), expected));

  for (const expression of ['', 'a ||', '// a', 'a ? b', '"a', 'a) || (b', 'a b'])
    test(`refused for ${JSON.stringify(expression)}`, () => assert.equal(appended(expression), undefined));

  test('at random: what isn’t added stays letter for letter', () => {
    const part = fc.constantFrom(
      'a',
      ' && ',
      ' || ',
      ' ? ',
      ' : ',
      '(',
      ')',
      '// x\n',
      '"//"',
      "'?'",
      '\n',
      ' ',
      'r"\\"',
      '!',
      '//',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const expression = parts.join('');
        const after = appended(expression);
        if (after === undefined) return;
        const wrapped = /^(.*)\((.*)\) \|\| levels\.spare(.*)$/s.exec(after)?.slice(1).join('');
        const plain = after.replace(' || levels.spare', '');
        assert(wrapped === expression || plain === expression, after);
      }),
    );
  });
});
