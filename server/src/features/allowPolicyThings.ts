import { parentArguments } from '../catalog/google/iamFamilies';
import { serviceOfHost } from '../catalog/google/services';
import type { PolicyPart } from '../kinds/gcp/allow-policy/fields';
import { type AllowPolicy, levelOfFamily } from '../kinds/gcp/allow-policy/kind';
import type { IamResourcePolicy } from '../kinds/gcp/iam-resource/kind';
import { type Locale, wordsOf } from '../l10n/localize';
import type { Words } from '../l10n/words';
import type { Entry, MappingNode, SyntaxNode } from '../syntax/tree';
import type { TextRange } from '../text/range';
import { levelWords } from './policyName';
import type { MayHold, WordTopic } from './thingAt';

/** A part of an allow policy and what can be said about it. */
export interface AllowPolicyThing extends WordTopic {
  readonly range: TextRange;
}

/** The fields of a whole policy by their keys, and the words that stand for a choice. What a resource takes is told by itself. */
export function* allowPolicyThings({ form, dialect, node, place }: AllowPolicy, mayHold: MayHold): Generator<AllowPolicyThing> {
  if (form !== 'document' || node.kind !== 'mapping') return;
  const request = place.root.node;
  if (request.kind === 'mapping' && request.entries.some(({ key, value }) => key === 'policy' && value === node)) {
    for (const entry of request.entries) yield* keyThings(entry, requestFields[entry.key]?.word);
  }
  yield* partThings(node, dialect.name === 'rest' ? 'policy' : 'dataSource', mayHold);
}

/** The arguments of a resource that grants roles, or that says what is logged. */
export function* iamResourceThings({ node, ending, family }: IamResourcePolicy): Generator<AllowPolicyThing> {
  if (node.kind !== 'mapping') return;
  yield* partThings(node, resourceParts[ending], () => true);
  yield* parentThings(node, family);
}

/** The arguments that say what the policy hangs on. Where none is required, the optional ones say it. */
function* parentThings({ entries }: MappingNode, family: string): Generator<AllowPolicyThing> {
  const parents = parentArguments(family);
  if (!parents) return;
  const { required, optional } = parents;
  const naming = required.length > 0 ? required : optional;
  const level = levelOfFamily(family);
  const named = (locale: Locale) => ({ what: level === 'other' ? family : wordsOf(locale)[levelWords[level]] });
  for (const { key, keyRange } of entries) {
    const isNaming = naming.includes(key);
    if (!isNaming && !optional.includes(key)) continue;
    const word = isNaming ? 'resourceParent' : key === 'project' ? 'resourceParentProject' : 'resourceParentLocation';
    yield { word, arguments: named, range: keyRange };
  }
}

function* partThings(mapping: MappingNode, part: Part, mayHold: MayHold): Generator<AllowPolicyThing> {
  for (const entry of mapping.entries) {
    const field = fieldOf(part, entry.key);
    if (!field) continue;
    yield* keyThings(entry, field.word);
    if (field.values) yield* valueThings(entry.value, field.values);
    if (!field.holds) continue;
    for (const inner of mappingsOf(entry.value)) if (mayHold(inner.range)) yield* partThings(inner, field.holds, mayHold);
  }
}

/** Each block of Terraform has the key before it; everything else has one key. */
function* keyThings({ keyRange, value }: Entry, word: keyof Words | undefined): Generator<AllowPolicyThing> {
  if (!word) return;
  yield { word, range: keyRange };
  for (const { header } of mappingsOf(value)) if (header) yield { word, range: header.range };
}

function* valueThings(node: SyntaxNode, topicOf: (text: string) => WordTopic | undefined): Generator<AllowPolicyThing> {
  const topic = node.kind === 'scalar' && typeof node.value === 'string' ? topicOf(node.value) : undefined;
  if (topic) yield { ...topic, range: node.range };
}

function mappingsOf(node: SyntaxNode): readonly MappingNode[] {
  if (node.kind === 'mapping') return [node];
  return node.kind === 'sequence' ? node.items.filter((item) => item.kind === 'mapping') : [];
}

/** Terraform's arguments, and what the parsers of the API take besides, are the same words in snake case. */
function fieldOf(part: Part, key: string): PolicyField | undefined {
  const name = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(fields[part], name) ? fields[part][name] : undefined;
}

type Part = PolicyPart | 'dataSource' | (typeof resourceParts)[keyof typeof resourceParts];

interface PolicyField {
  readonly word: keyof Words;
  /** What the objects in it are. */
  readonly holds?: Part;
  readonly values?: (text: string) => WordTopic | undefined;
}

const resourceParts = {
  member: 'memberResource',
  binding: 'bindingResource',
  policy: 'policyResource',
  audit_config: 'auditConfigResource',
} as const;

const requestFields: Readonly<Record<string, PolicyField>> = {
  policy: { word: 'requestPolicy' },
  updateMask: { word: 'requestUpdateMask' },
};

const logTypes: ReadonlyMap<string, keyof Words> = new Map([
  ['LOG_TYPE_UNSPECIFIED', 'valueUnspecified'],
  ['ADMIN_READ', 'valueAdminRead'],
  ['DATA_READ', 'valueDataRead'],
  ['DATA_WRITE', 'valueDataWrite'],
]);

function logTypeTopic(text: string): WordTopic | undefined {
  const word = logTypes.get(text);
  return word && { word };
}

function serviceTopic(text: string): WordTopic | undefined {
  if (text === 'allServices') return { word: 'auditAllServices' };
  const service = serviceOfHost(text);
  return service && { word: 'auditOneService', arguments: () => ({ service: service.product }) };
}

const role: PolicyField = { word: 'bindingRole' };
const condition: PolicyField = { word: 'bindingCondition', holds: 'condition' };
const auditConfigs: PolicyField = { word: 'auditConfigs', holds: 'auditConfig' };

/** By their names in the API (facts §1.1) and in Terraform (facts §7). */
const fields: Readonly<Record<Part, Readonly<Record<string, PolicyField>>>> = {
  policy: {
    version: { word: 'policyVersion' },
    etag: { word: 'policyEtag' },
    kind: { word: 'policyKind' },
    resourceId: { word: 'policyResourceId' },
    bindings: { word: 'policyBindings', holds: 'binding' },
    auditConfigs,
  },
  dataSource: { binding: { word: 'policyBinding', holds: 'binding' }, auditConfig: auditConfigs },
  binding: { role, members: { word: 'bindingMembers' }, condition },
  bindingResource: { role, members: { word: 'resourceMembers' }, condition },
  memberResource: { role, member: { word: 'resourceMember' }, condition },
  policyResource: { policyData: { word: 'resourcePolicyData' } },
  condition: {
    title: { word: 'conditionTitle' },
    description: { word: 'conditionDescription' },
    expression: { word: 'conditionExpression' },
    location: { word: 'conditionLocation' },
  },
  auditConfig: {
    service: { word: 'auditService', values: serviceTopic },
    auditLogConfigs: { word: 'auditLogConfigs', holds: 'auditLogConfig' },
  },
  auditConfigResource: {
    service: { word: 'resourceAuditService', values: serviceTopic },
    auditLogConfig: { word: 'auditLogConfigs', holds: 'auditLogConfig' },
  },
  auditLogConfig: {
    logType: { word: 'auditLogType', values: logTypeTopic },
    exemptedMembers: { word: 'auditExemptedMembers' },
  },
};
