import { type Entry, entryOf, type MappingNode } from '../../syntax/tree';
import { nearestWord } from '../../text/nearestWord';
import { blocksOf } from '../../workspace/terraformResources';
import type { AllowPolicy } from './allowPolicy';

/** An entry with a key that no dialect of the format has. */
export interface UnknownField {
  readonly entry: Entry;
  readonly part: PolicyPart;
  /** The field that was meant, when only one comes near and isn't there yet. */
  readonly meant: string | undefined;
}

export type PolicyPart = 'policy' | 'binding' | 'condition' | 'auditConfig' | 'auditLogConfig';

/** Of a document; Terraform itself tells what a resource doesn't take. */
export function unknownFields(policy: AllowPolicy): readonly UnknownField[] {
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
      const meant = nearestWord(entry.key, known);
      return { entry, part, meant: meant !== undefined && !entryOf(mapping, meant) ? meant : undefined };
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

/** The fields of the API, those included that it ignores or keeps for old clients (facts §1.1, A3, read 2026-08-22). */
const fields: Readonly<Record<PolicyPart, ReadonlySet<string>>> = {
  policy: new Set(['version', 'etag', 'bindings', 'auditConfigs', 'kind', 'resourceId', 'rules', 'iamOwned']),
  binding: new Set(['role', 'members', 'condition', 'bindingId']),
  condition: new Set(['title', 'description', 'expression', 'location']),
  auditConfig: new Set(['service', 'auditLogConfigs', 'exemptedMembers']),
  auditLogConfig: new Set(['logType', 'exemptedMembers', 'ignoreChildExemptions']),
};
