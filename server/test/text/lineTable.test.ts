import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineTable } from '../../src/text/lines/lineTable';

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

test('columns in bytes are those of the encoded text, also far into a long line and beside half a character', () => {
  const line = `${'가🔑a\u00e9'.repeat(700)}\ud83d${'한'.repeat(400)}`;
  const text = `나\r\n${line}\n끝`;
  const table = lineTable(text, 'utf-8');
  const start = text.indexOf(line);
  for (let offset = start; offset <= start + line.length; offset++) {
    if (/[\udc00-\udfff]/.test(text.charAt(offset))) continue;
    const position = { line: 1, character: Buffer.byteLength(text.slice(start, offset)) };
    assert.deepEqual(table.positionAt(offset), position);
    assert.equal(table.offsetAt(position), offset);
  }
  assert.deepEqual(table.positionAt(text.length), { line: 2, character: 3 });
  // Between the bytes of a character, and behind the end of the line.
  assert.equal(table.offsetAt({ line: 1, character: 1 }), start);
  assert.equal(table.offsetAt({ line: 1, character: 6 }), start + 1);
  assert.equal(table.offsetAt({ line: 0, character: 99 }), 1);
  assert.equal(table.offsetAt({ line: 2, character: 99 }), text.length);
  assert.deepEqual(lineTable('가'.repeat(1024), 'utf-8').positionAt(1024), { line: 0, character: 3072 });
});

test('made from the table of an earlier text, it is the same', () => {
  const pieces = ['a', '한', '\n', '\r', '\r\n', '\u2028', 'bc\n\n'];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      text,
      fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('', ...pieces)), { maxLength: 8 }),
      (first, edits) => {
        let table = lineTable(first);
        for (const [at, removed, typed] of edits) {
          const start = at % (table.text.length + 1);
          const end = Math.min(table.text.length, start + removed);
          const next = table.text.slice(0, start) + typed + table.text.slice(end);
          table = lineTable(next, 'utf-16', { table, change: { start, end, grown: next.length - table.text.length } });
          assert.deepEqual(table.starts, lineTable(next).starts, JSON.stringify(next));
        }
      },
    ),
    { numRuns: 1000 },
  );
});
