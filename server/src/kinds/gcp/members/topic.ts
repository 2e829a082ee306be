import { type AccountKind, agentOf } from '../../../catalog/google/accountKind';
import { type FederatedPrincipal, parseFederatedPrincipal } from '../../../catalog/google/federatedPrincipal';
import { serviceOfAgent } from '../../../catalog/google/services';
import { type Arguments, fill } from '../../../text/fill';
import { escapeMarkdown } from '../../../text/markdown';
import type { TextValue } from '../../../workspace/terraform/names/text';
import type { Speech } from '../../speech';
import { words } from './words';
import type { MemberKind } from './written';

type Word = keyof (typeof words)['english'];

/** Who a member is, as far as its text tells, in Markdown; undefined where it tells nothing. */
export function sayMember(
  { text, suffix }: Pick<TextValue, 'text' | 'suffix'>,
  kind: MemberKind,
  account: AccountKind | undefined,
  speech: Speech,
): string | undefined {
  const say = (word: Word | undefined, named: Arguments = {}) => {
    const escaped = Object.entries(named).map(([name, value]) => [name, escapeMarkdown(value)]);
    return word && fill(speech.words(words)[word], Object.fromEntries(escaped));
  };
  const federated = text === undefined ? undefined : parseFederatedPrincipal(text);
  if (federated) {
    const named = Object.fromEntries(Object.entries(federated).map(([name, value]) => [name, String(value)]));
    return say(federatedWord(federated), named);
  }
  if (kind !== 'serviceAccount') return say(kindWords[kind]);
  const agent = account === 'serviceAgent' ? agentOf((text ?? suffix).replace(/^serviceAccount:/, '')) : undefined;
  if (!agent) return say(accountWords.get(account ?? 'unknown'));
  const { project } = agent;
  const service = serviceOfAgent(agent.service)?.product ?? agent.service;
  return project === undefined ? say('agentOfService', { service }) : say('agentOfServiceInProject', { service, project });
}

function federatedWord(principal: FederatedPrincipal): Word {
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
  subject: 'workforceSubject',
  group: 'workforceGroup',
  attribute: 'workforceAttribute',
  all: 'workforceAll',
} as const;

const workloadWords = {
  subject: 'workloadSubject',
  group: 'workloadGroup',
  attribute: 'workloadAttribute',
  all: 'workloadAll',
} as const;

const kubernetesWords = {
  account: 'kubernetesAccount',
  uid: 'kubernetesUid',
  namespace: 'kubernetesNamespace',
  cluster: 'kubernetesCluster',
  all: 'kubernetesAll',
} as const;

const agentWords = {
  agent: 'agent',
  project: 'agentsOfProject',
  all: 'agentsAll',
} as const;

const containerWords = {
  projects: 'accountsOfProject',
  folders: 'accountsOfFolder',
  organizations: 'accountsOfOrganization',
} as const;

const accountWords: ReadonlyMap<AccountKind, Word> = new Map<AccountKind, Word>([
  ['computeDefault', 'computeDefault'],
  ['appEngineDefault', 'appEngineDefault'],
  ['serviceAgent', 'serviceAgent'],
  ['userMade', 'serviceAccount'],
  ['unknown', 'serviceAccount'],
]);

const kindWords: Readonly<Record<MemberKind, Word | undefined>> = {
  user: 'user',
  serviceAccount: 'serviceAccount',
  group: 'group',
  domain: 'domain',
  allUsers: 'allUsers',
  allAuthenticatedUsers: 'allAuthenticatedUsers',
  principal: 'principal',
  principalSet: 'principalSet',
  convenience: 'convenience',
  deleted: 'deleted',
  invalid: undefined,
  unknown: undefined,
};
