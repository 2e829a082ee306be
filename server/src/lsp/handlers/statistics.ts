import type { Statistics } from '../protocol';
import type { Session } from '../session';

export function answerStatistics({ background, index, analyses }: Session): Statistics {
  return {
    ...index.statistics(),
    settled: background.isSettled(),
    lints: analyses.lints(),
    checks: analyses.checks(),
    reads: analyses.reads(),
  };
}
