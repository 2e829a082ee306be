import type { TextEdit } from '../../text/edit';
import type { Root } from '../format';
import type { CommentEdit } from '../treeEdit';

/** The text edit that makes the change, the same in every format. A comment that had a line for itself takes the line along. */
export function renderCommentEdit({ text }: Root, { comment, part }: CommentEdit): TextEdit {
  if (part) return { range: part, newText: '' };
  const [blanksBefore = ''] = /[ \t]*$/.exec(text.slice(0, comment.start)) ?? [];
  const [blanksAfter = ''] = /^[ \t]*/.exec(text.slice(comment.end)) ?? [];
  const start = comment.start - blanksBefore.length;
  const end = comment.end + blanksAfter.length;
  const [lineBreak = ''] = /^(\r\n|\n|\r)/.exec(text.slice(end)) ?? [];
  const beginsLine = start === 0 || /[\r\n]/.test(text.charAt(start - 1));
  const endsLine = end === text.length || lineBreak !== '';
  if (beginsLine && endsLine) return { range: { start, end: end + lineBreak.length }, newText: '' };
  // Behind something on its line the blanks before it go, else those behind.
  return { range: endsLine ? { start, end } : { start: comment.start, end }, newText: '' };
}
