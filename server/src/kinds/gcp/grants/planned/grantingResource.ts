import type { Value } from '../../../../workspace/terraform/values/value';
import type { GrantRow, Lack } from '../../../grantTable';

/** A resource of an IAM family, as a module makes it or as a plan shows it. */
export interface GrantingResource {
  readonly address: string;
  readonly type: string;
  /** The names of all arguments. */
  readonly names: readonly string[];
  /** The value of an argument; undefined where it has none. */
  argument(name: string): Value | undefined;
  /** What its provider gives where it has none, as far as that is told. */
  providerArgument?(name: string): Value | undefined;
  /** Undefined where it has none. */
  condition(): NonNullable<GrantRow['condition']> | Lack | undefined;
}
