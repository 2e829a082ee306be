import type { Place } from '../workspace/index/facts';
import type { Reason, ReasonId } from '../workspace/terraform/values/value';

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
  /** Set where it follows from the default of a variable or a file of variables, which may be another value when Terraform runs. */
  readonly assumed?: true;
  /** The folder of the module that Terraform is started in, or the document: what isn't known can be the same only inside of one. */
  readonly source: string;
  readonly target: GrantTarget;
  /** In the place of `condition`, where there is one that isn't known. */
  readonly unknownCondition?: Lack;
}

/** What a grant is made on, as far as it can be told from others. */
export interface GrantTarget {
  /** `google_storage_bucket`: things of different kinds are never the same. */
  readonly kind: string;
  /** What names it, part by part; undefined for a part that whoever applies it fills in. */
  readonly parts: readonly (string | Lack | undefined)[];
}

/** A value that isn't known. */
export interface Lack {
  readonly why: Reason;
  /** The literals that it is put together from. */
  readonly from: readonly Place[];
}

/** What isn't known of something that grants. */
export interface UnknownGrant {
  /** Of the resource, or of the module whose resources aren't known; undefined for a document. */
  readonly address: string | undefined;
  readonly what: 'role' | 'members' | 'instances' | 'condition' | 'resource';
  readonly why: UnknownGrantReason;
  /** The name, function, argument or role that is the reason. */
  readonly because: string;
  readonly at: Place;
  /** The literals that the unknown value is put together from. */
  readonly from: readonly Place[];
  /** As in rows. */
  readonly source: string;
  /** What is known all the same; undefined parts may be anything. */
  readonly known: {
    readonly target?: GrantTarget;
    readonly role?: string;
    readonly members?: readonly string[];
    /** The address of the {@link DefinedRole} that it is. */
    readonly definedRole?: string;
  };
}

export type UnknownGrantReason =
  | ReasonId
  /** A text of a document that another tool or a person has yet to fill in. */
  | 'placeholder'
  /** The role is told, and not what it lets its holder do, which somebody has asked for. */
  | 'permissions';

/** A role that the text itself makes. */
export interface DefinedRole {
  /** As in rows. */
  readonly source: string;
  readonly address: string;
  /** By which it is granted, where that is known. */
  readonly name: string | undefined;
  readonly permissions: ReadonlySet<string>;
  /** Whether these are all. */
  readonly complete: boolean;
}

export interface GrantTable {
  readonly grants: readonly GrantRow[];
  readonly unknown: readonly UnknownGrant[];
  readonly roles?: readonly DefinedRole[];
}
