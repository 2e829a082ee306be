import type { Sample } from './documents/sample';

/** What holds for every pair of every rule. */
export interface Law {
  readonly number: number;
  /** What holds, as the test's name. */
  readonly says: string;
  /** One test, or one for each of several styles. */
  readonly tests: readonly LawTest[];
}

export interface LawTest {
  /** What tells it from the law's other tests. */
  readonly of?: string;
  /** Whether there is anything to ask of such a pair at all. */
  readonly concerns?: (sample: Sample) => boolean;
  /** Fails when the law is broken. `skip` tells why it can't be asked of this pair. */
  run(sample: Sample, skip: (reason: string) => void): Promise<void> | void;
}
