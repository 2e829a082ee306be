import { type InitializeResult, PositionEncodingKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActionKinds } from './codeActions';
import { completionProvider } from './completion';
import { semanticTokensLegend } from './semanticTokens';

/** What the server can do. All of it is told at once: many clients don't register anything later. */
export const initializeResult = (): InitializeResult => ({
  capabilities: {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    diagnosticProvider: { identifier: 'leastwise', interFileDependencies: true, workspaceDiagnostics: false },
    codeActionProvider: { codeActionKinds },
    hoverProvider: true,
    codeLensProvider: { resolveProvider: false },
    documentSymbolProvider: true,
    semanticTokensProvider: { legend: semanticTokensLegend, full: true },
    completionProvider,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
  serverInfo: { name: 'Leastwise' },
});
