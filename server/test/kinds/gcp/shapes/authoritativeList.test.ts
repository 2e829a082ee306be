import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '../../../rules/inspect';
import { cannotBe, coloured, isSaid, offered, said, taken } from './asked';

const wrong = (name: string, text: string) => told('file/wrong-shape', { [name]: text });

const perimeters = (inner: string) =>
  `resource "google_access_context_manager_service_perimeters" "a" {\n  parent = "accessPolicies/1"\n  ${inner}\n}\n`;
const levels = (inner: string) =>
  `resource "google_access_context_manager_access_levels" "a" {\n  par‸ent = "accessPolicies/1"\n  ${inner}\n}\n`;
const perimeter = (inner: string) => `- name: accessPolicies/1/servicePerimeters/a\n  title: a\n  ${inner}\n`;
const config = (inner: string) => perimeter(`status:\n    ${inner}`);

test('keys and words of perimeters are told in Terraform', () => {
  isSaid('a.tf', perimeters('service_peri‸meters {\n  }'), /^All service perimeters/);
  isSaid('a.tf', perimeters('service_perimeters {\n    perimeter_type = "PERIMETER_TYPE_‸BRIDGE"\n  }'), /^Lets projects/);
  const rule = 'egress_policies {\n egress_from {\n source_restriction = "SOURCE_RESTRICTION_‸ENABLED"\n }\n }';
  isSaid('a.tf', perimeters(`service_perimeters {\n status {\n ${rule}\n }\n }`), /must come from one of/);
});

test('keys and words of perimeters are told in lists and bodies of requests', () => {
  isSaid('a.yaml', config('restricted‸Services: [storage.googleapis.com]'), /across the border/);
  isSaid('a.yaml', perimeter('perimeterType: PERIMETER_TYPE_‸REGULAR'), /^Protects its resources/);
  const two =
    '[{"name":"accessPolicies/1/servicePerimeters/a","status":{}},{"name":"accessPolicies/1/servicePerimeters/b","sta‸tus":{}}]';
  isSaid('a.json', two, /^The enforced configuration/);
  isSaid('a.json', `{"servicePerimeters":${two}}`, /^The enforced configuration/);
  isSaid('a.json', `{"servicePeri‸meters":${two.replace('‸', '')}}`, /^All service perimeters/);
});

test('keys and words of perimeters are offered', () => {
  assert.ok(offered('a.tf', perimeters('service_perimeters {\n    ‸\n  }')).includes('use_explicit_dry_run_spec'));
  assert.deepEqual(offered('a.tf', perimeters('service_perimeters {\n perimeter_type = "‸"\n }')), [
    'PERIMETER_TYPE_REGULAR',
    'PERIMETER_TYPE_BRIDGE',
  ]);
  assert.deepEqual(offered('a.yaml', config('restr‸')), ['restrictedServices']);
  assert.equal(
    taken('a.yaml', perimeter('perimeterType: ‸'), 'PERIMETER_TYPE_BRIDGE'),
    perimeter('perimeterType: PERIMETER_TYPE_BRIDGE'),
  );
  // Nothing but names yet.
  assert.deepEqual(offered('a.yaml', perimeter('useEx‸')), ['useExplicitDryRunSpec']);
  assert.deepEqual(offered('a.json', '{"servicePerimeters":[{"name":"accessPolicies/1/servicePerimeters/a","use‸"}]}'), [
    'useExplicitDryRunSpec',
  ]);
});

test('a list of levels is told and completed as the levels are, and told once', () => {
  const level = 'access_levels {\n    name = "accessPolicies/1/accessLevels/a"\n    title = "a"\n  }';
  const alone = said('a.tf', levels(''));
  assert.match(alone, /^The access policy that the level is made in/);
  assert.equal(said('a.tf', levels(level)), alone);
  assert.equal(said('a.tf', levels(`${level}\n  ${level}`)), alone);
  assert.ok(offered('a.tf', levels('access_levels {\n    ‸\n  }').replace('par‸', 'par')).includes('custom'));
  const json = '{"accessLevels":[{"name":"accessPolicies/1/accessLevels/a","ba‸sic":{"conditions":[]}}]}';
  isSaid('a.json', json, /^The requirements of a basic access level/);
  isSaid('a.json', json.replace('‸', '').replace('Levels"', 'Lev‸els"'), /^All access levels/);
  assert.ok(offered('a.json', json.replace('ba‸sic', 'basic').replace('[]', '[{"‸"}]')).includes('ipSubnetworks'));
});

