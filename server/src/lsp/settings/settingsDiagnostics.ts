import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { isSettingsFile, settingsFileName } from '../../lint/settings/file';
import { type SettingsFileProblem, settingsFileProblems } from '../../lint/settings/problems';
import type { ClientTraits } from '../clientTraits';
import type { OpenDocument } from '../documents/documents';
import { toRange } from '../toLsp';
import { settingsProblemSentence, settingsSyntaxSentence } from './settingsStore';

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
