import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderFix } from '../../../src/lint/fixes/fix';
import { applyEdits } from '../../../src/text/edit';
import { inspect, told } from '../inspect';
import { above, publicAccess } from './suppressions';

const rule = 'suppression/unknown-rule';
const found = (ids: string) => told(rule, { 'a.yaml': above(`leastwise: ignore[${ids}] known`) });

describe(rule, () => {
  test('finds ids and areas that no rule has', () => {
    assert.deepEqual(found('allow-policy/publik'), ['unknown allow-policy/publik']);
    assert.deepEqual(found('allow-polici/*'), ['unknown allow-polici/*']);
    assert.deepEqual(found('*'), ['unknown *']);
    assert.deepEqual(found(`a/b, ${publicAccess},c/d`), ['unknown a/b', 'unknown c/d']);
  });

  test('leaves rules, areas and other comments alone', () => {
    for (const ids of [publicAccess, 'allow-policy/*', 'suppression/*', `${publicAccess}, suppression/unused`, '', ' , ']) {
      assert.deepEqual(found(ids), []);
    }
    assert.deepEqual(told(rule, { 'a.yaml': above('leastwise ignores[a/b] this') }), []);
  });

  test('takes away the id with one comma, wherever it stands', () => {
    const repaired = (ids: string) => {
      const [one] = inspect(rule, { 'a.yaml': above(`leastwise: ignore[${ids}] known`) });
      const [fix] = one?.finding.fixes() ?? [];
      assert.ok(one && fix);
      const text = applyEdits(one.file.text, renderFix(one.file.text, one.finding, fix) ?? []);
      return /\[(.*)\]/.exec(text)?.[1];
    };
    assert.equal(repaired(`a/b, ${publicAccess}`), publicAccess);
    assert.equal(repaired(`${publicAccess}, a/b`), publicAccess);
    assert.equal(repaired(`${publicAccess},a/b , suppression/unused`), `${publicAccess}, suppression/unused`);
    assert.equal(repaired('a/b'), undefined);
  });
});
