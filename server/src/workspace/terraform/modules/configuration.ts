import type { Expression } from '../../../syntax/terraform/expressions/expression';
import { type Block, type Body, readBody } from '../../../syntax/terraform/expressions/readBody';
import { readJsonBody } from '../../../syntax/terraform/expressions/readJsonBody';
import type { TextRange } from '../../../text/range';
import type { Piece } from '../../index/facts';
import { anyType, type Type } from '../values/type';
import { nameIn } from './providerName';

/** A file of a module. */
export interface ModuleFile {
  readonly uri: string;
  readonly text: string;
}

/** Something with where it stands. */
export interface Placed<T> {
  readonly it: T;
  readonly uri: string;
  /** Set where its ranges count in a piece of the file. */
  readonly within?: Piece;
}

/** The body of a block. */
export interface PlacedBody extends Placed<Body> {
  /** From the block's first word to its last label. */
  readonly header: TextRange;
}

/** What the files of one folder say together, as far as names lead to it. */
export interface Named {
  readonly locals: Lookup<Placed<Expression>>;
  readonly variables: Lookup<PlacedBody>;
  /** Of the files of variables that Terraform reads by itself. */
  readonly assignments: Lookup<Placed<Expression>>;
  readonly outputs: Lookup<PlacedBody> & { keys(): Iterable<string> };
  /** By address: `google_project_iam_member.app`, `data.google_iam_policy.all`. */
  readonly resources: Lookup<Resource>;
  readonly calls: Lookup<PlacedBody>;
  /** Configurations of providers: `google`, with an alias `google.eu`. */
  readonly providers: Lookup<PlacedBody>;
}

export interface Lookup<T> {
  get(name: string): T | undefined;
}

/** The same, where all of it is known. */
export interface Configuration extends Named {
  /** Files that aren't understood: whatever isn't told may stand there. */
  readonly unread: readonly string[];
  readonly resources: ReadonlyMap<string, Resource>;
  readonly calls: ReadonlyMap<string, PlacedBody>;
}

export interface Resource extends PlacedBody {
  readonly mode: 'resource' | 'data' | 'ephemeral';
  readonly type: string;
  readonly name: string;
  readonly address: string;
  /** What its arguments and blocks are to others, as far as its provider takes them as they are; undefined where that isn't known. */
  readonly valueType: Type | undefined;
}

/** What a provider says of its resources. */
export type ValueTypeOf = (mode: Resource['mode'], type: string) => Type | undefined;

/** Whether the file is a part of a module. */
export function isConfiguration(uri: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/.test(uri);
}

/**
 * Reads the files of a folder. An override file changes what stands elsewhere, block by block. `a.tofu` takes the place of `a.tf`, as it
 * does in OpenTofu; Terraform knows no such files.
 */
export function readConfiguration(files: readonly ModuleFile[], valueTypeOf: ValueTypeOf = () => undefined): Configuration {
  const read = new Reading(valueTypeOf);
  const present = new Set(files.map(({ uri }) => uri));
  const isReplaced = (uri: string) => {
    const inOpenTofu = uri.replace(/\.tf(?=(?:\.json)?$)/, '.tofu');
    return inOpenTofu !== uri && present.has(inOpenTofu);
  };
  const sources = files.filter(({ uri }) => isConfiguration(uri) && !isReplaced(uri));
  for (const file of sources.filter(({ uri }) => !isOverride(uri))) read.source(file, false);
  for (const file of sources.filter(({ uri }) => isOverride(uri))) read.source(file, true);
  for (const file of assignmentsInOrder(files)) read.assignments(file);
  return read.result;
}

/** Whether what the file says changes what others say. */
export function isOverride(uri: string): boolean {
  return /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/.test(uri);
}

/** Files of variables that Terraform reads by itself. Later ones win: `terraform.tfvars` comes first. */
export function assignmentsInOrder<T extends Pick<ModuleFile, 'uri'>>(files: readonly T[]): readonly T[] {
  const named = files.map((file) => ({ file, name: file.uri.slice(file.uri.lastIndexOf('/') + 1) }));
  const own = named.filter(({ name }) => /^terraform\.tfvars(?:\.json)?$/.test(name));
  const auto = named.filter(({ name }) => /\.auto\.tfvars(?:\.json)?$/.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...own, ...auto].map(({ file }) => file);
}

