import type { SyntaxNode } from '../../tree';
import { indentAt } from './lines/layout';

/** The text from `start` to `end` with the indentation of its first line changed to `indent` on all lines but that first one. */
export function movedText(text: string, start: number, end: number, indent: string): string {
  const present = indentAt(text, start);
  const copied = text.slice(start, end);
  if (present === indent) return copied;
  const lines = copied.split('\n');
  const fixed = fixedLines(lines, present);
  const moved = lines.map((line, index) => {
    if (index === 0 || fixed.has(index) || !line.startsWith(present) || line.trim() === '') return line;
    return indent + line.slice(present.length);
  });
  return moved.join('\n');
}

/** Whether nothing may follow on the last line, because it is the end of a heredoc. */
export function endsWithHeredoc(text: string): boolean {
  return /<<-?([\p{L}\p{N}_-]+)[ \t]*\r?\n(?:[\s\S]*\n)?[ \t]*\1$/u.test(text);
}

/** Whether the node is a body, a row of blocks or a file's attributes, which can't stand where an expression is needed. */
export function isBlockLike(node: SyntaxNode): boolean {
  if (node.kind === 'sequence') return node.blockName !== undefined;
  if (node.kind !== 'mapping') return false;
  return node.header !== undefined || node.entries[0]?.range.start === node.range.start;
}

/** The lines of heredocs whose indentation is part of their meaning: all of `<<`, and those of `<<-` that can't be moved alike. */
function fixedLines(lines: readonly string[], present: string): ReadonlySet<number> {
  const fixed = new Set<number>();
  const fix = (from: number, to: number) => {
    for (let line = from; line <= to; line++) fixed.add(line);
  };
  for (let index = 0; index < lines.length; index++) {
    const [, head = '', dash, marker] = /^(.*)<<(-?)([\p{L}\p{N}_-]+)[ \t]*\r?$/u.exec(lines[index] ?? '') ?? [];
    if (marker === undefined) continue;
    if (/#|\/\/|\/\*/.test(head)) {
      // It may be a comment that only looks like a heredoc, and then there is no telling where the next heredoc ends.
      fix(index + 1, lines.length - 1);
      break;
    }
    const found = lines.findIndex((line, candidate) => candidate > index && line.trim() === marker);
    const end = found < 0 ? lines.length - 1 : found;
    const movesAlike =
      dash === '-' && lines.slice(index + 1, end + 1).every((line) => line.trim() === '' || line.startsWith(present));
    if (!movesAlike) fix(index + 1, end);
    index = end;
  }
  return fixed;
}
