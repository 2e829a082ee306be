import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'access-level/invalid-name';

const named = (name: string) =>
  inspect(rule, {
    'a.json': JSON.stringify({ name, title: 'x', basic: { conditions: [{ members: ['user:a@example.org'] }] } }),
  }).map(({ finding }) => finding.message);

const terraform = (fields: string, type = 'access_level') => ({
  'a.tf': `resource "google_access_context_manager_${type}" "a" {\n${fields}\n}\n`,
});

describe(rule, () => {
  const faulty: Readonly<Record<string, string>> = {
    'accessPolicies/1/accessLevels/corp-net': 'badId',
    'accessPolicies/1/accessLevels/1st': 'badId',
    'accessPolicies/1/accessLevels/_corp': 'badId',
    'accessPolicies/1/accessLevels/corp net': 'badId',
    'accessPolicies/1/accessLevels/회사': 'badId',
    [`accessPolicies/1/accessLevels/${'a'.repeat(51)}`]: 'longId',
    corp: 'notName',
    'accessLevels/corp': 'notName',
    'accessPolicies/1/corp': 'notName',
    'accessPolicies/1/servicePerimeters/corp': 'notName',
    'accessPolicies/1/accessLevels/accessPolicies/1/accessLevels/corp': 'notName',
  };
  for (const [name, message] of Object.entries(faulty)) test(`finds ${name}`, () => assert.deepEqual(named(name), [message]));

  for (const name of [
    'accessPolicies/1/accessLevels/Corp_2',
    `accessPolicies/1/accessLevels/${'a'.repeat(50)}`,
    'accessPolicies/POLICY_ID/accessLevels/corp',
    'accessPolicies/<id>/accessLevels/corp-net',
    'accessPolicies/…',
    'accessPolicies/...',
    '$level',
  ])
    test(`leaves ${name} alone`, () => assert.deepEqual(named(name), []));

  test('a template is told by its end, and nothing else of what is unknown', () => {
    assert.deepEqual(told(rule, terraform('  name = "${var.policy}/accessLevels/corp-net"')), [
      'badId "${var.policy}/accessLevels/corp-net"',
    ]);
    for (const name of [
      'var.name',
      '"${var.policy}/corp-net"',
      '"accessPolicies/${var.p}/accessLevels/${var.id}"',
      '"corp-${var.x}"',
    ])
      assert.deepEqual(told(rule, terraform(`  name = ${name}\n  parent = var.p`)), [], name);
    assert.deepEqual(
      told(rule, terraform('  parent = "accessPolicies/${google_access_context_manager_access_policy.p.name}"')),
      [],
    );
  });

  test('found in parents, required levels and split conditions', () => {
    assert.deepEqual(told(rule, terraform('  parent = "organizations/1"')), ['notPolicy "organizations/1"']);
    assert.deepEqual(told(rule, terraform('  access_level = "corp"', 'access_level_condition')), ['notName "corp"']);
    assert.deepEqual(
      told(rule, terraform('  access_level = google_access_context_manager_access_level.x.name', 'access_level_condition')),
      [],
    );
    assert.deepEqual(told(rule, { 'a.yaml': '- requiredAccessLevels: [corp, accessPolicies/1/accessLevels/corp]\n' }), [
      'notName corp',
    ]);
    assert.deepEqual(
      told(
        rule,
        terraform(
          '  parent = "1"\n  access_levels {\n    name = "x"\n  }\n  access_levels {\n    name = "y"\n  }',
          'access_levels',
        ),
      ).length,
      3,
    );
  });
});
