import { type Budget, findMatch } from './match';
import { parseRegex } from './parse';
import { type Program, programOf } from './program';

/** A match: the texts of all of it and of its captures, undefined for one that took no part. */
export interface Match {
  readonly captures: readonly (string | undefined)[];
  /** In code points. */
  readonly start: number;
  readonly end: number;
}

export interface Searcher {
  readonly names: readonly (string | undefined)[];
  /** `spent` where it would take too long. */
  readonly first: (text: string) => Match | 'spent' | undefined;
  readonly all: (text: string) => readonly Match[] | 'spent';
}

/** A search takes less than a second. */
const mostSteps = 2_000_000;

/** Undefined for what is no regular expression, `spent` for one that is too large. */
export function searcherOf(pattern: string): Searcher | 'spent' | undefined {
  const regex = parseRegex(pattern);
  if (!regex) return undefined;
  const program = programOf(regex);
  if (!program) return 'spent';
  return {
    names: regex.names,
    first: (text) => firstIn(program, text),
    all: (text) => allIn(program, text),
  };
}

function codesOf(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
}

function firstIn(program: Program, text: string): Match | 'spent' | undefined {
  return matchIn(program, codesOf(text), 0, { steps: mostSteps });
}

function matchIn(program: Program, letters: readonly number[], from: number, budget: Budget): Match | 'spent' | undefined {
  const slots = findMatch(program, letters, from, budget);
  if (!slots || slots === 'spent') return slots;
  const captures = Array.from({ length: slots.length / 2 }, (_, i) => {
    const [start = -1, end = -1] = slots.slice(i * 2);
    return start < 0 || end < 0 ? undefined : textBetween(letters, start, end);
  });
  return { captures, start: slots[0] ?? 0, end: slots[1] ?? 0 };
}

export function textBetween(letters: readonly number[], start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCodePoint(letters[i] ?? 0);
  return text;
}

/** An empty match right behind another one doesn't count. */
function allIn(program: Program, text: string): readonly Match[] | 'spent' {
  const letters = codesOf(text);
  const budget = { steps: mostSteps };
  const matches: Match[] = [];
  let last = -1;
  for (let at = 0; at <= letters.length; ) {
    const match = matchIn(program, letters, at, budget);
    if (match === 'spent') return 'spent';
    if (!match) break;
    if (match.end > match.start || match.start !== last) matches.push(match);
    last = match.end;
    at = match.end > at ? match.end : at + 1;
  }
  return matches;
}
