import type { MemberKind } from '../written';
import { type Cure, fault, type MemberFault } from './fault';
import { kubernetesFault } from './kubernetes';

/** What is wrong with what follows `user:`, `group:`, `domain:` or `serviceAccount:`; it has no blanks, and nobody has yet to fill it in. */
export function addressIdFault(kind: MemberKind, id: string): MemberFault | undefined {
  const everyone = /^(allUsers|allAuthenticatedUsers)$/i.exec(id);
  if (kind === 'user' || kind === 'group') {
    if (everyone) return fault('noAddress', { kind, id }, [{ member: rightEveryone(id), cure: 'changes' }]);
    if (/[@.]gserviceaccount\.com$/i.test(id) && isAddress(id))
      return fault('accountAsPerson', { kind, id }, [{ member: `serviceAccount:${id}`, cure: 'same' }]);
    return isMailAddress(id) ? undefined : fault('noAddress', { kind, id }, id.includes('@') ? [] : domainCures(id));
  }
  if (kind === 'domain') {
    if (id.includes('@')) return fault('noDomain', { id }, peopleCures(id));
    return /^[^\s@:/]+\.[^\s@:/]+$/.test(id) ? undefined : fault('noDomain', { id });
  }
  if (kind !== 'serviceAccount') return undefined;
  if (everyone) return fault('noAddress', { kind, id }, [{ member: rightEveryone(id), cure: 'changes' }]);
  if (/\.svc\.id\.goog/.test(id)) return kubernetesFault(id);
  const [, named] = /^(?:\/\/iam\.googleapis\.com\/)?projects\/[^/]+\/serviceAccounts\/([^/]+)$/.exec(id) ?? [];
  if (named !== undefined)
    return fault('noAddress', { kind, id }, isAccountAddress(named) ? [{ member: `serviceAccount:${named}`, cure: 'same' }] : []);
  if (isAddress(id)) {
    const isGoogles = /(^|[@.])gserviceaccount\.com$/i.test(id);
    return isGoogles ? undefined : fault('foreignAccount', { member: `serviceAccount:${id}` }, peopleCures(id));
  }
  // Old policies name some accounts by their number.
  return id.includes('@') || /^\d+$/.test(id) ? undefined : fault('noAddress', { kind, id });
}

function rightEveryone(id: string): string {
  return /^allUsers$/i.test(id) ? 'allUsers' : 'allAuthenticatedUsers';
}

/** Which kind an address is of can't be told from it, so each is offered; but no person has an address at a service account's host. */
export function peopleCures(address: string): readonly Cure[] {
  if (!isAddress(address)) return [];
  if (/[@.]gserviceaccount\b/i.test(address)) {
    const member = `serviceAccount:${address.replace(/([@.]gserviceaccount)\b.*$/i, '$1.com')}`;
    return [{ member, cure: 'changes' }];
  }
  return (['user', 'group'] as const).map((kind) => ({ member: `${kind}:${address}`, cure: 'changes' }));
}

function domainCures(id: string): readonly Cure[] {
  return /^[\w-]+(?:\.[\w-]+)+$/.test(id) ? [{ member: `domain:${id}`, cure: 'changes' }] : [];
}

/** Mailboxes and domains may hold letters of any script. */
function isMailAddress(id: string): boolean {
  return /^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(id);
}

function isAddress(text: string): boolean {
  return /^[^\s@:<>()[\]{}'"`,;\\]+@[^\s@:<>()[\]{}'"`,;\\]+\.[^\s@:<>()[\]{}'"`,;\\]+$/.test(text);
}

export function isAccountAddress(text: string): boolean {
  return isAddress(text) && /\.gserviceaccount\.com$/i.test(text);
}
