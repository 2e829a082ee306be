import type { Expression } from '../../../syntax/terraform/expressions/expression';
import { readExpression } from '../../../syntax/terraform/expressions/readExpression';
import { objectValue } from '../values/make';
import { anyType, boolType, numberType, stringType, type Type } from '../values/type';
import type { Value } from '../values/value';

/** The type of a variable, with what attributes that are left out have instead. */
export interface TypeConstraint {
  readonly type: Type;
  readonly defaults: Defaults | undefined;
}

export type Defaults =
  | { readonly kind: 'attributes'; readonly own: ReadonlyMap<string, Value>; readonly inside: ReadonlyMap<string, Defaults> }
  | { readonly kind: 'items'; readonly of: Defaults }
  | { readonly kind: 'tuple'; readonly of: readonly (Defaults | undefined)[] };

const words: ReadonlyMap<string, Type> = new Map([
  ['string', stringType],
  ['number', numberType],
  ['bool', boolType],
  ['any', anyType],
]);

/** Reads `list(object({ name = string, age = optional(number, 5) }))`; undefined for what is no type. */
export function typeConstraint(expression: Expression, evaluate: (expression: Expression) => Value): TypeConstraint | undefined {
  if (expression.kind === 'name') {
    const type = words.get(expression.name) ?? ofAny(expression.name);
    return type && { type, defaults: undefined };
  }
  // In JSON it stands in a string.
  const [part] = expression.kind === 'template' ? expression.parts : [];
  if (part?.kind === 'interpolation') return typeConstraint(part.expression, evaluate);
  const written = textOf(expression);
  if (written !== undefined) return typeConstraint(readExpression(written), evaluate);
  if (expression.kind !== 'call') return undefined;
  const [of] = expression.arguments;
  const kind = expression.name;
  if (kind === 'list' || kind === 'set' || kind === 'map') {
    const item = of && typeConstraint(of, evaluate);
    return item && { type: { kind, of: item.type }, defaults: item.defaults && { kind: 'items', of: item.defaults } };
  }
  if (kind === 'tuple' && of?.kind === 'tuple') {
    const items = of.items.map((item) => typeConstraint(item, evaluate));
    if (!items.every((item) => item !== undefined)) return undefined;
    const defaults = items.some((item) => item.defaults);
    return {
      type: { kind, of: items.map(({ type }) => type) },
      defaults: defaults ? { kind: 'tuple', of: items.map((item) => item.defaults) } : undefined,
    };
  }
  return kind === 'object' && of?.kind === 'object' ? objectConstraint(of.items, evaluate) : undefined;
}

function textOf(expression: Expression): string | undefined {
  const [part, ...others] = expression.kind === 'template' ? expression.parts : [];
  return part?.kind === 'text' && others.length === 0 ? part.text : undefined;
}

/** As of old, without the type of the items. */
function ofAny(word: string): Type | undefined {
  return word === 'list' || word === 'map' || word === 'set' ? { kind: word, of: anyType } : undefined;
}

function objectConstraint(
  items: Extract<Expression, { kind: 'object' }>['items'],
  evaluate: (expression: Expression) => Value,
): TypeConstraint | undefined {
  const types = new Map<string, Type>();
  const optional = new Set<string>();
  const own = new Map<string, Value>();
  const inside = new Map<string, Defaults>();
  for (const { key, value } of items) {
    const name = textOf(key);
    const isOptional = value.kind === 'call' && value.name === 'optional';
    const [inner, fallback] = isOptional ? value.arguments : [value];
    const constraint = inner && typeConstraint(inner, evaluate);
    if (name === undefined || !constraint) return undefined;
    types.set(name, constraint.type);
    if (isOptional) optional.add(name);
    if (fallback) own.set(name, evaluate(fallback));
    if (constraint.defaults) inside.set(name, constraint.defaults);
  }
  const hasDefaults = own.size > 0 || inside.size > 0;
  return {
    type: { kind: 'object', of: types, optional },
    defaults: hasDefaults ? { kind: 'attributes', own, inside } : undefined,
  };
}

/** The value with what it leaves out, before it is converted to the type. */
export function withDefaults(value: Value, defaults: Defaults | undefined): Value {
  if (!defaults || value.kind === 'null' || value.kind === 'unknown') return value;
  if (defaults.kind === 'items') return withItems(value, () => defaults.of);
  if (defaults.kind === 'tuple') return withItems(value, (index) => defaults.of[index]);
  if (!('entries' in value)) return value;
  const entries = new Map(value.entries);
  for (const [name, fallback] of defaults.own) {
    const given = entries.get(name);
    if (!given || given.kind === 'null') entries.set(name, fallback);
  }
  for (const [name, inner] of defaults.inside) {
    const given = entries.get(name);
    if (given) entries.set(name, withDefaults(given, inner));
  }
  return objectValue(entries, value.from);
}

function withItems(value: Value, of: (index: number) => Defaults | undefined): Value {
  if ('items' in value)
    return { kind: 'tuple', items: value.items.map((item, index) => withDefaults(item, of(index))), from: value.from };
  if (!('entries' in value)) return value;
  return objectValue(
    [...value.entries].map(([key, entry], index) => [key, withDefaults(entry, of(index))] as const),
    value.from,
  );
}
