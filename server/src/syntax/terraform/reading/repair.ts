import { type OpenQuote, type ScanEvents, scanToEnd } from './scan';

/** As long as the original, or a quote longer at its very end. */
export interface RepairedText {
  readonly text: string;
  /** In the order of the text. */
  readonly openStrings: readonly OpenString[];
  readonly isRepaired: boolean;
}

/** A string that the original leaves open. */
export interface OpenString {
  /** Where its opening quote stands. */
  readonly start: number;
  /** Where the original's half-typed text ends: the repaired string ends one later, and so does all up to `lineEnd`. */
  readonly end: number;
  readonly lineEnd: number;
}

/**
 * Gives each string an end on its line, for strings of HCL can't span lines, and blanks lines without a value, which would take
 * the next line for it. The line break after an open string is given up for the missing quote (or `}`): nothing but the rest of
 * that line moves, and only by one. `from` is the block's `{` or the first attribute.
 */
export function repair(text: string, from: number): RepairedText {
  const openStrings: OpenString[] = [];
  let repaired = '';
  let done = 0;
  const replace = (start: number, end: number, by: string) => {
    repaired += text.slice(done, start) + by;
    done = end;
  };
  const events: ScanEvents = {
    openQuote(open) {
      const { end, insert, skip } = open.kind === 'hole' ? closedHole(open) : closedQuote(text, open);
      replace(end, open.lineEnd + 1, insert + text.slice(end + skip, open.lineEnd));
      openStrings.push({ start: open.quote, end: end + skip, lineEnd: open.lineEnd });
    },
    unfinishedLine: ({ start, end }) => replace(start, end, ' '.repeat(end - start)),
  };
  for (let at = from; at < text.length; at++) at = scanToEnd(text, at, events).end;
  return { text: repaired + text.slice(done), openStrings, isRepaired: done > 0 };
}

/** The offset in the original of an offset in the repaired text. */
export function originalOffset(openStrings: readonly OpenString[], offset: number): number {
  let low = 0;
  let high = openStrings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((openStrings[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const before = openStrings[low - 1];
  return before && offset <= before.lineEnd + 1 ? offset - 1 : offset;
}

function closedHole({ close }: OpenQuote) {
  return { end: close, insert: '}"', skip: 1 };
}

/** Before the commas and the brackets that close what the line itself opened: they stand outside of the string most likely. */
function closedQuote(text: string, { quote, lineEnd, brackets }: OpenQuote) {
  let end = lineEnd;
  let open = brackets.length;
  while (end > quote + 1) {
    const last = text.charAt(end - 1);
    const closes = closerOf[brackets.charAt(open - 1)] === last;
    if (!closes && !/[\s,]/.test(last)) break;
    if (closes) open--;
    end--;
  }
  return { end, insert: '"', skip: 0 };
}

const closerOf: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
