import type { Place } from '../workspace/index/facts';
import type { ReasonId } from '../workspace/terraform/values/value';

/** What somebody may do, one row for each role and member. */
export interface GrantRow {
  /** Terraform's, with the path of the module and the key of the instance; undefined for a document. */
  readonly address: string | undefined;
  /** The type of the resource, or what the document is. */
  readonly kind: string;
  readonly role: string;
  readonly member: string;
  /** On what, as a text, where the text tells. */
  readonly resource: string | undefined;
  readonly condition: { readonly title: string; readonly expression: string } | undefined;
  /** Where it is granted. */
  readonly at: Place;
  /** The literals that it comes from. */
  readonly from: readonly Place[];
}

/** What isn't known of something that grants. */
export interface UnknownGrant {
  /** Of the resource, or of the module whose resources aren't known; undefined for a document. */
  readonly address: string | undefined;
  readonly what: 'role' | 'members' | 'instances' | 'condition';
  readonly why: ReasonId;
  /** The name, function or argument that is the reason. */
  readonly because: string;
  readonly at: Place;
}

export interface GrantTable {
  readonly grants: readonly GrantRow[];
  readonly unknown: readonly UnknownGrant[];
}
