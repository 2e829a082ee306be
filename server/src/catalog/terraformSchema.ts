/** What a provider of Terraform's takes in a block, as it publishes it itself (`terraform providers schema`). */
export interface BlockSchema {
  readonly arguments: ReadonlyMap<string, ArgumentSchema>;
  readonly blocks: ReadonlyMap<string, NestedSchema>;
  readonly relations: readonly Relation[];
}

export interface ArgumentSchema {
  readonly type: 'text' | 'number' | 'truth' | 'texts' | 'map' | 'other';
  /** `computed`: the provider tells it, and nobody writes it. */
  readonly use: 'required' | 'optional' | 'computed';
  /** All that it takes, or each of its items; the provider refuses everything else. */
  readonly choices: readonly string[] | undefined;
  /** What the API takes besides, and a newer provider may. */
  readonly newer: readonly string[];
  /** What the provider checks of its text. */
  readonly format: TextFormat | undefined;
  /** What may stand there until a person puts their own value in. */
  readonly placeholder: string | readonly string[] | undefined;
}

export interface NestedSchema {
  readonly least: number;
  /** `Infinity` where there may be any number. */
  readonly most: number;
  readonly schema: BlockSchema;
}

/** What is said of several arguments or blocks of one block: exactly one of them is there, at least one, at most one. */
export interface Relation {
  readonly takes: 'one' | 'some' | 'atMostOne';
  readonly names: readonly string[];
}

export interface TextFormat {
  readonly pattern: RegExp;
  /** An example that the provider takes. */
  readonly example: string;
}
