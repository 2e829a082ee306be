import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeActions } from '../../../src/features/actions/quickFixes';
import { rangeInFile } from '../../../src/lint/places/placedFinding';
import { inspect, told } from '../inspect';
import { addedElsewhere, conditionBlocks, restLevel, terraformLevel } from './levels';

const rule = 'access-level/or-weakens';
const network = { ipSubnetworks: ['203.0.113.0/24'] };
const device = { devicePolicy: { requireCorpOwned: true } };
const region = { regions: ['KR'] };
const people = { members: ['user:a@example.org'] };
const vpc = { vpcNetworkSources: [{ vpcSubnetwork: { network: '//compute.googleapis.com/projects/p/global/networks/n' } }] };

const found = (...conditions: readonly unknown[]) => told(rule, { 'a.json': restLevel(conditions, 'OR') }).length > 0;

describe(rule, () => {
  test('finds requirements of different kinds', () => {
    assert.ok(found(network, device));
    assert.ok(found(network, device, people));
    assert.ok(found({ ...network, ...region }, device));
    assert.ok(found(network, network, region));
    assert.ok(found({ ...region, negate: true }, device));
  });

  test('leaves several of one kind, people and what only partly differs alone', () => {
    assert.ok(!found(network, { ipSubnetworks: ['198.51.100.0/24'] }));
    assert.ok(!found(network, vpc), 'the API refuses both in one condition');
    assert.ok(!found(network, people));
    assert.ok(!found(people, { members: ['user:b@example.org'] }));
    assert.ok(!found({ ...network, members: ['serviceAccount:a@p.iam.gserviceaccount.com'] }, device));
    assert.ok(!found(network, { ...network, ...device }));
    assert.ok(!found(network, {}));
    assert.ok(!found(network));
  });

  test('leaves AND, no function and an unknown one alone', () => {
    for (const [name, text] of [
      ['a.json', restLevel([network, device], 'AND')],
      ['a.json', restLevel([network, device])],
      [
        'a.tf',
        terraformLevel(
          `    combining_function = var.f\n${conditionBlocks('regions = ["KR"]', 'device_policy {\n  require_corp_owned = true\n}')}`,
        ),
      ],
      ['a.json', JSON.stringify([network, device])],
    ] as const)
      assert.deepEqual(told(rule, { [name]: text }), []);
  });

  test('what is unknown, or asked by another level, is not told apart', () => {
    const or = (first: string) =>
      told(rule, {
        'a.tf': terraformLevel(
          `    combining_function = "OR"\n${conditionBlocks(first, 'device_policy {\n  require_corp_owned = true\n}')}`,
        ),
      });
    assert.deepEqual(or('regions = ["KR"]').length, 1);
    for (const fields of ['regions = var.r', 'regions = ["KR"]\nmembers = var.m', 'regions = ["KR"]\nnegate = var.n'])
      assert.deepEqual(or(fields), [], fields);
    assert.deepEqual(or('required_access_levels = ["accessPolicies/1/accessLevels/a"]'), []);
  });

  test('the proposal is a refactoring and never preferred', () => {
    const [one] = inspect(rule, { 'a.json': restLevel([network, device], 'OR') });
    assert.ok(one);
    const [action] = codeActions(one.file, [one.finding], rangeInFile(one.finding), { locale: 'en' });
    assert.deepEqual([action?.kind, action?.preferred], ['refactor.rewrite', false]);
  });

  test('sets no AND over what stands beside the conditions, or is added to them elsewhere', () => {
    const reason = (files: Readonly<Record<string, string>>) =>
      inspect(rule, files).flatMap(({ finding }) => finding.fixes().map((fix) => ('disabled' in fix ? fix.disabled : fix.title)));
    const conditions = conditionBlocks('ip_subnetworks = ["203.0.113.0/24"]', 'regions = ["KR"]');
    const level = terraformLevel(`    combining_function = "OR"\n${conditions}`);
    const all = terraformLevel(`    combining_function = local.either\n${conditions}`);
    assert.deepEqual(reason({ 'a.tf': level }), ['requireAll']);
    assert.deepEqual(
      reason({ 'a.tf': level.replace('    conditions', '    members = ["user:a@example.org"]\n    conditions') }),
      ['unsure'],
    );
    assert.deepEqual(reason({ 'a.tf': level, 'b.tf': addedElsewhere }), ['computed']);
    assert.deepEqual(reason({ 'a.tf': all, 'b.tf': 'locals {\n  either = "OR"\n}\n' }), ['computed']);
  });
});
