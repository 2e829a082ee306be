import type { TextRange } from '../../text/range';
import type { Comment } from '../tree';
import { tokenReader } from './tokens';

/** What stands between two children of a container that stay: rows of white space, comments, commas and children that go. */
export interface Row {
  /** The line break before it; empty for the first. */
  readonly lineBreak: string;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly kind: 'space' | 'comment' | 'comma' | 'removed';
  readonly text: string;
}

/**
 * The rows of the gaps and of the children between them, of which there is one fewer. Children and comments of several lines
 * count as one part. Undefined where a gap holds anything else, a comma too many or too few, as it does around a syntax error.
 */
export function rowsOf(text: string, gaps: readonly TextRange[], { first, last }: Edges): readonly Row[] | undefined {
  const rows: { lineBreak: string; parts: Part[] }[] = [{ lineBreak: '', parts: [] }];
  for (const [index, gap] of gaps.entries()) {
    const marks = marksIn(text.slice(gap.start, gap.end));
    const commas = marks?.filter(({ kind }) => kind === 'comma').length ?? 0;
    const isFirst = first && index === 0;
    const isLast = last && index === gaps.length - 1;
    if (!marks || commas > (isFirst ? 0 : 1) || commas < (isFirst || isLast ? 0 : 1)) return undefined;
    let done = gap.start;
    for (const { kind, range } of marks) {
      addSpace(rows, text.slice(done, gap.start + range.start));
      done = gap.start + range.end;
      rows.at(-1)?.parts.push({ kind, text: text.slice(gap.start + range.start, done) });
    }
    addSpace(rows, text.slice(done, gap.end));
    const next = gaps[index + 1];
    if (next) rows.at(-1)?.parts.push({ kind: 'removed', text: text.slice(gap.end, next.start) });
  }
  return rows;
}

/** Whether the gaps begin at the opening bracket, end at the closing one. */
export interface Edges {
  readonly first: boolean;
  readonly last: boolean;
}

interface Mark {
  readonly kind: 'comment' | 'comma';
  readonly range: TextRange;
}

function marksIn(gap: string): readonly Mark[] | undefined {
  const marks: Mark[] = [];
  let sound = true;
  const addComment = ({ range }: Comment) => marks.push({ kind: 'comment', range });
  const next = tokenReader(gap, addComment, () => {
    sound = false;
  });
  for (let token = next(); token.kind !== 'end'; token = next()) {
    if (token.kind === ',') marks.push({ kind: 'comma', range: { start: token.start, end: token.end } });
    else sound = false;
  }
  return sound ? marks : undefined;
}

function addSpace(rows: { lineBreak: string; parts: Part[] }[], space: string): void {
  for (const piece of space.match(/\r\n|\n|\r|[^\r\n]+/g) ?? []) {
    if (/^[\r\n]/.test(piece)) rows.push({ lineBreak: piece, parts: [] });
    else rows.at(-1)?.parts.push({ kind: 'space', text: piece });
  }
}
