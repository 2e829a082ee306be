import { dump } from 'js-yaml';

/** A value as it is to be written. Keys may stand twice, which no object of JavaScript can hold. */
export type Value = Scalar | { readonly entries: Entries } | readonly Value[];
export type Entries = readonly (readonly [key: string, value: Value])[];
export type Scalar = string | number | boolean;

/** Hands out the text of a comment, or none. */
export type Remark = () => string | undefined;

export function json(value: Value, indent: string | undefined, remark: Remark): string {
  const inner = indent === undefined ? undefined : `${indent}  `;
  const lines = (open: string, parts: readonly string[], close: string) => {
    if (parts.length === 0) return open + close;
    if (indent === undefined) return `${open}${parts.join(', ')}${close}`;
    return `${open}\n${parts.map((part) => withRemark(part, inner as string, '//', remark)).join(',\n')}\n${indent}${close}`;
  };
  const list = listOf(value);
  if (list)
    return lines(
      '[',
      list.map((item) => json(item, inner, remark)),
      ']',
    );
  const entries = entriesOf(value);
  if (!entries) return JSON.stringify(value);
  return lines(
    '{',
    entries.map(([name, item]) => `${JSON.stringify(name)}: ${json(item, inner, remark)}`),
    '}',
  );
}

function withRemark(part: string, indent: string, mark: string, remark: Remark): string {
  // Not beside everything, or nothing could be told of anything.
  const note = part.length % 3 === 0 ? remark() : undefined;
  return note ? `${indent}${mark} ${note}\n${indent}${part}` : indent + part;
}

export function yaml(value: Value, indent: string, remark: Remark): string {
  const list = listOf(value);
  if (list)
    return list.map((item) => `${noted(indent, remark)}${indent}- ${yaml(item, `${indent}  `, remark).trimStart()}`).join('');
  const entries = entriesOf(value);
  if (!entries) return `${indent}${scalar(value as Scalar)}\n`;
  return entries
    .map(([name, item]) => {
      const isNested = (listOf(item)?.length ?? entriesOf(item)?.length ?? 0) > 0;
      const key = `${indent}${/^[$]/.test(name) ? JSON.stringify(name) : name}:`;
      if (isNested) return `${key}\n${yaml(item, `${indent}  `, remark)}`;
      return `${key} ${listOf(item) ? '[]' : entriesOf(item) ? '{}' : scalar(item as Scalar)}\n`;
    })
    .join('');
}

function noted(indent: string, remark: Remark): string {
  const note = remark();
  return note ? `${indent}# ${note}\n` : '';
}

function scalar(value: Scalar): string {
  return dump(value, { lineWidth: -1 }).trimEnd();
}

export function hcl(value: Value, indent: string, remark: Remark): string {
  const inner = `${indent}  `;
  const list = listOf(value);
  if (list)
    return list.length === 0
      ? '[]'
      : `[\n${list.map((item) => `${withRemark(`${hcl(item, inner, remark)},`, inner, '#', remark)}\n`).join('')}${indent}]`;
  const entries = entriesOf(value);
  if (!entries) return JSON.stringify(value).replaceAll('${', '$${').replaceAll('%{', '%%{');
  return `{\n${entries.map(([name, item]) => `${withRemark(`${JSON.stringify(name)} = ${hcl(item, inner, remark)}`, inner, '#', remark)}\n`).join('')}${indent}}`;
}

/** Terraform takes an argument once, and what is wrong there it tells itself. */
export function block(header: string, entries: Entries, indent: string, remark: Remark): string {
  const seen = new Set<string>();
  const lines = entries.flatMap(([name, value]) => {
    if (seen.has(name) || name.startsWith('$')) return [];
    seen.add(name);
    const inner = entriesOf(value);
    const objects = listOf(value)?.filter((item) => entriesOf(item)) ?? [];
    if (inner) return [block(name, inner, `${indent}  `, remark)];
    if (objects.length > 0) return objects.map((item) => block(name, entriesOf(item) ?? [], `${indent}  `, remark));
    return [`${withRemark(`${name} = ${hcl(value, `${indent}  `, remark)}`, `${indent}  `, '#', remark)}\n`];
  });
  return `${indent}${header} {\n${lines.join('')}${indent}}\n`;
}

function entriesOf(value: Value): Entries | undefined {
  return typeof value === 'object' && !Array.isArray(value) ? (value as { readonly entries: Entries }).entries : undefined;
}

function listOf(value: Value): readonly Value[] | undefined {
  return Array.isArray(value) ? value : undefined;
}
