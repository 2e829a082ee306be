import type { Locale } from '../../kinds/speech';
import { wordsOf } from '../../l10n/localize';
import type { Severity } from '../../rules/rule';
import { fill } from '../../text/fill';
import type { LintedFile } from '../lintFiles';

export interface Summary extends Readonly<Record<Severity, number>> {
  readonly files: number;
  readonly fixable: number;
  readonly fixed: number;
}

export const emptySummary: Summary = { files: 0, error: 0, warning: 0, information: 0, hint: 0, fixable: 0, fixed: 0 };

export function withFile(summary: Summary, { findings, fixable, fixed }: LintedFile): Summary {
  const count = (severity: Severity) => summary[severity] + findings.filter((finding) => finding.severity === severity).length;
  return {
    files: summary.files + 1,
    error: count('error'),
    warning: count('warning'),
    information: count('information'),
    hint: count('hint'),
    fixable: summary.fixable + fixable.size,
    fixed: summary.fixed + fixed,
  };
}

/** Hints are matters of style, and no reason for a build to fail. */
export function hasFindings({ error, warning, information }: Summary): boolean {
  return error + warning + information > 0;
}

export function summaryLine(summary: Summary, locale: Locale): string {
  const words = wordsOf(locale);
  const files = counted(summary.files, words.oneFile, words.manyFiles);
  const counts = [
    counted(summary.error, words.oneError, words.manyErrors),
    counted(summary.warning, words.oneWarning, words.manyWarnings),
    counted(summary.information, words.oneInformation, words.manyInformation),
    counted(summary.hint, words.oneHint, words.manyHints),
  ].filter((count) => count !== undefined);
  const sentences = [
    ...(summary.fixed > 0 ? [fill(words.fixedCount, { count: String(summary.fixed) })] : []),
    fill(counts.length > 0 ? words.summary : words.summaryClean, {
      files: files ?? fill(words.manyFiles, { count: '0' }),
      counts: counts.join(', '),
    }),
    ...(summary.fixable > 0 ? [fill(words.canBeFixed, { count: String(summary.fixable) })] : []),
  ];
  return sentences.join(' ');
}

function counted(count: number, one: string, many: string): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? one : fill(many, { count: String(count) });
}
