import type { TextRange } from '../../../../text/range';
import type { Element, GapToken, Layout } from './layout';

/** Whole lines of a container in which every element starts a line of its own. */
export interface Row {
  readonly kind: 'element' | 'comment' | 'blank';
  /** To the start of the next line. */
  readonly range: TextRange;
  readonly element: Element | undefined;
  readonly comma: TextRange | undefined;
  readonly comments: readonly GapToken[];
}

/** Undefined when some element shares its line with another one or with a bracket. */
export function rowsOf(layout: Layout): readonly Row[] | undefined {
  const lines = linesOf(layout);
  const rows: Row[] = [];
  if (layout.bracketed) {
    const [open, close] = [lines.shift(), lines.pop()];
    if (!open || !close || !isFreeOf(open, 'element', 'comma') || !isFreeOf(close, 'element', 'comma', 'comment'))
      return undefined;
  }
  for (const line of lines) {
    const range = { start: line[0]?.range.start ?? 0, end: line.at(-1)?.range.end ?? 0 };
    if (range.start === range.end) continue;
    const row = rowOf(line, range);
    if (!row) return undefined;
    const previous = rows.at(-1);
    if (row.comma === undefined || row.element) {
      rows.push(row);
      continue;
    }
    // After a heredoc the comma has to stand on the next line.
    if (!previous?.element || previous.comma || row.kind === 'comment') return undefined;
    rows[rows.length - 1] = { ...previous, range: { start: previous.range.start, end: row.range.end }, comma: row.comma };
  }
  return rows;
}

interface LineToken {
  readonly kind: GapToken['kind'] | 'element';
  readonly range: TextRange;
  readonly element?: Element;
}

function linesOf({ elements, gaps }: Layout): LineToken[][] {
  const lines: LineToken[][] = [[]];
  const add = (token: LineToken) => lines.at(-1)?.push(token);
  gaps.forEach((gap, index) => {
    for (const token of gap) {
      add(token);
      if (token.kind === 'newline') lines.push([]);
    }
    const element = elements[index];
    if (element) add({ kind: 'element', range: element.range, element });
  });
  return lines;
}

function isFreeOf(line: readonly LineToken[], ...kinds: readonly LineToken['kind'][]): boolean {
  return !line.some((token) => kinds.includes(token.kind));
}

/** A line that holds nothing, only comments, one element with comments and a comma, or the comma that had to wait for a heredoc's end. */
function rowOf(line: readonly LineToken[], range: TextRange): Row | undefined {
  const shape = line.map((token) => tokenLetters[token.kind]).join('');
  if (!/^[sk]*(?:e[sk]*(?:c[sk]*)?|c[sk]*)?n?$/.test(shape)) return undefined;
  const element = line.find((token) => token.element)?.element;
  const comma = line.find((token) => token.kind === 'comma')?.range;
  const kind = element ? 'element' : shape.includes('k') ? 'comment' : 'blank';
  const comments = line.flatMap((token) => (token.kind === 'comment' ? [{ kind: token.kind, range: token.range }] : []));
  return { kind, range, element, comma, comments };
}

const tokenLetters = { space: 's', newline: 'n', comma: 'c', comment: 'k', element: 'e' };
