import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { complete } from '../../../src/features/completion/completion';
import { hover } from '../../../src/features/hover/hover';
import { documentSymbols } from '../../../src/features/symbols';
import { readLevels } from '../../../src/kinds/gcp/access-level/read';
import { createLinter } from '../../../src/lint/lint';
import { readSettings } from '../../../src/lint/settings/settings';
import rule from '../../../src/rules/access-level/invalid-region';
import { emptyWorkspace } from '../../../src/workspace/index/workspace';
import { fileOf, folder } from '../../lint/shouting';
import { told } from '../../rules/inspect';

const level = `combining_function: OR
conditions:
- regions: [KR]
  vpc_subnets:
    //compute.googleapis.com/projects/example-project/global/networks/shared:
    - 10.0.0.0/24
- members:
  - user:kim@example.org
`;

function levelsIn(name: string, text: string) {
  const [placed] = fileOf(name, text).roots;
  assert.ok(placed);
  return readLevels(placed.root, { uri: `${folder}/${name}`, workspace: emptyWorkspace, attachment: undefined });
}

describe('a file of Cloud Foundation Fabric’s factory', () => {
  test('is a level with the file’s name', () => {
    const [found, ...more] = levelsIn('access-levels/geo.yaml', level);
    assert.equal(more.length, 0);
    assert.equal(found?.id, 'geo');
    assert.equal(found?.dialect.name, 'fabric');
    assert.deepEqual(
      documentSymbols(linter.read(fileOf('geo.yaml', level), emptyWorkspace), 'en').map(({ name }) => name),
      ['geo'],
    );
  });

  test('is told by words that no other tool has together', () => {
    const others: Readonly<Record<string, string>> = {
      'status of a Kubernetes object': 'apiVersion: v1\nkind: Pod\nstatus:\n  conditions:\n  - type: Ready\n    status: "True"\n',
      'conditions of a Kubernetes object': 'apiVersion: v1\nkind: X\nconditions:\n- ip_subnetworks: [10.0.0.0/8]\n',
      'conditions of something else': 'conditions:\n- type: Ready\n  status: "True"\n',
      'fields that many tools have': 'conditions:\n- regions: [KR]\n  negate: true\n- members: [kim]\n',
      'another key at the top': `${level}rules: []\n`,
      'another field in a condition': `${level}  path: /\n`,
      'no list': 'conditions:\n  ip_subnetworks: [203.0.113.0/24]\n',
      'an empty list': 'combining_function: OR\nconditions: []\n',
    };
    for (const [name, text] of Object.entries(others)) assert.deepEqual(levelsIn('a.yaml', text), [], name);
    assert.deepEqual(levelsIn('a.json', '{"conditions":[{"ip_subnetworks":["203.0.113.0/24"]}]}'), [], 'the factory reads YAML');
    assert.equal(levelsIn('a.yaml', 'conditions:\n- ip_subnetworks: [203.0.113.0/24]\n').length, 1);
    assert.equal(levelsIn('a.yaml', 'conditions:\n- members: ["user:kim@example.org"]\n').length, 1);
  });

  test('stays one while something is typed into it', () => {
    for (const typed of ['- ', '- r', '- regi', '  reg:', '  foo:', 'desc:', 'foo:'])
      assert.equal(levelsIn('a.yaml', `${level}${typed}\n`).length, 1, typed);
    for (const other of ['- r\n- s', '- a sentence', '  foo:\n  bar:', '  foo: 1', 'foo:\nbar:'])
      assert.equal(levelsIn('a.yaml', `${level}${other}\n`).length, 0, other);
    assert.equal(levelsIn('a.yaml', 'combining_function: OR\nconditions:\n- r\n').length, 0);
    const [half] = levelsIn('a.yaml', `${level}- r\n`);
    assert.ok(half?.definition.state === 'known' && half.definition.value.kind === 'basic');
    assert.equal(half.definition.value.conditions.complete, false);
  });

  test('gets its id from the file’s name', () => {
    assert.deepEqual(told('access-level/invalid-name', { 'levels/trusted-users.yaml': level }), ['badId conditions']);
    assert.deepEqual(told('access-level/invalid-name', { 'levels/trusted_users.yaml': level }), []);
    assert.deepEqual(told('access-level/resource-specific-name', { 'levels/bigquery_users.yaml': level }), ['word conditions']);
  });

  test('may require levels by the factory’s own names', () => {
    const requires = (name: string) => `conditions:\n- required_access_levels: [${name}]\n`;
    for (const name of ['geo', '$access_levels:geo', 'accessPolicies/1/accessLevels/geo'])
      assert.deepEqual(told('access-level/invalid-name', { 'a.yaml': requires(name) }), [], name);
    assert.deepEqual(told('access-level/invalid-name', { 'a.yaml': requires('accessLevels/geo') }).length, 1);
  });
});

