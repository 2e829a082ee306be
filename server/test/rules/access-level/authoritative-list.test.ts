import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { told } from '../inspect';

const rule = 'access-level/authoritative-list';
const level = '{"name": "accessPolicies/1/accessLevels/a", "title": "a", "basic": {"conditions": [{"regions": ["KR"]}]}}';
const perimeter = '{"name": "accessPolicies/1/servicePerimeters/a", "title": "a", "status": {}}';

describe(rule, () => {
  test('finds bare lists and the bodies of replaceAll', () => {
    assert.deepEqual(told(rule, { 'a.json': `[${level}, ${level}]` }), ['levelsFile "name"']);
    assert.deepEqual(told(rule, { 'a.json': `[${perimeter}]` }), ['perimetersFile "name"']);
    assert.deepEqual(told(rule, { 'a.json': `{"accessLevels": [${level}], "etag": "x"}` }), ['levelsFile "accessLevels"']);
    assert.deepEqual(told(rule, { 'a.json': `{"servicePerimeters": [${perimeter}]}` }), ['perimetersFile "servicePerimeters"']);
  });

  const quiet: Readonly<Record<string, string>> = {
    'one level': level,
    'a page of a listing': `{"accessLevels": [${level}], "nextPageToken": "x"}`,
    'names of levels in a perimeter': '{"accessLevels": ["accessPolicies/1/accessLevels/a"], "resources": []}',
    'a list of several kinds': `[${level}, ${perimeter}]`,
    'a list of other things': '[{"name": "a", "title": "b"}]',
    'conditions of one level': '[{"ipSubnetworks": ["203.0.113.0/24"]}]',
    'an export with other fields': `{"accessLevels": [${level}], "assetType": "x"}`,
    'a listing of names': '[{"name": "accessPolicies/1/accessLevels/a", "title": "a"}]',
    'no list': '{"accessLevels": "accessPolicies/1/accessLevels/a"}',
  };
  for (const [name, text] of Object.entries(quiet))
    test(`leaves ${name} alone`, () => assert.deepEqual(told(rule, { 'a.json': text }), []));

  test('data sources and single resources are none', () => {
    for (const header of [
      'data "google_access_context_manager_access_levels" "a"',
      'resource "google_access_context_manager_access_level" "a"',
    ])
      assert.deepEqual(told(rule, { 'a.tf': `${header} {\n  parent = "accessPolicies/1"\n}\n` }), []);
  });
});
