import type { Expression } from '../../../syntax/terraform/expressions/expression';
import { partsIn } from './references';

/** The name with its attributes that stands at an offset of an expression, if it means something outside of the loops around it. */
export function traversalAt(
  expression: Expression,
  offset: number,
  bound: ReadonlySet<string> = new Set(),
): Expression | undefined {
  const { start, end } = expression.range;
  if (offset < start || offset > end) return undefined;
  const head = headOf(expression);
  if (head !== undefined) return bound.has(head) ? undefined : expression;
  for (const { part, bound: inside } of partsIn(expression, bound)) {
    const found = traversalAt(part, offset, inside);
    if (found) return found;
  }
  return undefined;
}

function headOf(expression: Expression): string | undefined {
  let of = expression;
  while (of.kind === 'attribute' || (of.kind === 'index' && of.key.kind !== 'name')) of = of.of;
  return of.kind === 'name' ? of.name : undefined;
}
