import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../../src/features/hover/hover';
import { createLinter } from '../../../src/lint/lint';
import { readSettings } from '../../../src/lint/settings/settings';
import rule from '../../../src/rules/access-level/invalid-region';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import { emptyWorkspace } from '../../../src/workspace/index/workspace';
import { fileOf, folder } from '../../lint/shouting';

await prepareTerraform();

const { settings } = readSettings({ folder });
const linter = createLinter({ rules: [rule], settings, onFault: (_, error) => assert.fail(String(error)) });

/** What is said about the first place that reads `word`. */
function said(name: string, text: string, word: string, locale: 'en' | 'ko' = 'en'): string {
  const file = fileOf(name, text);
  const offset = text.indexOf(word) + 1;
  const shown = hover([], offset, { locale, reading: linter.read(file, emptyWorkspace) });
  return shown?.contents ?? '';
}

const yaml = `name: accessPolicies/7/accessLevels/corp
title: corp
basic:
  combiningFunction: OR
  conditions:
  - regions: [KR, XX]
    negate: true
    requiredAccessLevels:
    - accessPolicies/7/accessLevels/trusted
  - ipSubnetworks:
    - 203.0.113.0/24
    - 2001:db8::/48
    - 10.0.0.0/8
    - 198.51.100.7/32
    - ::/0
  - devicePolicy:
      requireScreenlock: true
      allowedEncryptionStatuses: [ENCRYPTED]
      osConstraints:
      - osType: DESKTOP_MAC
`;

test('regions are told by name in the reader’s language', () => {
  assert.equal(said('a.yaml', yaml, 'KR'), 'South Korea (KR)');
  assert.match(said('a.yaml', yaml, 'KR', 'ko'), /^대한민국 \(KR\)$/);
  assert.equal(said('a.yaml', yaml, 'XX'), '');
});

test('subnets are told by size and by what they are', () => {
  assert.equal(said('a.yaml', yaml, '203.0'), '256 addresses: 203.0.113.0 – 203.0.113.255.');
  assert.match(said('a.yaml', yaml, '2001'), /^2\^80 addresses: 2001:db8:: – 2001:db8:0:ffff:ffff:ffff:ffff:ffff\.$/);
  assert.match(said('a.yaml', yaml, '10.0'), /^Private range of 16,777,216 addresses/);
  assert.equal(said('a.yaml', yaml, '198.51'), 'One address.');
  assert.match(said('a.yaml', yaml, '::/0'), /^Every IPv6 address/);
  assert.match(said('a.yaml', yaml, '10.0', 'ko'), /사설/);
});

test('names of levels are told by part', () => {
  assert.match(said('a.yaml', yaml, 'accessPolicies/7/accessLevels/corp'), /access level corp of the access policy 7/);
  assert.match(said('a.yaml', yaml, 'accessPolicies/7/accessLevels/trusted'), /access level trusted of the access policy 7/);
});

test('fields and their words are told', () => {
  const expected: Readonly<Record<string, RegExp>> = {
    'combiningFunction:': /^How several conditions/,
    'OR\n': /^Any one condition/,
    'conditions:': /^What must be met/,
    'negate:': /^Turns the condition round/,
    'devicePolicy:': /^What the device/,
    'requireScreenlock:': /lock its screen/,
    'ENCRYPTED]': /is encrypted/,
    DESKTOP_MAC: /macOS/,
    'basic:': /^The requirements of a basic/,
  };
  for (const [word, words] of Object.entries(expected)) {
    assert.match(said('a.yaml', yaml, word), words);
    assert.match(said('a.yaml', yaml, word, 'ko'), /[가-힣]/);
  }
  assert.equal(said('a.yaml', yaml, 'true'), '');
});

test('the same in Terraform, and in a bare list with what its flag decides', () => {
  const terraform =
    'resource "google_access_context_manager_access_level_condition" "a" {\n  regions = ["JP", var.KP]\n  device_policy {\n    require_corp_owned = true\n  }\n}\n';
  assert.equal(said('a.tf', terraform, 'JP'), 'Japan (JP)');
  assert.equal(said('a.tf', terraform, 'var.KP'), '');
  assert.match(said('a.tf', terraform, 'require_corp_owned'), /inventory/);
  assert.match(said('a.yaml', '- ipSubnetworks: [203.0.113.0/24]\n', 'ipSub'), /^Ranges of public.*--combine-function/s);
});

test('text of the file can’t break out', () => {
  const text = 'name: "accessPolicies/[a](command:x)/accessLevels/corp"\nbasic:\n  conditions: []\n';
  assert.match(said('a.yaml', text, 'accessPolicies'), /\\\[a\\\]\(command:x\)/);
});
