import { findingWords } from '../../features/findingWords';
import { message } from '../../l10n/localize';
import { rangeInFile, resourceAround } from '../../lint/places/placedFinding';
import type { Finding, Related, Severity } from '../../rules/rule';
import { lineTable } from '../../text/lines/lineTable';
import type { LintedFile } from '../lintFiles';
import type { Summary } from './summary';
import type { LocatedPlace, PositionRange, Writer, WriterOptions } from './writer';

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
  readonly range: PositionRange;
  readonly rule: string;
  readonly severity: Severity;
  /** In the language of `--lang`. */
  readonly message: string;
  /** Whether `--fix` would repair it. */
  readonly fixable: boolean;
  /** By which it is known again in the file, whatever is inserted above it or written in another style. */
  readonly fingerprint: string;
  /** Of the Terraform resource that it is about, in a plan with the path of the module and the key of the instance; left out where there is none. */
  readonly address?: string;
  /** Other places that it is about, such as the default of a variable; left out where there is none. */
  readonly related?: readonly JsonRelated[];
}

export interface JsonRelated extends LocatedPlace {
  readonly message: string;
}

export function jsonWriter(options: WriterOptions): Writer {
  const { version }: Pick<JsonReport, 'version'> = { version: 1 };
  let between = '';
  return {
    begin: () => `{"version":${version},"findings":[`,
    *file(linted, path) {
      for (const finding of jsonFindings(linted, path, options)) {
        yield between + JSON.stringify(finding);
        between = ',';
      }
    },
    end: (summary) => `],"summary":${JSON.stringify(summary)}}\n`,
  };
}

function* jsonFindings(linted: LintedFile, path: string, options: WriterOptions): Generator<JsonFinding> {
  const { file, findings, fixable } = linted;
  const table = lineTable(file.text);
  const fingerprints = linted.fingerprints();
  for (const [index, finding] of findings.entries()) {
    const { start, end } = rangeInFile(finding);
    const related = finding.related.flatMap((one) => jsonRelated(finding, one, options));
    const address = resourceAround(finding)?.address;
    yield {
      path,
      range: { start: table.positionAt(start), end: table.positionAt(end) },
      rule: finding.rule.id,
      severity: finding.severity,
      message: findingWords(finding, options.locale),
      fixable: fixable.has(finding),
      fingerprint: fingerprints[index] ?? '',
      ...(address === undefined ? {} : { address }),
      ...(related.length > 0 ? { related } : {}),
    };
  }
}

function jsonRelated({ rule }: Finding, related: Related, { locale, locate }: WriterOptions): readonly JsonRelated[] {
  const place = locate(related.at);
  return place ? [{ ...place, message: message(rule, related.message, related.arguments ?? {}, locale) }] : [];
}
