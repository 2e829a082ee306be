import { type AccessLevel, isAccessLevel } from '../kinds/gcp/access-level/kind';
import { type AllowPolicy, isAllowPolicy } from '../kinds/gcp/allow-policy/kind';
import type { AttachmentLevel, Policy } from '../kinds/kind';
import { fill } from '../l10n/localize';
import type { Words } from '../l10n/words';

/** What kind of policy it is, in words. */
export function policyName(policy: Policy, words: Words): string {
  if (isAllowPolicy(policy)) return words[allowPolicyWords[policy.form]];
  if (isAccessLevel(policy)) return words[accessLevelWords[policy.form]];
  const kind = 'kind' in policy ? String(policy.kind) : '';
  const word = otherWords.get(kind);
  return word ? words[word] : kind;
}

/** What an allow policy hangs on; nothing for other policies. */
export function attachmentSentence(policy: Policy, words: Words): readonly string[] {
  if (!isAllowPolicy(policy)) return [];
  const { attachment } = policy;
  if (attachment.state !== 'known') return [`${words.explainAttachedUnknown} ${words.lookedSetAttachment}`];
  return [fill(words.explainAttachedTo, { level: words[levelWords[attachment.value]] })];
}

export const levelWords = {
  project: 'levelProject',
  folder: 'levelFolder',
  organization: 'levelOrganization',
  billingAccount: 'levelBillingAccount',
  serviceAccount: 'levelServiceAccount',
  bucket: 'levelBucket',
  other: 'levelOther',
} as const satisfies Readonly<Record<AttachmentLevel, keyof Words>>;

const allowPolicyWords = {
  document: 'lookedAllowDocument',
  binding: 'lookedAllowBinding',
  member: 'lookedAllowMember',
} as const satisfies Readonly<Record<AllowPolicy['form'], keyof Words>>;

const accessLevelWords = {
  level: 'accessLevel',
  spec: 'lookedLevelSpec',
  condition: 'lookedLevelCondition',
} as const satisfies Readonly<Record<AccessLevel['form'], keyof Words>>;

const otherWords: ReadonlyMap<string, keyof Words> = new Map<string, keyof Words>([
  ['gcp.iamResource', 'lookedIamResource'],
  ['gcp.authoritativeList', 'lookedAuthoritativeList'],
  ['gcp.keyFile', 'lookedKeyFile'],
  ['gcp.serviceAccountKey', 'lookedServiceAccountKey'],
  ['gcp.defaultAccounts', 'lookedDefaultAccounts'],
  ['namedValues', 'lookedNamedValues'],
]);
