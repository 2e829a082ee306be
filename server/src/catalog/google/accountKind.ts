import { services } from './services';

/**
 * Whose a service account is, by its address (https://cloud.google.com/iam/docs/service-account-types). `serviceAgent`: one that Google runs a service as. `userMade`: one
 * that somebody made in a project. `unknown`: fits nothing known, which doesn't make it wrong.
 */
export type AccountKind = 'computeDefault' | 'appEngineDefault' | 'serviceAgent' | 'userMade' | 'unknown';

/** `email` may be written in any case. */
export function accountKind(email: string): AccountKind {
  const [, local = '', host = ''] = /^([^@\s]+)@([^@\s]+)$/.exec(email.toLowerCase()) ?? [];
  if (host === '') return 'unknown';
  if (host === 'developer.gserviceaccount.com') return /^\d+-compute$/.test(local) ? 'computeDefault' : 'unknown';
  if (host === 'appspot.gserviceaccount.com') return 'appEngineDefault';
  if (isNumberedHost(host)) return /^\d+$/.test(local) ? 'serviceAgent' : 'unknown';
  if (isAgentName(local) || isAgentHost(host)) return 'serviceAgent';
  if (/^[a-z][a-z0-9-]*$/.test(local) && /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*\.iam\.gserviceaccount\.com$/.test(host)) {
    // Projects of Google itself, where no one else makes accounts.
    return host.endsWith('.google.com.iam.gserviceaccount.com') ? 'unknown' : 'userMade';
  }
  return 'unknown';
}

/** The same for an address of which only the end is sure: `-compute@developer.gserviceaccount.com`. */
export function accountKindByEnding(ending: string): AccountKind {
  const end = ending.toLowerCase();
  if (end.endsWith('-compute@developer.gserviceaccount.com')) return 'computeDefault';
  if (end.endsWith('@appspot.gserviceaccount.com')) return 'appEngineDefault';
  const at = end.indexOf('@');
  const host = end.slice(at + 1);
  return at >= 0 && (isNumberedHost(host) || isAgentHost(host)) ? 'serviceAgent' : 'unknown';
}

/**
 * The service that a service agent runs, by the name in its address (`pubsub` of `gcp-sa-pubsub`), and the number of the project
 * that it does so in. `email` may lack its beginning. Undefined when the address doesn't name one.
 */
export function agentOf(email: string): { readonly service: string; readonly project: string | undefined } | undefined {
  const [, local = '', host = ''] = /^([^@\s]*)@([^@\s]+)$/.exec(email.toLowerCase()) ?? [];
  const [name = ''] = host.split('.');
  // `system` tells nothing.
  if (name === 'system' || !(isNumberedHost(host) || isAgentHost(host))) return undefined;
  const project = /^(?:(?:service-)?(\d+)|p(\d+)-.*)$/.exec(local);
  return { service: name.replace(/^gcp-sa-/, ''), project: project?.[1] ?? project?.[2] };
}

/** Hosts of agents that are named by their project's number alone. */
function isNumberedHost(host: string): boolean {
  return host === 'cloudservices.gserviceaccount.com' || host === 'cloudbuild.gserviceaccount.com';
}

function isAgentName(local: string): boolean {
  return /^service-(org-|folder-)?\d+$/.test(local) || /^p\d+-/.test(local);
}

function isAgentHost(host: string): boolean {
  const name = /^([a-z0-9-]+)(\.iam)?\.gserviceaccount\.com$/.exec(host)?.[1];
  return name !== undefined && (name.startsWith('gcp-sa-') || otherAgentHosts.has(name) || agentHosts().has(name));
}

let knownAgentHosts: ReadonlySet<string> | undefined;

function agentHosts(): ReadonlySet<string> {
  knownAgentHosts ??= new Set(services().flatMap(({ agents }) => agents));
  return knownAgentHosts;
}

/** Those of services that aren't in the catalogue of services, and of none. */
const otherAgentHosts: ReadonlySet<string> = new Set([
  'cloud-ml',
  'endpoints-portal',
  'firebase-sa-management',
  'remotebuildexecution',
  'system',
]);
