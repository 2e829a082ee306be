import { RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { listFilesRequest, readFileRequest } from './protocol';
import { policyFiles } from './selector';

/** Answers the server's questions about files, which it asks where it can't reach them itself. */
export function serveFiles(client: BaseLanguageClient) {
  client.onRequest(listFilesRequest, ({ folder }) => listFiles(Uri.parse(folder)));
  client.onRequest(readFileRequest, ({ uri }) => readFile(Uri.parse(uri)));
}

async function listFiles(folder: Uri): Promise<string[]> {
  const files = await workspace.findFiles(new RelativePattern(folder, policyFiles));
  return files.map((file) => file.toString());
}

async function readFile(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    // Deleted meanwhile, a folder, no permission: for the server all the same.
    return null;
  }
}
