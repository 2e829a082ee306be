import { type ASTNode, parse, serialize } from '@marcbachmann/cel-js';
import { applyEdits, type TextEdit } from '../../text/edit';
import { written } from './tokens';

/**
 * The edits of a CEL expression after which it holds where it held before, or where `alternative` does. Comments stay where they are:
 * what is added comes before those that end the text. Undefined for what doesn't parse. Never throws.
 */
export function appendAlternative(expression: string, alternative: string): readonly TextEdit[] | undefined {
  const before = parsed(expression);
  const added = parsed(alternative);
  if (!before || !added) return undefined;
  const { start, end } = written(expression);
  const insertion = (at: number, newText: string): TextEdit => ({ range: { start: at, end: at }, newText });
  // A conditional binds weaker than `||`, and one in brackets isn't told from one without.
  const edits =
    before.op === '?:' ? [insertion(start, '('), insertion(end, `) || ${alternative}`)] : [insertion(end, ` || ${alternative}`)];
  const after = parsed(applyEdits(expression, edits));
  const isRight = after?.op === '||' && isSame(after.args[0], before) && isSame(after.args[1], added);
  return isRight ? edits : undefined;
}

function parsed(expression: string): ASTNode | undefined {
  try {
    return parse(expression).ast;
  } catch {
    // A syntax error, or nesting beyond the parser's limits.
    return undefined;
  }
}

/** The parser's own ranges leave out brackets. */
function isSame(node: ASTNode, other: ASTNode): boolean {
  return serialize(node) === serialize(other);
}
