/** Who is meant by a principal that is named by where it comes from instead of by an address (https://cloud.google.com/iam/docs/principal-identifiers). */
export type FederatedPrincipal =
  | (Pool & PartOfPool)
  | ({ readonly pool: 'kubernetes'; readonly project: string } & PartOfKubernetes)
  | ({ readonly pool: 'agents'; readonly organization: string } & PartOfAgents)
  | { readonly pool: 'none'; readonly who: 'serviceAccounts'; readonly container: Container; readonly number: string };

type Pool =
  | { readonly pool: 'workforce'; readonly id: string }
  /** `project`: its number. */
  | { readonly pool: 'workload'; readonly id: string; readonly project: string };

type PartOfPool =
  | { readonly who: 'subject'; readonly subject: string }
  | { readonly who: 'group'; readonly group: string }
  | { readonly who: 'attribute'; readonly attribute: string; readonly value: string }
  | { readonly who: 'all' };

type PartOfKubernetes =
  | { readonly who: 'account'; readonly namespace: string; readonly account: string }
  | { readonly who: 'uid'; readonly uid: string }
  | { readonly who: 'namespace'; readonly namespace: string }
  | { readonly who: 'cluster'; readonly cluster: string }
  | { readonly who: 'all' };

type PartOfAgents =
  /** `service`: `aiplatform`. `agent`: the path of its resource, `projects/1/locations/l/reasoningEngines/2`. */
  | { readonly who: 'agent'; readonly service: string; readonly agent: string }
  /** `project`: its number. */
  | { readonly who: 'project'; readonly service: string; readonly project: string }
  | { readonly who: 'all' };

type Container = 'projects' | 'folders' | 'organizations';

/** Of a whole member, `principal://…` or `serviceAccount:PROJECT.svc.id.goog[…]`. Undefined for every form that isn't surely one of these. */
export function parseFederatedPrincipal(member: string): FederatedPrincipal | undefined {
  return kubernetesAccount(member) ?? serviceAccountsOf(member) ?? agentPrincipal(member) ?? poolPrincipal(member);
}

function kubernetesAccount(member: string): FederatedPrincipal | undefined {
  const [, project, namespace, account] =
    /^serviceAccount:([^/[\]\s]+)\.svc\.id\.goog\[([^/[\]\s]+)\/([^/[\]\s]+)\]$/.exec(member) ?? [];
  if (!project || !namespace || !account) return undefined;
  return { pool: 'kubernetes', project, who: 'account', namespace, account };
}

function serviceAccountsOf(member: string): FederatedPrincipal | undefined {
  const [, container, number] =
    /^principalSet:\/\/cloudresourcemanager\.googleapis\.com\/(projects|folders|organizations)\/([^/\s]+)\/type\/ServiceAccount$/.exec(
      member,
    ) ?? [];
  if (!container || !number) return undefined;
  return { pool: 'none', who: 'serviceAccounts', container: container as Container, number };
}

function agentPrincipal(member: string): FederatedPrincipal | undefined {
  const [, scheme, organization, rest = ''] =
    /^(principal|principalSet):\/\/agents\.global\.org-([^./\s]+)\.system\.id\.goog\/(\S+)$/.exec(member) ?? [];
  if (!organization) return undefined;
  const part = scheme === 'principalSet' ? agentSet(rest) : oneAgent(rest);
  return part && { pool: 'agents', organization, ...part };
}

function oneAgent(rest: string): PartOfAgents | undefined {
  const [, service, agent] = /^resources\/([^/]+)\/(.+)$/.exec(rest) ?? [];
  return service && agent ? { who: 'agent', service, agent } : undefined;
}

function agentSet(rest: string): PartOfAgents | undefined {
  if (rest === '*') return { who: 'all' };
  const [, service, project] = /^attribute\.platformContainer\/([^/]+)\/projects\/([^/]+)$/.exec(rest) ?? [];
  return service && project ? { who: 'project', service, project } : undefined;
}

function poolPrincipal(member: string): FederatedPrincipal | undefined {
  const [, scheme, project, kind, id, rest] =
    /^(principal|principalSet):\/\/iam\.googleapis\.com\/(?:projects\/([^/]+)\/)?locations\/global\/(workforcePools|workloadIdentityPools)\/([^/]+)\/(.+)$/s.exec(
      member,
    ) ?? [];
  if (!id || !rest || (project !== undefined) !== (kind === 'workloadIdentityPools')) return undefined;
  const isSet = scheme === 'principalSet';
  const cluster = /^(.+)\.svc\.id\.goog$/.exec(id)?.[1];
  if (project !== undefined && cluster !== undefined) {
    const part = isSet ? kubernetesSet(rest) : kubernetesOne(rest);
    return part && { pool: 'kubernetes', project: cluster, ...part };
  }
  const part = isSet ? poolSet(rest) : poolOne(rest);
  if (!part) return undefined;
  return project === undefined ? { pool: 'workforce', id, ...part } : { pool: 'workload', id, project, ...part };
}

function poolOne(rest: string): PartOfPool | undefined {
  const subject = /^subject\/(.+)$/s.exec(rest)?.[1];
  return subject === undefined ? undefined : { who: 'subject', subject };
}

function poolSet(rest: string): PartOfPool | undefined {
  if (rest === '*') return { who: 'all' };
  const [, group, attribute, value] = /^(?:group\/(.+)|attribute\.([^/]+)\/(.+))$/s.exec(rest) ?? [];
  if (group) return { who: 'group', group };
  return attribute && value ? { who: 'attribute', attribute, value } : undefined;
}

function kubernetesOne(rest: string): PartOfKubernetes | undefined {
  const [, namespace, account, uid] =
    /^(?:subject\/ns\/([^/]+)\/sa\/([^/]+)|kubernetes\.serviceaccount\.uid\/([^/]+))$/.exec(rest) ?? [];
  if (namespace && account) return { who: 'account', namespace, account };
  return uid ? { who: 'uid', uid } : undefined;
}

function kubernetesSet(rest: string): PartOfKubernetes | undefined {
  if (rest === '*') return { who: 'all' };
  const [, namespace, cluster] = /^(?:namespace\/([^/]+)|kubernetes\.cluster\/(\S+))$/.exec(rest) ?? [];
  if (namespace) return { who: 'namespace', namespace };
  return cluster ? { who: 'cluster', cluster } : undefined;
}
