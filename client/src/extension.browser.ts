import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from './client';

/** VS Code for the web: the server is a worker. */
export function activate(context: ExtensionContext) {
  const address = Uri.joinPath(context.extensionUri, 'dist/server/main.browser.js').toString(true);
  startClient(context, (options) => new LanguageClient('leastwise', 'Leastwise', () => startWorker(address), options));
}

/**
 * Not the worker itself, which the library would take for something else: VS Code's extension host hands out workers that are no
 * instances of the `Worker` that the library asks for.
 */
async function startWorker(address: string) {
  const worker = new Worker(address);
  const writer = new BrowserMessageWriter(worker);
  // The library asks the server to exit, which leaves the worker running.
  writer.end = () => worker.terminate();
  return { reader: new BrowserMessageReader(worker), writer };
}
