import { isAtLineEnd } from '../../syntax/edits/commentPlan';
import type { Root } from '../../syntax/format';
import type { SyntaxNode } from '../../syntax/tree';
import { contains } from '../../text/range';

/** Whether comments would be lost with the node, save those at the ends of its lines and those in the parts of it that are kept. */
export function holdsComments({ range }: SyntaxNode, { comments, text }: Root, kept: readonly SyntaxNode[] = []): boolean {
  return comments.some((comment) => {
    if (!contains(range, comment.range) || kept.some((part) => contains(part.range, comment.range))) return false;
    return !isAtLineEnd(text, comment);
  });
}
