import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { isSettingsFile, settingsFileName } from '../lint/settingsFile';
import { type SettingsFileProblem, settingsFileProblems } from '../lint/settingsFileProblems';
import type { ClientTraits } from './clientTraits';
import type { OpenDocument } from './documents';
import { settingsProblemSentence, settingsSyntaxSentence } from './settingsStore';
import { toRange } from './toLsp';

/** What is wrong in a `.leastwise.json` that is open; nothing for any other document. */
export function settingsDiagnostics({ address, text, lines }: OpenDocument, { locale }: ClientTraits): Diagnostic[] {
  if (!isSettingsFile(address)) return [];
  const said = ({ problem }: SettingsFileProblem) =>
    problem === 'syntax'
      ? settingsSyntaxSentence(settingsFileName, locale)
      : settingsProblemSentence(settingsFileName, problem, locale);
  return settingsFileProblems(address, text).map((found) => ({
    range: toRange(found.range, lines),
    severity: found.problem === 'syntax' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'leastwise',
    message: said(found),
  }));
}
