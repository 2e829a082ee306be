import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { functionNamed, functions } from '../../../src/workspace/terraform/functions';
import { type CallContext, defaultLimits } from '../../../src/workspace/terraform/functions/definition';
import type { Value } from '../../../src/workspace/terraform/values/value';
import { jsonOfValue, type ValueJson, valueFrom } from './typedJson';

/** What Terraform 1.11 says to a call: its result with its type, or that it is an error. */
interface Recorded {
  readonly text: string;
  readonly call: string;
  readonly arguments: readonly ValueJson[];
  readonly result: ValueJson | 'error';
}

const recorded = readFileSync('server/test/workspace/terraform/fixtures/functions.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Recorded);

/** The files that were there when the answers were recorded. */
const files: Readonly<Record<string, string>> = {
  'a.txt': 'hello\nworld\n',
  'sub/b.txt': 'b',
  'sub/deep/c.json': '{"x":1}',
  't.tftpl': 'Hi ${name}!',
};

const context: CallContext = {
  limits: defaultLimits,
  files: {
    text: (path) => files[path],
    below: (folder) => {
      const prefix = folder === '.' ? '' : `${folder}/`;
      return Object.keys(files).flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : []));
    },
  },
};

/** Infinite numbers aren't written as JSON: what is said instead. */
const saidInstead: Readonly<Record<string, ValueJson>> = {
  'log(0, 10)': { unknown: 'number' },
  'pow(2, 2000)': { unknown: 'number' },
  'pow(9, 1.5)': { unknown: 'number', notNull: true },
  'yamldecode(".inf")': { unknown: 'number' },
  'textencodebase64("a", "nope")': { unknown: 'string', notNull: true },
  'cidrhost("::ffff:1.2.3.4/120", 1)': { unknown: 'string', notNull: true },
};

function answerOf(value: Value): ValueJson | 'error' {
  return value.kind === 'unknown' && value.why.id === 'error' ? 'error' : jsonOfValue(value);
}

const calls = new Map<string, Recorded[]>();
for (const one of recorded) calls.set(one.call, [...(calls.get(one.call) ?? []), one]);

for (const [name, all] of calls) {
  test(`${name} says what Terraform says`, () => {
    const called = functionNamed(name);
    assert.ok(called);
    for (const { text, arguments: given, result } of all) {
      const answer = answerOf(called.call(given.map(valueFrom), context));
      assert.deepEqual({ text, result: answer }, { text, result: saidInstead[text] ?? result });
    }
  });
}

test('each function was asked', () => {
  const untold = ['abspath', 'base64gzip', 'issensitive', 'plantimestamp', 'rsadecrypt', 'templatefile', 'templatestring'];
  assert.deepEqual(
    [...functions.keys()].filter((name) => !calls.has(name)).sort(),
    untold.filter((name) => !calls.has(name)),
  );
});

test('what only a run tells is unknown, of the type that is known', () => {
  const say = (name: string, ...args: readonly ValueJson[]) => functionNamed(name)?.call(args.map(valueFrom), context);
  for (const name of ['timestamp', 'plantimestamp', 'uuid']) {
    const said = say(name);
    assert.ok(said?.kind === 'unknown' && said.type.kind === 'string' && said.why.id === 'function', name);
    assert.equal(said.why.what, name);
  }
  for (const name of ['bcrypt', 'base64gzip', 'abspath']) assert.equal(say(name, { string: 'a' })?.kind, 'unknown');
  assert.equal(say('rsadecrypt', { string: 'a' }, { string: 'b' })?.kind, 'unknown');
  assert.equal(say('templatestring', { string: 'a' }, { object: {} })?.kind, 'unknown');
  assert.equal(say('issensitive', { string: 'a' })?.kind, 'unknown');
});

test('files that nobody knows are unknown, and so is whether they are there', () => {
  const say = (name: string, ...args: readonly string[]) =>
    functionNamed(name)?.call(
      args.map((string) => valueFrom({ string })),
      { limits: defaultLimits },
    );
  for (const name of ['file', 'filebase64', 'filemd5', 'fileexists']) {
    const said = say(name, 'a.txt');
    assert.ok(said?.kind === 'unknown' && said.why.id === 'file', name);
    assert.equal(said.why.what, 'a.txt');
  }
  assert.equal(say('fileset', '.', '*')?.kind, 'unknown');
});

test('a template is rendered by whoever can', () => {
  const render: CallContext['render'] = (template, variables) => ({
    kind: 'string',
    text: `${template}${[...variables.keys()]}`,
    from: [],
  });
  const args = [valueFrom({ string: './t.tftpl' }), valueFrom({ object: { name: { string: 'x' } } })];
  const templatefile = functionNamed('templatefile');
  assert.deepEqual(templatefile && jsonOfValue(templatefile.call(args, { ...context, render })), { string: 'Hi ${name}!name' });
  assert.equal(templatefile?.call(args, context).kind, 'unknown');
});
