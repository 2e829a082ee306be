import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { told } from '../inspect';
import { addedElsewhere, conditionBlocks, restLevel, terraformLevel } from './levels';

const rule = 'access-level/pointless-or';
const or = '    combining_function = "OR"\n';
const one = `${or}${conditionBlocks('regions = ["KR"]')}`;

describe(rule, () => {
  test('finds OR with one condition', () => {
    assert.deepEqual(told(rule, { 'a.tf': terraformLevel(one) }), ['single "OR"']);
    assert.deepEqual(told(rule, { 'a.json': restLevel([{ regions: ['KR'] }], 'OR') }), ['single "OR"']);
  });

  const quiet: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    AND: { 'a.json': restLevel([{ regions: ['KR'] }], 'AND') },
    'no function': { 'a.json': restLevel([{ regions: ['KR'] }]) },
    'two conditions': { 'a.json': restLevel([{ regions: ['KR'] }, { members: ['user:a@example.org'] }], 'OR') },
    'an unknown function': { 'a.tf': terraformLevel(one.replace('"OR"', 'var.f')) },
    'a function by a variable’s default': {
      'a.tf': terraformLevel(one.replace('"OR"', 'var.f')),
      'v.tf': 'variable "f" {\n  default = "OR"\n}\n',
    },
    'conditions from a dynamic block': {
      'a.tf': terraformLevel(
        `${or}    dynamic "conditions" {\n      for_each = var.c\n      content {\n        regions = conditions.value\n      }\n    }`,
      ),
    },
    'conditions from a dynamic block in JSON': {
      'a.tf.json': JSON.stringify({
        resource: {
          google_access_context_manager_access_level: {
            corp: {
              parent: 'accessPolicies/1',
              name: 'accessPolicies/1/accessLevels/corp',
              title: 'corp',
              basic: {
                combining_function: 'OR',
                conditions: [{ regions: ['KR'] }],
                dynamic: { conditions: { for_each: '${var.c}', content: { regions: '${conditions.value}' } } },
              },
            },
          },
        },
      }),
    },
    'conditions that are ignored': {
      'a.tf': terraformLevel(one, '  lifecycle {\n    ignore_changes = [basic[0].conditions]\n  }\n'),
    },
    'conditions added by another resource': { 'a.tf': terraformLevel(one), 'b.tf': addedElsewhere },
    'conditions added by a module': {
      'a.tf': `${terraformLevel(one)}module "m" {\n  source = "./m"\n  level  = google_access_context_manager_access_level.corp.name\n}\n`,
      'm/b.tf': addedElsewhere.replace(/access_level *= .*/, 'access_level = var.level'),
    },
    'conditions added to a level that nothing tells': {
      'a.tf': terraformLevel(one),
      'm/b.tf': addedElsewhere.replace(/access_level *= .*/, 'access_level = var.level'),
    },
    'a bare list': { 'a.yaml': '- ipSubnetworks: [203.0.113.0/24]\n' },
  };
  for (const [name, files] of Object.entries(quiet)) test(`leaves ${name} alone`, () => assert.deepEqual(told(rule, files), []));

  test('says nothing on Terraform until every file has been read', () => {
    assert.deepEqual(told(rule, { 'a.tf': terraformLevel(one) }, { complete: false }), []);
  });
});
