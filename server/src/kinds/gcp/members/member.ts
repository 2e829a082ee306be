import type { SyntaxNode } from '../../../syntax/tree';
import type { Scope } from '../../../workspace/terraform/names/scope';
import { noText, type TextValue, textOf } from '../../../workspace/terraform/names/text';
import { kindOfPrefix, type MemberKind, type WrittenMember, writtenMember } from './written';

/** A principal as allow policies write it (https://cloud.google.com/iam/docs/principal-identifiers). */
export interface Member extends TextValue {
  readonly kind: MemberKind;
  /** What follows the prefix, as written; undefined when unknown. */
  readonly id: string | undefined;
  /** What the whole text tells by itself; undefined when a part of it is unknown. */
  readonly written: WrittenMember | undefined;
}

export function readMember(node: SyntaxNode, scope: Scope): Member {
  const text = textOf(node, scope) ?? noText(node);
  if (text.text !== undefined) {
    const written = writtenMember(text.text);
    const { shown, literal, certain, source, partSource, prefix, suffix, reference } = text;
    const { kind, id } = written;
    return {
      node: text.node,
      shown,
      literal,
      certain,
      source,
      partSource,
      text: text.text,
      prefix,
      suffix,
      reference,
      kind,
      id,
      written,
    };
  }
  // The provider writes `serviceAccount:` before the address in this attribute itself.
  if (text.reference?.attribute === 'member' && text.prefix === '' && accountTypes.test(text.reference.type)) {
    return { ...text, kind: 'serviceAccount', id: undefined, written: undefined };
  }
  return { ...text, kind: kindOfPrefix(text.prefix), id: undefined, written: undefined };
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

/**
 * The same for two members that surely are one: the text, or the attribute of a resource that it is taken from. Undefined for
 * what isn't known, and for what another tool has yet to fill in.
 */
export function certainKey({ written, prefix, reference, certain, kind }: Member): string | undefined {
  if (!certain || (kind === 'unknown' && !reference)) return undefined;
  if (written) return written.key;
  if (!reference) return undefined;
  const { folder, type, address, attribute } = reference;
  // `member` is the address with its prefix.
  const isMember = type === 'google_service_account' && prefix === '' && /(^|\.)member$/.test(attribute);
  return isMember
    ? `serviceAccount:${folder}#${address}.${attribute.replace(/member$/, 'email')}`
    : `${prefix}${folder}#${address}.${attribute}`;
}

/** Resources and data sources that are service accounts. */
export const accountTypes =
  /^google_(service_account|project_service_identity|storage_project_service_account|bigquery_default_service_account|compute_default_service_account|app_engine_default_service_account|storage_transfer_project_service_account)$/;