test('words are coloured', () => {
  assert.deepEqual(coloured('a.yaml', perimeter('perimeterType: PERIMETER_TYPE_BRIDGE\n  status: {}')), [
    'PERIMETER_TYPE_BRIDGE',
  ]);
  const tf = perimeters('service_perimeters {\n perimeter_type = "PERIMETER_TYPE_BRIDGE"\n }');
  assert.deepEqual(coloured('a.tf', tf), ['PERIMETER_TYPE_BRIDGE']);
});

test('values of a wrong shape are found once, in one perimeter or several', () => {
  assert.deepEqual(wrong('a.yaml', config('resources: projects/1')), ['texts projects/1']);
  assert.deepEqual(wrong('a.yaml', config('resources: []') + config('resources: projects/2')), ['texts projects/2']);
  assert.deepEqual(wrong('a.yaml', `servicePerimeters:\n${config('vpcAccessibleServices: []')}`), ['object []']);
  assert.deepEqual(wrong('a.yaml', perimeter('title2: b\n  perimeterType: [PERIMETER_TYPE_BRIDGE]\n  status: {}')), [
    'text [PERIMETER_TYPE_BRIDGE]',
  ]);
  const level = '{"name":"accessPolicies/1/accessLevels/a","title":["a"],"basic":{"conditions":[]}}';
  assert.deepEqual(wrong('a.json', `{"accessLevels":[${level}]}`), ['text ["a"]']);
  assert.deepEqual(wrong('a.json', `[${level},${level.replace('["a"]', '"a"')}]`), ['text ["a"]']);
});

test('what no level is judged by, its list judges it by neither', () => {
  // Other tools write levels with the `parent` that the API hasn't.
  const level = '{"name":"accessPolicies/1/accessLevels/a","parent":"accessPolicies/1","title":["a"],"basic":{"conditions":[]}}';
  assert.deepEqual(wrong('a.json', `{"accessLevels":[${level}]}`), []);
  assert.deepEqual(wrong('a.json', `[${level}]`), []);
});

test('legal spellings are none', () => {
  for (const text of [
    config('resources: null'),
    config('resources: []\n    unknown: {}'),
    config('resources: {{ projects }}'),
    config('ingressPolicies:'),
    config('ingressPolicies:\n    - '),
    config(
      'ingressPolicies:\n    - ingressFrom:\n        sources:\n        - accessLevel: "*"\n      ingressTo:\n        operations:\n        - serviceName: "*"',
    ),
  ])
    assert.deepEqual(wrong('a.yaml', text), [], text);
  const block = (inner: string) => perimeters(`service_perimeters {\n status {\n ${inner}\n }\n }`);
  assert.deepEqual(cannotBe('a.tf', block('resources = "projects/1"\n ingress_policies = "x"')), [
    'resources',
    'ingress_policies',
  ]);
  for (const inner of [
    'resources = var.projects',
    'resources = null',
    'resources = [for p in var.projects : "projects/${p}"]',
    'dynamic "ingress_policies" {\n for_each = var.rules\n content {\n title = ingress_policies.value\n }\n }',
    'ingress_policies {\n }\n ingress_policies {\n }',
  ])
    assert.deepEqual(cannotBe('a.tf', block(inner)), [], inner);
  const inJson = (inner: string) => `{"resource":{"google_access_context_manager_service_perimeters":{"a":${inner}}}}`;
  for (const inner of ['{"service_perimeters":{"status":[{"resources":[]}]}}', '[{"service_perimeters":[{"status":{}}]}]'])
    assert.deepEqual(wrong('a.tf.json', inJson(inner)), [], inner);
});
