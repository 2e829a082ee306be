import { createConnection } from 'vscode-languageserver/node';
import { nodeRuntime } from './nodeRuntime';
import { startServer } from './startServer';

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (process.argv.some((argument) => transports.includes(argument.replace(/=.*/, '')))) {
  startServer(createConnection(), nodeRuntime);
} else {
  process.stderr.write(`Leastwise's language server is started by an editor, with one of ${transports.join(', ')}.\n`);
  process.exitCode = 2;
}
