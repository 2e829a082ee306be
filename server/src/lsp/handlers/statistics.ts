import type { Statistics } from '../protocol';
import type { Session } from '../session';

export function answerStatistics({ index, analyses }: Session): Statistics {
  return { ...index.statistics(), lints: analyses.lints(), checks: analyses.checks() };
}
