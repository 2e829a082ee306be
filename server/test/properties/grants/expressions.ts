/**
 * Terraform's expressions as far as the scenarios write them, read from what HashiCorp's parser makes of a file. Names whose value
 * the text doesn't tell get one from the assignment that is being tried.
 */

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export interface Names {
  /** What a traversal stands for: its first name, and the steps behind it. */
  lookUp(path: readonly (string | number)[]): Value;
}

/** A string of the parser's output: `"${…}"` is an expression, everything else a template. */
export function evaluate(value: unknown, names: Names): Value {
  if (typeof value === 'string') return template(value, names);
  if (Array.isArray(value)) return value.map((item) => evaluate(item, names));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, evaluate(inner, names)]));
  return value as Value;
}

/** Every address that the expressions in a value name, whatever they do with it. */
export function addressesIn(value: unknown): readonly string[] {
  const text = JSON.stringify(value) ?? '';
  const pattern = /(?<![\w.-])(?:resource\.)?((?:data\.)?google_[a-z_]+\.[a-z_0-9-]+|time_sleep\.[a-z_0-9-]+)/g;
  return [...text.matchAll(pattern)].map(([, address = '']) => address);
}

function template(text: string, names: Names): Value {
  const parts: Value[] = [];
  let literal = '';
  let at = 0;
  while (at < text.length) {
    if (text.startsWith('$${', at)) {
      literal += '${';
      at += 3;
    } else if (text.startsWith('${', at)) {
      const reader = readerOf(text, at + 2, names);
      const value = reader.expression();
      if (literal !== '') parts.push(literal);
      literal = '';
      parts.push(value);
      at = reader.close('}');
    } else literal += text.charAt(at++);
  }
  if (literal !== '' || parts.length === 0) parts.push(literal);
  return parts.length === 1 ? (parts[0] ?? '') : parts.map(String).join('');
}

function readerOf(text: string, from: number, names: Names) {
  let at = from;

  function blanks(): void {
    while (/\s/.test(text.charAt(at))) at++;
  }

  function is(mark: string): boolean {
    blanks();
    return text.startsWith(mark, at);
  }

  function take(mark: string): boolean {
    if (!is(mark)) return false;
    at += mark.length;
    return true;
  }

  function close(mark: string): number {
    if (!take(mark)) throw new Error(`no ${mark} at ${text.slice(at, at + 30)} in ${text}`);
    return at;
  }

  function expression(): Value {
    blanks();
    if (is('"')) return string();
    if (is('[')) return list();
    if (is('{')) return object();
    const number = /^-?\d+(\.\d+)?/.exec(text.slice(at))?.[0];
    if (number) {
      at += number.length;
      return Number(number);
    }
    return named();
  }

  function string(): Value {
    const start = ++at;
    for (let depth = 0; depth > 0 || text.charAt(at) !== '"'; at++) {
      if (text.charAt(at) === '\\') at++;
      else if (text.startsWith('${', at)) depth++;
      else if (depth > 0 && text.charAt(at) === '}') depth--;
      if (at > text.length) throw new Error(`an open string in ${text}`);
    }
    const inner = text.slice(start, at++);
    return template(inner.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1'), names);
  }

  function list(): Value {
    const items: Value[] = [];
    close('[');
    while (!take(']')) {
      items.push(expression());
      take(',');
    }
    return items;
  }

  function object(): Value {
    const entries: [string, Value][] = [];
    close('{');
    while (!take('}')) {
      blanks();
      const key = is('"') ? String(string()) : word();
      if (!take('=')) close(':');
      entries.push([key, expression()]);
      take(',');
    }
    return Object.fromEntries(entries);
  }

  function word(): string {
    blanks();
    const found = /^[A-Za-z_][\w-]*/.exec(text.slice(at))?.[0];
    if (!found) throw new Error(`no name at ${text.slice(at, at + 30)} in ${text}`);
    at += found.length;
    return found;
  }

  function named(): Value {
    const head = word();
    if (text.charAt(at) === '(') return call(head);
    if (head === 'true' || head === 'false') return head === 'true';
    if (head === 'null') return null;
    const path: (string | number)[] = [head];
    for (;;) {
      if (text.charAt(at) === '.') {
        at++;
        path.push(word());
      } else if (text.charAt(at) === '[') {
        at++;
        const index = expression();
        path.push(typeof index === 'number' ? index : String(index));
        close(']');
      } else return names.lookUp(path);
    }
  }

  function call(name: string): Value {
    const given: Value[] = [];
    close('(');
    while (!take(')')) {
      given.push(expression());
      take(',');
    }
    const [first = null] = given;
    if (name === 'jsonencode') return JSON.stringify(first);
    if (name === 'concat') return given.flatMap((one) => (Array.isArray(one) ? one : []));
    if (name === 'toset' || name === 'tolist') return first;
    throw new Error(`the scenarios call no ${name}`);
  }

  return { expression, close };
}
