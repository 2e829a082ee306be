/** What an expression of a custom level can ask for. */
export interface ExpressionWorld {
  /** `device.is_corp_owned_device`, `origin.region_code`. */
  value(path: string): string | boolean;
  level(id: string): boolean;
}

/** A part of CEL, told by nobody but this file: `||`, `&&`, `!`, `?:`, `==`, `!=`, `in`, brackets, strings and comments. Throws at all else. */
export function holds(expression: string, world: ExpressionWorld): boolean {
  const tokens = tokensOf(expression);
  let at = 0;
  const next = (wished: string): boolean => {
    if (tokens[at] !== wished) return false;
    at++;
    return true;
  };
  const must = (wished: string): void => {
    if (!next(wished)) throw new Error(`${wished} is missing in ${expression}`);
  };

  function conditional(): string | boolean {
    const condition = either();
    if (!next('?')) return condition;
    const yes = either();
    must(':');
    const no = conditional();
    return truth(condition) ? yes : no;
  }

  function either(): string | boolean {
    let left = both();
    while (next('||')) {
      const right = both();
      left = truth(left) || truth(right);
    }
    return left;
  }

  function both(): string | boolean {
    let left = relation();
    while (next('&&')) {
      const right = relation();
      left = truth(left) && truth(right);
    }
    return left;
  }

  function relation(): string | boolean {
    const left = unary();
    if (next('==')) return left === unary();
    if (next('!=')) return left !== unary();
    return next('in') ? list().includes(String(left)) : left;
  }

  function list(): string[] {
    must('[');
    const items: string[] = [];
    while (!next(']')) {
      items.push(String(unary()));
      next(',');
    }
    return items;
  }

  function unary(): string | boolean {
    if (next('!')) return !truth(unary());
    if (next('(')) {
      const inner = conditional();
      must(')');
      return inner;
    }
    const token = tokens[at++] ?? '';
    if (/^["']/.test(token)) return token.slice(1, -1);
    if (token === 'true' || token === 'false') return token === 'true';
    const id = /^levels\.(\w+)$/.exec(token)?.[1];
    if (id !== undefined) return world.level(id);
    if (/^[a-z]+\.\w+$/.test(token)) return world.value(token);
    throw new Error(`no value: ${token} in ${expression}`);
  }

  const result = truth(conditional());
  if (at < tokens.length) throw new Error(`too much: ${tokens.slice(at).join(' ')}`);
  return result;
}

function truth(value: string | boolean): boolean {
  if (typeof value === 'boolean') return value;
  throw new Error(`no truth value: ${value}`);
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  let rest = expression;
  while (rest !== '') {
    const found =
      /^(?:\s+|\/\/[^\n]*)/.exec(rest) ?? /^(?:"[^"\n]*"|'[^'\n]*'|\|\||&&|[=!]=|[a-z_]\w*(?:\.\w+)*|[!?:()[\],])/i.exec(rest);
    if (!found) throw new Error(`no token: ${rest}`);
    if (!/^(?:\s|\/\/)/.test(found[0])) tokens.push(found[0]);
    rest = rest.slice(found[0].length);
  }
  return tokens;
}
