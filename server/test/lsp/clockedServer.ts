// The server with a clock that a test sets: what it is started for, and all else that it is made of, is that of `main.ts`.
import { createConnection } from 'vscode-languageserver/node';
import { nodeRuntime } from '../../src/lsp/nodeRuntime';
import { startServer } from '../../src/lsp/startServer';

const connection = createConnection();
let now = new Date(0);
connection.onNotification('test/clock', ({ time }: { time: string }) => {
  now = new Date(time);
});
startServer(connection, { ...nodeRuntime, now: () => now });
