import { entryOf, type MappingNode } from '../../../syntax/tree';
import type { FactReader } from '../../../workspace/index/factReader';
import type { ResourceName } from '../../../workspace/index/facts';
import type { Workspace } from '../../../workspace/index/workspace';
import { moduleScope, type Scope } from '../../../workspace/terraform/names/scope';
import { literalString, type TextValue, textOf } from '../../../workspace/terraform/names/text';
import { instancesAreCounted } from '../../../workspace/terraform/resources';

declare module '../../../workspace/index/facts' {
  interface FactKinds {
    /** A service account that the workspace makes: name is its e-mail address. */
    readonly account: { readonly folder: string; readonly address: string };
  }
}

export const accountFacts: FactReader = {
  types: ['google_service_account'],
  resource({ address, body }, collector) {
    const email = accountEmail(body);
    if (email) collector.add('account', email, { folder: collector.folder, address }, body);
  },
  followed: ['google_service_account', 'google_project'],
  added: ['google_service_account'],
};

/** One service account: by its address, by the one resource that makes it, or by both. */
export interface Account {
  /** Lower case; undefined where the text doesn't tell. */
  readonly email: string | undefined;
  /** What surely stands before the `@`. */
  readonly id: string | undefined;
  readonly resource: ResourceName | undefined;
}

/** The account behind an address that is written out. */
export function accountOfEmail(email: string, workspace: Workspace): Account {
  const address = email.toLowerCase();
  const id = address.slice(0, Math.max(0, address.indexOf('@')));
  const [made, ...more] = workspace.find('account', address);
  const isOne = made !== undefined && more.length === 0 && accountOfResource(made.value, workspace) !== undefined;
  return { email: address, id, resource: isOne ? made.value : undefined };
}

/** Undefined where the resource isn't surely there once: undeclared, declared twice, or with `count` or `for_each`. */
export function accountOfResource(resource: ResourceName, workspace: Workspace): Account | undefined {
  const [made, ...more] = workspace.find('resource', `${resource.folder}#${resource.address}`);
  if (!made || more.length > 0 || instancesAreCounted(made.value.body)) return undefined;
  const scope = moduleScope(resource.folder, workspace, made.value.root, made.at.uri);
  const id = certainly(made.value.body, 'account_id', scope);
  const project = certainly(made.value.body, 'project', scope);
  const email = id !== undefined && project !== undefined ? `${id}@${project}.iam.gserviceaccount.com` : undefined;
  return { email, id, resource };
}

/**
 * The resource whose account a text means, where nothing but its address stands there: `google_service_account.app.email` behind
 * `prefix`, or with a prefix the attribute that has it already. With an index it is one of several, which is never told.
 */
export function accountResourceOf(
  { reference, prefix }: TextValue,
  expectedPrefix: '' | 'serviceAccount:',
): ResourceName | undefined {
  if (!reference?.address.startsWith('google_service_account.')) return undefined;
  const { folder, address, attribute } = reference;
  const isAddress = attribute === 'email' && prefix === expectedPrefix;
  const isMember = attribute === 'member' && prefix === '' && expectedPrefix !== '';
  return isAddress || isMember ? { folder, address } : undefined;
}

/** The same for two that surely are one account, as far as each of them is known. */
export function accountName({ email, resource }: Account): string {
  return email ?? `${resource?.folder}#${resource?.address}`;
}

/** `no` only where the two surely are different accounts. */
export function sameAccount(a: Account, b: Account): 'surely' | 'maybe' | 'no' {
  if (a.resource && b.resource && a.resource.folder === b.resource.folder)
    return a.resource.address === b.resource.address ? 'surely' : 'no';
  if (a.email !== undefined && b.email !== undefined) return a.email === b.email ? 'surely' : 'no';
  return a.id !== undefined && b.id !== undefined && a.id !== b.id ? 'no' : 'maybe';
}

function certainly(body: MappingNode, key: string, scope: Scope): string | undefined {
  const value = entryOf(body, key)?.value;
  const text = value && textOf(value, scope);
  return text?.certain ? text.text?.toLowerCase() : undefined;
}

/** The address of a service account whose id and project are written out. */
export function accountEmail(body: MappingNode): string | undefined {
  const id = literalString(entryOf(body, 'account_id')?.value);
  const project = literalString(entryOf(body, 'project')?.value);
  return id && project ? `${id}@${project}.iam.gserviceaccount.com`.toLowerCase() : undefined;
}
