import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './startServer';
import { clientFiles, watchedFiles } from './workspace/clientFiles';

const worker = self as unknown as DedicatedWorkerGlobalScope;

startServer(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)), {
  files: (connection) => ({ ...clientFiles(connection), ...watchedFiles(connection) }),
  yieldNow: () => new Promise((resolve) => setTimeout(resolve)),
  now: () => new Date(),
  packagedRulePage: () => undefined,
});
