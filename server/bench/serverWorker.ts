import { BrowserMessageReader, BrowserMessageWriter, createProtocolConnection } from 'vscode-languageserver-protocol/browser';
import { type EditorState, type Server, speak } from './server';

/** The built server as a worker of a page that has it at `address`. */
export async function startWorker(address: string, editor: EditorState): Promise<Server> {
  const worker = new Worker(address);
  const failed = new Promise<never>((_, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  const connection = createProtocolConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  const spoken = await Promise.race([speak(connection, editor), failed]);
  return {
    ...spoken,
    async stop() {
      await spoken.stop();
      connection.dispose();
      worker.terminate();
    },
  };
}
