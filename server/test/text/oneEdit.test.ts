import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, asOneEdit, type TextEdit } from '../../src/text/edit';

const piece = fc.constantFrom('a', 'b', '\n', '\r\n', '\r', '한', '😀', '\ud83d', '\ude00', ' ');
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

/** Edits that do not overlap, made of a text cut into kept and replaced stretches. */
const edited = fc.array(fc.record({ kept: text, replaced: text, by: text }), { maxLength: 4 }).map((stretches) => {
  let whole = '';
  const edits: TextEdit[] = stretches.map(({ kept, replaced, by }) => {
    whole += kept;
    const start = whole.length;
    whole += replaced;
    return { range: { start, end: whole.length }, newText: by };
  });
  return { whole, edits };
});

test('any edits are one that does the same, from the first changed character to the last', () => {
  fc.assert(
    fc.property(edited, text, ({ whole, edits }, tail) => {
      const before = whole + tail;
      const after = applyEdits(before, edits);
      const one = asOneEdit(before, edits);
      assert.equal(applyEdits(before, one), after);
      assert.equal(one.length, before === after ? 0 : 1);
      for (const { range, newText } of one) {
        const old = before.slice(range.start, range.end);
        const smallest = old.length <= 1 || newText.length <= 1;
        if (smallest) return;
        // At most half of a pair is the same on either side.
        assert.ok(old.slice(0, 2) !== newText.slice(0, 2) || /^(\r\n|[\ud800-\udbff])/.test(old), JSON.stringify([old, newText]));
        assert.ok(old.slice(-2) !== newText.slice(-2) || /(\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(old));
      }
    }),
  );
});

test('no edit begins or ends between the halves of a pair or of a CRLF', () => {
  const changes = [
    ['a\r\nb', 'a\nb'],
    ['a\r\nb', 'a\rb'],
    ['a😀b', 'a😁b'],
    ['😀', '😀😁'],
  ] as const;
  for (const [before, after] of changes) {
    const [edit] = asOneEdit(before, [{ range: { start: 0, end: before.length }, newText: after }]);
    assert.ok(edit);
    for (const at of [edit.range.start, edit.range.end])
      assert.doesNotMatch(`${before.slice(at - 1, at)}|${before.slice(at, at + 1)}`, /\r\|\n|[\ud800-\udbff]\|[\udc00-\udfff]/);
    assert.equal(applyEdits(before, [edit]), after);
  }
});
