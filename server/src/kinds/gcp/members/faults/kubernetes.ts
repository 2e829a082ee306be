import { fault, type MemberFault } from './fault';

/** `PROJECT.svc.id.goog[NAMESPACE/ACCOUNT]`: an account of Kubernetes (https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity). */
export function kubernetesFault(id: string): MemberFault | undefined {
  if (/^[^\s[\]()/@]+\.svc\.id\.goog\[[^\s[\]()/]+\/[^\s[\]()/]+\]$/.test(id)) return undefined;
  const [, project, namespace, account] =
    /^([^\s[\]()/@]+)\.svc\.id\.goog[[({/]([^\s[\](){}/]+)\/([^\s[\](){}/]+)[\])}]?$/.exec(id) ?? [];
  const member = `serviceAccount:${project}.svc.id.goog[${namespace}/${account}]`;
  return fault('kubernetes', { id }, project === undefined ? [] : [{ member, cure: 'same' }]);
}
