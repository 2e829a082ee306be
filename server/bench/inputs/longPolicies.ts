import type { Input } from './files';
import { longPolicy } from './json';

/** One policy of the length, on one line and as people write it, in each format. */
export function longPolicies(length: number, title: string): readonly Input[] {
  const policy = () => JSON.parse(longPolicy(length)) as Plain;
  const input = (name: string, what: string, makeText: () => string): Input => ({ name, title: `${title} of ${what}`, makeText });
  return [
    input('policy.json', 'JSON on one line', () => `${JSON.stringify(policy())}\n`),
    input('policy.json', 'JSON', () => `${JSON.stringify(policy(), null, 2)}\n`),
    input('policy.yaml', 'YAML on one line', () => `${flow(policy(), ': ', '')}\n`),
    input('policy.yaml', 'YAML', () => `${block(policy(), '').trimStart()}\n`),
    input('main.tf', 'jsonencode on one line', () => resource(flow(policy(), ' = ', ' '))),
    input('main.tf', 'jsonencode', () => resource(lines(policy(), '  '))),
  ];
}

type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function flow(value: Plain, sign: string, padding: string): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => flow(item, sign, padding)).join(', ')}]`;
  const entries = Object.entries(value).map(([key, inner]) => `${key}${sign}${flow(inner, sign, padding)}`);
  return `{${padding}${entries.join(', ')}${padding}}`;
}

/** Of YAML, each line after a line break. */
function block(value: Plain, indentation: string): string {
  if (typeof value !== 'object') return ` ${JSON.stringify(value)}`;
  if (isList(value)) {
    return value.map((item) => `\n${indentation}- ${block(item, `${indentation}  `).trimStart()}`).join('');
  }
  const entries = Object.entries(value);
  return entries
    .map(([key, inner]) => `\n${indentation}${key}:${block(inner, isList(inner) ? indentation : `${indentation}  `)}`)
    .join('');
}

/** Of HCL. */
export function lines(value: Plain, indentation: string): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indentation}  `;
  if (isList(value)) return `[\n${value.map((item) => `${inner}${lines(item, inner)},\n`).join('')}${indentation}]`;
  const entries = Object.entries(value).map(([key, one]) => `${inner}${key} = ${lines(one, inner)}\n`);
  return `{\n${entries.join('')}${indentation}}`;
}

function resource(document: string): string {
  return `resource "google_project_iam_policy" "long" {\n  project     = "example"\n  policy_data = jsonencode(${document})\n}\n`;
}
