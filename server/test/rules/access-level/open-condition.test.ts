import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';
import { addedElsewhere, conditionBlocks, restLevel, terraformLevel } from './levels';

const rule = 'access-level/open-condition';
const network = { ipSubnetworks: ['203.0.113.0/24'] };

const found = (conditions: readonly unknown[], combiningFunction?: string) =>
  inspect(rule, { 'a.json': restLevel(conditions, combiningFunction) }).map(({ finding }) => [
    finding.message,
    finding.severity,
    finding.fixes().length,
  ]);

describe(rule, () => {
  const open: Readonly<Record<string, unknown>> = {
    'an empty condition': {},
    'an empty list': { regions: [] },
    'only empty fields': { regions: [], ipSubnetworks: [], devicePolicy: {} },
    'negate: false alone': { negate: false },
    'every IPv4 address': { ipSubnetworks: ['0.0.0.0/0'] },
    'every IPv6 address among others': { ipSubnetworks: ['2001:db8::/32', '::/0'] },
    'every address, not negated': { ipSubnetworks: ['0.0.0.0/0'], negate: false },
  };
  for (const [name, condition] of Object.entries(open)) {
    test(`finds ${name}, by what it does`, () => {
      assert.deepEqual(found([condition, network], 'OR'), [['opens', 'error', 1]]);
      assert.deepEqual(found([condition]), [['opens', 'error', 0]]);
      assert.deepEqual(found([condition, network]), [['addsNothing', 'warning', 1]]);
      assert.deepEqual(found([condition, {}], 'OR').length, 2);
    });
  }

  const closed: Readonly<Record<string, unknown>> = {
    'every address beside a region': { ipSubnetworks: ['0.0.0.0/0'], regions: ['KR'] },
    'a device policy': { devicePolicy: { requireScreenlock: true } },
    'every address, negated': { ipSubnetworks: ['0.0.0.0/0'], negate: true },
    'nothing, negated': { negate: true },
    'half of all addresses': { ipSubnetworks: ['0.0.0.0/1'] },
    'a field that nobody knows': { ipSubnetworks: ['0.0.0.0/0'], weather: 'fine' },
    'a field with a value of another kind': { ipSubnetworks: ['0.0.0.0/0'], regions: '$regions' },
  };
  for (const [name, condition] of Object.entries(closed))
    test(`leaves ${name} alone`, () => assert.deepEqual(found([condition, network], 'OR'), []));

  const unknown = (fields: string) => told(rule, { 'a.tf': terraformLevel(conditionBlocks(fields)) });

  test('what is not told is not accused', () => {
    for (const fields of [
      'regions = var.r',
      'regions = [var.r]',
      'members = concat(var.a, [])',
      'ip_subnetworks = ["0.0.0.0/0"]\nnegate = var.n',
    ])
      assert.deepEqual(unknown(fields), [], fields);
    assert.deepEqual(
      unknown('dynamic "device_policy" {\n  for_each = var.d\n  content {\n    require_corp_owned = true\n  }\n}'),
      [],
    );
    assert.deepEqual(
      told(rule, { 'a.tf': terraformLevel(conditionBlocks('regions = var.r')), 'v.tf': 'variable "r" {\n  default = []\n}\n' }),
      [],
    );
  });

  test('an empty block is marked at its name, and a block that asks for nothing is one', () => {
    assert.deepEqual(unknown(''), ['opens conditions']);
    assert.deepEqual(unknown('device_policy {\n}'), ['opens device_policy']);
  });

  test('with conditions that stand elsewhere it need not open the level', () => {
    const level = terraformLevel(conditionBlocks('regions = []'));
    assert.deepEqual(told(rule, { 'a.tf': level, 'b.tf': addedElsewhere }), ['addsNothing regions']);
    assert.deepEqual(told(rule, { 'a.tf': level }, { complete: false }), ['addsNothing regions']);
    const part =
      'resource "google_access_context_manager_access_level_condition" "a" {\n  access_level = "x"\n  regions = []\n}\n';
    assert.deepEqual(told(rule, { 'a.tf': part }), []);
  });

  test('a bare list of one opens, whatever the flag says', () => {
    assert.deepEqual(told(rule, { 'a.yaml': '- ipSubnetworks: [0.0.0.0/0]\n' }), ['opens 0.0.0.0/0']);
    assert.deepEqual(told(rule, { 'a.yaml': '- ipSubnetworks: [203.0.113.0/24]\n- {}\n' }), ['either {}']);
  });

  test('no edit in a list that stands at several places', () => {
    const shared =
      'x: &shared [{regions: [KR]}, {ipSubnetworks: [0.0.0.0/0]}]\ntitle: t\nbasic:\n  combiningFunction: OR\n  conditions: *shared\n';
    const [one] = inspect(rule, { 'a.yaml': shared });
    assert.deepEqual(
      one?.finding.fixes().map((fix) => 'disabled' in fix && fix.disabled),
      ['sharedText'],
    );
  });

  test('what keeps out the addresses of the other version is taken away only where that lets nobody in', () => {
    const offered = (conditions: readonly unknown[], combiningFunction?: string) =>
      inspect(rule, { 'a.json': restLevel(conditions, combiningFunction) }).flatMap(({ finding }) =>
        finding.fixes().map((fix) => ('disabled' in fix ? fix.disabled : 'remove')),
      );
    const both = { ipSubnetworks: ['0.0.0.0/0', '::/0'] };
    for (const range of ['0.0.0.0/0', '::/0', '::0/0']) {
      const one = { ipSubnetworks: ['203.0.113.0/24', range] };
      assert.deepEqual(offered([one, { regions: ['KR'] }], 'AND'), ['oneVersion'], range);
      assert.deepEqual(offered([one, { regions: ['KR'] }]), ['oneVersion'], range);
      assert.deepEqual(offered([one, { regions: ['KR'] }], 'OR'), ['remove'], range);
    }
    assert.deepEqual(offered([both, { regions: ['KR'] }], 'AND'), ['remove']);
    assert.deepEqual(offered([{ regions: [] }, { regions: ['KR'] }], 'AND'), ['remove']);
    const fixes = (name: string, text: string) =>
      inspect(rule, { [name]: text }).flatMap(({ finding }) => finding.fixes().map((fix) => 'disabled' in fix && fix.disabled));
    const open = 'ip_subnetworks = ["0.0.0.0/0"]';
    const ofFactory = 'combining_function: AND\nconditions:\n- ip_subnetworks: [0.0.0.0/0]\n- regions: [KR]\n';
    assert.deepEqual(fixes('a.yaml', '- ipSubnetworks: [0.0.0.0/0]\n- regions: [KR]\n'), ['oneVersion']);
    assert.deepEqual(fixes('office.yaml', ofFactory), ['oneVersion']);
    assert.deepEqual(fixes('a.tf', terraformLevel(conditionBlocks('regions = ["KR"]', open))), ['oneVersion']);
  });

  test('takes away no comment, nothing from half-typed text, and the function only where no other condition is added', () => {
    const open = 'ip_subnetworks = ["0.0.0.0/0"]';
    const reason = (text: string) =>
      inspect(rule, { 'a.tf': text }).flatMap(({ finding }) =>
        finding.fixes().map((fix) => ('disabled' in fix ? fix.disabled : '')),
      );
    const or = '    combining_function = "OR"\n';
    assert.deepEqual(reason(terraformLevel(or + conditionBlocks('regions = ["KR"]', `# why\n${open}`))), ['commented']);
    assert.deepEqual(reason(terraformLevel(`${or}${conditionBlocks('regions = ["KR"]', open)}\n    members = []`)), ['unsure']);
    const edits = (files: Readonly<Record<string, string>>) =>
      inspect(rule, files).flatMap(({ finding }) => finding.fixes().flatMap((fix) => ('edits' in fix ? [fix.edits.length] : [])));
    const level = terraformLevel(or + conditionBlocks('regions = ["KR"]', open));
    assert.deepEqual(edits({ 'a.tf': level }), [2]);
    assert.deepEqual(edits({ 'a.tf': level, 'b.tf': addedElsewhere }), [1]);
  });
});
