import type { Root } from '../../syntax/format';
import type { MappingNode, SyntaxNode } from '../../syntax/tree';
import type { TextRange } from '../../text/range';
import type { Type } from '../terraform/values/type';
import type { NamedFile } from './namedFile';

/**
 * What one file tells about others, by kind: here Terraform's own, elsewhere each kind of document adds its. Facts are looked up by
 * kind and name; a name is made of what identifies the thing to those who ask, so that an asker is told exactly what concerns it.
 */
export interface FactKinds {
  /** Terraform `locals`: name `<folder>#<local>`. */
  readonly local: ValueFact;
  /** A `variable` block: name `<folder>#<variable>`. */
  readonly variable: BlockFact;
  /** An assignment in terraform.tfvars or *.auto.tfvars: name `<folder>#<variable>`. */
  readonly assignment: ValueFact;
  /** A `module` block: name is the folder it calls. */
  readonly moduleCall: {
    readonly root: Root;
    readonly folder: string;
    readonly name: string | undefined;
    readonly arguments: MappingNode;
  };
  /** The same block for who knows its name: name `<folder>#<call>`. */
  readonly module: BlockFact;
  /** An `output` block: name is the module's folder. */
  readonly output: BlockFact & { readonly name: string };
  /** A text that names a local value: name `<folder>#<local>`, `<folder>#*` where the name isn't told. */
  readonly localUse: { readonly uri: string };
  /** The text of a file that may be read by a function of Terraform's: name is its address. */
  readonly text: { readonly text: string };
  /** Such a file: name is a folder above it. */
  readonly fileBelow: { readonly uri: string };
  /** A text of Terraform's that names files which are read for its sake: name is `*`. */
  readonly namesFiles: { readonly files: readonly NamedFile[] };
  /** Such files have all been read: name is theirs. */
  readonly toldFiles: Omit<NamedFile, 'name'>;
  /** A text of Terraform's that reads files of data: name is what the file is called, `*` where that may be anything. */
  readonly readsFile: { readonly uri: string; readonly decodes: boolean };
  /** A `provider` block: name `<folder>#google`, with an alias `<folder>#google.<alias>`. */
  readonly provider: BlockFact;
  /** A Terraform resource or data source of a type that others refer to, or whose value is known: name `<folder>#<address>`. */
  readonly resource: ResourceFact;
  /**
   * A resource of a type that anybody reads, a module call, or what is moved, imported or removed, where nothing is `made`: name
   * `<folder>#<address>`.
   */
  readonly declared: { readonly address: string; readonly made: boolean; readonly overrides: boolean };
  /** By folder, told while joining: an address that two texts make there, none of them an override file. */
  readonly declaredTwice: { readonly address: string };
  /** What a text says of such a resource, for who knows that another one overrides it: name `<folder>#<address>`. */
  readonly resourceText: BlockFact & { readonly anchor: TextRange };
  /** A text that names a resource's address: name `<folder>#<address>`, `*#<address>` where another module is spoken of. */
  readonly mention: { readonly uri: string };
  /** A text that takes parts of a resource's value: name `<folder>#<address>`. */
  readonly takenApart: { readonly uri: string };
  /** One thing leads to another: name is `<relation> <from>`. Edges are followed by `Workspace.reach`. */
  readonly edge: EdgeFact;
}

/** What the two ends are called is the relation's own business: they are the same thing where their names are equal. */
export interface EdgeFact {
  readonly relation: string;
  readonly from: string;
  readonly to: string;
}

/** A Terraform resource and the module that it stands in. */
export interface ResourceName {
  readonly folder: string;
  readonly address: string;
}

export interface BlockFact {
  readonly root: Root;
  readonly node: MappingNode;
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
  readonly valueType: Type | undefined;
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
  /** Set where it is a part of something that may move. */
  readonly within?: Piece;
}

/** A piece of a file that a place stands in. */
export interface Piece {
  readonly root: Root;
  /** Where the root's text began. */
  readonly start: number;
  /** Where the fact stands that it belongs to; undefined for the root that is being read, whose text then begins at 0. */
  readonly fact: Place | undefined;
}

/** Hands out the facts of one root, each with the place it was read from. */
export interface FactCollector {
  readonly uri: string;
  readonly folder: string;
  readonly root: Root;
  add<K extends FactKind>(kind: K, name: string, value: FactOf<K>['value'], at: Pick<SyntaxNode, 'range'>): void;
}
