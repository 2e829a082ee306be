import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'access-level/invalid-member';

const found = (member: string) =>
  inspect(rule, { 'spec.json': JSON.stringify([{ ipSubnetworks: ['203.0.113.0/24'], members: [member] }]) }).map(
    ({ finding }) => [finding.message, ...finding.fixes().map((fix) => fix.arguments?.member)],
  );

describe(rule, () => {
  const faulty: Readonly<Record<string, readonly string[]>> = {
    'group:a@example.org': ['otherKind'],
    'domain:example.org': ['otherKind'],
    'principalSet://iam.googleapis.com/locations/global/workforcePools/p/*': ['otherKind'],
    allUsers: ['everybody'],
    'user:a@example.org,user:b@example.org': ['several'],
    'User:a@example.org, user:b@example.org': ['several'],
    'kim@example.org': ['withoutPrefix'],
    'a@p.iam.gserviceaccount.com': ['withoutPrefix', 'serviceAccount:a@p.iam.gserviceaccount.com'],
    'serviceaccount:a@p.iam.gserviceaccount.com': ['otherKind', 'serviceAccount:a@p.iam.gserviceaccount.com'],
  };
  for (const [member, expected] of Object.entries(faulty))
    test(`finds ${member}`, () => assert.deepEqual(found(member), [expected]));

  for (const member of ['user:kim@example.org', 'serviceAccount:a@p.iam.gserviceaccount.com', '$token', '{{ user }}']) {
    test(`leaves ${member} alone`, () => assert.deepEqual(found(member), []));
  }

  test('found in all forms: REST, replace-all list, and the three Terraform resources', () => {
    const conditions = 'conditions {\n      members = ["group:g@example.org"]\n    }';
    const basic = `basic {\n    ${conditions}\n  }`;
    const files: Readonly<Record<string, string>> = {
      'rest.json': '{"name": "n", "basic": {"conditions": [{"members": ["group:g@example.org"]}]}}',
      'list.yaml': '- name: a\n  basic:\n    conditions:\n    - members: ["group:g@example.org"]\n',
      'replaceAll.json':
        '{"accessLevels": [{"name": "n", "basic": {"conditions": [{"members": ["group:g@example.org"]}]}}], "etag": "x"}',
      'level.tf': `resource "google_access_context_manager_access_level" "a" {\n  ${basic}\n}\n`,
      'levels.tf': `resource "google_access_context_manager_access_levels" "a" {\n  access_levels {\n  ${basic}\n}\n}\n`,
      'condition.tf':
        'resource "google_access_context_manager_access_level_condition" "a" {\n  members = ["group:g@example.org"]\n}\n',
      'dynamic.tf': `resource "google_access_context_manager_access_level" "a" {\n  basic {\n    dynamic "conditions" {\n      for_each = var.x\n      content {\n        members = ["group:g@example.org"]\n      }\n    }\n  }\n}\n`,
    };
    for (const [name, text] of Object.entries(files))
      assert.deepEqual(told(rule, { [name]: text }), ['otherKind "group:g@example.org"'], name);
  });

  test('lists of members of other tools are none of ours', () => {
    for (const text of ['- members: [alice, bob]\n  regions: [eu]\n', '- regions: [KR]\n', 'members: [group:a@b.c]\n']) {
      assert.deepEqual(told(rule, { 'a.yaml': text }), []);
    }
  });
});
