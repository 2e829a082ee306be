/** As much of `node:assert/strict` as the laws use, for where there is no Node. */
export default {
  ok(value: unknown, message?: string): void {
    if (!value) throw new Error(message ?? `not true: ${shown(value)}`);
  },
  equal(actual: unknown, expected: unknown, message?: string): void {
    if (!Object.is(actual, expected)) throw new Error(difference(actual, expected, message));
  },
  notEqual(actual: unknown, other: unknown, message?: string): void {
    if (Object.is(actual, other)) throw new Error(message ?? `should be another: ${shown(actual)}`);
  },
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    if (!alike(actual, expected)) throw new Error(difference(actual, expected, message));
  },
  match(text: string, pattern: RegExp, message?: string): void {
    if (!pattern.test(text)) throw new Error(message ?? `${shown(text)} isn’t like ${pattern}`);
  },
  doesNotMatch(text: string, pattern: RegExp, message?: string): void {
    if (pattern.test(text)) throw new Error(message ?? `${shown(text)} is like ${pattern}`);
  },
};

function alike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && alike(a[key], b[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function difference(actual: unknown, expected: unknown, message = 'not the same'): string {
  return `${message}\n  actual:   ${shown(actual)}\n  expected: ${shown(expected)}`;
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
