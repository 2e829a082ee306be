import { type AccountKind, accountKindByEnding } from '../../../catalog/google/accountKind';
import type { Member } from './member';

/** Whose account a member is, as far as its text or the resource that it is taken from tells; undefined for other members. */
export function memberAccount(member: Member): AccountKind | undefined {
  if (member.kind !== 'serviceAccount') return undefined;
  if (member.written) return member.written.account;
  // Nothing but an account's address stands before and after what is taken from the resource.
  const { reference } = member;
  if (reference && member.suffix === '' && /^(email|email_address|member)$/.test(reference.attribute)) {
    // A data source may look up any account, one of Google's too.
    if (reference.address.startsWith('data.google_service_account.')) return 'unknown';
    return accountsOfTypes.get(reference.type) ?? 'unknown';
  }
  return accountKindByEnding(member.suffix);
}

const accountsOfTypes: ReadonlyMap<string, AccountKind> = new Map<string, AccountKind>([
  ['google_service_account', 'userMade'],
  ['google_compute_default_service_account', 'computeDefault'],
  ['google_app_engine_default_service_account', 'appEngineDefault'],
  ['google_project_service_identity', 'serviceAgent'],
  ['google_storage_project_service_account', 'serviceAgent'],
  ['google_bigquery_default_service_account', 'serviceAgent'],
  ['google_storage_transfer_project_service_account', 'serviceAgent'],
]);
