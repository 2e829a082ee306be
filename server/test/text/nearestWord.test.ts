import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestWord } from '../../src/text/nearestWord';

const words = ['role', 'members', 'condition', 'members2', 'etag'];

test('the word that was meant', () => {
  for (const [written, meant] of Object.entries({
    memebers: 'members',
    MEMBERS: 'members',
    Condition: 'condition',
    con_dition: 'condition',
    conditions: 'condition',
    rloe: 'role',
    eTag: 'etag',
  })) {
    assert.equal(nearestWord(written, words), meant, written);
  }
});

test('nothing where none is near or two are equally near', () => {
  for (const written of ['', 'x', 'roles2', 'tag line', 'bindings', 'constitution'])
    assert.equal(nearestWord(written, words), undefined, written);
  assert.equal(nearestWord('members1', ['members2', 'members3']), undefined);
  assert.equal(nearestWord('ag', ['at', 'as']), undefined);
});
