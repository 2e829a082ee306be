import type { TextRange } from '../../../text/range';
import type { Comment } from '../../tree';
import { tokenReader } from '../tokens';

/** What stands between two children of a container that stay: rows of white space, comments, commas and children that go. */
export interface Row {
  /** The line break before it; empty for the first. */
  readonly lineBreak: string;
  readonly parts: readonly Part[];
}

export interface Part {
  /** `moved`: a comment that comes along with something else. */
  readonly kind: 'space' | 'comment' | 'comma' | 'removed' | 'moved';
  readonly text: string;
}

/** What is said in what goes. */
export interface GoneComments {
  stays(range: TextRange): readonly TextRange[];
  moves(range: TextRange): boolean;
  readonly lineBreak: string;
}

/**
 * The rows of the gaps and of the children between them, of which there is one fewer. Children and comments of several lines
 * count as one part; comments in a child that stay come before it, with rows of their own where it has one. Undefined where a gap holds anything else, a comma too many or too few, as it does around a syntax error.
 */
export function rowsOf(
  text: string,
  gaps: readonly TextRange[],
  { first, last }: Edges,
  comments: GoneComments = noComments,
): readonly Row[] | undefined {
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
      const moves = kind === 'comment' && comments.moves({ start: gap.start + range.start, end: done });
      rows.at(-1)?.parts.push({ kind: moves ? 'moved' : kind, text: text.slice(gap.start + range.start, done) });
    }
    addSpace(rows, text.slice(done, gap.end));
    const next = gaps[index + 1];
    if (!next) continue;
    const child = { start: gap.end, end: next.start };
    for (const { start, end } of comments.stays(child)) addBefore(rows, text.slice(start, end), comments.lineBreak);
    rows.at(-1)?.parts.push({ kind: 'removed', text: text.slice(child.start, child.end) });
  }
  return rows;
}

const noComments: GoneComments = { stays: () => [], moves: () => false, lineBreak: '\n' };

/** Puts a comment before the child that is to come. */
function addBefore(rows: { lineBreak: string; parts: Part[] }[], text: string, lineBreak: string): void {
  const row = rows.at(-1);
  if (!row) return;
  const comment: Part = { kind: 'comment', text };
  const startsLine = rows.length > 1 && row.parts.every(({ kind }) => kind === 'space');
  if (startsLine) rows.splice(-1, 0, { lineBreak: row.lineBreak, parts: [...row.parts, comment] });
  else row.parts.push(comment);
  if (!startsLine && text.startsWith('//')) rows.push({ lineBreak, parts: [] });
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