class Reading {
  readonly #locals = new Map<string, Placed<Expression>>();
  readonly #variables = new Map<string, PlacedBody>();
  readonly #assignments = new Map<string, Placed<Expression>>();
  readonly #outputs = new Map<string, PlacedBody>();
  readonly #resources = new Map<string, Resource>();
  readonly #calls = new Map<string, PlacedBody>();
  readonly #providers = new Map<string, PlacedBody>();
  readonly #unread: string[] = [];

  constructor(private readonly valueTypeOf: ValueTypeOf) {}

  get result(): Configuration {
    return {
      unread: this.#unread,
      locals: this.#locals,
      variables: this.#variables,
      assignments: this.#assignments,
      outputs: this.#outputs,
      resources: this.#resources,
      calls: this.#calls,
      providers: this.#providers,
    };
  }

  source({ uri, text }: ModuleFile, overrides: boolean): void {
    const body = uri.endsWith('.json') ? readJsonBody(text) : readBody(text);
    if (!body) this.#unread.push(uri);
    for (const block of body?.blocks ?? []) this.#block(block, uri, overrides);
  }

  assignments({ uri, text }: ModuleFile): void {
    const body = uri.endsWith('.json') ? readJsonBody(text, true) : readBody(text);
    if (!body) this.#unread.push(uri);
    for (const { name, expression } of body?.attributes ?? []) this.#assignments.set(name, { it: expression, uri });
  }

  #block({ type, labels, body, header }: Block, uri: string, overrides: boolean): void {
    const [first = '', second = ''] = labels;
    const put = (blocks: Map<string, PlacedBody>, name = first) => {
      const before = blocks.get(name);
      blocks.set(name, { it: before && overrides ? overridden(before.it, body) : body, uri, header });
    };
    switch (type) {
      case 'locals':
        for (const { name, expression } of body.attributes) this.#locals.set(name, { it: expression, uri });
        return;
      case 'variable':
        put(this.#variables);
        return;
      case 'output':
        put(this.#outputs);
        return;
      case 'module':
        put(this.#calls);
        return;
      case 'provider': {
        const alias = argumentOf(body, 'alias');
        put(this.#providers, alias ? `${first}.${nameIn(alias)}` : first);
        return;
      }
      case 'resource':
      case 'data':
      case 'ephemeral': {
        const address = `${type === 'resource' ? '' : `${type}.`}${first}.${second}`;
        const before = this.#resources.get(address);
        const it = before && overrides ? overridden(before.it, body) : body;
        const valueType = builtInTypes.get(first) ?? this.valueTypeOf(type, first);
        this.#resources.set(address, { mode: type, type: first, name: second, address, it, uri, header, valueType });
      }
    }
  }
}

/** Terraform's own resource, which takes everything. */
const builtInTypes: ReadonlyMap<string, Type> = new Map([
  [
    'terraform_data',
    {
      kind: 'object',
      of: new Map([
        ['input', anyType],
        ['triggers_replace', anyType],
      ]),
    },
  ],
]);

/**
 * Arguments of the later text replace those before, and its blocks all blocks of their types, whether written out or repeated. How a
 * resource lives is told argument by argument.
 *
 * @see https://developer.hashicorp.com/terraform/language/files/override
 */
export function overridden(before: Body, by: Body): Body {
  const names = new Set(by.attributes.map(({ name }) => name));
  const types = new Set(by.blocks.map(madeType));
  const [lifecycle] = before.blocks.filter(({ type }) => type === 'lifecycle');
  const joined = by.blocks.map((block) =>
    lifecycle && block.type === 'lifecycle' ? { ...block, body: overridden(lifecycle.body, block.body) } : block,
  );
  return {
    attributes: [...before.attributes.filter(({ name }) => !names.has(name)), ...by.attributes],
    blocks: [...before.blocks.filter((block) => !types.has(madeType(block))), ...joined],
  };
}

/** Of the blocks that a block stands for. */
function madeType({ type, labels }: Block): string {
  return (type === 'dynamic' ? labels[0] : undefined) ?? type;
}

/** The expression of an argument. */
export function argumentOf(body: Body, name: string): Expression | undefined {
  return body.attributes.findLast((attribute) => attribute.name === name)?.expression;
}
