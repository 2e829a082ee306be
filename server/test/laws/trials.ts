import type { Example, Rule } from '../../src/rules/rule';
import { samplesOf } from './documents/sample';
import { laws } from './laws';

/** One law asked of one pair. */
export interface Trial {
  /** Tells the rule, the pair and the law. */
  readonly name: string;
  /** Fails when the law is broken. `skip` tells why it can't be asked of this pair. */
  run(skip: (reason: string) => void): Promise<void> | void;
}

/** Everything that is asked of a rule's pairs. */
export function trialsOf(rule: Rule, cases: readonly Example[]): readonly Trial[] {
  return samplesOf(rule, cases).flatMap((sample) =>
    laws.flatMap(({ number, says, tests }) =>
      tests
        .filter(({ concerns }) => concerns?.(sample) ?? true)
        .map(({ of, run }) => ({
          name: `${rule.id} · ${sample.name} · law ${number}: ${says}${of === undefined ? '' : ` (${of})`}`,
          run: (skip) => run(sample, skip),
        })),
    ),
  );
}
