import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { told } from '../inspect';
import { conditionBlocks, restLevel, terraformLevel } from './levels';

const rule = 'access-level/ambiguous-negate';
const found = (condition: unknown) => told(rule, { 'a.json': restLevel([condition]) });

describe(rule, () => {
  test('finds negate with two fields', () => {
    assert.deepEqual(found({ regions: ['KR'], devicePolicy: { requireCorpOwned: true }, negate: true }), ['several "negate"']);
    assert.deepEqual(
      told(rule, { 'a.tf': terraformLevel(conditionBlocks('regions = ["KR"]\nmembers = ["user:a@b.c"]\nnegate = true')) }),
      ['several negate'],
    );
  });

  test('leaves one field, empty fields and what is not negated alone', () => {
    assert.deepEqual(found({ regions: ['KR', 'JP'], negate: true }), []);
    assert.deepEqual(found({ regions: ['KR'], members: [], negate: true }), []);
    assert.deepEqual(found({ regions: ['KR'], members: ['user:a@b.c'], negate: false }), []);
    assert.deepEqual(found({ regions: ['KR'], members: ['user:a@b.c'] }), []);
  });

  test('what is unknown does not count', () => {
    const terraform = (fields: string) => told(rule, { 'a.tf': terraformLevel(conditionBlocks(fields)) });
    assert.deepEqual(terraform('regions = ["KR"]\nmembers = ["user:a@b.c"]\nnegate = var.n'), []);
    assert.deepEqual(terraform('regions = ["KR"]\nmembers = var.m\nnegate = true'), []);
  });
});
