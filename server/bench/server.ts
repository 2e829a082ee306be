import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { settings } from './inputs/organization';

/** The built server as an editor has it: a process of its own, spoken to over stdio. */
export interface Server {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  open(uri: string, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** Tells of one edit and asks what is found, as an editor does after a keystroke. Milliseconds until the answer is here. */
  keystroke(uri: string, change: Change): Promise<number>;
  /** What is found; undefined when it is the same as the last time. */
  diagnostics(uri: string): Promise<readonly Diagnostic[] | undefined>;
  statistics(): Promise<{ readonly complete: boolean; readonly files: number }>;
  /** Resolves when the index of the workspace is complete. */
  indexed(): Promise<void>;
  stop(): Promise<void>;
}

export interface Change {
  readonly range: Range;
  readonly text: string;
}

export interface ServerOptions {
  /** Addresses of the workspace's folders. */
  readonly folders?: readonly string[];
  /** Flags for Node itself. */
  readonly nodeFlags?: readonly string[];
  /** Whether it gets Node's own channel besides. */
  readonly channel?: boolean;
}

const builtServer = 'dist/server/main.js';

export async function startServer({ folders = [], nodeFlags = [], channel = false }: ServerOptions = {}): Promise<Server> {
  const server = spawn(process.execPath, [...nodeFlags, builtServer, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit', ...(channel ? (['ipc'] as const) : [])],
  });
  if (!server.stdout || !server.stdin) throw new Error('The server has no pipes.');
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const becameReady = answerAsEditor(connection);
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    // The client of ours alone is told when the index is complete.
    clientInfo: { name: 'Visual Studio Code' },
    workspaceFolders: folders.length > 0 ? folders.map((uri) => ({ uri, name: uri })) : null,
  });
  await connection.sendNotification('initialized', {});

  const versions = new Map<string, number>();
  const results = new Map<string, string | undefined>();

  async function pull(uri: string): Promise<DocumentDiagnosticReport> {
    const previousResultId = results.get(uri);
    const params = { textDocument: { uri }, identifier: 'leastwise', ...(previousResultId && { previousResultId }) };
    const report: DocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', params);
    results.set(uri, report.resultId);
    return report;
  }

  return {
    process: server,
    connection,
    open(uri, text) {
      versions.set(uri, 1);
      const textDocument = { uri, languageId: languageOf(uri), version: 1, text };
      return connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    async keystroke(uri, { range, text }) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      const start = performance.now();
      const told = connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      });
      await Promise.all([told, pull(uri)]);
      return performance.now() - start;
    },
    async diagnostics(uri) {
      const report = await pull(uri);
      return report.kind === 'full' ? report.items : undefined;
    },
    statistics: () => connection.sendRequest('leastwise/statistics'),
    indexed: () => becameReady,
    async stop() {
      await connection.sendRequest('shutdown');
      const end = once(server, 'exit');
      await connection.sendNotification('exit');
      await end;
      connection.dispose();
    },
  };
}

const capabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1] }, codeDescriptionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source.fixAll'] } },
      disabledSupport: true,
      isPreferredSupport: true,
    },
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

/** Answers what a server asks of its editor; resolves when the server says that it knows all files. */
function answerAsEditor(connection: ProtocolConnection): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    connection.onNotification('leastwise/status', ({ state }: { state: string }) => {
      if (state === 'ready') resolve();
    });
  });
  for (const method of ['client/registerCapability', 'client/unregisterCapability', 'workspace/diagnostic/refresh']) {
    connection.onRequest(method, () => null);
  }
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => console.error(message));
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section: string }[] }) =>
    items.map(({ section }) => (section === 'leastwise' ? settings : null)),
  );
  connection.listen();
  return ready;
}

function languageOf(uri: string): string {
  if (uri.endsWith('.tf')) return 'terraform';
  return uri.endsWith('.yaml') ? 'yaml' : 'json';
}
