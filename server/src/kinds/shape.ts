import type { Arguments } from '../text/fill';
import type { Offer } from './candidates';
import type { Dialect } from './dialect';
import type { Speech, Vocabulary, Words } from './speech';

/**
 * An object of a document, as it is written in one dialect: which keys it takes and what each of them holds. Completion, hover on keys
 * and words, unknown fields, wrong shapes of values, colours and what a safe repair may stand on all follow from it.
 */
export interface Shape {
  readonly name: string;
  /** By key as it is spelled here. */
  readonly fields: ReadonlyMap<string, ShapeField>;
  /** Keys that are taken besides, of which nothing is told or offered. */
  readonly besides: ReadonlySet<string>;
  /** `any`: what it takes besides is told by somebody else, who refuses all else: Terraform, of the arguments of a resource. */
  readonly others: 'none' | 'any';
  /** Keys that are notes to people. */
  readonly notes: RegExp | undefined;
  /** Parsers of protocol buffers take their names of the fields, too: `audit_configs`. */
  readonly takesSnakeCase: boolean;
  /** By its name in the kind's words: said after what is said of each field. */
  readonly remark: string | undefined;
}

/** `object`, `objects`: with `inside`. `map`: an object whose keys are names and not fields. */
export type Takes = 'text' | 'number' | 'boolean' | 'texts' | 'object' | 'objects' | 'map';

export interface FieldDefinition {
  readonly takes: Takes;
  readonly inside?: Shape;
  /** All that it takes, or each of its items, in the order in which they are offered. */
  readonly choices?: readonly string[];
  /** What completion offers besides. */
  readonly offers?: Offer;
  /** The sentence about it among `fields` of its vocabulary; by the names of the shape and the field where it isn't said. */
  readonly says?: string;
  /** For the placeholders of that sentence. */
  readonly named?: (speech: Speech) => Arguments;
  /** In the API, where the key of the dialect is another word and not only another spelling. */
  readonly name?: string;
  /** The API refuses an object without it. */
  readonly required?: true;
  /** A field that the API keeps for old clients, or fills in by itself. */
  readonly unoffered?: true;
}

export interface ShapeField extends FieldDefinition {
  /** In the API, whatever the dialect. */
  readonly name: string;
  readonly says: string;
  readonly vocabulary: Vocabulary<ShapeWords>;
}

/** What is said of fields, by shape and field, and of the words of choices. */
export interface ShapeWords extends Words {
  readonly fields: { readonly [field: string]: string };
  readonly values: { readonly [word: string]: string };
}

interface ShapeOptions {
  readonly besides?: Iterable<string>;
  readonly others?: Shape['others'];
  readonly notes?: RegExp;
  readonly takesSnakeCase?: boolean;
  readonly remark?: string;
}

interface Changes extends ShapeOptions {
  readonly name?: string;
  /** Put in the place of those of the same name, or behind the others. */
  readonly fields?: Fields;
  readonly without?: readonly string[];
}

type Fields = Readonly<Record<string, FieldDefinition>>;

/** Makes shapes whose fields are told in the words of a vocabulary; those that have one already keep it. */
export interface Shapes {
  /** An object in the spelling of the API. */
  shape(name: string, fields: Fields, options?: ShapeOptions): Shape;
  /** The shape with some of it changed: how a dialect differs in more than spelling. What isn't changed keeps its sentences. */
  reshaped(from: Shape, changes: Changes): Shape;
}

export function shapesOf(vocabulary: Vocabulary<ShapeWords>): Shapes {
  const named = (shapeName: string, fields: Fields): [string, ShapeField][] =>
    Object.entries(fields).map(([name, field]) => [
      name,
      { name, vocabulary, ...field, says: field.says ?? `${shapeName}.${name}` },
    ]);
  return {
    shape: (name, fields, options = {}) => ({
      name,
      fields: new Map(named(name, fields)),
      besides: new Set(options.besides),
      others: options.others ?? 'none',
      notes: options.notes,
      takesSnakeCase: options.takesSnakeCase ?? false,
      remark: options.remark,
    }),
    reshaped: (from, { name = from.name, fields = {}, without = [], besides = from.besides, ...options }) => {
      const kept = [...from.fields].filter(([key]) => !without.includes(key));
      return { ...from, name, ...options, fields: new Map([...kept, ...named(name, fields)]), besides: new Set(besides) };
    },
  };
}

/** The shape and all inside it in the spelling of a dialect. */
export function spelledIn(dialect: Dialect, of: Shape): Shape {
  const known = spelled.get(of)?.get(dialect);
  if (known) return known;
  const made = {
    ...of,
    fields: new Map(
      [...of.fields].map(([key, field]) => [
        dialect.spell(key),
        field.inside ? { ...field, inside: spelledIn(dialect, field.inside) } : field,
      ]),
    ),
  };
  spelled.set(of, new Map(spelled.get(of)).set(dialect, made));
  return made;
}

const spelled = new WeakMap<Shape, Map<Dialect, Shape>>();

/** Some fields of a shape, to be put into another one. They keep their names and sentences. */
export function fieldsOf({ fields }: Shape, ...names: readonly string[]): Readonly<Record<string, ShapeField>> {
  return Object.fromEntries([...fields].filter(([name]) => names.includes(name)));
}

export const text = (more: Partial<FieldDefinition> = {}): FieldDefinition => ({ takes: 'text', ...more });
export const texts = (more: Partial<FieldDefinition> = {}): FieldDefinition => ({ takes: 'texts', ...more });
export const truth = (more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  takes: 'boolean',
  choices: ['true', 'false'],
  ...more,
});
export const number = (more: Partial<FieldDefinition> = {}): FieldDefinition => ({ takes: 'number', ...more });
export const object = (inside: Shape, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  takes: 'object',
  inside,
  ...more,
});
export const objects = (inside: Shape, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  takes: 'objects',
  inside,
  ...more,
});
export const map = (more: Partial<FieldDefinition> = {}): FieldDefinition => ({ takes: 'map', ...more });
