import { load } from 'js-yaml';
import { hcl2json } from '../../syntax/terraform/hcl2json';
import type { Grant } from './documents';

/**
 * Who would have which role if the text were applied, by the readers there are: the API, which refuses what it doesn't know, and
 * Terraform's provider, which reads `policy_data` as Go does: keys in any case, unknown ones dropped. Both refuse a policy with a role
 * or member that is none.
 */
export async function granted(
  name: string,
  text: string,
  asked: readonly Reader[] = ['strict', 'lenient'],
): Promise<readonly Grant[]> {
  const policies = await policiesIn(name, text);
  return policies.flatMap(({ policy, readers }) =>
    readers.filter((reader) => asked.includes(reader)).flatMap((reader) => grantsOf(policy, reader)),
  );
}

type Reader = 'strict' | 'lenient';

interface Read {
  readonly policy: unknown;
  readonly readers: readonly Reader[];
}

async function policiesIn(name: string, text: string): Promise<readonly Read[]> {
  // A file may be given to gcloud or to Terraform.
  const readers = ['strict', 'lenient'] as const;
  try {
    const bare = text.replace(/^\uFEFF/, '');
    if (name.endsWith('.jsonc')) return [{ policy: JSON.parse(bare.replace(/^\s*\/\/.*$/gm, '')), readers }];
    if (name.endsWith('.json')) return [{ policy: JSON.parse(bare), readers }];
    // gcloud takes the later of two keys, as js-yaml does when told to read as JSON.
    if (name.endsWith('.yaml')) return [{ policy: load(bare, { json: true }), readers }];
    return await policiesOfModule(bare);
  } catch {
    return [];
  }
}

async function policiesOfModule(text: string): Promise<readonly Read[]> {
  const { resource = {}, data = {} } = (await hcl2json.parse('main.tf', text)) as Module;
  const encoded = Object.values(resource.google_project_iam_policy ?? {}).map(([body]) => policyData(body?.policy_data));
  const written = [
    ...Object.values(resource.google_project_iam_binding ?? {}).map(([body]) => [terraformBinding(body)]),
    ...Object.values(data.google_iam_policy ?? {}).map(([body]) => listOf(body?.binding).map(terraformBinding)),
  ];
  return [
    ...(await Promise.all(encoded)).map((policy): Read => ({ policy, readers: ['lenient'] })),
    // Terraform refuses arguments and blocks that a resource doesn't have.
    ...written.map((bindings): Read => ({ policy: { bindings }, readers: ['strict'] })),
  ];
}

interface Module {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, readonly Body[]>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, readonly Body[]>>>>;
}

type Body = Readonly<Record<string, unknown>>;

/** A block that may stand once is an object elsewhere. */
function terraformBinding(body: unknown): unknown {
  if (!isObject(body)) return undefined;
  const { project: _, condition, ...rest } = body;
  if (condition === undefined) return rest;
  const conditions = listOf(condition);
  return conditions.length === 1 ? { ...rest, condition: conditions[0] } : undefined;
}

async function policyData(value: unknown): Promise<unknown> {
  if (typeof value !== 'string') return undefined;
  const inner = /^\$\{jsonencode\(([\s\S]*)\)\}$/.exec(value)?.[1];
  if (inner === undefined) return JSON.parse(value);
  const { opened } = (await hcl2json.parse('inner.tf', `opened = ${inner.trim()}\n`)) as { readonly opened: unknown };
  return opened;
}

const fields = {
  policy: ['bindings', 'version', 'etag'],
  binding: ['role', 'members', 'condition', 'bindingId'],
  condition: ['title', 'expression', 'description'],
} as const;

function grantsOf(policy: unknown, reader: Reader): readonly Grant[] {
  const top = read(policy, fields.policy, reader);
  if (!top || !Array.isArray(top.bindings)) return [];
  const grants: Grant[] = [];
  for (const written of top.bindings) {
    const binding = read(written, fields.binding, reader);
    if (!binding || typeof binding.role !== 'string' || !isRole(binding.role)) return [];
    const condition = binding.condition === undefined || binding.condition === null ? '' : conditionOf(binding.condition, reader);
    if (condition === undefined) return [];
    const members = binding.members ?? [];
    if (!Array.isArray(members) || !members.every(isMember)) return [];
    for (const member of members) grants.push({ member, role: binding.role, condition });
  }
  return grants;
}

function conditionOf(value: unknown, reader: Reader): string | undefined {
  const condition = read(value, fields.condition, reader);
  if (!condition || typeof condition.expression !== 'string' || condition.expression === '') return undefined;
  return condition.expression;
}

/** Undefined where the reader refuses the object. */
function read(value: unknown, known: readonly string[], reader: Reader): Body | undefined {
  if (!isObject(value)) return undefined;
  const found: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const name = known.find((one) => (reader === 'strict' ? one === key : one.toLowerCase() === key.toLowerCase()));
    if (name) found[name] = inner;
    else if (reader === 'strict') return undefined;
  }
  return found;
}

function isRole(text: string): boolean {
  return /^(roles|(projects|organizations)\/[^/]+\/roles)\/[\w.]+$/.test(text);
}

function isMember(member: unknown): member is string {
  return (
    typeof member === 'string' &&
    /^(allUsers|allAuthenticatedUsers|(user|group|serviceAccount):[^\s,;:@]+@[^\s,;:@]+)$/.test(member)
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
