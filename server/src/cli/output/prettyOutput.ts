import { findingWords } from '../../features/findingWords';
import { wordsOf } from '../../l10n/localize';
import { rangeInFile } from '../../lint/places/placedFinding';
import type { Severity } from '../../rules/rule';
import { lineTable } from '../../text/lines/lineTable';
import { excerptOf, printable } from './excerpt';
import { summaryLine } from './summary';
import type { Style, Writer, WriterOptions } from './writer';

/** Each finding as `path:line:column`, both from 1, its words, and the line of the text with the finding underlined. */
export function prettyWriter({ locale, style }: WriterOptions): Writer {
  return {
    *file({ file, findings }, path) {
      const table = lineTable(file.text);
      for (const finding of findings) {
        const { rule, severity } = finding;
        const range = rangeInFile(finding);
        const { line, character } = table.positionAt(range.start);
        const place = style('bold', `${printable(path)}:${line + 1}:${character + 1}`);
        const words = printable(findingWords(finding, locale));
        // A plan may be one line, in which all stands that must not be shown.
        const [shown, marks] = finding.policy.place.isOutput ? [] : excerptOf(file.text, range);
        const excerpt = shown === undefined ? '' : `    ${shown}\n    ${style(colours[severity], marks ?? '')}\n`;
        yield `${place} ${style(colours[severity], wordsOf(locale)[severity])} ${words} ${style('dim', rule.id)}\n${excerpt}\n`;
      }
    },
    end: (summary) => `${summaryLine(summary, locale)}\n`,
  };
}

const colours = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' } as const satisfies Readonly<
  Record<Severity, Style>
>;
