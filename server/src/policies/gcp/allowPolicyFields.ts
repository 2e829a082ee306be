import type { Entry, MappingNode } from '../../syntax/tree';
import { nearestWord } from '../../text/nearestWord';
import { blocksOf } from '../../workspace/terraformResources';
import type { Policy } from '../policy';
import type { FieldShape } from '../renameField';

/** As much of an allow policy as tells where its objects stand. */
interface PolicyObjects extends Policy {
  readonly form: 'document' | 'binding' | 'member';
  readonly bindings: readonly { readonly node: MappingNode }[];
}

/** An entry with a key that no dialect of the format has. */
export interface UnknownField {
  readonly entry: Entry;
  readonly part: PolicyPart;
  /** The field that was meant, when only one comes near and isn't there yet. */
  readonly meant: string | undefined;
  /** What that field takes. */
  readonly shape: FieldShape | undefined;
}

export type PolicyPart = 'policy' | 'binding' | 'condition' | 'auditConfig' | 'auditLogConfig';

/** Of a document; Terraform itself tells what a resource doesn't take. */
export function unknownFields(policy: PolicyObjects): readonly UnknownField[] {
  const { node, dialect, place } = policy;
  if (policy.form !== 'document' || dialect.name !== 'rest' || node.kind !== 'mapping') return [];
  const own = unknownIn(node, 'policy', place.root.broken);
  if (isSomethingElse(node, own)) return [];
  const audits = blocksOf(node, 'auditConfigs');
  const below = [
    ...policy.bindings.map(({ node: binding }) => [binding, 'binding'] as const),
    ...policy.bindings.flatMap(({ node: binding }) => blocksOf(binding, 'condition').map((at) => [at, 'condition'] as const)),
    ...audits.map((audit) => [audit, 'auditConfig'] as const),
    ...audits.flatMap((audit) => blocksOf(audit, 'auditLogConfigs').map((log) => [log, 'auditLogConfig'] as const)),
  ];
  return [...own, ...below.flatMap(([mapping, part]) => unknownIn(mapping, part, place.root.broken))];
}

/**
 * Whether an object holds nothing but fields that its part of a policy has, each once; around a policy, nothing but what wraps it in
 * requests. What a Terraform resource takes is Terraform's business, which refuses all else.
 */
export function isWholeObject(policy: PolicyObjects, object: MappingNode, renamed: ReadonlySet<Entry>): boolean {
  if (!object.complete) return false;
  const { resource } = policy.place;
  const known = resource?.body === object && policy.form !== 'document' ? undefined : (fieldsAt(policy).get(object) ?? wrapping);
  const seen = new Set<string>();
  return object.entries.every((entry) => {
    if (renamed.has(entry)) return true;
    const key = policy.dialect.name === 'rest' ? inCamelCase(entry.key) : entry.key;
    if (seen.has(key)) return false;
    seen.add(key);
    return known === undefined || known.has(key) || key === '$schema';
  });
}

/** What each object of a policy may hold, as it is spelled there. */
function fieldsAt(policy: PolicyObjects): ReadonlyMap<MappingNode, ReadonlySet<string>> {
  const before = remembered.get(policy);
  if (before) return before;
  const { node, dialect, bindings } = policy;
  const known = dialect.name === 'rest' ? fields : terraformFields;
  const found = new Map<MappingNode, ReadonlySet<string>>();
  if (node.kind === 'mapping') {
    found.set(node, known.policy);
    for (const audit of blocksOf(node, dialect.name === 'rest' ? 'auditConfigs' : 'audit_config')) {
      found.set(audit, known.auditConfig);
      for (const log of blocksOf(audit, dialect.spell('auditLogConfigs'))) found.set(log, known.auditLogConfig);
    }
  }
  for (const { node: binding } of bindings) {
    if (policy.form === 'document') found.set(binding, known.binding);
    for (const condition of blocksOf(binding, 'condition')) found.set(condition, known.condition);
  }
  remembered.set(policy, found);
  return found;
}

const remembered = new WeakMap<PolicyObjects, ReadonlyMap<MappingNode, ReadonlySet<string>>>();

/** Other tools keep a list of bindings among settings of their own. */
function isSomethingElse({ entries }: MappingNode, unknown: readonly UnknownField[]): boolean {
  const strange = unknown.filter(({ meant }) => meant === undefined).length;
  return strange > 1 && entries.length === unknown.length + 1;
}

function unknownIn(mapping: MappingNode, part: PolicyPart, broken: boolean): readonly UnknownField[] {
  // A syntax error may have moved keys to where they don't belong.
  if (broken && !mapping.complete) return [];
  const known = fields[part];
  return mapping.entries
    .filter(({ key }) => !known.has(key) && !known.has(inCamelCase(key)) && !isForTools(key))
    .map((entry) => {
      const near = nearestWord(entry.key, known);
      const meant = near !== undefined && !mapping.entries.some(({ key }) => inCamelCase(key) === near) ? near : undefined;
      return { entry, part, meant, shape: meant === undefined ? undefined : (shapes.get(meant) ?? 'value') };
    });
}

/** The API's parsers take `audit_configs` too. */
function inCamelCase(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `$schema`, `{{ field }}`, `<<`: read by editors and templates before the API sees the text. */
function isForTools(key: string): boolean {
  return key === '' || /[$<>{}%]/.test(key);
}

const shapes: ReadonlyMap<string, FieldShape> = new Map([
  ['bindings', 'objects'],
  ['auditConfigs', 'objects'],
  ['auditLogConfigs', 'objects'],
  ['condition', 'object'],
  ['members', 'values'],
  ['exemptedMembers', 'values'],
]);

/** The body of a request that sets a policy. */
const wrapping: ReadonlySet<string> = new Set(['policy', 'updateMask']);

const terraformFields: Readonly<Record<PolicyPart, ReadonlySet<string>>> = {
  policy: new Set(['binding', 'audit_config', 'provider', 'depends_on', 'lifecycle']),
  binding: new Set(['role', 'members', 'condition']),
  condition: new Set(['title', 'description', 'expression']),
  auditConfig: new Set(['service', 'audit_log_configs']),
  auditLogConfig: new Set(['log_type', 'exempted_members']),
};

/** The fields of the API, those included that it ignores or keeps for old clients (facts §1.1, A3, read 2026-08-22). */
const fields: Readonly<Record<PolicyPart, ReadonlySet<string>>> = {
  policy: new Set(['version', 'etag', 'bindings', 'auditConfigs', 'kind', 'resourceId', 'rules', 'iamOwned']),
  binding: new Set(['role', 'members', 'condition', 'bindingId']),
  condition: new Set(['title', 'description', 'expression', 'location']),
  auditConfig: new Set(['service', 'auditLogConfigs', 'exemptedMembers']),
  auditLogConfig: new Set(['logType', 'exemptedMembers', 'ignoreChildExemptions']),
};
