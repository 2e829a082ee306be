import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayHoldPolicy } from '../src/policies/mayHoldPolicy';
import { rules } from '../src/rules/index.generated';
import { cases } from './cases.generated';
import { samplesOf } from './laws/sample';

test('no text that a rule speaks of is passed over', () => {
  for (const rule of rules) {
    for (const { bad, example } of samplesOf(rule, cases[rule.id] ?? [])) {
      if (example.language === 'json' || example.language === 'yaml') assert.ok(mayHoldPolicy(bad), `${rule.id}\n${bad}`);
    }
  }
});

test('lists of packages, settings and manifests hold nothing', () => {
  const lock = JSON.stringify({
    name: 'x',
    packages: { 'node_modules/basic-auth': { version: '1.0.0', engines: { node: '>= 8' } } },
  });
  const service =
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n  - port: 80\nstatus:\n  conditions: []\n';
  for (const text of [lock, service, '{"editor.tabSize": 2}', '']) assert.equal(mayHoldPolicy(text), false, text);
});

test('what is typed into such a text is seen with its last letter, and what is pasted at once', () => {
  const text = `${'a: 1\n'.repeat(100)}b: 2\n${'c: 3\n'.repeat(100)}`;
  const at = text.indexOf('b: 2');
  let before = text;
  for (const [index] of [...'bindings'].entries()) {
    const typed = text.slice(0, at) + 'bindings'.slice(0, index + 1) + text.slice(at);
    assert.equal(mayHoldPolicy(typed, before), index === 'bindings'.length - 1, typed.slice(at, at + 12));
    before = typed;
  }
  assert.equal(mayHoldPolicy(`${text.slice(0, at)}bindings: []\n${text.slice(at)}`, text), true);
});

test('what is nested too deep to be checked is never passed over', () => {
  const depth = 1000;
  const texts = ['[', '{"a":', '{\n  "a": ', '[{"a b": ', '{a: ', '- '].map((open) => open.repeat(depth));
  const block = Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
  for (const text of [...texts, block]) assert.equal(mayHoldPolicy(text), true, text.slice(0, 20));
});
