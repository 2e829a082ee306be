import { composeEdits } from '../../text/composeEdits';
import { applyEdits, type TextEdit } from '../../text/edit';
import { shift, type TextRange } from '../../text/range';
import type { Root } from '../format';
import { type Cell, type CellLine, cellLines } from './cells';

/**
 * The edits with what they move besides, as `terraform fmt` would: `=` signs and comments that stood in one column with their
 * neighbours do so afterwards, whatever comes between them, leaves or grows. What its author did not align stays as it is.
 */
export function withAlignment(root: Pick<Root, 'text'>, edits: readonly TextEdit[]): readonly TextEdit[] {
  const { text } = root;
  const lines = linesOf(root);
  const telling = edits.filter((edit) => !staysInValue(text, lines, edit));
  if (telling.length === 0) return edits;
  const moves = windowsAround(lines, telling).flatMap((window) => {
    const own = edits.filter(({ range }) => window.start <= range.start && range.end <= window.end);
    const before = edits.filter(({ range }) => range.end < window.start);
    const start = before.reduce((at, { range, newText }) => at + newText.length - (range.end - range.start), window.start);
    return movesIn(text, lines, window, own).map(({ range, newText }) => ({ range: shift(range, start), newText }));
  });
  return moves.length === 0 ? edits : composeEdits(text, edits, moves);
}

interface Lines {
  readonly all: readonly CellLine[];
  /** Whether all that can be in columns is. */
  readonly signsAligned: boolean;
  readonly commentsAligned: boolean;
}

/** Fixes are asked for in bursts, many for one text. */
const known = new WeakMap<Pick<Root, 'text'>, Lines>();

function linesOf(root: Pick<Root, 'text'>): Lines {
  const before = known.get(root);
  if (before) return before;
  const all = cellLines(root.text);
  const areAligned = (look: Look) => chainsOf(all, look).every(isAligned);
  const lines = { all, signsAligned: areAligned(signOf), commentsAligned: areAligned(commentOf) };
  known.set(root, lines);
  return lines;
}

type Look = (line: CellLine) => Cell | undefined;
const signOf: Look = ({ sign }) => sign;
const commentOf: Look = ({ comment }) => comment;

/** What happens on one line, right of the sign and without a comment behind it, moves nothing. */
function staysInValue(text: string, { all }: Lines, { range, newText }: TextEdit): boolean {
  const line = all[lineAt(all, range.start)];
  if (!line || line.comment || /\n/.test(newText) || range.end > line.end) return false;
  if (text.slice(range.start, range.end).includes('\n')) return false;
  return line.sign !== undefined && range.start > line.sign.at;
}

