import type { Plain } from '../treeEditModel';

interface Mapping {
  readonly [key: string]: Plain;
}

/**
 * A body in one of the many layouts that Terraform allows: blocks, objects and tuples on one line or several, comments (each
 * another), empty lines, commas or none, quoted keys, colons, heredocs, aligned `=` or not. Keys that no body can have are left out.
 */
export function writeTerraformUnevenly(document: Mapping, random: (bound: number) => number, isFile: boolean): string {
  const lineBreak = random(4) === 0 ? '\r\n' : '\n';
  const unit = ['  ', '  ', '    ', '\t'][random(4)] ?? '  ';
  const wildness = random(3);
  const isAligned = random(2) === 0;
  let comments = 0;

  const comment = () => `c${++comments};`;
  const chance = (of: number) => wildness > 0 && random(of) === 0;
  const endOfLine = () => (chance(5) ? [` # ${comment()}`, ` // ${comment()} "[`, ` /* ${comment()} { */`, '  '][random(4)] : '');
  const between = (indent: string) => {
    if (!chance(4)) return [];
    return (
      [[''], [`${indent}# ${comment()} }`], ['', `${indent}// ${comment()}`, ''], [`${indent}/* ${comment()}`, ` ] */`]][
        random(4)
      ] ?? []
    );
  };

  function body(mapping: Mapping, indent: string): string[] {
    const entries = Object.entries(mapping).filter(([key]) => /^[A-Za-z_][\w-]*$/.test(key));
    const widest = Math.max(0, ...entries.map(([key]) => key.length));
    return entries
      .flatMap(([key, value]) => {
        const blocks = blocksOf(value);
        if (blocks) return blocks.flatMap((inner) => [...between(indent), ...block(key, inner, indent)]);
        const padding = ' '.repeat(isAligned ? widest - key.length + 1 : chance(3) ? random(4) : 1);
        const written = expression(value, indent, true);
        const end = written.includes('<<') ? '' : endOfLine();
        return [...between(indent), `${indent}${key}${padding}= ${written}${end}`];
      })
      .concat(between(indent));
  }

  /** Undefined for what is written as an attribute. */
  function blocksOf(value: Plain): readonly Mapping[] | undefined {
    const list = Array.isArray(value) ? value : [value];
    const isMappings = list.length > 0 && list.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item));
    return isMappings && !isFile && random(3) > 0 ? (list as readonly Mapping[]) : undefined;
  }

  function block(name: string, mapping: Mapping, indent: string): string[] {
    const inner = body(mapping, indent + unit);
    if (inner.length === 0) return [`${indent}${name} {}${endOfLine()}`];
    const [only = ''] = inner;
    const isShort = inner.length === 1 && !/[#\n]|\/\/|\/\*|<</.test(only) && only.includes('=') && !/\{\}$/.test(only.trim());
    if (isShort && /^\s*[\w-]+\s*=/.test(only) && random(2) === 0) return [`${indent}${name} { ${only.trim()} }${endOfLine()}`];
    return [`${indent}${name} {`, ...inner, `${indent}}${endOfLine()}`];
  }

  function expression(value: Plain, indent: string, mayBeHeredoc = false): string {
    if (typeof value === 'string') return mayBeHeredoc && chance(3) ? heredoc(value, indent) : string(value);
    if (typeof value !== 'object' || value === null) return String(value);
    if (Array.isArray(value)) return tuple(value, indent);
    return object(value as Mapping, indent);
  }

  function tuple(items: readonly Plain[], indent: string): string {
    if (items.length === 0)
      return chance(3) ? '[ ]' : chance(4) ? `[${lineBreak}${between(indent).join(lineBreak)}${lineBreak}${indent}]` : '[]';
    const layout = random(wildness === 0 ? 2 : 4);
    if (layout === 0) return `[${items.map((item) => expression(item, indent)).join(', ')}${chance(4) ? ',' : ''}]`;
    if (layout === 2)
      return `[ ${items.map((item) => expression(item, indent)).join(chance(2) ? `,${lineBreak}${indent}` : ' , ')} ]`;
    const inner = indent + unit;
    const written = items.map((item) => expression(item, inner, true));
    const isTrailing = random(3) > 0;
    if (layout === 3) {
      const gap = () =>
        chance(3) ? ` # ${comment()}${lineBreak}` : chance(3) ? ` /* ${comment()} */ ` : chance(2) ? lineBreak : '';
      return `[${gap()}${items.map((item) => expression(item, inner) + gap()).join(`,${gap()}`)}${gap()}]`;
    }
    const lines = written.flatMap((item, index) => {
      const comma = index < items.length - 1 || isTrailing ? (item.includes('<<') ? `${lineBreak}${inner},` : ',') : '';
      return [...between(inner), `${inner}${item}${comma}${item.includes('<<') && comma === '' ? '' : endOfLine()}`];
    });
    return ['[', ...lines, ...between(inner), `${indent}]`].join(lineBreak);
  }

  function object(mapping: Mapping, indent: string): string {
    const entries = Object.entries(mapping);
    if (entries.length === 0) return chance(3) ? '{ }' : '{}';
    const isQuoted = random(3) === 0;
    const sign = [' = ', ' = ', ': ', ' : ', '='][random(wildness === 0 ? 2 : 5)] ?? ' = ';
    const keyOf = (key: string) => (isQuoted || !/^[A-Za-z_][\w-]*$/.test(key) || reserved.has(key) ? string(key) : key);
    const inner = indent + unit;
    if (random(3) === 0)
      return `{ ${entries.map(([key, value]) => keyOf(key) + sign + expression(value, indent)).join(chance(4) ? `, /* ${comment()} */ ` : ', ')} }`;
    const widest = Math.max(...entries.map(([key]) => keyOf(key).length));
    const commas = random(3) === 0;
    const lines = entries.flatMap(([key, value], index) => {
      const written = expression(value, inner, !commas);
      const name = keyOf(key);
      const assigned = sign === ' = ' && isAligned ? `${name.padEnd(widest)} = ` : name + sign;
      const comma = commas && index < entries.length - 1 ? ',' : '';
      return [...between(inner), `${inner}${assigned}${written}${comma}${written.includes('<<') ? '' : endOfLine()}`];
    });
    return ['{', ...lines, ...between(inner), `${indent}}`].join(lineBreak);
  }

  function heredoc(value: string, indent: string): string {
    const isPlain = value.endsWith('\n') && !/[\\\r$%]|[ \t]\n|EOT|^[ \t]|\n[ \t]/.test(value);
    if (!isPlain || lineBreak !== '\n') return string(value);
    const inner = indent + unit;
    const isIndented = random(2) === 0;
    const text = value
      .slice(0, -1)
      .split('\n')
      .map((line) => (isIndented && line !== '' ? inner + line : line));
    return [isIndented ? '<<-EOT' : '<<EOT', ...text, `${indent}EOT`].join('\n');
  }

  const lines = body(document, isFile ? '' : unit);
  const margin = chance(3) ? [`# ${comment()}`] : [];
  const all = isFile ? lines : [...margin, 'block {', ...lines, '}'];
  return all.join(lineBreak);
}

