import type { TextRange } from '../text/range';
import type { Root } from './format';

/** What people see at a range of a root: where an expression of an outer text makes a part of it, the expression. */
export function writtenAt({ text, withExpressions }: Root, range: TextRange): string {
  return withExpressions ? withExpressions(range) : text.slice(range.start, range.end);
}