function lineAt(all: readonly CellLine[], offset: number): number {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((all[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The whole lines around the edits, as far as what stands on them may be in one column with what is edited. */
function windowsAround({ all }: Lines, edits: readonly TextEdit[]): readonly TextRange[] {
  const spans = edits
    .map(({ range }) => ({ first: lineAt(all, range.start), last: lineAt(all, range.end) }))
    .map(({ first, last }) => ({ first: chainEnd(all, first, -1), last: chainEnd(all, last, 1) }))
    .sort((a, b) => a.first - b.first);
  const joined: { first: number; last: number }[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before && span.first <= before.last + 1) before.last = Math.max(before.last, span.last);
    else joined.push({ ...span });
  }
  return joined.map(({ first, last }) => ({ start: all[first]?.start ?? 0, end: all[last]?.end ?? 0 }));
}

function chainEnd(all: readonly CellLine[], from: number, step: 1 | -1): number {
  let at = from;
  for (let next = all[at + step]; next; next = all[at + step]) {
    at += step;
    if (!next.sign && !next.comment) break;
  }
  return at;
}

/** The moves within one window, in offsets of its text after the edits. */
function movesIn(text: string, lines: Lines, window: TextRange, edits: readonly TextEdit[]): readonly TextEdit[] {
  const own = edits.map((edit) => ({ ...edit, range: shift(edit.range, -window.start) }));
  const old = lines.all.slice(lineAt(lines.all, window.start), lineAt(lines.all, window.end) + 1);
  const fresh = cellLines(applyEdits(text.slice(window.start, window.end), own));
  const origins = originsOf(old, fresh, window.start, own);
  const signs = blanksOf(old, fresh, origins, { look: signOf, habit: lines.signsAligned, grown: () => 0 });
  const grown = (line: CellLine) => (line.sign && signs.get(line) !== undefined ? (signs.get(line) ?? 0) - line.sign.blanks : 0);
  const comments = blanksOf(old, fresh, origins, { look: commentOf, habit: lines.commentsAligned, grown });
  const moves = (look: Look, blanks: ReadonlyMap<CellLine, number>) =>
    [...blanks].flatMap(([line, count]): TextEdit[] => {
      const cell = look(line);
      if (!cell || cell.blanks === count) return [];
      return [{ range: { start: cell.at - cell.blanks, end: cell.at }, newText: ' '.repeat(count) }];
    });
  return [...moves(signOf, signs), ...moves(commentOf, comments)];
}

/** Where a line of the new text comes from. */
interface Origin {
  readonly line: CellLine;
  readonly isSame: boolean;
}

function originsOf(
  old: readonly CellLine[],
  fresh: readonly CellLine[],
  start: number,
  edits: readonly TextEdit[],
): ReadonlyMap<CellLine, Origin> {
  const byStart = new Map(old.map((line) => [line.start - start, line]));
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const origins = new Map<CellLine, Origin>();
  let next = 0;
  let grown = 0;
  for (const line of fresh) {
    for (let edit = ordered[next]; edit && edit.range.start + grown + edit.newText.length <= line.start; edit = ordered[++next])
      grown += edit.newText.length - (edit.range.end - edit.range.start);
    const edit = ordered[next];
    // A line that begins within new text is new.
    const isNew = edit !== undefined && edit.range.start + grown < line.start;
    const origin = isNew ? undefined : byStart.get(line.start - grown);
    if (!origin) continue;
    const isSame = origin.end - origin.start === line.end - line.start && (!edit || edit.range.start + grown > line.end);
    origins.set(line, { line: origin, isSame });
  }
  return origins;
}

/** How many blanks belong before the cell of each line whose column changes. */
function blanksOf(
  old: readonly CellLine[],
  fresh: readonly CellLine[],
  origins: ReadonlyMap<CellLine, Origin>,
  { look, habit, grown }: { readonly look: Look; readonly habit: boolean; grown(line: CellLine): number },
): ReadonlyMap<CellLine, number> {
  const chainOf = new Map(chainsOf(old, look).flatMap((chain) => chain.map(({ line }) => [line, chain] as const)));
  const blanks = new Map<CellLine, number>();
  for (const chain of chainsOf(fresh, look)) {
    const from = new Set(
      chain
        .map(({ line }) => origins.get(line))
        .map((origin) => origin && chainOf.get(origin.line))
        .filter((one) => one !== undefined),
    );
    const isSame = chain.every(({ line }) => origins.get(line)?.isSame && grown(line) === 0);
    const isWhole = from.size === 1 && [...from][0]?.length === chain.length;
    if ((isSame && isWhole) || ![...from].every(isAligned)) continue;
    // What is of one width, or alone, tells nothing.
    if (!habit && ![...from].some((one) => new Set(one.map(({ cell }) => cell.before)).size > 1)) continue;
    const widest = chain.reduce((most, { line, cell }) => Math.max(most, cell.before + grown(line)), 0);
    for (const { line, cell } of chain) blanks.set(line, widest - cell.before - grown(line) + 1);
  }
  return blanks;
}

/** Neighbouring lines that have the cell. */
type Chain = readonly { readonly line: CellLine; readonly cell: Cell }[];

function chainsOf(lines: readonly CellLine[], look: Look): readonly Chain[] {
  const chains: { line: CellLine; cell: Cell }[][] = [[]];
  for (const line of lines) {
    const cell = look(line);
    if (cell) chains.at(-1)?.push({ line, cell });
    else chains.push([]);
  }
  return chains.filter((chain) => chain.length > 0);
}

function isAligned(chain: Chain): boolean {
  const widest = chain.reduce((most, { cell }) => Math.max(most, cell.before), 0);
  return chain.every(({ cell }) => cell.blanks === widest - cell.before + 1);
}
