import type { Expression, TemplatePart } from '../../../syntax/terraform/expressions/expression';

/** A name with the attributes behind it. */
export interface Reference {
  readonly name: string;
  readonly attributes: readonly string[];
}

/** The names that an expression takes from around it, each with all the attributes that are told at once. */
export function* referencesIn(expression: Expression, bound: ReadonlySet<string> = nothing): Generator<Reference> {
  const attributes: string[] = [];
  let of = expression;
  while (of.kind === 'attribute') {
    attributes.unshift(of.name);
    of = of.of;
  }
  if (of.kind === 'name') {
    if (!bound.has(of.name)) yield { name: of.name, attributes };
    return;
  }
  for (const { part, bound: inside } of partsIn(of, bound)) yield* referencesIn(part, inside);
}

const nothing: ReadonlySet<string> = new Set();

/** The expressions right inside of another one, each with the names that loops give it. */
export function* partsIn(expression: Expression, bound: ReadonlySet<string>): Generator<BoundPart> {
  const inside = expression.kind === 'for' ? withLoop(bound, expression) : bound;
  for (const part of partsOf(expression)) yield { part, bound: inside };
  if (expression.kind === 'template') yield* partsOfTemplate(expression.parts, bound);
}

interface BoundPart {
  readonly part: Expression;
  readonly bound: ReadonlySet<string>;
}

function withLoop(bound: ReadonlySet<string>, { key, value }: { readonly key: string | undefined; readonly value: string }) {
  return new Set([...bound, value, ...(key === undefined ? [] : [key])]);
}

function* partsOfTemplate(parts: readonly TemplatePart[], bound: ReadonlySet<string>): Generator<BoundPart> {
  for (const part of parts) {
    if (part.kind === 'interpolation') yield { part: part.expression, bound };
    if (part.kind === 'if') {
      yield { part: part.condition, bound };
      yield* partsOfTemplate([...part.yes, ...part.no], bound);
    }
    if (part.kind === 'for') {
      yield { part: part.collection, bound };
      yield* partsOfTemplate(part.body, withLoop(bound, part));
    }
  }
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'tuple':
      return expression.items;
    case 'object':
      return expression.items.flatMap(({ key, value }) => [key, value]);
    case 'attribute':
      return [expression.of];
    case 'index':
      return [expression.of, expression.key];
    case 'splat':
      return [expression.of, expression.each];
    case 'call':
      return expression.arguments;
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.condition, expression.yes, expression.no];
    case 'for': {
      const { collection, keyed, result, condition } = expression;
      return [collection, keyed, result, condition].filter((part) => part !== undefined);
    }
    default:
      return [];
  }
}
