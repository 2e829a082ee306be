import type { TextRange } from '../../text/range';
import { type CelNode, parseCel } from './expression';

/** The alternatives of a CEL expression: the operands of its outermost `||`, or itself. Undefined when it doesn't parse. Never throws. */
export function disjuncts(expression: string): readonly TextRange[] | undefined {
  const node = parseCel(expression);
  return node && operands(node);
}

function operands(node: CelNode): readonly TextRange[] {
  return node.kind === 'operation' && node.operator === '||' ? node.operands.flatMap(operands) : [node.range];
}
