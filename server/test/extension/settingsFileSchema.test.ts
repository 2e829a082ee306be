import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const schema = read('schemas/leastwise.schema.json');
const { contributes } = read('package.json');
const settings: Record<string, { readonly default?: unknown; readonly type: string }> = contributes.configuration.properties;

function problems(value: unknown) {
  return readSettings({ folder: 'file:///work', file: { uri: 'file:///work/.leastwise.json', value } }).problems;
}

test('the schema of .leastwise.json knows the settings of VS Code that are about files, and no others', () => {
  const inEditor = Object.keys(settings).map((key) => key.replace(/^leastwise\./, ''));
  const expected = inEditor.filter((name) => name !== 'language' && name !== 'trace.server');
  assert.deepEqual(Object.keys(schema.properties).sort(), ['$schema', 'ignore', ...expected].sort());
  for (const name of expected) {
    const { type, default: value } = settings[`leastwise.${name}`] ?? {};
    assert.deepEqual([schema.properties[name].type, schema.properties[name].default], [type, value], name);
  }
});

test('what the schema allows, the reader takes', () => {
  for (const [name, { default: value = 'x' }] of Object.entries<{ default?: unknown }>(schema.properties))
    assert.deepEqual(problems({ [name]: value }), [], name);
  const pattern = new RegExp(Object.keys(schema.patternProperties)[1] ?? '');
  for (const nested of ['emergencyAccess', 'accessLevels', 'serviceAccounts']) {
    assert.match(nested, pattern);
    assert.deepEqual(problems({ [nested]: {} }), []);
  }
  assert.equal(problems({ nothing: 1 }).length, 1);
});

test('an entry of `ignore` has the fields that the reader asks for', () => {
  const { required, properties } = schema.properties.ignore.items;
  const whole: Record<string, unknown> = {
    rule: 'allow-policy/*',
    path: 'a.json',
    at: '/a',
    value: 1,
    reason: 'r',
    until: '2027-01-31',
  };
  assert.deepEqual(Object.keys(properties).sort(), Object.keys(whole).sort());
  assert.deepEqual(problems({ ignore: [whole] }), []);
  for (const field of Object.keys(whole)) {
    const { [field]: _, ...rest } = whole;
    assert.equal(problems({ ignore: [rest] }).length, required.includes(field) ? 1 : 0, field);
  }
  for (const { id } of rules) assert.ok(properties.rule.anyOf[0].enum.includes(id), id);
});

test('the levels that a policy may be attached to are those that the reader takes', () => {
  for (const level of schema.properties.policyFiles.additionalProperties.enum)
    assert.deepEqual(problems({ policyFiles: { '*.json': level } }), [], level);
});

test('VS Code is told of the schema, all of whose words are in English', () => {
  assert.deepEqual(contributes.jsonValidation, [{ fileMatch: '.leastwise.json', url: './schemas/leastwise.schema.json' }]);
  assert.doesNotMatch(JSON.stringify(schema), /"%|#files/);
});
