import type { Root } from '../syntax/format';
import type { SequenceNode, SyntaxNode } from '../syntax/tree';
import type { TextRange } from '../text/range';
import type { MergedResource } from '../workspace/terraform/overriding/mergedResource';
import type { TerraformResource } from '../workspace/terraform/resources';
import type { Dialect } from './dialect';

/** What every policy tells, whatever its kind. */
export interface Policy {
  /** The id of its kind. */
  readonly kind: string;
  readonly node: SyntaxNode;
  readonly place: PolicyPlace;
  readonly dialect: Dialect;
}

/** Where a policy stands. */
export interface PolicyPlace {
  readonly uri: string;
  /** The piece of the file that findings are counted in. */
  readonly outer: Root;
  /** The root that holds the policy's nodes: `outer`, or one embedded in it. */
  readonly root: Root;
  /** From `root` to `outer`. Undefined when no such stretch stands there. */
  toOuter(range: TextRange): TextRange | undefined;
  /** The Terraform block that makes up the policy or holds it. */
  readonly resource: TerraformResource | undefined;
  /** Set where several texts make up the block: all of them together, of which `outer` holds one. */
  readonly merged?: MergedResource;
  /** A tool has written the file and nobody edits it. */
  readonly isOutput?: true;
  /** Terraform's addresses of the resource, with the paths of the modules and the keys of instances, where it stands for those. */
  readonly instances?: readonly string[];
}

/** A field of a policy. `unknown`: the text does not tell, so nobody is accused. */
export type Field<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly node: SyntaxNode | undefined };

/** A list of a policy. */
export interface ListValue<T> {
  /** The list where it is used; a single value that stands for the list otherwise. */
  readonly node: SyntaxNode;
  /** The list's own node when it is written out right here and may be edited. */
  readonly literal: SequenceNode | undefined;
  readonly items: readonly T[];
  /** Whether these are all. */
  readonly complete: boolean;
}

/** A policy and where the text of its outermost root starts in the file. */
export interface PlacedPolicy<P extends Policy = Policy> {
  readonly policy: P;
  readonly offset: number;
}
