import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { plainTypes } from '../../../src/syntax/yaml/plainScalar';
import { told } from '../inspect';

const member = 'user:kim@example.org';

describe('file/ambiguous-scalar', () => {
  /** What PyYAML and ruamel.yaml make of a plain scalar. */
  const recorded = readFileSync('server/test/rules/file/yaml-scalars.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line): { text: string; pyyaml: { type: string }; ruamel11: { type: string } } => JSON.parse(line));
  const names: Readonly<Record<string, string>> = { bool: 'truth', int: 'number', float: 'number', date: 'date', null: 'null' };

  test('scalars are what the two readers of YAML 1.1 take them for', () => {
    const plain = recorded.filter(({ text, pyyaml }) => pyyaml.type !== 'error' && !/^['"&*#!]/.test(text));
    assert.ok(plain.length > 120);
    for (const { text, pyyaml, ruamel11 } of plain) {
      const told = [pyyaml, ruamel11].map(({ type }) => names[type] ?? 'text');
      assert.deepEqual(plainTypes(text), told, text);
    }
  });

  const level = (regions: string) =>
    `- name: accessPolicies/1/accessLevels/a\n  title: a\n  basic:\n    conditions:\n    - regions: ${regions}\n`;
  const ambiguous = (text: string) => told('file/ambiguous-scalar', { 'a.yaml': text });

  test('only plain ones where a text belongs', () => {
    assert.deepEqual(ambiguous(level('[SE, NO]')), ['truth NO']);
    assert.deepEqual(ambiguous(level('[SE, "NO"]')), []);
    assert.deepEqual(ambiguous(level("['NO', SE]")), []);
    assert.deepEqual(
      ambiguous(`bindings:\n- role: roles/browser\n  members: [${member}]\n  condition: {title: 12:30, expression: 'true'}\n`),
      ['number 12:30'],
    );
    assert.deepEqual(ambiguous(`version: 3\netag: BwYhHp5lBqs=\nbindings:\n- role: roles/browser\n  members: [${member}]\n`), []);
  });

  test('a truth value where one belongs, a null and what a template fills in are none', () => {
    const negated =
      '- name: accessPolicies/1/accessLevels/a\n  title: ~\n  basic:\n    conditions:\n    - negate: yes\n      regions: [SE]\n';
    assert.deepEqual(ambiguous(negated), []);
    assert.deepEqual(ambiguous(level('[{{ region }}]')), []);
  });

  test('JSON has no plain scalars, and another tool’s YAML is its own', () => {
    assert.deepEqual(
      told('file/ambiguous-scalar', { 'a.json': '{"bindings":[{"role":"roles/browser","members":["user:a@b.c"]}]}' }),
      [],
    );
    assert.deepEqual(ambiguous('kind: List\napiVersion: v1\nitems:\n- regions: [NO]\n'), []);
  });
});

describe('file/duplicate-key', () => {
  const repeated = (text: string, name = 'a.json') => told('file/duplicate-key', { [name]: text });
  const binding = `"role": "roles/browser", "members": ["${member}"]`;

  test('each further one, in every object of a policy', () => {
    assert.deepEqual(repeated(`{ "bindings": [{ ${binding}, "role": "roles/owner", "role": "roles/editor" }] }`), [
      'repeated "role"',
      'repeated "role"',
    ]);
    assert.deepEqual(repeated(`{ "bindings": [], "bindings": [{ ${binding} }] }`), ['repeated "bindings"']);
    assert.deepEqual(repeated(`bindings:\n- role: roles/browser\n  members: [${member}]\n  members: []\n`, 'a.yaml'), [
      'repeated members',
    ]);
  });

  test('the two spellings of one key are one', () => {
    assert.deepEqual(repeated(`{ "bindings": [{ ${binding} }], "auditConfigs": [], "audit_configs": [] }`), [
      'repeated "audit_configs"',
    ]);
  });

  test('equal keys of different objects are none, nor is what isn’t ours', () => {
    assert.deepEqual(repeated(`{ "bindings": [{ ${binding} }, { ${binding} }] }`), []);
    assert.deepEqual(repeated('{ "name": 1, "name": 2 }'), []);
  });
});

describe('file/missing-field', () => {
  const missing = (binding: string, name = 'a.json') =>
    told('file/missing-field', { [name]: `{ "bindings": [{ "role": "roles/browser", "members": ["${member}"] }, ${binding}] }` });

  test('a role, and a condition’s title and expression', () => {
    assert.deepEqual(missing(`{ "members": ["${member}"] }`), ['missing "members"']);
    assert.deepEqual(missing(`{ "role": "r", "members": ["${member}"], "condition": { "title": "t" } }`), ['missing "title"']);
    assert.deepEqual(missing(`{ "role": "r", "members": ["${member}"], "condition": { "description": "t" } }`), [
      'missing "description"',
    ]);
  });

  test('a misspelt key, an empty object and what is half typed or filled in later lack nothing', () => {
    assert.deepEqual(missing(`{ "rol": "r", "members": ["${member}"] }`), []);
    assert.deepEqual(missing('{}'), []);
    assert.deepEqual(missing(`{ "members": ["${member}"], "`), []);
    assert.deepEqual(missing(`{ "{{ role }}": "", "members": ["${member}"] }`), []);
  });
});

describe('file/line-break', () => {
  const hidden = (text: string, name = 'a.yaml') => told('file/line-break', { [name]: text }).length;
  const policy = (tail: string) => `bindings:\n- role: roles/browser\n  members:\n  - ${member}${tail}\n`;

  test('in comments and plain scalars, each of the three', () => {
    for (const sign of ['\u0085', '\u2028', '\u2029']) {
      assert.equal(hidden(policy(` # x${sign}- role: roles/owner`)), 1, sign);
      assert.equal(hidden(policy(`${sign}x`)), 1, sign);
    }
  });

  test('not in quotes, in JSON, or where nothing is ours', () => {
    assert.equal(hidden(`bindings:\n- role: roles/browser\n  members:\n  - "${member}\u2028"\n`), 0);
    assert.equal(hidden(`{"bindings":[{"role":"roles/browser","members":["user:a\u2028@b.c"]}]}`, 'a.json'), 0);
    assert.equal(hidden('a: b # \u2028\n'), 0);
  });
});
