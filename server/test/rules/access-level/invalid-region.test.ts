import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meantRegions, regionCodes } from '../../../src/catalog/google/regions';
import { inspect, told } from '../inspect';

const rule = 'access-level/invalid-region';

const found = (region: unknown) =>
  inspect(rule, { 'spec.json': JSON.stringify([{ ipSubnetworks: ['203.0.113.0/24'] }, { regions: [region] }]) }).map(
    ({ finding }) => [finding.message, finding.severity, ...finding.fixes().map((fix) => fix.arguments?.region)],
  );

describe(rule, () => {
  const faulty: Readonly<Record<string, readonly string[]>> = {
    UK: ['unknown', 'error', 'GB'],
    uk: ['unknown', 'error', 'GB'],
    KOR: ['unknown', 'error', 'KR'],
    kr: ['unknown', 'error', 'KR'],
    'KR ': ['unknown', 'error', 'KR'],
    EU: ['unknown', 'error'],
    Korea: ['unknown', 'error'],
    AB: ['unknown', 'error'],
    'us-central1': ['cloudLocation', 'error'],
    'europe-west1-b': ['cloudLocation', 'error'],
    XK: ['userAssigned', 'warning'],
    ZZ: ['userAssigned', 'warning'],
    QM: ['userAssigned', 'warning'],
  };
  for (const [region, expected] of Object.entries(faulty))
    test(`finds ${region}`, () => assert.deepEqual(found(region), [expected]));

  for (const region of ['KR', 'GB', 'NO', 'QA', '$region', '{{ region }}', '<REGION>', ''])
    test(`leaves ${region || 'an empty text'} alone`, () => assert.deepEqual(found(region), []));

  test('all codes are known to the platform by name, and what is meant is one of them', () => {
    assert.equal(regionCodes.size, 249);
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    for (const code of regionCodes) assert.ok(names.of(code), code);
    for (const [written, meant] of meantRegions) assert.ok(!regionCodes.has(written) && regionCodes.has(meant), written);
  });

  test('a variable is not accused, its wrong default is, where it is used and without an edit', () => {
    const level = (regions: string) =>
      `resource "google_access_context_manager_access_level_condition" "a" {\n  regions = ${regions}\n}\n`;
    assert.deepEqual(told(rule, { 'a.tf': level('var.r') }), []);
    assert.deepEqual(told(rule, { 'a.tf': level('[var.r, "KR"]'), 'v.tf': 'variable "r" {}\n' }), []);
    assert.deepEqual(told(rule, { 'a.tf': level('var.r'), 'v.tf': 'variable "r" {\n  default = ["KR"]\n}\n' }), []);
    const [one] = inspect(rule, { 'a.tf': level('var.r'), 'v.tf': 'variable "r" {\n  default = ["UK"]\n}\n' });
    assert.equal(one?.told, 'unknown var.r');
    assert.deepEqual(
      one?.finding.fixes().map((fix) => 'disabled' in fix && fix.disabled),
      ['notLiteral'],
    );
    assert.equal(one?.finding.origins.all.length, 1);
  });
});
