import { parse } from '@marcbachmann/cel-js';
import type { TextRange } from '../../text/range';

/** The alternatives of a CEL expression: the operands of its outermost `||`, or itself. Undefined when it doesn't parse. Never throws. */
export function disjuncts(expression: string): readonly TextRange[] | undefined {
  try {
    return [...operands(parse(expression).ast)];
  } catch {
    // A syntax error, or nesting beyond the parser's limits.
    return undefined;
  }
}

function* operands(node: ReturnType<typeof parse>['ast']): Generator<TextRange> {
  if (node.op !== '||') {
    yield { start: node.start, end: node.end };
    return;
  }
  yield* operands(node.args[0]);
  yield* operands(node.args[1]);
}
