// The few assertions that the suite needs; node:assert doesn't exist in the browser's extension host.

export function equal<Value>(actual: Value, expected: Value, what = 'value') {
  const [found, wished] = [JSON.stringify(actual, undefined, 1), JSON.stringify(expected, undefined, 1)];
  if (found !== wished) throw new Error(`${what}:\n  expected ${wished}\n  but got  ${found}`);
}

export function matches(actual: string, pattern: RegExp, what = 'text') {
  if (!pattern.test(actual)) throw new Error(`${what}: expected ${pattern} in ${JSON.stringify(actual)}`);
}

export function exists<Value>(actual: Value | undefined, what: string): asserts actual is Value {
  if (actual === undefined) throw new Error(`${what}: expected, but there is none`);
}
