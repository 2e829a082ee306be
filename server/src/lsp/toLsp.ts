import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
} from 'vscode-languageserver';
import { relatedPlaces } from '../features/relatedPlaces';
import { message } from '../l10n/localize';
import { type PlacedFinding, rangeInFile } from '../lint/places/placedFinding';
import type { Severity } from '../rules/rule';
import type { LineTable } from '../text/lines/lineTable';
import type { TextRange } from '../text/range';
import type { Place } from '../workspace/index/facts';
import type { ClientTraits } from './clientTraits';

/** What the conversions need to know of the world. */
export interface Conversion {
  readonly client: ClientTraits;
  /** The page of a rule as an address that the client can open. */
  readonly rulePage: (ruleId: string) => string | undefined;
  /** Where a place of any file stands; undefined when the file is gone. */
  readonly locate: (place: Place) => Promise<{ readonly uri: string; readonly range: Range } | undefined>;
}

export async function toDiagnostic(finding: PlacedFinding, lines: LineTable, conversion: Conversion): Promise<Diagnostic> {
  const { client, rulePage } = conversion;
  const { rule, arguments: args } = finding;
  const href = client.showsCodeDescription ? rulePage(rule.id) : undefined;
  const related = client.showsRelatedInformation ? await toRelated(finding, conversion) : [];
  return {
    range: toRange(rangeInFile(finding), lines),
    severity: severities[finding.severity],
    code: rule.id,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: 'leastwise',
    message: message(rule, finding.message, args, client.locale),
    ...(finding.unnecessary && client.showsTags ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

export function toRange({ start, end }: TextRange, lines: LineTable): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function fromRange({ start, end }: Range, lines: LineTable): TextRange {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

async function toRelated(finding: PlacedFinding, { client, locate }: Conversion): Promise<DiagnosticRelatedInformation[]> {
  const related = relatedPlaces(finding, client.locale);
  const found = await Promise.all(related.map(async ({ at, message: said }) => ({ location: await locate(at), message: said })));
  return found.flatMap(({ location, message: said }) => (location ? [{ location, message: said }] : []));
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
