import type { Root } from '../../syntax/format';
import type { MappingNode, SyntaxNode } from '../../syntax/tree';
import type { TextRange } from '../../text/range';
import type { TerraformResource } from '../terraform/resources';

/**
 * What one file tells about others, by kind: here Terraform's own, elsewhere each kind of document adds its. Facts are looked up by
 * kind and name; a name is made of what identifies the thing to those who ask, so that an asker is told exactly what concerns it.
 */
export interface FactKinds {
  /** Terraform `locals`: name `<folder>#<local>`. */
  readonly local: ValueFact;
  /** Terraform `variable`: name `<folder>#<variable>`; `node` is the default. */
  readonly variable: {
    readonly root: Root;
    readonly node: SyntaxNode | undefined;
    /** False where `nullable` is written, whatever it says. */
    readonly takesNull: boolean;
  };
  /** An assignment in terraform.tfvars or *.auto.tfvars: name `<folder>#<variable>`. */
  readonly assignment: ValueFact;
  /** A `module` block: name is the folder it calls. */
  readonly moduleCall: { readonly root: Root; readonly folder: string; readonly arguments: MappingNode };
  /** A Terraform resource or data source of a type that others refer to: name `<folder>#<address>`. */
  readonly resource: ResourceFact;
  /** A resource of a type that a repair may add, or one that is moved, imported or removed: name `<folder>#<address>`. */
  readonly declared: { readonly address: string };
  /** A text that names a resource's address: name `<folder>#<address>`, `*#<address>` where another module is spoken of. */
  readonly mention: { readonly uri: string };
}

/** A Terraform resource and the module that it stands in. */
export interface ResourceName {
  readonly folder: string;
  readonly address: string;
}

export interface ValueFact {
  readonly root: Root;
  readonly node: SyntaxNode;
}

export interface ResourceFact {
  readonly root: Root;
  readonly type: string;
  readonly name: string;
  readonly body: MappingNode;
}

export type FactKind = keyof FactKinds;

export type Fact = { readonly [K in FactKind]: FactOf<K> }[FactKind];

export interface FactOf<K extends FactKind> {
  readonly kind: K;
  readonly name: string;
  readonly value: FactKinds[K];
  readonly at: Place;
}

/** A place in some file, in offsets of the file's text when the fact was read. */
export interface Place {
  readonly uri: string;
  readonly range: TextRange;
}

/** Hands out the facts of one root, each with the place it was read from. */
export interface FactCollector {
  readonly uri: string;
  readonly folder: string;
  readonly root: Root;
  add<K extends FactKind>(kind: K, name: string, value: FactOf<K>['value'], at: SyntaxNode): void;
}

/**
 * What one kind of document tells other files, and what a text must hold to tell it. Neither a type of resource nor a text that it
 * doesn't name here is ever shown to it, so what is skipped unparsed is exactly what it couldn't have read.
 */
export interface FactReader {
  /** Types of Terraform resources and data sources; `*` stands for any letters. */
  readonly types?: readonly string[];
  resource?(resource: TerraformResource, collector: FactCollector): void;
  /** What a root holds whose facts `root` tells. */
  readonly words?: RegExp;
  /** With `lists` asked of lists as a whole, else of their items one by one. */
  root?(collector: FactCollector, hints: FileHints): void;
  readonly lists?: true;
  /** Types whose attributes others refer to. */
  readonly followed?: readonly string[];
  /** Types of which a repair may add one more, under a name that is free in the module. */
  readonly added?: readonly string[];
  /** Types that a repair may take away where nothing names their address. */
  readonly removed?: readonly string[];
}

/** What settings tell of a file besides its text. */
export interface FileHints {
  /** The group whose members the file lists. */
  readonly group: string | undefined;
}
