import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from '../inspect';
import { conditionBlocks, terraformLevel } from './levels';

const open = 'access-level/open-condition';
const address = 'google_access_context_manager_access_level.corp';

/** What is marked, with the addresses of the levels that it is said of. */
function found(rule: string, files: Readonly<Record<string, string>>) {
  return inspect(rule, files).map(({ told, finding }) => [told, finding.addresses]);
}

const level = (basic: string, rest = '') =>
  terraformLevel(basic, rest).replace('accessLevels/corp"', `accessLevels/\${${rest === '' ? '"corp"' : 'each.key'}}"`);

describe('levels that one block stands for', () => {
  const each = '  for_each = {\n    any  = ["0.0.0.0/0"]\n    some = ["203.0.113.0/24"]\n  }\n';

  test('are read one by one', () => {
    const text = level(conditionBlocks('ip_subnetworks = each.value'), each);
    assert.deepEqual(found(open, { 'main.tf': text }), [['opens "0.0.0.0/0"', [`${address}["any"]`]]]);
  });

  test('that all have a fault are told of once', () => {
    const text = level(conditionBlocks('ip_subnetworks = ["0.0.0.0/0"]'), each);
    assert.deepEqual(found(open, { 'main.tf': text }), [['opens "0.0.0.0/0"', [`${address}["any"]`, `${address}["some"]`]]]);
  });

  test('aren’t changed for the sake of one of them', () => {
    const text = level(conditionBlocks('ip_subnetworks = each.value', 'regions = ["KR"]'), each);
    const fixes = inspect(open, { 'main.tf': text }).flatMap(({ finding }) => finding.fixes());
    assert.deepEqual(
      fixes.map((fix) => 'disabled' in fix && fix.disabled),
      ['repeated'],
    );
  });

  test('of a list are told by its address', () => {
    const list = `resource "google_access_context_manager_access_levels" "all" {
  parent = "accessPolicies/1"
  dynamic "access_levels" {
    for_each = { any = "::/0", some = "2001:db8::/32" }
    content {
      name  = "accessPolicies/1/accessLevels/\${access_levels.key}"
      title = access_levels.key
      basic {
        conditions {
          ip_subnetworks = [access_levels.value]
        }
      }
    }
  }
}
`;
    const [told, ...others] = found(open, { 'main.tf': list });
    assert.deepEqual(told, ['opens "::/0"', ['google_access_context_manager_access_levels.all']]);
    assert.deepEqual(others, []);
  });
});

describe('conditions that a dynamic block repeats', () => {
  const repeated = (forEach: string) => `    combining_function = "OR"
    dynamic "conditions" {
      for_each = ${forEach}
      content {
        ip_subnetworks = [conditions.value]
      }
    }
`;

  test('are read one by one', () => {
    const text = terraformLevel(repeated('["203.0.113.0/24", "0.0.0.0/0"]'));
    assert.deepEqual(found(open, { 'main.tf': text }), [['opens "0.0.0.0/0"', [address]]]);
  });

  test('are those of the level that they are repeated for', () => {
    const each = '  for_each = {\n    any  = ["0.0.0.0/0"]\n    some = ["203.0.113.0/24"]\n  }\n';
    const text = level(repeated('each.value'), each);
    assert.deepEqual(found(open, { 'main.tf': text }), [['opens "0.0.0.0/0"', [`${address}["any"]`]]]);
  });

  test('may be any where their list isn’t known', () => {
    const text = terraformLevel(repeated('var.ranges'));
    assert.deepEqual(found(open, { 'main.tf': `variable "ranges" {}\n${text}` }), []);
  });
});

describe('levels of a module', () => {
  const module = `variable "ranges" {}\n${terraformLevel(conditionBlocks('ip_subnetworks = var.ranges'))}`;
  const call = (name: string, ranges: string, rest = '') =>
    `module "${name}" {\n  source = "./m"\n  ranges = ${ranges}\n${rest}}\n`;

  test('are judged call by call', () => {
    const calls = call('a', '["0.0.0.0/0"]') + call('b', '["203.0.113.0/24"]');
    const files = { 'm/main.tf': module, 'main.tf': calls };
    assert.deepEqual(found(open, files), [['opens var.ranges', [`module.a.${address}`]]]);
  });

  test('that are made alike are told of once, with the keys of their calls', () => {
    const calls = call('a', '["0.0.0.0/0"]', '  for_each = toset(["x", "y"])\n');
    const files = { 'm/main.tf': module, 'main.tf': calls };
    assert.deepEqual(found(open, files), [['opens var.ranges', [`module.a["x"].${address}`, `module.a["y"].${address}`]]]);
  });
});
