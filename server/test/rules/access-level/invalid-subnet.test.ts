import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';
import { conditionBlocks, terraformLevel } from './levels';

const rule = 'access-level/invalid-subnet';

const spec = (condition: unknown) => ({ 'spec.json': JSON.stringify([condition]) });
const shown = (condition: unknown) =>
  inspect(rule, spec(condition)).map(({ finding }) => [
    finding.message,
    finding.severity,
    ...finding.fixes().map((fix) => fix.arguments?.subnet),
  ]);
const found = (subnet: unknown) => shown({ ipSubnetworks: [subnet] });
const foundInVpc = (subnet: unknown) =>
  shown({
    vpcNetworkSources: [
      { vpcSubnetwork: { network: '//compute.googleapis.com/projects/p/global/networks/n', vpcIpSubnetworks: [subnet] } },
    ],
  });

describe(rule, () => {
  const faulty: Readonly<Record<string, readonly string[]>> = {
    'head office': ['notRange', 'error'],
    '203.0.113.0/33': ['notRange', 'error'],
    '203.0.113.0-203.0.113.9': ['notRange', 'error'],
    '162.222.181.197/24': ['hostBits', 'error', '162.222.181.0/24', '162.222.181.197/32'],
    // Neither the network nor the single address would be right: both are private.
    '10.1.2.3/8': ['hostBits', 'error'],
    '192.168.7.7/16': ['hostBits', 'error'],
    'fd00::1/8': ['hostBits', 'error'],
    // What opens the level to everybody, or to more than anyone's network, is no cure.
    '203.0.113.9/0': ['hostBits', 'error', '203.0.113.9/32'],
    '203.0.113.9/7': ['hostBits', 'error', '203.0.113.9/32'],
    '203.0.113.9/8': ['hostBits', 'error', '203.0.0.0/8', '203.0.113.9/32'],
    '2001:db8::1/0': ['hostBits', 'error', '2001:db8::1/128'],
    '2001:db8::1/15': ['hostBits', 'error', '2001:db8::1/128'],
    '2001:db8::1/16': ['hostBits', 'error', '2001::/16', '2001:db8::1/128'],
    '0.0.0.1/0': ['hostBits', 'error', '0.0.0.1/32'],
    '64:ff9b::203.0.113.9/96': ['hostBits', 'error', '64:ff9b::cb00:7109/128'],
    '2002:cb00:7109::1/16': ['hostBits', 'error', '2002:cb00:7109::1/128'],
    '2001:db8::1/64': ['hostBits', 'error', '2001:db8::/64', '2001:db8::1/128'],
    '203.0.113.7': ['bareAddress', 'warning', '203.0.113.7/32'],
    '2001:db8::7': ['bareAddress', 'warning', '2001:db8::7/128'],
    '10.0.0.0/8': ['privateRange', 'warning'],
    '192.168.1.1': ['privateRange', 'warning'],
    'fd00::/8': ['privateRange', 'warning'],
    '100.64.0.0/10': ['notPublic', 'warning'],
    '169.254.169.254/32': ['notPublic', 'warning'],
  };
  for (const [subnet, expected] of Object.entries(faulty))
    test(`finds ${subnet}`, () => assert.deepEqual(found(subnet), [expected]));

  for (const subnet of [
    '203.0.113.0/24',
    '2001:db8::/32',
    '203.0.113.7/32',
    '0.0.0.0/0',
    '::/0',
    '8.0.0.0/5',
    '$office',
    '{{ x }}',
  ])
    test(`leaves ${subnet} alone`, () => assert.deepEqual(found(subnet), []));

  test('in a VPC network private ranges are what is wanted, and IPv6 is not taken', () => {
    assert.deepEqual(foundInVpc('10.0.0.0/8'), []);
    assert.deepEqual(foundInVpc('10.0.0.1/8'), [['hostBits', 'error', '10.0.0.0/8', '10.0.0.1/32']]);
    assert.deepEqual(foundInVpc('fd00::/8'), [['wantsVersion4', 'error']]);
  });

  test('an address that is put together from others is not written over', () => {
    const text = `locals {
  office = "203.0.113.9"
}
${terraformLevel(conditionBlocks(`ip_subnetworks = ["${'$'}{local.office}/24", "203.0.113.9/8"]`))}`;
    const fixes = inspect(rule, { 'a.tf': text }).map(({ finding }) =>
      finding.fixes().map((fix) => ('disabled' in fix ? fix.disabled : fix.arguments?.subnet)),
    );
    assert.deepEqual(fixes, [
      ['notLiteral', 'notLiteral'],
      ['203.0.0.0/8', '203.0.113.9/32'],
    ]);
  });

  test('found in Terraform, also in blocks of a VPC network; a variable and half an address are not accused', () => {
    const level = (fields: string) =>
      `resource "google_access_context_manager_access_level" "a" {\n  basic {\n    conditions {\n${fields}\n    }\n  }\n}\n`;
    const vpc =
      '      vpc_network_sources {\n        vpc_subnetwork {\n          network = "n"\n          vpc_ip_subnetworks = ["10.0.0.1/8"]\n        }\n      }';
    assert.deepEqual(told(rule, { 'a.tf': level(vpc) }), ['hostBits "10.0.0.1/8"']);
    assert.deepEqual(told(rule, { 'a.tf': level('      ip_subnetworks = ["203.0.113.1/24", var.x]') }), [
      'hostBits "203.0.113.1/24"',
    ]);
    for (const unknown of ['var.x', '[var.x]', '["${var.x}/32"]', '[for a in var.x : a]', 'concat(var.a, ["203.0.113.0/24"])'])
      assert.deepEqual(told(rule, { 'a.tf': level(`      ip_subnetworks = ${unknown}`) }), []);
  });
});
