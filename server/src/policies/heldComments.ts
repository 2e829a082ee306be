import type { Root } from '../syntax/format';
import type { SyntaxNode } from '../syntax/tree';
import { contains, type TextRange } from '../text/range';

/** Whether comments would be lost with the node, save those at the ends of its lines and those in the parts of it that are kept. */
export function holdsComments({ range }: SyntaxNode, { comments, text }: Root, kept: readonly SyntaxNode[] = []): boolean {
  return comments.some((comment) => {
    if (!contains(range, comment.range) || kept.some((part) => contains(part.range, comment.range))) return false;
    return !endsLine(text, comment.range);
  });
}

/** Whether something stands before a comment on its line, and nothing behind it. */
function endsLine(text: string, { start, end }: TextRange): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const lineEnd = text.indexOf('\n', end);
  return before.trim() !== '' && text.slice(end, lineEnd < 0 ? undefined : lineEnd).trim() === '';
}
