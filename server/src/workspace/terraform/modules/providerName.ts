import type { Expression } from '../../../syntax/terraform/expressions/expression';

/** `google`, `google.eu`; in JSON, and of old, as a text. Undefined for anything else. */
export function nameIn(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'attribute') {
    const of = nameIn(expression.of);
    return of === undefined ? undefined : `${of}.${expression.name}`;
  }
  if (expression.kind !== 'template') return undefined;
  const [part, ...others] = expression.parts;
  return part?.kind === 'text' && others.length === 0 ? part.text : undefined;
}
