import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { settings } from './inputs/organization';
import { type EditorState, type Server, speak } from './server';

/** The built server as a process of its own, spoken to over stdio. */
export interface ServerProcess extends Server {
  readonly process: ChildProcess;
}

export interface ProcessOptions extends Partial<EditorState> {
  /** Flags for Node itself. */
  readonly nodeFlags?: readonly string[];
  /** Whether it gets Node's own channel besides. */
  readonly channel?: boolean;
}

const builtServer = 'dist/server/main.js';

export async function startProcess({ nodeFlags = [], channel = false, ...editor }: ProcessOptions = {}): Promise<ServerProcess> {
  const server = spawn(process.execPath, [...nodeFlags, builtServer, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit', ...(channel ? (['ipc'] as const) : [])],
  });
  if (!server.stdout || !server.stdin) throw new Error('The server has no pipes.');
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const spoken = await speak(connection, { settings: () => settings, ...editor });
  return {
    ...spoken,
    process: server,
    async stop() {
      const end = once(server, 'exit');
      await spoken.stop();
      await end;
      connection.dispose();
    },
  };
}
