import type { Assertion } from './node';
import type { Program } from './program';

/** Where a match and its captures begin and end, in code points: two numbers for each, -1 for one that took no part. */
export type Slots = readonly number[];

interface Thread {
  readonly step: number;
  readonly slots: Slots;
}

/** The steps that all searches of one call may take together. */
export interface Budget {
  steps: number;
}

/** The first match from `from` on, as Perl prefers it; undefined for none, `spent` where the budget doesn't reach. */
export function findMatch(
  program: Program,
  letters: readonly number[],
  from: number,
  budget: Budget,
): Slots | 'spent' | undefined {
  const nothing: Slots = new Array(program.slots).fill(-1);
  let found: Slots | undefined;
  let threads: readonly Thread[] = [];
  for (let at = from; at <= letters.length; at++) {
    if (threads.length === 0 && found) break;
    budget.steps--;
    const current = follow(program, found ? threads : [...threads, { step: program.start, slots: nothing }], at, letters, budget);
    if (budget.steps < 0) return 'spent';
    const next: Thread[] = [];
    for (const { step, slots } of current) {
      const reached = program.steps[step];
      if (reached?.kind === 'match') {
        found = slots;
        // What comes after is preferred less.
        break;
      }
      if (reached?.kind === 'letter' && at < letters.length && reached.takes(letters[at] ?? 0))
        next.push({ step: reached.next, slots });
    }
    threads = next;
  }
  return found;
}

/** All threads at what takes a letter or has matched, in the order of preference, each step once. */
function follow(
  program: Program,
  threads: readonly Thread[],
  at: number,
  letters: readonly number[],
  budget: Budget,
): readonly Thread[] {
  const reached: Thread[] = [];
  const seen = new Set<number>();
  const waiting = [...threads].reverse();
  for (let thread = waiting.pop(); thread; thread = waiting.pop()) {
    if (seen.has(thread.step)) continue;
    seen.add(thread.step);
    if (--budget.steps < 0) return reached;
    const { slots } = thread;
    const step = program.steps[thread.step];
    if (step?.kind === 'fork') for (const way of [...step.ways].reverse()) waiting.push({ step: way, slots });
    else if (step?.kind === 'save') waiting.push({ step: step.next, slots: slots.with(step.slot, at) });
    else if (step?.kind === 'assertion') {
      if (holds(step.holds, at, letters)) waiting.push({ step: step.next, slots });
    } else if (step) reached.push(thread);
  }
  return reached;
}

function holds(assertion: Assertion, at: number, letters: readonly number[]): boolean {
  switch (assertion) {
    case 'textStart':
      return at === 0;
    case 'textEnd':
      return at === letters.length;
    case 'lineStart':
      return at === 0 || letters[at - 1] === 10;
    case 'lineEnd':
      return at === letters.length || letters[at] === 10;
    case 'wordBoundary':
      return isWord(letters[at - 1]) !== isWord(letters[at]);
    case 'noWordBoundary':
      return isWord(letters[at - 1]) === isWord(letters[at]);
  }
}

function isWord(code: number | undefined): boolean {
  return code !== undefined && code < 128 && /\w/.test(String.fromCharCode(code));
}
