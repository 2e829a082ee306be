import { type Entry, entryOf, type MappingNode, type SyntaxNode } from '../../syntax/tree';
import { nearestWord } from '../../text/nearestWord';
import { blocksOf } from '../../workspace/terraformResources';
import type { Dialect, Policy, PolicyObjects } from '../policy';
import type { FieldShape } from '../renameField';

/** As much of an allow policy as tells where its objects stand. */
interface PolicyParts extends Policy {
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
export function unknownFields(policy: PolicyParts): readonly UnknownField[] {
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

/** The objects of a policy with the fields of each; what a Terraform resource takes besides is Terraform's business. */
export function objectsOf({ node, dialect, bindings, form, place }: PolicyParts): PolicyObjects {
  const known = dialect.name === 'rest' ? restFields : terraformFields;
  const found = new Map<MappingNode, ReadonlySet<string> | 'any'>();
  if (node.kind === 'mapping') {
    found.set(node, form === 'document' ? known.policy : 'any');
    for (const audit of blocksOf(node, dialect.name === 'rest' ? 'auditConfigs' : 'audit_config')) {
      found.set(audit, known.auditConfig);
      for (const log of blocksOf(audit, dialect.spell('auditLogConfigs'))) found.set(log, known.auditLogConfig);
    }
  }
  for (const { node: binding } of bindings) {
    if (binding !== place.resource?.body) found.set(binding, known.binding);
    for (const condition of blocksOf(binding, 'condition')) found.set(condition, known.condition);
  }
  return found;
}

/** A binding is one of its role and its condition, an audit configuration one of a service, and inside of it one of a type of log. */
export function namesOf(object: MappingNode, dialect: Dialect): readonly (SyntaxNode | undefined)[] {
  const at = (field: string) => entryOf(object, dialect.spell(field))?.value;
  const [condition] = blocksOf(object, 'condition');
  const title = condition && entryOf(condition, 'title')?.value;
  return [at('role'), title, at('title'), at('service'), at('logType')];
}

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
export const policyWrappers: ReadonlySet<string> = new Set(['policy', 'updateMask']);

/** The fields of the API, those included that it ignores or keeps for old clients (facts §1.1, A3, read 2026-08-22). */
const fields: Readonly<Record<PolicyPart, ReadonlySet<string>>> = {
  policy: new Set(['version', 'etag', 'bindings', 'auditConfigs', 'kind', 'resourceId', 'rules', 'iamOwned']),
  binding: new Set(['role', 'members', 'condition', 'bindingId']),
  condition: new Set(['title', 'description', 'expression', 'location']),
  auditConfig: new Set(['service', 'auditLogConfigs', 'exemptedMembers']),
  auditLogConfig: new Set(['logType', 'exemptedMembers', 'ignoreChildExemptions']),
};

/** Google's parsers take the names of protocol buffers besides. */
const restFields: Readonly<Record<PolicyPart, ReadonlySet<string>>> = {
  policy: new Set([...fields.policy, 'audit_configs', 'iam_owned', '$schema']),
  binding: fields.binding,
  condition: fields.condition,
  auditConfig: new Set([...fields.auditConfig, 'audit_log_configs', 'exempted_members']),
  auditLogConfig: new Set([...fields.auditLogConfig, 'log_type', 'exempted_members', 'ignore_child_exemptions']),
};

const terraformFields: Readonly<Record<PolicyPart, ReadonlySet<string>>> = {
  policy: new Set(['binding', 'audit_config', 'provider', 'depends_on', 'lifecycle']),
  binding: new Set(['role', 'members', 'condition']),
  condition: new Set(['title', 'description', 'expression']),
  auditConfig: new Set(['service', 'audit_log_configs']),
  auditLogConfig: new Set(['log_type', 'exempted_members']),
};
