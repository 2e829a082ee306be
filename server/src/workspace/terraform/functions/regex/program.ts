import type { Assertion, LetterTest, Regex, RegexNode } from './node';

/** A step of the machine; each leads to others by their number. */
export type Step =
  | { readonly kind: 'letter'; readonly takes: LetterTest; readonly next: number }
  | { readonly kind: 'assertion'; readonly holds: Assertion; readonly next: number }
  /** The first way is preferred. */
  | { readonly kind: 'fork'; readonly ways: readonly number[] }
  | { readonly kind: 'save'; readonly slot: number; readonly next: number }
  | { readonly kind: 'match' };

export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
  /** Two for each capture, the whole match among them. */
  readonly slots: number;
}

/** More steps than any expression has that somebody wrote. */
const mostSteps = 20_000;

/**
 * The steps that look for an expression in time that grows with the text alone, as RE2 does. Undefined for too many.
 *
 * @see https://swtch.com/~rsc/regexp/regexp2.html
 */
export function programOf({ root, names }: Regex): Program | undefined {
  const steps: Step[] = [{ kind: 'match' }];
  const add = (step: Step) => steps.push(step) - 1;
  const fork = (preferred: number, other: number, isLazy: boolean) =>
    add({ kind: 'fork', ways: isLazy ? [other, preferred] : [preferred, other] });

  /** From the end to the start, so that each step knows what comes next. */
  const compile = (node: RegexNode, next: number): number => {
    if (steps.length > mostSteps) return next;
    switch (node.kind) {
      case 'empty':
        return next;
      case 'letter':
        return add({ kind: 'letter', takes: node.takes, next });
      case 'assertion':
        return add({ kind: 'assertion', holds: node.holds, next });
      case 'capture': {
        const end = add({ kind: 'save', slot: node.index * 2 + 1, next });
        return add({ kind: 'save', slot: node.index * 2, next: compile(node.of, end) });
      }
      case 'sequence':
        return node.of.reduceRight((after, item) => compile(item, after), next);
      case 'choice':
        return add({ kind: 'fork', ways: node.of.map((branch) => compile(branch, next)) });
      case 'repeat':
        return repeat(node, next);
    }
  };

  const repeat = ({ of, least, most, isLazy }: Extract<RegexNode, { readonly kind: 'repeat' }>, next: number): number => {
    let entry = next;
    let required = least;
    if (most === Number.POSITIVE_INFINITY) {
      entry = least === 0 && !mayBeEmpty(of) ? loop(of, next, isLazy).fork : plus(of, next, isLazy);
      // What may be empty is once at least, or not at all: its order of preference is another one in a loop.
      if (least === 0 && mayBeEmpty(of)) entry = fork(entry, next, isLazy);
      required = Math.max(least - 1, 0);
    } else {
      for (let i = least; i < most; i++) entry = fork(compile(of, entry), next, isLazy);
    }
    for (let i = 0; i < required; i++) entry = compile(of, entry);
    return entry;
  };

  const loop = (of: RegexNode, next: number, isLazy: boolean) => {
    const at = add({ kind: 'fork', ways: [] });
    const body = compile(of, at);
    steps[at] = { kind: 'fork', ways: isLazy ? [next, body] : [body, next] };
    return { fork: at, body };
  };

  const plus = (of: RegexNode, next: number, isLazy: boolean) => loop(of, next, isLazy).body;

  const end = add({ kind: 'save', slot: 1, next: 0 });
  const start = add({ kind: 'save', slot: 0, next: compile(root, end) });
  return steps.length > mostSteps ? undefined : { steps, start, slots: (names.length + 1) * 2 };
}

function mayBeEmpty(node: RegexNode): boolean {
  switch (node.kind) {
    case 'letter':
      return false;
    case 'capture':
      return mayBeEmpty(node.of);
    case 'sequence':
      return node.of.every(mayBeEmpty);
    case 'choice':
      return node.of.some(mayBeEmpty);
    case 'repeat':
      return node.least === 0 || mayBeEmpty(node.of);
    default:
      return true;
  }
}
