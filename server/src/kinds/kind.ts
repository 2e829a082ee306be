import type { BlockSchema } from '../catalog/terraformSchema';
import type { Root } from '../syntax/format';
import type { MappingNode, SyntaxNode } from '../syntax/tree';
import type { TextRange } from '../text/range';
import type { FactReader } from '../workspace/index/factReader';
import type { Place } from '../workspace/index/facts';
import type { Workspace } from '../workspace/index/workspace';
import type { ModuleInstance, ResourceInstance } from '../workspace/terraform/modules/moduleInstance';
import type { PlannedResource } from '../workspace/terraform/plan/plan';
import type { Value } from '../workspace/terraform/values/value';
import type { Dialect } from './dialect';
import type { Explanation } from './explaining/explanation';
import type { GrantTable } from './grantTable';
import type { OutlineItem } from './outline';
import type { Field, ListValue, PlacedPolicy, Policy } from './policy';
import type { FieldDefinition, Shape, ShapeWords } from './shape';
import type { ShapedObject } from './shapedObjects';
import type { Speech, Vocabulary } from './speech';

/**
 * One kind of document, described once: how it is told from others, what it holds, and what people are told of it. Each stands in a
 * folder of its own, `kinds/<cloud>/<name>/kind.ts`; everything but `id` and a way to read may be left out.
 */
export interface Kind<P extends Policy = Policy, I = unknown> {
  /** `gcp.accessLevel` */
  readonly id: string;
  /** What is said of it in English; `l10n/ko/kinds/` has the same in Korean. */
  readonly words?: Vocabulary<KindWords>;
  /**
   * The policies of this kind in a root. Depends on the root, the file's address and what is asked of the workspace, on nothing else.
   * Never throws. Facts are read with a workspace that knows nothing.
   */
  read?(root: Root, surroundings: Surroundings): readonly P[];
  /**
   * Of a file that is a list, whether `read` sees it as a whole or each of its items by itself, as if it stood alone, so that a
   * keystroke in one has that one read again; as a whole where nothing is said. Lists that can't be told apart are always seen as a whole.
   */
  readonly lists?: ListReading | Readonly<Record<'json' | 'yaml', ListReading>>;
  /** What a list is by itself, besides what `read` finds in it or in its items. */
  readList?(list: Root, surroundings: Surroundings): readonly P[];
  /** In the place of `read`, for what is told of policies of other kinds: `others` are those of the same root, `all` the kinds that are looked for. */
  derive?(root: Root, surroundings: Surroundings, others: readonly FoundPolicy[], all: readonly Kind[]): readonly P[];
  /** It reads what became of the suppressions, so its rules run after all others have. */
  readonly afterwards?: true;

  /** What a value is when it is one of these documents, half-typed or not. Reading and completion both ask this. */
  recognise?(node: SyntaxNode, where: Where): Recognition | undefined;
  /** Its documents are objects of Kubernetes, which else are nobody's here: `recognise` is asked about those, too. */
  readonly isOfKubernetes?: true;
  /** What a Terraform block takes that is one of these. */
  block?(mode: string, type: string): Shape | undefined;
  /** What may stand at the end of a path into a call of a module. */
  offeredInCall?(call: MappingNode, path: readonly (string | number)[]): FieldDefinition | undefined;
  /** What may stand at the end of a path into a YAML document that no shape describes as a whole. */
  offeredInDocument?(path: readonly (string | number)[]): FieldDefinition | undefined;
  /** What the provider of a resource or data source takes in it, where that is known, and the day of its schema. */
  resourceSchema?(mode: string, type: string): { readonly schema: BlockSchema; readonly asOf: string } | undefined;
  /** What the types of its Terraform blocks begin with. */
  readonly provider?: string;
  /** Parts of a policy that stand side by side in its text and can be looked at one by one. */
  readonly items?: PolicyItems<P, I>;
  /** The outermost objects of a policy; what is inside them follows from their shapes. */
  objects?(policy: P): readonly ShapedObject[];
  /**
   * The values by which a person tells an object of the policy from others of its list, such as the role of a binding: findings are known
   * again by them. None for an object without a name.
   */
  namesOf?(object: MappingNode, dialect: Dialect): readonly (SyntaxNode | undefined)[];
  /** The keys of objects around a policy that are its own, such as those of a response that lists some. */
  readonly wrappers?: ReadonlySet<string>;
  /** What policies of the kind may hang on, for `leastwise.policyFiles`. */
  readonly attachments?: readonly string[];
  /** Its own rules tell what its objects don't take, and which words their choices don't. */
  readonly tellsUnknownFields?: true;
  /** Somebody who takes such policies drops keys that they don't know, so that mending one fault may put the rest in force without them. */
  readonly unknownKeysAreDropped?: true;
  /** The typed parts of a policy, by the API's name of the field. */
  parts?(policy: P): Iterable<Part>;

  /** What a JSON or YAML text holds somewhere, any of it, if it holds one of these; case doesn't count. */
  readonly mayHold?: RegExp;
  /** What documents of the kind tell of other files. */
  readonly facts?: readonly FactReader[];

