import type { Locale } from '../kinds/speech';
import { message, wordsOf } from '../l10n/localize';
import type { PlacedFinding } from '../lint/lint';
import { rangeInFile } from '../lint/placedFinding';
import type { Severity } from '../rules/rule';
import { lineTable } from '../text/lineTable';
import { excerptOf, printable } from './excerpt';
import type { LintedFile } from './lintFiles';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan';

export interface PrettyOptions {
  readonly locale: Locale;
  readonly style: (style: Style, text: string) => string;
}

/** Each finding as `path:line:column`, both from 1, its words, and the line of the text with the finding underlined. */
export function prettyFindings({ file, findings }: LintedFile, path: string, { locale, style }: PrettyOptions): string {
  const table = lineTable(file.text);
  const pretty = (finding: PlacedFinding): string => {
    const { rule, severity } = finding;
    const range = rangeInFile(finding);
    const { line, character } = table.positionAt(range.start);
    const place = style('bold', `${printable(path)}:${line + 1}:${character + 1}`);
    const words = printable(message(rule, finding.message, finding.arguments, locale));
    const [shown, marks] = excerptOf(file.text, range);
    const excerpt = shown === undefined ? '' : `    ${shown}\n    ${style(colours[severity], marks ?? '')}\n`;
    return `${place} ${style(colours[severity], wordsOf(locale)[severity])} ${words} ${style('dim', rule.id)}\n${excerpt}\n`;
  };
  return findings.map(pretty).join('');
}

const colours = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' } as const satisfies Readonly<
  Record<Severity, Style>
>;
