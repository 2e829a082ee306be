import { type RelatedPlace, relatedPlaces } from '../../features/relatedPlaces';
import { message } from '../../l10n/localize';
import { rangeInFile } from '../../lint/places/placedFinding';
import type { Severity } from '../../rules/rule';
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
  /** Terraform's addresses of what it is about, with the keys of instances, at most a hundred; left out for documents. */
  readonly addresses?: readonly string[];
  /** Other places that it is about, such as the literal that a value comes from; left out where there is none. */
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
    const related = relatedPlaces(finding, options.locale).flatMap((one) => jsonRelated(one, options));
    const addresses = finding.addresses.slice(0, mostAddresses);
    yield {
      path,
      range: { start: table.positionAt(start), end: table.positionAt(end) },
      rule: finding.rule.id,
      severity: finding.severity,
      message: message(finding.rule, finding.message, finding.arguments, options.locale),
      fixable: fixable.has(finding),
      fingerprint: fingerprints[index] ?? '',
      ...(addresses.length > 0 ? { addresses } : {}),
      ...(related.length > 0 ? { related } : {}),
    };
  }
}

const mostAddresses = 100;

function jsonRelated({ at, message: said }: RelatedPlace, { locate }: WriterOptions): readonly JsonRelated[] {
  const place = locate(at);
  return place ? [{ ...place, message: said }] : [];
}
