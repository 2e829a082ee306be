import type { Entry, MappingNode, SequenceNode, SyntaxNode } from '../../../syntax/tree';
import type { TextRange } from '../../../text/range';
import type { TextValue } from '../../../workspace/terraform/names/text';
import type { Field, ListValue, Policy } from '../../policy';
import type { Condition } from '../conditions/condition';
import type { Member } from '../members/member';

/** What an allow policy may hang on. */
export const attachmentLevels = [
  'project',
  'folder',
  'organization',
  'billingAccount',
  'serviceAccount',
  'bucket',
  'other',
] as const;

export type AttachmentLevel = (typeof attachmentLevels)[number];

/** What is said of a policy, whichever bindings it has. */
export interface PolicyHeader extends Pick<Policy, 'place' | 'dialect'> {
  /**
   * `document`: a whole policy. `binding`: all members of one role (`_iam_binding`). `member`: one grant (`_iam_member`). `entry`: one of
   * an access list, which IAM counts as a grant. `audit`: what is logged of a service. `input`: a grant that a
   * module or a factory makes of what it is given.
   */
  readonly form: 'document' | 'binding' | 'member' | 'entry' | 'audit' | 'input';
  readonly attachment: Field<AttachmentLevel>;
  /** The Terraform family without its ending: `google_storage_bucket`. */
  readonly family: string | undefined;
}

/** An IAM allow policy, or the part of one that a Terraform resource manages. */
export interface AllowPolicy extends Policy, PolicyHeader {
  readonly kind: 'gcp.allowPolicy';
  readonly bindings: readonly Binding[];
  /** Whether `bindings` are all there are in this text. */
  readonly complete: boolean;
  /** What is marked where the policy as a whole is at fault: the key of its bindings, or the resource's header. */
  readonly anchor: TextRange;
  readonly etag: Field<TextValue>;
  /** The members that audit logs leave out, one list for each log type, as far as they are written out. */
  readonly exemptedMembers: readonly ListValue<Member>[];
  /** Whether no workspace was asked while it was read, so that it follows from the text alone. */
  readonly readAlone: boolean;
  /** The list that holds the bindings, when it is written out and may be edited. */
  readonly bindingList: SequenceNode | undefined;
  /** Of an entry. */
  readonly removal?: EntryRemoval;
}

/** How an entry is taken away: with its resource, out of a list, or by another word for the whole list. */
export type EntryRemoval =
  | 'resource'
  | { readonly from: SequenceNode; readonly item: SyntaxNode }
  | { readonly replace: SyntaxNode; readonly by: string }
  | { readonly refused: 'notLiteral' | 'computed' | 'sharedText' };

/** A binding with the policy that it belongs to, as far as that doesn't depend on the others. */
export interface BindingOfPolicy {
  readonly binding: Binding;
  readonly policy: PolicyHeader;
}

/** A role as a value, or as the key of those who have it. */
export interface RoleText extends TextValue {
  /** The entry of which it is the key, where that is written and may be edited. */
  readonly keyOf?: Entry | undefined;
}

export interface Binding {
  readonly node: MappingNode;
  /** What is marked where something of the binding is absent. */
  readonly anchor: TextRange;
  readonly role: Field<RoleText>;
  /** A single member stands as a list of one. */
  readonly members: Field<ListValue<Member>>;
  readonly condition: Field<Condition>;
  /** The same for two bindings that the API takes for one: those of one role and one condition. Undefined when the text doesn't tell. */
  readonly identity: string | undefined;
}

/** Whoever applies the policy reads and writes etags by itself. */
export const noEtag: AllowPolicy['etag'] = { state: 'unknown', node: undefined };
