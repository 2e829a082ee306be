import { CORE_SCHEMA, loadAll } from 'js-yaml';
import type { FormatName } from '../../../src/syntax/format';
import { hcl2json } from '../../syntax/terraform/hcl2json';

/** What a text says, as far as its format can tell; keys in any order. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** What parsers that the product doesn't use make of a text. Rejects a text with a syntax error. A YAML file is the list of its documents. */
export async function meaningOf(text: string, format: FormatName): Promise<Plain> {
  const bare = text.replace(/^\uFEFF/, '');
  if (format === 'json' || format === 'terraformJson') return JSON.parse(strictJson(bare)) as Plain;
  if (format === 'yaml') return loadAll(bare, { schema: CORE_SCHEMA }) as Plain;
  return withOpenedCalls((await hcl2json.parse('main.tf', bare)) as Plain);
}

/** JSON with comments and trailing commas as JSON. */
function strictJson(text: string): string {
  const withoutComments = text.replace(
    /("(?:[^"\\]|\\.)*")|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g,
    (_, string?: string) => string ?? '',
  );
  return withoutComments.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, string?: string) => string ?? '');
}

/** hcl2json leaves a call as text; what `jsonencode` holds is read once more, so that its style doesn't count. */
async function withOpenedCalls(value: Plain): Promise<Plain> {
  if (typeof value === 'string') {
    const inner = /^\$\{jsonencode\(([\s\S]*)\)\}$/.exec(value)?.[1];
    if (inner === undefined) return value;
    const { opened } = (await hcl2json.parse('inner.tf', `opened = ${inner.trim()}\n`)) as { readonly opened: Plain };
    return { jsonencode: await withOpenedCalls(opened) };
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return Promise.all(value.map(withOpenedCalls));
  const entries = await Promise.all(
    Object.entries(value).map(async ([key, inner]) => [key, await withOpenedCalls(inner)] as const),
  );
  return Object.fromEntries(entries);
}

export function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

export function isObject(value: Plain | undefined): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
