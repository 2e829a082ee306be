import { type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientTraits } from '../clientTraits';
import { codeActionKinds } from './codeActions';
import { completionProvider } from './completion';
import { semanticTokensLegend } from './semanticTokens';

/** What the server can do. All of it is told at once: many clients don't register anything later. */
export const initializeResult = ({ positionEncoding }: ClientTraits): InitializeResult => ({
  capabilities: {
    positionEncoding,
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
