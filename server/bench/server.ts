import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  ProtocolConnection,
  Range,
} from 'vscode-languageserver-protocol';

/** The built server as an editor has it, be it a process or a worker. */
export interface Server {
  readonly connection: ProtocolConnection;
  open(uri: string, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** Tells of one edit and asks what is found, or something else, as an editor does after a keystroke. Milliseconds until the answer is here. */
  keystroke(uri: string, change: Change, ask?: () => Promise<unknown>): Promise<number>;
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

/** What an editor has and a server asks for. */
export interface EditorState {
  /** Addresses of the workspace's folders. */
  readonly folders?: readonly string[];
  /** Leastwise's settings in a folder. */
  readonly settings: (folder: string) => unknown;
  /** Files that only the editor can reach, by address. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Makes the two known to each other. */
export async function speak(connection: ProtocolConnection, editor: EditorState): Promise<Server> {
  const becameReady = answerAsEditor(connection, editor);
  const { folders = [] } = editor;
  await connection.sendRequest('initialize', {
    processId: null,
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
    connection,
    open(uri, text) {
      versions.set(uri, 1);
      const textDocument = { uri, languageId: languageOf(uri), version: 1, text };
      return connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    async keystroke(uri, { range, text }, ask = () => pull(uri)) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      const start = performance.now();
      const told = connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      });
      await Promise.all([told, ask()]);
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
      await connection.sendNotification('exit');
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
function answerAsEditor(connection: ProtocolConnection, { settings, files = {} }: EditorState): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    connection.onNotification('leastwise/status', ({ state }: { state: string }) => {
      if (state === 'ready') resolve();
    });
  });
  for (const method of ['client/registerCapability', 'client/unregisterCapability', 'workspace/diagnostic/refresh']) {
    connection.onRequest(method, () => null);
  }
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => console.error(message));
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { scopeUri?: string; section: string }[] }) =>
    items.map(({ scopeUri = '', section }) => (section === 'leastwise' ? settings(scopeUri) : null)),
  );
  connection.onRequest('leastwise/listFiles', ({ folder }: { folder: string }) =>
    Object.keys(files).filter((address) => address.startsWith(`${folder}/`)),
  );
  connection.onRequest('leastwise/readFile', ({ uri }: { uri: string }) => files[uri] ?? null);
  connection.listen();
  return ready;
}

function languageOf(uri: string): string {
  if (uri.endsWith('.tf')) return 'terraform';
  return uri.endsWith('.yaml') ? 'yaml' : 'json';
}
