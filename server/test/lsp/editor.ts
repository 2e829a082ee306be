import assert from 'node:assert/strict';
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type LogMessageParams,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type WorkDoneProgressBegin,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { applyEdits } from '../../src/text/edit';
import { lineTable } from '../../src/text/lines/lineTable';

/** An editor as the server sees it: one process of the built server, spoken to over stdio. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly server: ChildProcess;
  readonly initialized: InitializeResult;
  /** Every message that the server wrote to the log. */
  readonly log: readonly string[];
  readonly published: readonly PublishDiagnosticsParams[];
  readonly registered: readonly { readonly method: string; readonly registerOptions?: unknown }[];
  readonly progress: readonly WorkDoneProgressBegin[];
  /** What was asked of `served`, in order. */
  readonly reads: readonly string[];
  readonly status: readonly { readonly state: string; readonly files: number }[];
  refreshes(): number;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Replaces a range, or everything. */
  change(uri: string, edits: readonly { readonly range?: Range; readonly text: string }[]): Promise<number>;
  close(uri: string): Promise<void>;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  actions(uri: string, range: Range, context?: Partial<CodeActionContext>): Promise<readonly CodeAction[]>;
  hover(uri: string, position: Position): Promise<Hover | null>;
  /** Tells of changes on the disk, of the kind that they are. */
  touched(...changes: readonly { readonly uri: string; readonly type?: 1 | 2 | 3 }[]): Promise<void>;
  configure(settings: unknown): Promise<void>;
  /** Sets the clock of an editor that was started with one. */
  setClock(time: string): Promise<void>;
  statistics(): Promise<Statistics>;
  /** Waits until the first index is complete. */
  indexed(): Promise<void>;
  /** `shutdown` and `exit`; the log must hold no fault of the server's own. */
  stop(): Promise<void>;
}

interface Statistics {
  readonly settled: boolean;
  readonly complete: boolean;
  readonly files: number;
  readonly facts: number;
  readonly joins: number;
  readonly lints: number;
  readonly checks: Readonly<Record<string, number>>;
  readonly reads: Readonly<Record<string, number>>;
}

export interface EditorOptions {
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly clientName?: string;
  readonly locale?: string;
  readonly options?: unknown;
  /** Answers to `workspace/configuration` for the section `leastwise`, by the scope's address; `*` for all. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly filesExclude?: unknown;
  /** What time it is; without, the server has the machine's clock. */
  readonly clock?: string;
  /** Files that only the client can reach, by address. */
  readonly served?: Readonly<Record<string, string>>;
  /** Waited for before `served` is read. */
  readonly beforeRead?: (uri: string) => Promise<void> | undefined;
}

/** What VS Code can do, as far as it matters here. */
export const everything: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1] }, codeDescriptionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      disabledSupport: true,
      isPreferredSupport: true,
    },
    hover: { contentFormat: ['markdown'] },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
};

/** A client of the oldest kind: it is told diagnostics and takes plain edits. */
export const little: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
};

export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const server = await (options.clock === undefined ? startProcess('--stdio') : startClockedProcess());
  const { connection, log, published, registered, progress, reads, status, refreshes } = listen(server, options);
  const folders = (options.folders ?? []).map((uri) => ({ uri, name: uri }));
  const setClock = (time: string) => connection.sendNotification('test/clock', { time });
  if (options.clock !== undefined) await setClock(options.clock);
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: options.capabilities ?? everything,
    clientInfo: { name: options.clientName ?? 'Visual Studio Code' },
    workspaceFolders: folders.length > 0 ? folders : null,
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    initializationOptions: options.options,
  });
  await connection.sendNotification('initialized', {});
  const versions = new Map<string, number>();
  const editor: Editor = {
    connection,
    server,
    initialized,
    log,
    published,
    registered,
    progress,
    reads,
    status,
    refreshes,
    open(uri, text, languageId = languageOf(uri)) {
      versions.set(uri, 1);
      return connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    },
    async change(uri, contentChanges) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      return version;
    },
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    pull: (uri, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, identifier: 'leastwise', previousResultId }),
    async diagnostics(uri) {
      const report = await editor.pull(uri);
      assert.equal(report.kind, 'full');
      return report.items;
    },
    actions: (uri, range, context) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...context },
      }),
    hover: (uri, position) => connection.sendRequest('textDocument/hover', { textDocument: { uri }, position }),
    touched: (...changes) =>
      connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: changes.map((change) => ({ type: 2, ...change })),
      }),
    configure: (settings) => connection.sendNotification('workspace/didChangeConfiguration', { settings }),
    setClock,
    statistics: () => connection.sendRequest('leastwise/statistics'),
    indexed: () => eventually(async () => assert.equal((await editor.statistics()).complete, true)),
    async stop() {
      running.delete(editor);
      await connection.sendRequest('shutdown');
      const exit = exitCode(server);
      await connection.sendNotification('exit');
      assert.equal(await exit, 0);
      connection.dispose();
      assert.deepEqual(
        log.filter((line) => /^\S+: \w*Error/.test(line)),
        [],
      );
    },
  };
  const gone = exitCode(server).then(() => {
    running.delete(editor);
    return true;
  });
  running.set(editor, gone);
  return editor;
}

/** The editors of this program whose servers can be asked how they are, and when each of these has gone. */
const running = new Map<Editor, Promise<boolean>>();

