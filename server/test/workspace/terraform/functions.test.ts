import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { functionNamed } from '../../../src/workspace/terraform/functions';
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
      assert.deepEqual({ text, result: answerOf(called.call(given.map(valueFrom), context)) }, { text, result });
    }
  });
}
