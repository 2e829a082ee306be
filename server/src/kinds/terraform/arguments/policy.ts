import type { ArgumentSchema, NestedSchema, TextFormat } from '../../../catalog/terraformSchema';
import type { Entry, MappingNode, SyntaxNode } from '../../../syntax/tree';
import type { TextRange } from '../../../text/range';
import type { Policy } from '../../policy';

/** What a provider refuses in a resource or data source before it asks anybody, by its own schema. */
export interface ArgumentSlips extends Policy {
  readonly kind: 'terraform.arguments';
  readonly slips: readonly Slip[];
  /** The day of the schema. */
  readonly asOf: string;
}

export type Slip = UnknownArgument | MissingArguments | WrongType | RefusedValue | ExcludedArgument;

/** An argument or a block that the block doesn't take, or that only the provider sets. */
export interface UnknownArgument {
  readonly what: 'unknown';
  readonly block: SlippedBlock;
  readonly entry: Entry;
  readonly isBlock: boolean;
  readonly isComputed: boolean;
  /** The only name that comes near, and isn't there yet. */
  readonly meant: { readonly name: string; readonly takes: ArgumentSchema | NestedSchema } | undefined;
}

/** What a block lacks, all at once; or the `null` that counts as nothing. */
export interface MissingArguments {
  readonly what: 'missing';
  readonly block: SlippedBlock;
  readonly at: TextRange;
  readonly names: readonly string[];
  /** Of those that are arguments. */
  readonly schemas: ReadonlyMap<string, ArgumentSchema>;
  /** `one`: exactly one of them, `some`: at least one; `null`: it is written as that. */
  readonly needs: 'all' | 'one' | 'some' | 'null';
}

export interface WrongType {
  readonly what: 'type';
  readonly entry: Entry;
  /** The entry's value, or an item of it. */
  readonly node: SyntaxNode;
  /** What belongs there. */
  readonly takes: ArgumentSchema['type'] | 'block' | 'argument';
}

export interface RefusedValue {
  readonly what: 'value';
  readonly entry: Entry;
  /** What is marked, and what is edited where it is written out. */
  readonly shown: SyntaxNode;
  readonly literal: SyntaxNode | undefined;
  readonly text: string;
  readonly choices: readonly string[];
  /** The API takes it, a newer provider may. */
  readonly isNewer: boolean;
  readonly format: TextFormat | undefined;
}

/** One block more than there may be, or an argument that another one excludes. */
export interface ExcludedArgument {
  readonly what: 'excluded';
  readonly at: TextRange;
  readonly name: string;
  /** The most that there may be; undefined where another argument excludes it. */
  readonly most: number | undefined;
  readonly other: string | undefined;
}

export interface SlippedBlock {
  readonly body: MappingNode;
  /** Of the resource or data source. */
  readonly type: string;
  /** The names of the blocks on the way to it; empty for the resource itself. */
  readonly path: readonly string[];
}
