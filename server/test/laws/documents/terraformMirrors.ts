import { isList, isObject, type Plain } from './secondParser';

/** A document of the API as Terraform would write it, and how a path of the one reads in the other. */
export interface Mirror {
  readonly text: string;
  /** The Terraform path of a path in the document: keys, indices and, first, the index of the block. */
  path(path: readonly (string | number)[]): readonly (string | number)[];
}

/** An allow policy in `policy_data`; undefined for what is no policy with bindings. */
export function policyMirror(document: Plain): Mirror | undefined {
  if (!isObject(document) || !document.bindings) return undefined;
  return {
    text: block('resource "google_project_iam_policy" "mirror"', [
      'project = "mirror-project"',
      `policy_data = jsonencode(${expression(document)})`,
    ]),
    path: (path) => [0, 'policy_data', ...path],
  };
}

/** Access levels as a resource each; undefined for forms that no resource mirrors, such as a bare list of conditions. */
export function levelMirror(document: Plain): Mirror | undefined {
  const levels = isList(document) ? document : [document];
  if (!levels.every((level) => isObject(level) && (level.basic || level.custom))) return undefined;
  return {
    text: levels
      .map((level, index) => block(`resource "google_access_context_manager_access_level" "mirror_${index}"`, body(level)))
      .join('\n'),
    path: (path) => (isList(document) ? levelPath(path) : [0, ...levelPath(path)]),
  };
}

/** Single objects of the API are blocks too, and so items of a list of one. */
function levelPath(path: readonly (string | number)[]): (string | number)[] {
  return path.flatMap((step, index) => {
    if (typeof step === 'number') return [step];
    const single = singleBlocks.has(step) && index < path.length - 1;
    return single ? [attributeName(step), 0] : [attributeName(step)];
  });
}

const singleBlocks = new Set(['basic', 'custom', 'expr', 'devicePolicy', 'vpcSubnetwork']);
const repeatedBlocks = new Set(['conditions', 'osConstraints', 'vpcNetworkSources']);

function body(value: Plain): string[] {
  if (!isObject(value)) throw new Error('a block’s body is an object');
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = attributeName(key);
    if (repeatedBlocks.has(key) && isList(inner)) return inner.map((item) => block(name, body(item)).trimEnd());
    if (singleBlocks.has(key) && isObject(inner)) return [block(name, body(inner)).trimEnd()];
    return [`${name} = ${expression(inner)}`];
  });
}

/** `requireScreenlock` is one of a kind: Terraform writes it with one underscore more. */
function attributeName(field: string): string {
  return field === 'requireScreenlock' ? 'require_screen_lock' : field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function block(header: string, lines: readonly string[]): string {
  return [`${header} {`, ...lines.map(indented), '}', ''].join('\n');
}

function expression(value: Plain): string {
  if (typeof value === 'string') return JSON.stringify(value).replaceAll('${', '$${').replaceAll('%{', '%%{');
  if (isList(value))
    return value.length === 0 ? '[]' : `[\n${value.map((item) => indented(`${expression(item)},`)).join('\n')}\n]`;
  if (isObject(value))
    return `{\n${Object.entries(value)
      .map(([key, inner]) => indented(`${key} = ${expression(inner)}`))
      .join('\n')}\n}`;
  return String(value);
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}
