import { fault, type MemberFault } from './fault';

/**
 * What is wrong with what follows `principal:` or `principalSet:`. Hosts other than that of IAM have forms of their own, and so have the
 * resources with identities of theirs; they are let be.
 *
 * @see https://cloud.google.com/iam/docs/principal-identifiers
 */
export function poolFault(prefix: string, id: string): MemberFault | undefined {
  if (!id.startsWith('//')) return fault('malformed', { prefix });
  const [, kind, address] = /^\/\/goog\/(subject|group)\/(.+)$/.exec(id) ?? [];
  const account = /^\/\/iam\.googleapis\.com\/projects\/-\/serviceAccounts\/(.+)$/.exec(id)?.[1];
  const right = account ? 'serviceAccount' : kind === 'group' ? 'group' : 'user';
  const named = account ?? address;
  if (named) return fault('denyForm', { right }, [{ member: `${right}:${named}`, cure: 'changes' }]);
  if (id.startsWith('//goog/')) return fault('denyFormOther', {});
  const [, host = '', path = ''] = /^\/\/([^/]*)\/?(.*)$/s.exec(id) ?? [];
  // A pool's id where the host belongs.
  if (!host.includes('.')) return fault('poolPath', { prefix });
  return host === 'iam.googleapis.com' ? pathFault(prefix, path) : undefined;
}

function pathFault(prefix: string, path: string): MemberFault | undefined {
  const segments = path.split('/');
  // Pools, projects and the like are principals themselves.
  if (/^(?:projects|folders|organizations)\/[^/]+\/(?:name|uid|type|ancestor\.\w+|\*)(?:\/|$)/.test(path)) return undefined;
  const project = segments[0] === 'projects' ? segments[1] : undefined;
  const [locations, location, pools, pool, ...who] = project === undefined ? segments : segments.slice(2);
  const isWorkload = pools === 'workloadIdentityPools';
  if (locations !== 'locations' || !pool || !(isWorkload || pools === 'workforcePools')) {
    // A kind of resource that this page doesn't know may have members, too.
    const isOurs = segments.length < 3 || /pool/i.test(path);
    return isOurs ? fault('poolPath', { prefix }) : undefined;
  }
  if (isWorkload !== (project !== undefined)) return fault('poolPath', { prefix });
  if (location !== 'global') return fault('poolLocation', { location: location ?? '' });
  if (project !== undefined && !/^\d+$/.test(project)) return fault('poolProject', { project });
  return whoFault(prefix, `//iam.googleapis.com/${path}`, who);
}

function whoFault(prefix: string, id: string, who: readonly string[]): MemberFault | undefined {
  const [first = '', second = ''] = who;
  if (first === '') return fault('poolAlone', { prefix });
  const isOne = first === 'subject' || first === 'kubernetes.serviceaccount.uid';
  const isSet =
    first === '*' || first === 'group' || first === 'namespace' || first === 'kubernetes.cluster' || /^attribute\./.test(first);
  if (!isOne && !isSet) return fault('poolPath', { prefix });
  if (first !== '*' && second === '') return fault('poolAlone', { prefix });
  const right = isOne ? 'principal' : 'principalSet';
  return prefix === right || prefix === 'principalHierarchy'
    ? undefined
    : fault('oneOfSet', { prefix, right }, [{ member: `${right}:${id}`, cure: 'changes' }]);
}
