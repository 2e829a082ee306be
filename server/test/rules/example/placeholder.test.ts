import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect, told } from '../inspect';

const id = 'example/placeholder';

test('a placeholder is found inside a longer value, and the message names the part to replace', () => {
  const [found, ...others] = inspect(id, {
    'binding.json': '{ "groupKey": "01d520gv4vjcrht", "accessLevels": ["accessPolicies/000000000000/accessLevels/office"] }',
  });
  assert.equal(found?.told, 'unfilled "accessPolicies/000000000000/accessLevels/office"');
  assert.equal(found.finding.arguments.value, '000000000000');
  assert.deepEqual(others, []);
});

test('it is found in every document of the access APIs', () => {
  const bodies = [
    'scopedAccessSettings:\n- activeSettings: { accessLevels: [accessPolicies/000000000000/accessLevels/a] }\n',
    'groupKey: 00000000yourgroup\nsessionSettings: { sessionLength: 3600s }\n',
    '- name: accessPolicies/000000000000/servicePerimeters/a\n  title: a\n',
    'accessBoundary:\n  accessBoundaryRules:\n  - availableResource: //storage.googleapis.com/projects/_/buckets/your-bucket\n',
    'privilegedAccess:\n  gcpIamAccess: { resource: //cloudresourcemanager.googleapis.com/projects/your-project-id }\n',
    'parent: customers/C00000000\ngroupKey: { id: all@example.org }\ndynamicGroupMetadata: {}\n',
    'name: organizations/000000000000/policies/iam.disableServiceAccountKeyUpload\nspec: { rules: [{ enforce: true }] }\n',
  ];
  for (const body of bodies) assert.equal(told(id, { 'a.yaml': body }).length, 1, body);
});

test('the same words elsewhere are nobody’s placeholder', () => {
  const others = {
    'a part of a longer word': 'bindings:\n- role: roles/browser\n  members: [user:not-your-project-id-at-all@example.org]\n',
    'a longer number': 'name: organizations/1000000000000/policies/iam.disableServiceAccountKeyUpload\nspec: {}\n',
    'a file of another tool': 'name: your-project-id\nmembers: [group:your-group@example.com]\n',
  };
  for (const [what, text] of Object.entries(others)) assert.deepEqual(told(id, { 'a.yaml': text }), [], what);
  assert.deepEqual(told(id, { 'main.tf': 'resource "aws_iam_role" "a" {\n  name = "your-project-id"\n}\n' }), []);
});