  /** What a plan of a module of Terraform's would show of what somebody may do. */
  plannedGrants?(module: ModuleInstance): GrantTable;
  /** What resources of a plan grant that Terraform has written into the document `uri`. */
  grantsOfPlan?(resources: readonly PlannedResource[], uri: string, place: (range: TextRange) => Place): GrantTable;
  /** What a provider tells of a resource of Terraform's before anything is made, besides what the text gives. */
  providerAttribute?(instance: ResourceInstance, name: string): Value | undefined;
  /** What a policy that stands in a document grants; `offset` is where its root begins in the file. */
  grantsOf?(policy: P, offset: number): GrantTable;
  /** Whether a role lets its holder do something, by the name of the permission; undefined where that isn't known. */
  roleHolds?(role: string, permission: string): boolean | undefined;

  /** Which of `words.names` it is. Kinds without are no answer to what a text is read as. */
  name?(policy: P): string;
  /** What else is said where it is named. */
  remarks?(policy: P, speech: Speech): readonly string[];
  outline?(policy: P, speech: Speech): readonly OutlineItem[];
  /** What is told of values on hover; keys and words of a choice follow from the shapes. */
  topics?(policy: P, mayHold: MayHold): Iterable<Topic>;
  /** One page or several of all that is said of the policies of this kind in a file. */
  explain?(policies: readonly PlacedPolicy<P>[]): readonly Explanation[];
  /** The parts of any string of a file with such a policy that mean something in it. */
  wordsOf?(text: string, ends: Ends): readonly PolicyWord[];
  /** Choices that stand in fields of such names anywhere in the document, where no shape tells them. */
  readonly choices?: ReadonlyMap<string, ReadonlySet<string>>;
}

export type ListReading = 'whole' | 'items';

/** What is read of an item must follow from its own text, what stands around all of them, and the workspace. See `policyItems`. */
export interface PolicyItems<P extends Policy, I> {
  /** In the order in which `at` counts them. */
  nodes(policy: P): readonly SyntaxNode[];
  at(policy: P, index: number): I;
  /** Undefined where items can't be told by their texts, or needn't be. */
  texts(policy: P): ItemTexts | undefined;
}

/** The text of a policy's root, cut between its items, so that what an item means follows from its piece and what stands around all of them. */
export interface ItemTexts {
  /** All but the items, and where the policy stands. */
  readonly around: string;
  readonly pieces: readonly ItemText[];
}

export interface ItemText {
  readonly node: SyntaxNode;
  /** In the policy's root. */
  readonly start: number;
  /** All that tells the meaning: the text up to the next item, and whatever a syntax error may have displaced in it. */
  readonly text: string;
}

/** A policy with the kind that has found it. */
export interface FoundPolicy {
  readonly kind: Kind;
  readonly policy: Policy;
}

/** What every kind with words has to say. */
export interface KindWords extends ShapeWords {
  readonly names: { readonly [form: string]: string };
}

/** Where a value stands that may be a document. */
export interface Where {
  readonly root: Root;
  readonly uri: string;
  /** The whole of the root. */
  readonly isWhole: boolean;
  /** Inside of a value of another root; `key` is that value's, `resourceType` the type of the Terraform block around it. */
  readonly embedded: { readonly key: string | undefined; readonly resourceType: string | undefined } | undefined;
  /** The key that stands in the place of what is being typed, which tells nothing. */
  readonly typedKey?: string | undefined;
}

/** What a value is. A sequence takes `objects`. */
export interface Recognition {
  readonly takes: 'object' | 'objects';
  readonly shape: Shape;
  /** False where it may yet become something else, so that completion offers what fits and no rule looks at it. */
  readonly sure: boolean;
}

/** A part of a policy with a value that may be known or not. */
export interface Part {
  /** In the API. */
  readonly field: string;
  readonly value: Field<unknown> | ListValue<unknown> | PartText | undefined;
}

export interface PartText {
  readonly node: SyntaxNode;
  readonly text: string | undefined;
  readonly certain: boolean;
  readonly source: Place | undefined;
  readonly partSource?: Place | undefined;
}

/** Something that a few words can be said about, at a range of the policy's root. */
export interface Topic {
  readonly range: TextRange;
  /** Markdown; undefined where nothing is known of it. */
  readonly say: (speech: Speech) => string | undefined;
}

/** A policy may be long; what surely doesn't hold the place needs no words. */
export type MayHold = (range: TextRange) => boolean;

/** A part of a value that means something in policies, in offsets of the value's text. */
export interface PolicyWord {
  readonly start: number;
  readonly end: number;
  /** `keyword`: the kind of a member. `variable`: who it is. `type`: a role. `class`: the name of a document. */
  readonly type: 'keyword' | 'variable' | 'type' | 'class';
}

/** Whether the text begins and ends the value; a template's literal parts may do neither. */
export interface Ends {
  readonly first: boolean;
  readonly last: boolean;
}

/** What reading may know beyond the root's text. */
export interface Surroundings {
  readonly uri: string;
  readonly workspace: Workspace;
  /** `leastwise.policyFiles`, resolved for this file. */
  readonly attachment: string | undefined;
  /** What the file's suppressions were good for; told to the kinds that read afterwards. */
  readonly suppressions?: readonly Policy[];
}