function listen(server: ChildProcess, options: EditorOptions) {
  assert.ok(server.stdout && server.stdin);
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const log: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  const registered: { method: string; registerOptions?: unknown }[] = [];
  const status: { state: string; files: number }[] = [];
  const progress: WorkDoneProgressBegin[] = [];
  const reads: string[] = [];
  let refreshes = 0;
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onNotification('$/progress', ({ value }: { value: WorkDoneProgressBegin }) => void progress.push(value));
  connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => void log.push(message));
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => void published.push(params));
  connection.onNotification('leastwise/status', (params: (typeof status)[number]) => void status.push(params));
  connection.onRequest('client/registerCapability', ({ registrations }) => {
    registered.push(...registrations);
    return null;
  });
  connection.onRequest('client/unregisterCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++;
    return null;
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string; section: string }[] }) =>
    items.map(({ scopeUri = '', section }) =>
      section === 'leastwise'
        ? (options.settings?.[scopeUri] ?? options.settings?.['*'] ?? null)
        : (options.filesExclude ?? null),
    ),
  );
  const { served = {} } = options;
  connection.onRequest('leastwise/listFiles', ({ folder }) => Object.keys(served).filter((uri) => uri.startsWith(folder)));
  connection.onRequest('leastwise/readFile', async ({ uri }) => {
    reads.push(uri);
    await options.beforeRead?.(uri);
    return served[uri] ?? null;
  });
  connection.listen();
  return { connection, log, published, registered, progress, reads, status, refreshes: () => refreshes };
}

/** Starts the built server. */
export function startProcess(...flags: string[]): Promise<ChildProcess> {
  return startBuilt('server/src/lsp/main.ts', flags);
}

/** The same with a clock that the test sets. */
function startClockedProcess(): Promise<ChildProcess> {
  return startBuilt('server/test/lsp/clockedServer.ts', ['--stdio']);
}

async function startBuilt(entry: string, flags: readonly string[]): Promise<ChildProcess> {
  const built = builds.get(entry) ?? buildServer(entry);
  builds.set(entry, built);
  const stdio: StdioOptions = flags.includes('--node-ipc') ? ['pipe', 'pipe', 'inherit', 'ipc'] : ['pipe', 'pipe', 'inherit'];
  const server = spawn(process.execPath, [await built, ...flags], { stdio });
  servers.add(server);
  return server;
}

const servers = new Set<ChildProcess>();

// A failed test leaves its server behind, which would keep the whole run from ending.
after(() => {
  for (const server of servers) server.kill();
});

export function exitCode(server: ChildProcess): Promise<number | null> {
  return new Promise((done) => server.once('exit', (code) => done(code)));
}

/** By what is built; shared by all tests of a file. */
const builds = new Map<string, Promise<string>>();

async function buildServer(entry: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'leastwise-server-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'main.js');
  const { node } = await import(pathToFileURL(resolve('scripts/bundling.mjs')).href);
  await build({
    ...node,
    entryPoints: [entry],
    outfile,
    format: 'cjs',
    sourcemap: false,
    define: { 'import.meta.url': 'moduleAddress' },
    banner: { js: "const moduleAddress = require('node:url').pathToFileURL(__filename).href;" },
  });
  return outfile;
}

/** A folder on the disk. */
export interface Folder {
  readonly uri: string;
  /** Undefined removes. */
  write(name: string, text: string | Uint8Array | undefined): string;
  uriOf(name: string): string;
  remove(): void;
}

export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'leastwise-folder-')));
  const uriOf = (name: string) => pathToFileURL(join(path, name)).href;
  const folder: Folder = {
    uri: pathToFileURL(path).href,
    uriOf,
    write(name, text) {
      const file = join(path, name);
      if (text === undefined) rmSync(file, { recursive: true, force: true });
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      return uriOf(name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  for (const [name, text] of Object.entries(files)) folder.write(name, text);
  return folder;
}

/**
 * Asks again until the check holds. Its failure is the test's once the servers have nothing more to do: then nothing changes any more,
 * and before, a busy machine may take as long as it takes.
 */
export async function eventually(check: () => Promise<void> | void): Promise<void> {
  for (;;) {
    const isLast = (await Promise.all([...running].map(([editor, gone]) => isSettled(editor, gone)))).every((settled) => settled);
    try {
      return await check();
    } catch (error) {
      if (isLast) throw error;
      await new Promise((resume) => setTimeout(resume, 10));
    }
  }
}

/** One that has gone meanwhile will do nothing more. */
function isSettled(editor: Editor, gone: Promise<boolean>): Promise<boolean> {
  return Promise.race([gone, editor.statistics().then(({ settled }) => settled)]);
}

/** The text that the client has after the edit of one file. */
export function applied(text: string, edit: WorkspaceEdit | undefined, uri: string): string {
  const lines = lineTable(text);
  const changes = (edit?.documentChanges ?? []).filter((change): change is TextDocumentEdit => 'textDocument' in change);
  const edits =
    edit?.changes?.[uri] ?? changes.filter(({ textDocument }) => textDocument.uri === uri).flatMap((change) => change.edits);
  return applyEdits(
    text,
    edits.map((one) => {
      assert.ok('newText' in one);
      return { range: { start: lines.offsetAt(one.range.start), end: lines.offsetAt(one.range.end) }, newText: one.newText };
    }),
  );
}

function languageOf(uri: string): string {
  if (/\.(tf|tofu)$/.test(uri)) return 'terraform';
  return /\.ya?ml$/.test(uri) ? 'yaml' : 'json';
}
