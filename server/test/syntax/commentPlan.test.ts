import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepsComments } from '../../src/syntax/edits/commentPlan';
import { jsonFormat } from '../../src/syntax/json/format';
import type { TextEdit } from '../../src/text/edit';

const text = `{
  // one
  "a": 1, // two
  /* three */ "b": 2,
  // one
  "c": 3
}`;
const root = jsonFormat.parse(text)[0]?.root ?? assert.fail();

function replacing(from: string, to: string, newText: string): TextEdit {
  return { range: { start: text.indexOf(from), end: text.indexOf(to) + to.length }, newText };
}

test('an edit that loses a comment is told, but for the one at the end of a line', () => {
  const lost: readonly TextEdit[] = [
    replacing('// one', '"a": 1', ''),
    replacing('/* three */', '"b"', '"b"'),
    replacing('// one', '"c"', '// one\n  "c"'),
    replacing('one', 'one', 'two'),
  ];
  for (const edit of lost) assert.equal(keepsComments(root, [edit], []), false, JSON.stringify(edit));
  const kept: readonly TextEdit[] = [
    replacing('"a"', '// two', ''),
    replacing('"b"', '2', '"b": 3'),
    replacing('// one', '"a"', '"a"\n // one'),
    replacing('/* three */', '"c"', '// one\n/* three */ "c"'),
  ];
  for (const edit of kept) assert.equal(keepsComments(root, [edit], []), true, JSON.stringify(edit));
});

test('a comment may come along to the place of another edit', () => {
  assert.equal(keepsComments(root, [replacing('/* three */', '2,', ''), replacing('3', '3', '3 /* three */')], []), true);
  assert.equal(keepsComments(root, [replacing('/* three */', '2,', ''), replacing('3', '3', '3 /* four */')], []), false);
});
