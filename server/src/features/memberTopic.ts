import { type AccountKind, agentOf } from '../catalog/google/accountKind';
import { type FederatedPrincipal, parseFederatedPrincipal } from '../catalog/google/federatedPrincipal';
import { serviceOfAgent } from '../catalog/google/services';
import type { MemberKind } from '../kinds/gcp/members/written';
import type { Words } from '../l10n/words';
import type { TextValue } from '../workspace/terraform/text';
import type { WordTopic } from './thingAt';

/** Who a member is, as far as its text tells; undefined where it tells nothing. */
export function memberTopic(
  { text, suffix }: Pick<TextValue, 'text' | 'suffix'>,
  kind: MemberKind,
  account: AccountKind | undefined,
): WordTopic | undefined {
  const federated = text === undefined ? undefined : parseFederatedPrincipal(text);
  if (federated) return federatedTopic(federated);
  if (kind !== 'serviceAccount') return topicOf(words[kind]);
  return (account === 'serviceAgent' ? agentTopic(text ?? suffix) : undefined) ?? topicOf(accountWords.get(account ?? 'unknown'));
}

function topicOf(word: keyof Words | undefined): WordTopic | undefined {
  return word && { word };
}

function agentTopic(text: string): WordTopic | undefined {
  const agent = agentOf(text.replace(/^serviceAccount:/, ''));
  if (!agent) return undefined;
  const { project } = agent;
  const service = serviceOfAgent(agent.service)?.product ?? agent.service;
  if (project === undefined) return { word: 'memberAgentOfService', arguments: () => ({ service }) };
  return { word: 'memberAgentOfServiceInProject', arguments: () => ({ service, project }) };
}

function federatedTopic(principal: FederatedPrincipal): WordTopic {
  const named = Object.fromEntries(Object.entries(principal).map(([name, text]) => [name, String(text)]));
  return { word: federatedWord(principal), arguments: () => named };
}

function federatedWord(principal: FederatedPrincipal): keyof Words {
  switch (principal.pool) {
    case 'workforce':
      return workforceWords[principal.who];
    case 'workload':
      return workloadWords[principal.who];
    case 'kubernetes':
      return kubernetesWords[principal.who];
    case 'agents':
      return agentWords[principal.who];
    case 'none':
      return containerWords[principal.container];
  }
}

const workforceWords = {
  subject: 'memberWorkforceSubject',
  group: 'memberWorkforceGroup',
  attribute: 'memberWorkforceAttribute',
  all: 'memberWorkforceAll',
} as const;

const workloadWords = {
  subject: 'memberWorkloadSubject',
  group: 'memberWorkloadGroup',
  attribute: 'memberWorkloadAttribute',
  all: 'memberWorkloadAll',
} as const;

const kubernetesWords = {
  account: 'memberKubernetesAccount',
  uid: 'memberKubernetesUid',
  namespace: 'memberKubernetesNamespace',
  cluster: 'memberKubernetesCluster',
  all: 'memberKubernetesAll',
} as const;

const agentWords = {
  agent: 'memberAgent',
  project: 'memberAgentsOfProject',
  all: 'memberAgentsAll',
} as const;

const containerWords = {
  projects: 'memberAccountsOfProject',
  folders: 'memberAccountsOfFolder',
  organizations: 'memberAccountsOfOrganization',
} as const;

const accountWords: ReadonlyMap<AccountKind, keyof Words> = new Map<AccountKind, keyof Words>([
  ['computeDefault', 'memberComputeDefault'],
  ['appEngineDefault', 'memberAppEngineDefault'],
  ['serviceAgent', 'memberServiceAgent'],
  ['userMade', 'memberServiceAccount'],
  ['unknown', 'memberServiceAccount'],
]);

const words: Readonly<Record<MemberKind, keyof Words | undefined>> = {
  user: 'memberUser',
  serviceAccount: 'memberServiceAccount',
  group: 'memberGroup',
  domain: 'memberDomain',
  allUsers: 'memberAllUsers',
  allAuthenticatedUsers: 'memberAllAuthenticatedUsers',
  principal: 'memberPrincipal',
  principalSet: 'memberPrincipalSet',
  convenience: 'memberConvenience',
  deleted: 'memberDeleted',
  invalid: undefined,
  unknown: undefined,
};
