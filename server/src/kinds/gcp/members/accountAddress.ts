import { accountKind } from '../../../catalog/google/accountKind';

/** Why no service account can have an address. */
export type AddressFault = 'accountId' | 'projectId' | 'projectNumber';

/**
 * Judges addresses of the form that people's accounts have, `NAME@PROJECT.iam.gserviceaccount.com` (https://cloud.google.com/iam/docs/service-account-overview, read 2026-08-22).
 * Those that Google makes for its own accounts have other forms (A1, A3), and what fits none is unknown: undefined for both.
 */
export function addressFault(address: string): AddressFault | undefined {
  const compute = /^([^@]+)-compute@developer\.gserviceaccount\.com$/.exec(address)?.[1];
  if (compute !== undefined) return isFilledInLater(`${compute}@`) || /^\d+$/.test(compute) ? undefined : 'projectNumber';
  const [, account, host] = /^([^@]+)@([^@]+)\.iam\.gserviceaccount\.com$/.exec(address.toLowerCase()) ?? [];
  if (account === undefined || host === undefined || isFilledInLater(address)) return undefined;
  if (isNumbered(account) || accountKind(address) === 'serviceAgent') return undefined;
  if (!isId(account)) return 'accountId';
  // The project of a domain (`example.com:project`) has the domain behind its name, with rules of its own.
  return host.includes('.') || isId(host) ? undefined : 'projectId';
}

/** Whether a text is an address, and nothing else, that policies take behind `serviceAccount:`. */
export function isAccountAddress(text: string): boolean {
  return /^[\w.-]+@([\w-]+\.)*gserviceaccount\.com$/i.test(text);
}

/** Why no account has an address of which only what stands before the `@` is known. */
export function accountIdFault(account: string): AddressFault | undefined {
  const id = account.toLowerCase();
  return isNumbered(id) || isFilledInLater(account) || isId(id) ? undefined : 'accountId';
}

/** Accounts and projects are named alike. */
function isId(text: string): boolean {
  return text.length >= 6 && text.length <= 30 && /^[a-z]([-a-z0-9]*[a-z0-9])$/.test(text);
}

/** Google names the accounts that it makes by the number of their project. */
function isNumbered(account: string): boolean {
  return /^(service-(org-|folder-)?\d|p\d+-|\d+(-|$))/.test(account);
}

/** `${NAME}`, `{{ name }}`, `<name>`, `[NAME]` and `NAME_OF_ACCOUNT` stand for what people or tools put in. */
function isFilledInLater(address: string): boolean {
  return /[^-\w.@]/.test(address) || /(^|[@.])[A-Z][A-Z0-9]*(_[A-Z0-9]+)+($|[@.])/.test(address);
}
