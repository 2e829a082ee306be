import type { DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Session } from '../session';

export function answerDiagnostics(
  { reports }: Session,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  return reports.pull(textDocument.uri, previousResultId);
}
