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
  for (const part of partsOf(of)) yield* referencesIn(part, of.kind === 'for' ? withLoop(bound, of) : bound);
  if (of.kind === 'template') yield* referencesInParts(of.parts, bound);
}

const nothing: ReadonlySet<string> = new Set();

function withLoop(bound: ReadonlySet<string>, { key, value }: { readonly key: string | undefined; readonly value: string }) {
  return new Set([...bound, value, ...(key === undefined ? [] : [key])]);
}

function* referencesInParts(parts: readonly TemplatePart[], bound: ReadonlySet<string>): Generator<Reference> {
  for (const part of parts) {
    if (part.kind === 'interpolation') yield* referencesIn(part.expression, bound);
    if (part.kind === 'if') {
      yield* referencesIn(part.condition, bound);
      yield* referencesInParts([...part.yes, ...part.no], bound);
    }
    if (part.kind === 'for') {
      yield* referencesIn(part.collection, bound);
      yield* referencesInParts(part.body, withLoop(bound, part));
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
