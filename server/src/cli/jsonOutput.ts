import type { Locale } from '../kinds/speech';
import { message } from '../l10n/localize';
import { rangeInFile } from '../lint/placedFinding';
import type { Severity } from '../rules/rule';
import { lineTable, type Position } from '../text/lineTable';
import type { LintedFile } from './lintFiles';
import { isFixable } from './lintFiles';
import type { Summary } from './summary';

/**
 * What `--format json` prints: one object in one line. Fields are added, never renamed or removed, while `version` is 1.
 */
export interface JsonReport {
  readonly version: 1;
  /** In the order of the files and of the text. */
  readonly findings: readonly JsonFinding[];
  /** What remains after `--fix`, by severity; `fixed` is how many findings it has repaired. */
  readonly summary: Summary;
}

export interface JsonFinding {
  /** Relative to the current folder, with slashes. */
  readonly path: string;
  /** Lines and characters count from 0, characters in UTF-16 code units; `end` is the first place behind. */
  readonly range: { readonly start: Position; readonly end: Position };
  readonly rule: string;
  readonly severity: Severity;
  /** In the language of `--lang`. */
  readonly message: string;
  /** Whether `--fix` would repair it. */
  readonly fixable: boolean;
}

export function jsonFindings({ file, findings }: LintedFile, path: string, locale: Locale): readonly JsonFinding[] {
  const table = lineTable(file.text);
  return findings.map((finding) => {
    const { start, end } = rangeInFile(finding);
    return {
      path,
      range: { start: table.positionAt(start), end: table.positionAt(end) },
      rule: finding.rule.id,
      severity: finding.severity,
      message: message(finding.rule, finding.message, finding.arguments, locale),
      fixable: isFixable(file, finding),
    };
  });
}
