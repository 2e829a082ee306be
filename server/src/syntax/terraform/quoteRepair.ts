import { type OpenQuote, scanToEnd } from './scan';

/** A text in which every string ends on its line, as long as the original (or a quote longer, at its very end). */
export interface RepairedText {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

/** A string that the original leaves open. */
export interface Repair {
  /** Where its opening quote stands. */
  readonly start: number;
  /** Where the original's half-typed text ends: the repaired string ends one later, and so does all up to `lineEnd`. */
  readonly end: number;
  readonly lineEnd: number;
}

/**
 * Strings of HCL can't span lines, so the line break after an open one is given up for the missing quote (or `}`): nothing but the
 * rest of that line moves, and only by one.
 */
export function repairQuotes(text: string, brace: number): RepairedText {
  const repairs: Repair[] = [];
  let repaired = '';
  let done = 0;
  const repair = (open: OpenQuote) => {
    const { end, insert, skip } = open.kind === 'hole' ? closedHole(open) : closedQuote(text, open);
    repaired += text.slice(done, end) + insert + text.slice(end + skip, open.lineEnd);
    done = open.lineEnd + 1;
    repairs.push({ start: open.quote, end: end + skip, lineEnd: open.lineEnd });
  };
  for (let at = brace; at < text.length; at++) at = scanToEnd(text, at, repair).end;
  if (repairs.length === 0) return { text, repairs };
  return { text: repaired + text.slice(done), repairs };
}

/** The offset in the original of an offset in the repaired text. */
export function originalOffset(repairs: readonly Repair[], offset: number): number {
  let low = 0;
  let high = repairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((repairs[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const before = repairs[low - 1];
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
