import { type AccountKind, accountKind } from '../../../catalog/google/accountKind';
import { ownText } from '../../../text/ownText';
import { isUnfilled } from '../../reading/values';
import { type AddressFault, addressFault } from './accountAddress';

export type MemberKind =
  | 'user'
  | 'serviceAccount'
  | 'group'
  | 'domain'
  | 'allUsers'
  | 'allAuthenticatedUsers'
  | 'principal'
  | 'principalSet'
  /** `projectOwner:`, `projectEditors`, … of Cloud Storage and BigQuery. */
  | 'convenience'
  | 'deleted'
  /** The text is known and is none of these. */
  | 'invalid'
  /** The text does not tell. */
  | 'unknown';

/** What a member's text tells by itself. */
export interface WrittenMember {
  readonly kind: MemberKind;
  readonly id: string | undefined;
  /** {@link sameMemberKey} */
  readonly key: string;
  /** Whose account it is; undefined for what is no service account. */
  readonly account: AccountKind | undefined;
  readonly addressFault: AddressFault | undefined;
  /** Of a person, a group or a domain, in lower case; undefined where the text has none. */
  readonly domain: string | undefined;
}

/**
 * The same object for the same text: all rules ask the same of every member at every keystroke, and nearly all were there before.
 * Forgets when it has been asked for very many, so that it never holds more than a large file does.
 */
export function writtenMember(text: string): WrittenMember {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= most) known.clear();
  const own = ownText(text);
  const now = readWritten(own);
  known.set(own, now);
  return now;
}

const known = new Map<string, WrittenMember>();
const most = 32_768;

function readWritten(text: string): WrittenMember {
  const { kind, id } = parseMember(text);
  const address = kind === 'serviceAccount' ? id : undefined;
  return {
    kind,
    id,
    key: sameMemberKey(text),
    account: address === undefined ? undefined : accountKind(address),
    addressFault: address === undefined ? undefined : addressFault(address),
    domain: domainOf(kind, id),
  };
}

function domainOf(kind: MemberKind, id = ''): string | undefined {
  if (kind === 'domain') return domainIn(id);
  return (kind === 'user' || kind === 'group') && id.includes('@') ? domainIn(id.slice(id.lastIndexOf('@') + 1)) : undefined;
}

/** A domain in lower case; undefined for what is none. */
export function domainIn(text: string): string | undefined {
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(text) ? text.toLowerCase() : undefined;
}

/** Kind and id of a member that is written out whole. */
export function parseMember(text: string): Pick<WrittenMember, 'kind' | 'id'> {
  if (text === 'allUsers' || text === 'allAuthenticatedUsers') return { kind: text, id: undefined };
  if (/^project(Owner|Editor|Viewer|Reader|Writer)s(:|$)/.test(text)) return { kind: 'convenience', id: undefined };
  const colon = text.indexOf(':');
  const kind = colon < 0 ? undefined : kinds.get(text.slice(0, colon));
  if (kind) return { kind, id: text.slice(colon + 1) };
  return { kind: isUnfilled(text) ? 'unknown' : 'invalid', id: undefined };
}

/** The same for the beginning of a text. */
export function kindOfPrefix(prefix: string): MemberKind {
  const colon = prefix.indexOf(':');
  return (colon < 0 ? undefined : kinds.get(prefix.slice(0, colon))) ?? 'unknown';
}

const kinds: ReadonlyMap<string, MemberKind> = new Map<string, MemberKind>([
  ['user', 'user'],
  ['serviceAccount', 'serviceAccount'],
  ['group', 'group'],
  ['domain', 'domain'],
  ['principal', 'principal'],
  ['principalSet', 'principalSet'],
  ['principalHierarchy', 'principalSet'],
  ['projectOwner', 'convenience'],
  ['projectEditor', 'convenience'],
  ['projectViewer', 'convenience'],
  ['deleted', 'deleted'],
]);

/** The member as comparisons need it: addresses are compared without regard to case, pool members with it (https://cloud.google.com/iam/docs/principal-identifiers). */
export function sameMemberKey(text: string): string {
  const colon = text.indexOf(':');
  const prefix = text.slice(0, colon);
  return colon < 0 || prefix === 'principal' || prefix === 'principalSet'
    ? text
    : `${prefix}:${text.slice(colon + 1).toLowerCase()}`;
}
