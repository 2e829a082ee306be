import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startClient } from './client';

/** Desktop, remote and every other place with Node: the server is a process of its own. */
export function activate(context: ExtensionContext) {
  const server = { module: context.asAbsolutePath('dist/server/main.js'), transport: TransportKind.ipc };
  const underDebugger = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  startClient(context, (options) => new LanguageClient('leastwise', 'Leastwise', { run: server, debug: underDebugger }, options));
}
