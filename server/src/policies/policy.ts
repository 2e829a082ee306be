import type { Root } from '../syntax/format';
import type { MappingNode, SequenceNode, SyntaxNode } from '../syntax/tree';
import type { TextRange } from '../text/range';
import type { TerraformResource } from '../workspace/terraformResources';
import type { Workspace } from '../workspace/workspace';
import type { SuppressionReview } from './suppression';

/**
 * Knows one kind of policy: recognises it anywhere in a root and reads it as typed values. Reading depends on the root, the
 * file's address and what is asked of the workspace, on nothing else. Never throws.
 */
export interface PolicyReader<P extends Policy> {
  readonly kind: string;
  /** It reads what became of the suppressions, so its rules run after all others have. */
  readonly afterwards?: true;
  read(root: Root, surroundings: Surroundings): readonly P[];
  /**
   * What only a list as a whole tells, for readers that find the rest in its items one by one: a root with `items` is then read by
   * this, and each item by `read`. Without it the list is read as one.
   */
  readonly readList?: (root: Root, surroundings: Surroundings) => readonly P[];
  /**
   * Every object of the policy with the keys that it may hold, as they are spelled there. A change that keeps the meaning is made only
   * where the text has no others. A reader without this finds its policies where nothing else can be.
   */
  objectsOf?(policy: P): PolicyObjects;
  /**
   * The values by which a person tells an object of the policy from others of its list, such as the role of a binding: findings are known
   * again by them. None for an object without a name.
   */
  namesOf?(object: MappingNode, dialect: Dialect): readonly (SyntaxNode | undefined)[];
  /** The keys of objects around a policy that are its own, such as those of a request that sets it. */
  readonly wrappers?: ReadonlySet<string>;
  /** Somebody who takes such policies drops keys that they don't know, so that mending one fault may put the rest in force without them. */
  readonly unknownKeysAreDropped?: true;
}

/** `any`: what the object takes is told by somebody else, who refuses all else: Terraform, of the arguments of a resource. */
export type PolicyObjects = ReadonlyMap<MappingNode, ReadonlySet<string> | 'any'>;

/** What a reader may know beyond the root's text. */
export interface Surroundings {
  readonly uri: string;
  readonly workspace: Workspace;
  /** `leastwise.policyFiles`, resolved for this file. */
  readonly attachment: AttachmentLevel | undefined;
  /** What the readers before this one have found in the same root; of a list, those that read lists as one. */
  readonly others?: readonly Policy[];
  /** What the file's suppressions were good for; told to the readers that read afterwards. */
  readonly suppressions?: readonly SuppressionReview[];
}

/** What every policy tells, whatever its kind. */
export interface Policy {
  /** That of its reader. */
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
}

/** How the fields of the API are spelled where the policy stands. */
export interface Dialect {
  readonly name: 'rest' | 'terraform' | 'fabric';
  /** The key for an API field: `combiningFunction` → `combining_function`. */
  spell(apiField: string): string;
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

export type AttachmentLevel = 'project' | 'folder' | 'organization' | 'billingAccount' | 'serviceAccount' | 'bucket' | 'other';
