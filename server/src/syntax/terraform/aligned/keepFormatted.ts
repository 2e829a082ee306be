import { cachedBy } from '../../../text/cachedBy';
import { composeEdits } from '../../../text/composeEdits';
import { applyEdits, type TextEdit } from '../../../text/edit';
import { shift, type TextRange } from '../../../text/range';
import type { Root } from '../../format';
import { type Cell, type CellLine, cellLines } from './cells';

/**
 * The edits with what they move besides, as `terraform fmt` would: `=` signs and comments that stood in one column with their
 * neighbours do so afterwards, whatever comes between them, leaves or grows, and lines are indented as it would indent them. What
 * its author did not write like that stays as it is.
 */
export function keepFormatted(root: Pick<Root, 'text'>, edits: readonly TextEdit[]): readonly TextEdit[] {
  const { text } = root;
  const lines = linesOf(root);
  const telling = edits.filter((edit) => !staysInValue(text, lines, edit));
  if (telling.length === 0) return edits;
  const windows = windowsAround(lines, telling);
  const rest = windows[0] && [{ start: windows[0].start, end: text.length }];
  const moves = movesInAll(text, lines, windows, edits) ?? movesInAll(text, lines, rest ?? [], edits) ?? [];
  return moves.length === 0 ? edits : composeEdits(text, edits, moves);
}

/** The moves in offsets of the text after the edits; undefined when they reach beyond a window. */
function movesInAll(
  text: string,
  lines: Lines,
  windows: readonly TextRange[],
  edits: readonly TextEdit[],
): readonly TextEdit[] | undefined {
  const all: TextEdit[] = [];
  for (const window of windows) {
    const own = edits.filter(({ range }) => window.start <= range.start && range.end <= window.end);
    const before = edits.filter(({ range }) => range.end < window.start);
    const start = before.reduce((at, { range, newText }) => at + newText.length - (range.end - range.start), window.start);
    const moves = movesIn(text, lines, window, own);
    if (!moves) return undefined;
    all.push(...moves.map(({ range, newText }) => ({ range: shift(range, start), newText })));
  }
  return all;
}

interface Lines {
  readonly all: readonly CellLine[];
  /** Whether all that can be in columns is. */
  readonly signsAligned: boolean;
  readonly commentsAligned: boolean;
  /** What is open where each line begins; undefined when the author indents in another way. */
  readonly open: readonly OpenBrackets[] | undefined;
}

/** A line that opened brackets, so many of which are open, and those around. */
type OpenBrackets = { readonly count: number; readonly level: number; readonly around: OpenBrackets } | undefined;

/** Fixes are asked for in bursts, many for one text. */
const linesOf = cachedBy(({ text }: Pick<Root, 'text'>): Lines => {
  const all = cellLines(text);
  const areAligned = (look: Look) => chainsOf(all, look).every(isAligned);
  return {
    all,
    signsAligned: areAligned(signOf),
    commentsAligned: areAligned(commentOf),
    open: openBrackets(text, all),
  };
});

function openBrackets(text: string, all: readonly CellLine[]): readonly OpenBrackets[] | undefined {
  const open: OpenBrackets[] = [];
  let before: OpenBrackets;
  for (const line of all) {
    open.push(before);
    const { level, after } = indented(line, before);
    if (line.first !== undefined && text.slice(line.start, line.first) !== ' '.repeat(2 * level)) return undefined;
    before = after;
  }
  return open;
}

/** How far `terraform fmt` indents a line: one level for each line above that opened more brackets than have been closed since. */
function indented({ first, opens }: CellLine, before: OpenBrackets): { readonly level: number; readonly after: OpenBrackets } {
  const levelOf = (open: OpenBrackets) => open?.level ?? 0;
  if (first === undefined || opens === 0) return { level: levelOf(before), after: before };
  if (opens > 0) return { level: levelOf(before), after: { count: opens, level: levelOf(before) + 1, around: before } };
  let after = before;
  let closed = -opens;
  for (; after && closed >= after.count; after = after.around) {
    closed -= after.count;
    if (closed === 0) return { level: levelOf(after.around), after: after.around };
  }
  if (after && closed > 0) after = { ...after, count: after.count - closed };
  return { level: levelOf(after), after };
}

function isSameOpen(a: OpenBrackets, b: OpenBrackets): boolean {
  return a === b || (a !== undefined && b !== undefined && a.count === b.count && isSameOpen(a.around, b.around));
}

