import type { Place } from '../../index/facts';
import type { BigNumber } from './bigNumber';
import type { Type } from './type';

/**
 * A value as Terraform works with it. Immutable. Maps and objects are in the order of their keys, sets in Terraform's order of sets, so
 * that whoever goes through them sees what Terraform sees.
 */
export type Value = UnknownValue | NullValue | StringValue | NumberValue | BoolValue | SequenceValue | MappingValue;

interface WithOrigin {
  /** The literals of the text that it comes from, those that decide about it before those that are only joined into it. */
  readonly from: readonly Place[];
}

/** What a plan doesn't know, or what isn't told here. */
export interface UnknownValue extends WithOrigin {
  readonly kind: 'unknown';
  /** As far as it is known. */
  readonly type: Type;
  readonly why: Reason;
  /** Of a resource that isn't known as a whole, the attributes that are. */
  readonly known?: { readonly get: (name: string) => Value | undefined };
  /** A null it can't be. */
  readonly notNull?: true;
  /** Of a text, what it surely begins and ends with. */
  readonly ends?: { readonly prefix: string; readonly suffix: string };
  /** What it is taken from, or the rest of it after what it begins with. */
  readonly reference?: ResourceReference;
  /** Of a list or a set, what surely is in it, whatever else there may be. */
  readonly surely?: readonly Value[];
}

/** `google_service_account.app.email`: an attribute of a resource of a module. */
export interface ResourceReference {
  readonly folder: string;
  /** `google_service_account.app`, `data.google_iam_policy.admin` */
  readonly address: string;
  readonly type: string;
  /** The rest of the path, joined by dots. */
  readonly attribute: string;
}

/** Why a value is unknown, with the names that the words are filled with. */
export interface Reason {
  readonly id: ReasonId;
  /** The expression, name or function. */
  readonly what: string;
}

export type ReasonId =
  /** A variable without a value in the text. */
  | 'variable'
  /** An attribute that is known after apply, or of something that the text doesn't hold. */
  | 'attribute'
  /** A name that leads nowhere, or to several. */
  | 'name'
  /** A function that isn't worked out: the clock, the network, chance. */
  | 'function'
  /** Terraform would end with an error here. */
  | 'error'
  /** A syntax error. */
  | 'unread'
  /** A circle. */
  | 'circle'
  /** More steps or a larger value than are allowed. */
  | 'tooMuch'
  /** A file that isn't in the workspace. */
  | 'file'
  /** The folder of a module that isn't in the workspace, by the path that leads there. */
  | 'folder'
  /** It is worked out and marked as sensitive, so nobody is shown it. */
  | 'sensitive';

export interface NullValue extends WithOrigin {
  readonly kind: 'null';
  readonly type: Type;
}

export interface StringValue extends WithOrigin {
  readonly kind: 'string';
  readonly text: string;
}

export interface NumberValue extends WithOrigin {
  readonly kind: 'number';
  readonly number: BigNumber;
}

export interface BoolValue extends WithOrigin {
  readonly kind: 'bool';
  readonly truth: boolean;
}

export type KeyOrigins = ReadonlyMap<string, readonly Place[]>;

/** `of` is the type of the items of a list or a set; a tuple's items have types of their own. */
export type SequenceValue = WithOrigin & { readonly items: readonly Value[] } & (
    | { readonly kind: 'list' | 'set'; readonly of: Type }
    | { readonly kind: 'tuple' }
  );

export type MappingValue = WithOrigin & {
  readonly entries: ReadonlyMap<string, Value>;
  /** The literals that keys come from, as far as that can be told. */
  readonly keys?: KeyOrigins;
} & ({ readonly kind: 'map'; readonly of: Type } | { readonly kind: 'object' });
