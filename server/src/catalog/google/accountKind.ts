/**
 * Whose a service account is, by its address (facts §1.3, A1). `serviceAgent`: one that Google runs a service as. `userMade`: one
 * that somebody made in a project. `unknown`: fits nothing known, which doesn't make it wrong.
 */
export type AccountKind = 'computeDefault' | 'appEngineDefault' | 'serviceAgent' | 'userMade' | 'unknown';

/** `email` may be written in any case. */
export function accountKind(email: string): AccountKind {
  const [, local = '', host = ''] = /^([^@\s]+)@([^@\s]+)$/.exec(email.toLowerCase()) ?? [];
  if (host === '') return 'unknown';
  const byEnd = defaultAccountEnding(`${local}@${host}`);
  if (byEnd) return byEnd === 'computeDefault' && !/^\d+-compute$/.test(local) ? 'unknown' : byEnd;
  if (isAgentName(local) || isAgentHost(host)) return 'serviceAgent';
  if (/^\d+$/.test(local) && /^cloud(services|build)\.gserviceaccount\.com$/.test(host)) return 'serviceAgent';
  if (/^[a-z][a-z0-9-]*$/.test(local) && /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*\.iam\.gserviceaccount\.com$/.test(host)) {
    // Projects of Google itself, where no one else makes accounts.
    return host.endsWith('.google.com.iam.gserviceaccount.com') ? 'unknown' : 'userMade';
  }
  return 'unknown';
}

/** The default account that an address is when this is how it surely ends. */
export function defaultAccountEnding(suffix: string): 'computeDefault' | 'appEngineDefault' | undefined {
  const end = suffix.toLowerCase();
  if (end.endsWith('-compute@developer.gserviceaccount.com')) return 'computeDefault';
  return end.endsWith('@appspot.gserviceaccount.com') ? 'appEngineDefault' : undefined;
}

function isAgentName(local: string): boolean {
  return /^service-(org-|folder-)?\d+$/.test(local) || /^p\d+-/.test(local);
}

function isAgentHost(host: string): boolean {
  const name = /^([a-z0-9-]+)(\.iam)?\.gserviceaccount\.com$/.exec(host)?.[1];
  return name !== undefined && (name.startsWith('gcp-sa-') || agentHosts.has(name));
}

const agentHosts: ReadonlySet<string> = new Set([
  'container-engine-robot',
  'compute-system',
  'gs-project-accounts',
  'serverless-robot-prod',
  'gcf-admin-robot',
  'cloudcomposer-accounts',
  'dataproc-accounts',
  'dataflow-service-producer-prod',
  'storage-transfer-service',
  'containerregistry',
  'cloud-ml',
  'cloud-filer',
  'cloud-redis',
  'cloud-tpu',
  'bigquery-encryption',
  'service-networking',
  'gae-api-prod',
  'gcp-gae-service',
  'dlp-api',
  'firebase-rules',
  'remotebuildexecution',
  'endpoints-portal',
  'system',
]);