type Look = (line: CellLine) => Cell | undefined;
const signOf: Look = ({ sign }) => sign;
const openingOf: Look = ({ opening }) => opening;
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

/** The moves within one window, in offsets of its text after the edits; undefined when the lines below it move too. */
function movesIn(text: string, lines: Lines, window: TextRange, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const own = edits.map((edit) => ({ ...edit, range: shift(edit.range, -window.start) }));
  const old = lines.all.slice(lineAt(lines.all, window.start), lineAt(lines.all, window.end) + 1);
  const fresh = linesAfter(old, window.start, own) ?? cellLines(applyEdits(text.slice(window.start, window.end), own));
  const origins = originsOf(old, fresh, window.start, own);
  const indents = indentationsOf(lines, window, fresh);
  if (!indents) return undefined;
  const shifted = (line: CellLine) => (indents.get(line) ?? presentIndent(line)) - presentIndent(line);
  const signs = blanksOf(old, fresh, origins, { look: signOf, habit: lines.signsAligned, grown: shifted });
  const grown = (line: CellLine) =>
    shifted(line) + ((line.sign && signs.get(line)) ?? line.sign?.blanks ?? 0) - (line.sign?.blanks ?? 0);
  const comments = blanksOf(old, fresh, origins, { look: commentOf, habit: lines.commentsAligned, grown });
  const moves = (look: Look, blanks: ReadonlyMap<CellLine, number>) =>
    [...blanks].flatMap(([line, count]): TextEdit[] => {
      const cell = look(line);
      if (!cell || cell.blanks === count) return [];
      return [{ range: { start: cell.at - cell.blanks, end: cell.at }, newText: ' '.repeat(count) }];
    });
  const indentations = [...indents].map(([{ start, first = start }, count]) => ({
    range: { start, end: first },
    newText: ' '.repeat(count),
  }));
  // Such a sign stands in no column with others.
  const openings = new Map(fresh.filter((line) => lines.signsAligned && !origins.get(line)?.isSame).map((line) => [line, 1]));
  return [...indentations, ...moves(signOf, signs), ...moves(openingOf, openings), ...moves(commentOf, comments)];
}

/** The lines after edits that put in or take away whole ones, which leave the others as they are; undefined for other edits. */
function linesAfter(old: readonly CellLine[], start: number, edits: readonly TextEdit[]): readonly CellLine[] | undefined {
  const starts = new Set(old.map((line) => line.start - start));
  const areWhole = edits.every(
    ({ range, newText }) => starts.has(range.start) && starts.has(range.end) && /(?:^|\n)$/.test(newText),
  );
  if (!areWhole) return undefined;
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const fresh: CellLine[] = [];
  let grown = -start;
  let next = 0;
  for (const line of old) {
    for (let edit = ordered[next]; edit && edit.range.start <= line.start - start; edit = ordered[++next]) {
      const at = edit.range.start + start + grown;
      fresh.push(
        ...cellLines(edit.newText)
          .slice(0, -1)
          .map((one) => moved(one, at)),
      );
      grown += edit.newText.length - (edit.range.end - edit.range.start);
    }
    const isGone = ordered
      .slice(0, next)
      .some(({ range }) => line.start - start < range.end && range.start <= line.start - start);
    if (!isGone) fresh.push(moved(line, grown));
  }
  return fresh;
}

function moved(line: CellLine, by: number): CellLine {
  const cell = (one: Cell | undefined) => one && { ...one, at: one.at + by };
  const first = line.first === undefined ? undefined : line.first + by;
  return {
    ...line,
    start: line.start + by,
    end: line.end + by,
    first,
    sign: cell(line.sign),
    opening: cell(line.opening),
    comment: cell(line.comment),
  };
}

function presentIndent({ start, first = start }: CellLine): number {
  return first - start;
}

/** The blanks before lines that are indented otherwise now, where all lines are indented as `terraform fmt` does it. */
function indentationsOf(
  { all, open }: Lines,
  window: TextRange,
  fresh: readonly CellLine[],
): ReadonlyMap<CellLine, number> | undefined {
  const indentations = new Map<CellLine, number>();
  let before = open?.[lineAt(all, window.start)];
  if (!open) return indentations;
  for (const line of fresh) {
    const { level, after } = indented(line, before);
    if (line.first !== undefined && presentIndent(line) !== 2 * level) indentations.set(line, 2 * level);
    before = after;
  }
  const next = lineAt(all, window.end) + 1;
  return next >= all.length || isSameOpen(before, open[next]) ? indentations : undefined;
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
