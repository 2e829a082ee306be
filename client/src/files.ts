import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { listFilesRequest, readFileRequest } from './protocol';
import { policyFiles } from './selector';

/** Answers the server's questions about files, which it asks where it can't reach them itself. */
export function serveFiles(client: BaseLanguageClient) {
  client.onRequest(listFilesRequest, ({ folder, patterns }) => listFiles(Uri.parse(folder), patterns));
  client.onRequest(readFileRequest, ({ uri, followsLinks }) => readFile(Uri.parse(uri), followsLinks));
}

async function listFiles(folder: Uri, patterns: readonly string[]): Promise<string[]> {
  const globs = [policyFiles, ...patterns.map((pattern) => `**/${pattern}`)];
  const found = await Promise.all(globs.map((pattern) => workspace.findFiles(new RelativePattern(folder, pattern))));
  return [...new Set(found.flat().map((file) => file.toString()))];
}

async function readFile(uri: Uri, followsLinks: boolean): Promise<string | null> {
  try {
    if (!followsLinks && (await workspace.fs.stat(uri)).type & FileType.SymbolicLink) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    // Deleted meanwhile, a folder, no permission: for the server all the same.
    return null;
  }
}
