import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';
import { conditionBlocks, restLevel, terraformLevel } from './levels';

const rule = 'access-level/invalid-field';

const shown = (files: Readonly<Record<string, string>>) =>
  inspect(rule, files).map(({ finding, told }) =>
    [told, ...finding.fixes().map((fix) => fix.arguments?.meant ?? fix.arguments?.value)].join(' → '),
  );
const inCondition = (condition: unknown) => shown({ 'a.json': restLevel([condition]) });
const inBlock = (fields: string, rest = '') => shown({ 'a.tf': terraformLevel(conditionBlocks(fields), rest) });
const level = (fields: Readonly<Record<string, unknown>>) =>
  shown({ 'a.json': JSON.stringify({ name: 'accessPolicies/1/accessLevels/a', ...fields }) });

describe(rule, () => {
  test('OR is no safe repair where a condition asks for nothing, or may', () => {
    const classOf = (conditions: readonly unknown[]) => {
      const text = restLevel(conditions as never, 'or' as never);
      const [fix] = inspect(rule, { 'a.json': text })[0]?.finding.fixes() ?? [];
      assert.ok(fix && 'edits' in fix, text);
      return fix.fixClass ?? 'same';
    };
    const network = { ipSubnetworks: ['203.0.113.0/24'] };
    assert.equal(classOf([network, { regions: ['KR'] }]), 'same');
    for (const open of [{ regions: [] }, {}, { negate: false }, { ipSubnetworks: ['0.0.0.0/0'] }])
      assert.equal(classOf([network, open]), 'changes', JSON.stringify(open));
  });

  test('finds the other dialect’s spelling, in each dialect', () => {
    assert.deepEqual(inCondition({ ip_subnetworks: ['203.0.113.0/24'] }), ['misspelt "ip_subnetworks" → ipSubnetworks']);
    assert.deepEqual(inCondition({ devicePolicy: { require_screen_lock: true } }), [
      'misspelt "require_screen_lock" → requireScreenlock',
    ]);
    assert.deepEqual(inBlock('ipSubnetworks = ["203.0.113.0/24"]'), ['misspelt ipSubnetworks → ip_subnetworks']);
    assert.deepEqual(inBlock('device_policy {\n  require_screenlock = true\n}'), [
      'misspelt require_screenlock → require_screen_lock',
    ]);
  });

  test('finds slips of the hand and fields that there are none of', () => {
    assert.deepEqual(inCondition({ region: ['KR'] }), ['misspelt "region" → regions']);
    assert.deepEqual(inCondition({ regions: ['KR'], region: ['KR'] }), ['unknownField "region"']);
    assert.deepEqual(inCondition({ regions: ['KR'], weather: 'fine' }), ['unknownField "weather"']);
    assert.deepEqual(level({ title: 't', basic: { conditons: [] } }), ['misspelt "conditons" → conditions']);
    assert.deepEqual(level({ title: 't', basic: { conditions: [{ regions: ['KR'] }] }, levels: 1 }), ['unknownField "levels"']);
    assert.deepEqual(shown({ 'a.yaml': '- ipSubnetworks: [203.0.113.0/24]\n  requiredAccesLevels: []\n' }), [
      'misspelt requiredAccesLevels → requiredAccessLevels',
    ]);
  });

  test('each dialect has its own operating systems', () => {
    const values = (told: readonly string[]) => told.map((one) => one.split(' ')[0]);
    const constraint = { osType: 'GOOGLEBOOK_OS' };
    assert.deepEqual(inCondition({ devicePolicy: { osConstraints: [constraint] } }), []);
    assert.deepEqual(inCondition({ devicePolicy: { osConstraints: [{ ...constraint, requireVerifiedChromeOs: true }] } }), []);
    assert.deepEqual(shown({ 'a.yaml': '- devicePolicy:\n    osConstraints:\n    - osType: GOOGLEBOOK_OS\n' }), []);
    const block = 'device_policy {\n  os_constraints {\n    os_type = "GOOGLEBOOK_OS"\n  }\n}\n';
    assert.deepEqual(values(inBlock(block)), ['wrongValue']);
    const resource = (type: string, body: string) => ({
      'a.tf': `resource "google_access_context_manager_${type}" "a" {\n${body}}\n`,
    });
    assert.deepEqual(values(shown(resource('access_level_condition', `access_level = "x"\n${block}`))), ['wrongValue']);
    const listed = `access_levels {\n  name = "accessPolicies/1/accessLevels/a"\n  title = "a"\n  basic {\n    conditions {\n${block}}\n  }\n}\n`;
    assert.deepEqual(values(shown(resource('access_levels', `parent = "accessPolicies/1"\n${listed}`))), ['wrongValue']);
    const factory = 'conditions:\n- device_policy:\n    os_constraints:\n    - os_type: GOOGLEBOOK_OS\n';
    assert.deepEqual(values(shown({ 'a.yaml': factory })), ['wrongValue']);
  });

  test('a key that is yet to be typed or put in is no field', () => {
    const name = '"name": "accessPolicies/1/accessLevels/a"';
    const typed = (keys: string) =>
      shown({ 'a.json': `{${name}, "title": "t", "basic": {"conditions": [{"regions": ["US"], ${keys}` });
    assert.deepEqual(typed('""}]}}'), []);
    assert.deepEqual(typed('"'), []);
    assert.deepEqual(typed('"{{ more }}": 1}]}}'), []);
    assert.deepEqual(shown({ 'a.json': '[{"ipSubnetworks": ["203.0.113.0/24"], ""}]' }), []);
    const resource = (keys: string) => ({
      'a.tf.json': `{"resource": {"google_access_context_manager_access_level": {"a": {${name}, "basic": {"conditions": [{"regions": ["US"], ${keys}`,
    });
    assert.deepEqual(shown(resource('""}]}}}}}')), []);
    assert.deepEqual(shown(resource('"')), []);
    assert.deepEqual(typed('"x": 1}]}}'), ['unknownField "x"']);
  });

  test('leaves what the API tells and what Terraform takes alone', () => {
    const basic = { conditions: [{ regions: ['KR'] }] };
    assert.deepEqual(level({ title: 't', description: 'd', basic, createTime: 'x', updateTime: 'x' }), []);
    const more =
      '  description = "d"\n  deletion_policy = "PREVENT"\n  provider = google.x\n  count = 1\n  depends_on = []\n  lifecycle {\n    prevent_destroy = true\n  }\n  timeouts {\n    create = "1m"\n  }\n';
    assert.deepEqual(inBlock('regions = ["KR"]', more), []);
    assert.deepEqual(level({ title: 't', _comment: 'c', basic }), []);
  });

  test('leaves levels alone that another tool writes in Terraform’s spelling', () => {
    assert.deepEqual(
      level({
        title: 't',
        parent: 'accessPolicies/1',
        basic: { combining_function: 'AND', conditions: [{ ip_subnetworks: [] }] },
      }),
      [],
    );
  });

  test('finds words that a field does not take', () => {
    assert.deepEqual(inCondition({ devicePolicy: { allowedEncryptionStatuses: ['encrypted', 'ENCRYPTED', 'SAFE'] } }), [
      'wrongValue "encrypted" → ENCRYPTED',
      'wrongValue "SAFE"',
    ]);
    assert.deepEqual(
      inCondition({ devicePolicy: { osConstraints: [{ osType: 'MAC' }, { osType: 'Desktop Linux' }, { osType: 'BSD' }] } }),
      ['wrongValue "MAC" → DESKTOP_MAC', 'wrongValue "Desktop Linux" → DESKTOP_LINUX', 'wrongValue "BSD"'],
    );
    assert.deepEqual(shown({ 'a.json': restLevel([{ regions: ['KR'] }], 'XOR') }), ['wrongValue "XOR"']);
    assert.deepEqual(
      inCondition({ devicePolicy: { allowedDeviceManagementLevels: ['MANAGEMENT_UNSPECIFIED', 'NONE', '$level'] } }),
      [],
    );
  });

  test('a variable is not accused, its wrong default is', () => {
    const block = 'device_policy {\n  allowed_device_management_levels = var.l\n}';
    assert.deepEqual(inBlock(block), []);
    const files = (value: string) => ({
      'a.tf': terraformLevel(conditionBlocks(block)),
      'v.tf': `variable "l" {\n  default = ${value}\n}\n`,
    });
    assert.deepEqual(told(rule, files('["COMPLETE"]')), []);
    assert.deepEqual(told(rule, files('["TOTAL"]')), ['wrongValue var.l']);
  });

  test('a level is basic or custom', () => {
    const basic = { conditions: [{ regions: ['KR'] }] };
    const custom = { expr: { expression: 'true' } };
    assert.deepEqual(level({ title: 't', basic, custom }), ['both "custom"']);
    assert.deepEqual(level({ title: 't', custom }), []);
    const resource = (body: string) =>
      shown({ 'a.tf': `resource "google_access_context_manager_access_level" "a" {\n  title = "t"\n${body}}\n` });
    assert.deepEqual(resource(''), ['neither resource "google_access_context_manager_access_level" "a"']);
    const dynamic = (name: string) =>
      `  dynamic "${name}" {\n    for_each = var.${name}\n    content {\n      ${name === 'basic' ? 'conditions {\n        regions = ["KR"]\n      }' : 'expr {\n        expression = "true"\n      }'}\n    }\n  }\n`;
    assert.deepEqual(resource(dynamic('basic') + dynamic('custom')), []);
    assert.deepEqual(resource(dynamic('basic')), []);
    assert.deepEqual(level({ title: 't' }), [], 'an update of the title');
    const whole = `resource "google_access_context_manager_access_level" "a" {\n  title = "t"\n  basic {\n    conditions {\n      regions = ["KR"]\n    }\n  }\n}\n`;
    const part = 'resource "google_access_context_manager_access_level" "a" {\n  provider = google.eu\n}\n';
    assert.deepEqual(shown({ 'a_override.tf': part, 'a.tf': whole }), [], 'a part that overrides');
    const parts = { resource: [{ google_access_context_manager_access_level: [{ a: [{ provider: 'google.eu' }] }] }] };
    assert.deepEqual(shown({ 'override.tf.json': JSON.stringify(parts), 'a.tf': whole }), []);
  });

  test('blocks that a dynamic block of JSON repeats are fields like others', () => {
    const json = (basic: object) =>
      JSON.stringify({ resource: { google_access_context_manager_access_level: { a: { title: 't', basic } } } });
    const content = { region: ['KR'] };
    const repeated = { for_each: [1], content };
    const conditions = [{ regions: ['JP'] }];
    assert.deepEqual(shown({ 'a.tf.json': json({ conditions, dynamic: { conditions: repeated } }) }), [
      'misspelt "region" → regions',
    ]);
    assert.deepEqual(shown({ 'a.tf.json': json({ dynamic: { conditions: [repeated] } }) }), ['misspelt "region" → regions']);
    assert.equal(shown({ 'a.tf.json': json({ conditions, dynamic: {} }) }).length, 1);
  });

  test('finds fields that exclude each other', () => {
    const vpcNetworkSources = [{ vpcSubnetwork: { network: 'n' } }];
    assert.deepEqual(inCondition({ ipSubnetworks: ['203.0.113.0/24'], vpcNetworkSources }), ['exclusive "vpcNetworkSources"']);
    assert.deepEqual(inCondition({ ipSubnetworks: [], vpcNetworkSources }), []);
    assert.deepEqual(inBlock('ip_subnetworks = var.i\nvpc_network_sources {\n  vpc_subnetwork {\n    network = "n"\n  }\n}'), []);
  });

  test('verified Chrome OS is for Chrome OS', () => {
    const os = (osType: string, requireVerifiedChromeOs: boolean) =>
      inCondition({ devicePolicy: { osConstraints: [{ osType, requireVerifiedChromeOs }] } });
    assert.deepEqual(os('DESKTOP_MAC', true), ['notChromeOs "requireVerifiedChromeOs"']);
    assert.deepEqual(os('DESKTOP_MAC', false), []);
    assert.deepEqual(os('DESKTOP_CHROME_OS', true), []);
    const block = (type: string) =>
      inBlock(`device_policy {\n  os_constraints {\n    os_type = ${type}\n    require_verified_chrome_os = true\n  }\n}`);
    assert.deepEqual(block('"ANDROID"'), ['notChromeOs require_verified_chrome_os']);
    assert.deepEqual(block('var.os'), []);
  });

  test('split conditions and lists of levels don’t take it', () => {
    const part = `resource "google_access_context_manager_access_level_condition" "a" {
  access_level = "accessPolicies/1/accessLevels/a"
  device_policy {
    os_constraints {
      os_type                    = "DESKTOP_CHROME_OS"
      require_verified_chrome_os = true
    }
  }
}
`;
    assert.deepEqual(shown({ 'a.tf': part }), ['unknownField require_verified_chrome_os']);
  });

  test('finds what is beyond the limits, and not what is within', () => {
    const conditions = (count: number) => Array.from({ length: count }, () => ({ regions: ['KR'] }));
    assert.deepEqual(shown({ 'a.json': restLevel(conditions(40)) }), []);
    assert.deepEqual(shown({ 'a.json': restLevel(conditions(42)) }), ['tooManyConditions "regions"']);
    const members = (count: number) => ({ members: Array.from({ length: count }, (_, index) => `user:a${index}@example.org`) });
    assert.deepEqual(inCondition(members(200)), []);
    assert.deepEqual(inCondition(members(201)), ['tooManyItems "user:a200@example.org"']);
  });
});