const reserved: ReadonlySet<string> = new Set(['for', 'null', 'true', 'false']);

function string(value: string): string {
  const escaped = value
    .replace(/[\\"]/g, '\\$&')
    .replace(/([$%])\{/g, (sign) => (sign === '${' ? '\\u0024{' : '\\u0025{'))
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t');
  return `"${escaped}"`;
}

/** A body as `terraform fmt` and the usual habits have it: attributes, then blocks with an empty line before each, every list and object over several lines. */
export function writeTerraformEvenly(document: Mapping, unit: string, lineBreak: string): string {
  function body(mapping: Mapping, indent: string): string[] {
    const attributes = Object.entries(mapping).filter(([, value]) => !isBlocks(value));
    const blocks = Object.entries(mapping).flatMap(([key, value]) =>
      isBlocks(value) ? value.map((inner) => [key, inner] as const) : [],
    );
    const written = blocks.map(([key, inner]) => [`${indent}${key} {`, ...body(inner, indent + unit), `${indent}}`]);
    return [assignments(attributes, indent), ...written]
      .filter((part) => part.length > 0)
      .flatMap((part, index) => (index > 0 ? ['', ...part] : part));
  }

  function assignments(entries: readonly (readonly [string, Plain])[], indent: string): string[] {
    const result: string[] = [];
    let widest = 0;
    entries.forEach(([key, value], index) => {
      const [first = '', ...more] = expression(value, indent);
      if (more.length > 0) {
        result.push(`${indent}${key} = ${first}`, ...more);
        widest = 0;
        return;
      }
      if (widest === 0) {
        const rest = entries.slice(index);
        const end = rest.findIndex(([, other]) => expression(other, indent).length > 1);
        widest = Math.max(...rest.slice(0, end < 0 ? rest.length : end).map(([name]) => name.length));
      }
      result.push(`${indent}${key.padEnd(widest)} = ${first}`);
    });
    return result;
  }

  function expression(value: Plain, indent: string): string[] {
    if (typeof value === 'string') return [string(value)];
    if (typeof value !== 'object' || value === null) return [String(value)];
    const inner = indent + unit;
    if (!Array.isArray(value)) {
      const entries = Object.entries(value);
      return entries.length === 0 ? ['{}'] : ['{', ...assignments(entries, inner), `${indent}}`];
    }
    const items = value.flatMap((item) => {
      const [first = '', ...more] = expression(item, inner);
      return ended([inner + first, ...more]);
    });
    return items.length === 0 ? ['[]'] : ['[', ...items, `${indent}]`];
  }

  return ['block {', ...body(document, unit), '}'].join(lineBreak);
}

/** Mappings in a list are blocks there, all others are objects. */
function isBlocks(value: Plain): value is readonly Mapping[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item))
  );
}

function ended(lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === lines.length - 1 ? `${line},` : line));
}
