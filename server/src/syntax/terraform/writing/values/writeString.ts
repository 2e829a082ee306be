/** Undefined for text that no Terraform string can mean: halves of surrogate pairs. */
export function quoted(value: string): string | undefined {
  if (/\p{Surrogate}/u.test(value)) return undefined;
  return `"${value.replace(/[\\"\p{Cc}]|[$%](?=\{)/gu, escaped)}"`;
}

/** A stretch of one line of a heredoc; undefined for what would be more than that. */
export function inHeredoc(value: string): string | undefined {
  return /[\p{Surrogate}\p{Cc}]/u.test(value) ? undefined : value.replace(/[$%](?=\{)/g, '$&$&');
}

function escaped(unit: string, at: number, value: string): string {
  // A placeholder's sign is doubled, but not every reader takes three in a row.
  const isThird = (unit === '$' || unit === '%') && value.charAt(at - 1) === unit;
  const short = isThird ? undefined : escapes[unit];
  return short ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Without an exponent that has no fraction before it, which not every reader of Terraform takes. */
export function writtenNumber(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (Number.isInteger(value)) return BigInt(value).toString();
  return String(value).replace(/^(-?\d)e/, '$1.0e');
}

/** A key of an object, quoted where the style or the key asks for it. */
export function writtenKey(key: string, quotedKeys: boolean): string | undefined {
  return !quotedKeys && isIdentifier(key) && !words.has(key) ? key : quoted(key);
}

export function isIdentifier(key: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key);
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  $: '$$',
  '%': '%%',
};
// As a bare key `for` starts a for expression, and the others look like values.
const words: ReadonlySet<string> = new Set(['for', 'true', 'false', 'null']);
