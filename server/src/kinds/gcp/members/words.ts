import { vocabulary } from '../../speech';

export const words = vocabulary('gcp/members', {
  user: 'One person, by the address of their Google account.',
  serviceAccount: 'A service account: the identity of a program.',
  computeDefault:
    'The default service account of Compute Engine in one project. Every machine runs as it that is not given another account.',
  appEngineDefault: 'The default service account of App Engine in one project. Applications and older functions run as it.',
  serviceAgent:
    'A service agent: the account that Google runs one of its services as in a project. It is nobody’s to use, and needs its role.',
  agentOfService:
    'The service agent of {service}: the account that Google runs this service as. It is nobody’s to use, and needs its role.',
  agentOfServiceInProject:
    'The service agent of {service} in the project {project}: the account that Google runs this service as. It is nobody’s to use, and needs its role.',
  group: 'A group: everyone and everything in it, now and later.',
  domain: 'Every account of a Google Workspace or Cloud Identity domain.',
  allUsers: 'Everyone on the internet, signed in or not.',
  allAuthenticatedUsers: 'Everyone who has signed in to any Google account, and every service account of anybody.',
  principal: 'One identity: from a federation pool, or a Google Cloud resource.',
  principalSet: 'All identities of a federation pool, or a part of them.',
  workforceSubject: 'One identity of the workforce pool {id}: the one whose subject is {subject}.',
  workforceGroup: 'Everyone in the group {group} of the workforce pool {id}, now and later.',
  workforceAttribute: 'Everyone of the workforce pool {id} whose attribute {attribute} is {value}.',
  workforceAll: 'Everyone of the workforce pool {id}: all whom its identity providers let in.',
  workloadSubject:
    'One identity of the workload identity pool {id} in the project {project}: the one whose subject is {subject}.',
  workloadGroup: 'Every identity in the group {group} of the workload identity pool {id} in the project {project}.',
  workloadAttribute:
    'Every identity of the workload identity pool {id} in the project {project} whose attribute {attribute} is {value}.',
  workloadAll: 'Every identity of the workload identity pool {id} in the project {project}: all that its providers let in.',
  kubernetesAccount:
    'The Kubernetes service account {account} in the namespace {namespace}, in every GKE cluster of the project {project}.',
  kubernetesUid: 'One Kubernetes service account in a GKE cluster of the project {project}: the one whose UID is {uid}.',
  kubernetesNamespace:
    'Every Kubernetes service account in the namespace {namespace}, in every GKE cluster of the project {project}.',
  kubernetesCluster: 'Every Kubernetes service account in one GKE cluster of the project {project}: {cluster}',
  kubernetesAll: 'Every Kubernetes service account in every GKE cluster of the project {project}.',
  accountsOfProject: 'Every service account of the project {number}, those made later too.',
  accountsOfFolder: 'Every service account of the projects in the folder {number}, those made later too.',
  accountsOfOrganization: 'Every service account of the projects in the organization {number}, those made later too.',
  agent:
    'One agent by the identity of its own that Google gives it, in the organization {organization}. It is a resource of {service}: {agent}',
  agentsOfProject:
    'Every agent of {service} in the project {project} of the organization {organization} by the identity that Google gives each, those made later too.',
  agentsAll: 'Every agent in the organization {organization} by the identity that Google gives each, those made later too.',
  convenience: 'Everyone who holds the basic role of the project, as Cloud Storage and BigQuery write it.',
  deleted: 'An account that was deleted. The grant comes back to life only if the account is restored.',
});