describe('what stands in the factory’s other files', () => {
  const rule = 'access-level/without-emergency-access';
  const closed = 'conditions:\n- regions: [KR]\n  ip_subnetworks: [203.0.113.0/24]\n';
  const people = 'conditions:\n- members: ["user:kim@example.org"]\n';
  const either = (name: string) => `combining_function: OR\n${closed}- required_access_levels: [${name}]\n`;
  const requires = `combining_function: OR\nconditions:\n- required_access_levels: [geo]\n- members: ["user:kim@example.org"]\n`;

  test('a level that only other levels require may be closed', () => {
    assert.deepEqual(told(rule, { 'geo.yaml': closed }), ['missing conditions']);
    assert.deepEqual(told(rule, { 'geo.yaml': closed, 'office.yaml': requires }), []);
    assert.deepEqual(told(rule, { 'geo.yaml': closed, 'office.yaml': requires.replace('geo', '$access_levels:geo') }), []);
    const perimeter = 'title: default\nstatus:\n  access_levels:\n  - geo\n';
    const all = { 'levels/geo.yaml': closed, 'levels/office.yaml': requires, 'perimeters/default.yaml': perimeter };
    assert.deepEqual(told(rule, all), ['missing conditions']);
  });

  test('requiring a level of named users alone is a way in', () => {
    assert.deepEqual(told(rule, { 'a.yaml': either('people'), 'people.yaml': people }), []);
    assert.deepEqual(told(rule, { 'a.yaml': either('$access_levels:people'), 'people.yaml': people }), []);
    assert.deepEqual(told(rule, { 'a.yaml': either('people') }), ['missing conditions']);
  });

  test('what a token stands for is unknown', () => {
    assert.deepEqual(told(rule, { 'a.yaml': either('$access_levels:people') }), []);
    assert.deepEqual(told(rule, { 'a.yaml': `combining_function: OR\n${closed}- members: [$iam_principals:gcp-devops]\n` }), []);
    assert.deepEqual(told(rule, { 'a.yaml': `combining_function: $functions:either\n${closed}${people.slice(12)}` }), []);
  });
});

const { settings } = readSettings({ folder });
const linter = createLinter({ rules: [rule], settings, onFault: (_, error) => assert.fail(String(error)) });

function said(word: string): string {
  const file = fileOf('geo.yaml', level);
  const offset = level.indexOf(word) + 1;
  return hover([], offset, { locale: 'en', reading: linter.read(file, emptyWorkspace) })?.contents ?? '';
}

test('hovers tell fields and values in the factory’s spelling', () => {
  assert.equal(said('KR'), 'South Korea (KR)');
  assert.match(said('vpc_subnets'), /VPC networks/);
  assert.match(said('10.0.0.0'), /256 addresses/);
  assert.match(said('combining_function'), /conditions/);
});

test('fields are offered in the factory’s spelling', () => {
  const labels = (text: string) => {
    const offset = text.indexOf('|');
    const file = fileOf('geo.yaml', text.replace('|', ''));
    return complete(file, offset, emptyWorkspace, { locale: 'en', accountPrefixes: [] }).items.map(({ label }) => label);
  };
  assert.ok(labels(level.replace('- members', '  |\n- members')).includes('ip_subnetworks'));
  assert.ok(!labels(level.replace('- members', '  |\n- members')).includes('ipSubnetworks'));
  assert.deepEqual(labels(level.replace('OR', '|')), ['AND', 'OR']);
  assert.ok(labels(level.replace('[KR]', '[K|]')).includes('KR'));
  assert.ok(labels(`${level}|\n`).includes('description'));
});
