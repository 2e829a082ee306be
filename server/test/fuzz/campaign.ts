import fc from 'fast-check';

/** One kind of hostile ground: what it is made of, and what must hold on it. */
export interface Campaign {
  readonly name: string;
  /** How often it is tried in the few seconds that the unit tests give it. */
  readonly runs: number;
  /** `step` is told what is looked at next, so that someone else can tell what hangs. */
  property(step: Step): fc.IRawProperty<unknown>;
}

export type Step = (input: string) => void;

/** A property that may wait. */
export function campaign<T>(
  name: string,
  runs: number,
  arbitrary: fc.Arbitrary<T>,
  check: (input: T, step: Step) => void | Promise<void>,
): Campaign {
  return {
    name,
    runs,
    property: (step) => fc.asyncProperty(arbitrary, async (input) => check(input, step)) as fc.IRawProperty<unknown>,
  };
}
