import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineTable } from '../src/text/lineTable';

test('offsets and positions are two names for one place, on Korean, emoji and every kind of line end', () => {
  const text = '가나\r\n🔑b\rc\n\n끝';
  const table = lineTable(text);
  assert.deepEqual(table.positionAt(text.indexOf('b')), { line: 1, character: 2 });
  assert.deepEqual(table.positionAt(text.indexOf('c')), { line: 2, character: 0 });
  for (let offset = 0; offset <= text.length; offset++) {
    if (text[offset] === '\n' && text[offset - 1] === '\r') continue;
    assert.equal(table.offsetAt(table.positionAt(offset)), offset);
  }
});

test('positions beyond a line or the text give its end', () => {
  const table = lineTable('ab\r\ncd');
  assert.equal(table.offsetAt({ line: 0, character: 99 }), 2);
  assert.equal(table.offsetAt({ line: 9, character: 0 }), 6);
  assert.deepEqual(table.positionAt(99), { line: 1, character: 2 });
});
