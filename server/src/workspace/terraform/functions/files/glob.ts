/**
 * Whether a path matches a pattern of `*`, `**`, `?`, `[…]` and `{…,…}`. Undefined for a pattern that is broken.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions/fileset
 */
export function globTest(pattern: string): ((path: string) => boolean) | undefined {
  let source = '';
  let depth = 0;
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at] ?? '';
    if (pattern.startsWith('**/', at) && isStart(pattern, at)) {
      source += '(?:[^/]+/)*';
      at += 2;
    } else if (pattern.startsWith('**', at) && isStart(pattern, at) && at + 2 === pattern.length) {
      source += '.*';
      at++;
    } else if (letter === '*') source += '[^/]*';
    else if (letter === '?') source += '[^/]';
    else if (letter === '[') {
      const close = pattern.indexOf(']', at + 2);
      if (close < 0) return undefined;
      source += bracket(pattern.slice(at + 1, close));
      at = close;
    } else if (letter === '{') {
      depth++;
      source += '(?:';
    } else if (letter === '}' && depth > 0) {
      depth--;
      source += ')';
    } else if (letter === ',' && depth > 0) source += '|';
    else if (letter === '\\') source += literal(pattern[++at] ?? '\\');
    else source += literal(letter);
  }
  if (depth > 0) return undefined;
  // Stars side by side would be tried in all ways.
  const regexp = new RegExp(`^${source.replace(/(?:\[\^\/\]\*){2,}/g, '[^/]*')}$`);
  return (path) => regexp.test(path);
}

function isStart(pattern: string, at: number): boolean {
  return at === 0 || pattern[at - 1] === '/';
}

function bracket(inner: string): string {
  const isNegated = /^[!^]/.test(inner);
  return `[${isNegated ? '^/' : ''}${inner.slice(isNegated ? 1 : 0).replace(/[\\\]^]/g, '\\$&')}]`;
}

function literal(letter: string): string {
  return letter.replace(/[$()*+./?[\\\]^{|}-]/g, '\\$&');
}
