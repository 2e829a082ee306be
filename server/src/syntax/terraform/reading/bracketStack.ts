import type { TextRange } from '../../../text/range';

/** The brackets and quotes that are open at a place, each as its code unit, or {@link hole}. `below` counts from the innermost. */
export interface BracketStack {
  depth(): number;
  top(below?: number): number | undefined;
  /** Where the bracket stands; -1 when there is none. */
  offset(below: number): number;
  push(kind: number, offset: number): void;
  pop(count: number): void;
  /** Takes away the bracket that `closer` closes, with what is still open inside of it; nothing when a `}` should come first. */
  close(closer: number): void;
  /** The brackets, without quotes and holes, that stand in `range`. */
  bracketsIn(range: TextRange): string;
}

/** Stands on the stack for `${` and `%{`. */
export const hole = -1;

export function bracketStack(): BracketStack {
  const kinds: number[] = [];
  const offsets: number[] = [];
  const pop = (count: number) => {
    kinds.length -= count;
    offsets.length -= count;
  };
  return {
    depth: () => kinds.length,
    top: (below = 0) => kinds[kinds.length - 1 - below],
    offset: (below) => offsets[offsets.length - 1 - below] ?? -1,
    pop,
    push(kind, offset) {
      if (kinds.length >= deepest) return;
      kinds.push(kind);
      offsets.push(offset);
    },
    close(closer) {
      const isBrace = closer === closeBrace;
      const opener = isBrace
        ? kinds.findLastIndex((kind) => kind === openBrace || kind === hole)
        : kinds.lastIndexOf(closer === closeBracket ? openBracket : openParen);
      if (opener >= 0 && (isBrace || kinds.lastIndexOf(openBrace) < opener)) pop(kinds.length - opener);
    },
    bracketsIn({ start, end }) {
      const isWithin = (index: number) => (offsets[index] ?? 0) >= start && (offsets[index] ?? 0) < end;
      return String.fromCharCode(...kinds.filter((kind, index) => kind !== quoteMark && kind !== hole && isWithin(index)));
    },
  };
}

/** Keeps the search for a bracket's partner short; what is nested deeper isn't parsed. */
const deepest = 1000;

const quoteMark = 34;
const openParen = 40;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
