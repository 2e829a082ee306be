import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'access-level/invalid-reference';
const nameOf = (id: string, policy = 1) => `accessPolicies/${policy}/accessLevels/${id}`;

function basic(id: string, required: readonly string[], policy = 1): string {
  const conditions = [{ requiredAccessLevels: required, regions: ['KR'] }];
  return JSON.stringify({ name: nameOf(id, policy), title: id, basic: { conditions } });
}

function custom(id: string, expression: string): string {
  return JSON.stringify({ name: nameOf(id), title: id, custom: { expr: { expression } } });
}

const resource = (id: string, required: string, more = '') => `resource "google_access_context_manager_access_level" "${id}" {
  parent = "accessPolicies/1"
  name = "${nameOf(id)}"
  title = "${id}"
${more}  basic {
    conditions {
      required_access_levels = [${required}]
    }
  }
}
`;

const reference = (id: string) => `google_access_context_manager_access_level.${id}.name`;

function ways(files: Readonly<Record<string, string>>): readonly (string | undefined)[] {
  return inspect(rule, files).map(({ finding }) => finding.arguments.way ?? finding.message);
}

describe('the circle is told from the level on', () => {
  for (const [what, files, found] of [
    ['itself', { 'a.json': basic('a', [nameOf('a')]) }, ['itself']],
    ['of two', { 'a.json': basic('a', [nameOf('b')]), 'b.json': basic('b', [nameOf('a')]) }, ['a → b → a']],
    [
      'of three, the shortest way',
      {
        'a.json': basic('a', [nameOf('b')]),
        'b.json': basic('b', [nameOf('c'), nameOf('d')]),
        'c.json': basic('c', [nameOf('a')]),
        'd.json': basic('d', [nameOf('c')]),
      },
      ['a → b → c → a'],
    ],
    [
      'two at once',
      {
        'a.json': basic('a', [nameOf('b'), nameOf('c')]),
        'b.json': basic('b', [nameOf('a')]),
        'c.json': basic('c', [nameOf('a')]),
      },
      ['a → b → a', 'a → c → a'],
    ],
    ['over an expression', { 'a.json': basic('a', [nameOf('b')]), 'b.json': custom('b', '!levels.a') }, ['a → b → a']],
    ['in Terraform', { 'a.tf': resource('a', reference('b')), 'b.tf': resource('b', reference('a')) }, ['a → b → a']],
    [
      'in Terraform and elsewhere',
      { 'a.tf': resource('a', `"${nameOf('b')}"`), 'b.json': basic('b', [nameOf('a')]) },
      ['a → b → a'],
    ],
    [
      'by what a resource adds to a level',
      {
        'a.tf': resource('a', reference('b')),
        'b.tf': resource('b', `"${nameOf('x')}"`),
        'c.tf': `resource "google_access_context_manager_access_level_condition" "more" {\n  access_level = ${reference('b')}\n  required_access_levels = [${reference('a')}]\n}\n`,
      },
      ['a → b → a'],
    ],
    [
      'in Fabric’s factory',
      {
        'a.yaml': 'conditions:\n- required_access_levels: ["b"]\n',
        'b.yaml': 'conditions:\n- required_access_levels: ["$access_levels:a"]\n',
      },
      ['a → b → a'],
    ],
  ] as const) {
    test(what, () => assert.deepEqual(ways(files), found));
  }
});

describe('leaves alone', () => {
  for (const [what, files] of [
    ['a chain', { 'a.json': basic('a', [nameOf('b')]), 'b.json': basic('b', [nameOf('c')]) }],
    ['a circle that it only leads to', { 'x.json': basic('x', [nameOf('a')]), 'a.json': basic('a', [nameOf('a')]) }],
    ['the level of another policy', { 'a.json': basic('a', [nameOf('a', 2)]) }],
    ['a text that names it', { 'a.json': custom('a', 'device.x == "levels.a" // levels.a') }],
    ['an expression that is half-typed', { 'a.json': custom('a', 'levels.a &&') }],
    ['a field of something else', { 'a.json': custom('a', 'device.levels.a') }],
    [
      'levels that are written twice',
      { 'a.json': basic('a', [nameOf('b')]), 'b.json': basic('b', [nameOf('a')]), 'old/b.json': basic('b', []) },
    ],
    [
      'levels of which a part of the name is unknown',
      {
        'a.tf': resource('a', '"${var.other}/accessLevels/a"'),
      },
    ],
    [
      'several levels in one resource',
      { 'a.tf': resource('a', reference('b'), '  for_each = var.all\n'), 'b.tf': resource('b', reference('a')) },
    ],
  ] as const) {
    test(what, () => assert.deepEqual(told(rule, files), []));
  }

  test('levels of a workspace that is still being read', () => {
    const files = { 'a.json': basic('a', [nameOf('b')]), 'b.json': basic('b', [nameOf('a')]) };
    assert.deepEqual(told(rule, files, { complete: false }), []);
  });
});

test('the part of the expression is marked', () => {
  assert.deepEqual(told(rule, { 'a.json': custom('a', 'device.x || levels.a') }), ['itself levels.a']);
});
