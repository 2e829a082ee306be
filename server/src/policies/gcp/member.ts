import type { SyntaxNode } from '../../syntax/tree';
import type { Scope } from '../../workspace/evaluate';
import { noText, type TextValue, textOf } from '../../workspace/text';
import { isUnfilled } from '../values';

/** A principal as allow policies write it (facts §1.3, A1, A3). */
export interface Member extends TextValue {
  readonly kind: MemberKind;
  /** What follows the prefix, as written; undefined when unknown. */
  readonly id: string | undefined;
}

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

export function readMember(node: SyntaxNode, scope: Scope): Member {
  const text = textOf(node, scope) ?? noText(node);
  // The provider writes `serviceAccount:` before the address in this attribute itself.
  if (text.reference?.attribute === 'member' && text.prefix === '' && accountTypes.test(text.reference.type)) {
    return { ...text, kind: 'serviceAccount', id: undefined };
  }
  if (text.text === undefined) return { ...text, kind: kindOfPrefix(text.prefix), id: undefined };
  return { ...text, ...parseMember(text.text) };
}

/** Kind and id of a member that is written out whole. */
export function parseMember(text: string): { readonly kind: MemberKind; readonly id: string | undefined } {
  if (text === 'allUsers' || text === 'allAuthenticatedUsers') return { kind: text, id: undefined };
  if (/^project(Owner|Editor|Viewer|Reader|Writer)s(:|$)/.test(text)) return { kind: 'convenience', id: undefined };
  const colon = text.indexOf(':');
  const kind = colon < 0 ? undefined : kinds.get(text.slice(0, colon));
  if (kind) return { kind, id: text.slice(colon + 1) };
  return { kind: isUnfilled(text) ? 'unknown' : 'invalid', id: undefined };
}

/** Every prefix that an allow policy may use, in its right spelling. */
export const principalPrefixes = [
  'user',
  'serviceAccount',
  'group',
  'domain',
  'principal',
  'principalSet',
  'deleted',
  'projectOwner',
  'projectEditor',
  'projectViewer',
] as const;

/** The member as comparisons need it: addresses are compared without regard to case, pool members with it (facts §1.3). */
export function sameMemberKey(text: string): string {
  const colon = text.indexOf(':');
  const prefix = text.slice(0, colon);
  return colon < 0 || prefix === 'principal' || prefix === 'principalSet'
    ? text
    : `${prefix}:${text.slice(colon + 1).toLowerCase()}`;
}

/**
 * The same for two members that surely are one: the text, or the attribute of a resource that it is taken from. Undefined for
 * what isn't known, and for what another tool has yet to fill in.
 */
export function certainKey({ text, prefix, reference, certain, kind }: Member): string | undefined {
  if (!certain || (kind === 'unknown' && !reference)) return undefined;
  if (text !== undefined) return sameMemberKey(text);
  if (!reference) return undefined;
  const { folder, type, address, attribute } = reference;
  // `member` is the address with its prefix (facts §7.4).
  const isMember = type === 'google_service_account' && prefix === '' && /(^|\.)member$/.test(attribute);
  return isMember
    ? `serviceAccount:${folder}#${address}.${attribute.replace(/member$/, 'email')}`
    : `${prefix}${folder}#${address}.${attribute}`;
}

function kindOfPrefix(prefix: string): MemberKind {
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

const accountTypes =
  /^google_(service_account|project_service_identity|storage_project_service_account|bigquery_default_service_account|compute_default_service_account|app_engine_default_service_account|storage_transfer_project_service_account)$/;
