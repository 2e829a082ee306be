import type { Connection } from 'vscode-languageserver';
import { canonicalAddress } from '../../workspace/files/address';
import { type Files, largestFile } from '../../workspace/files/files';
import { listFilesRequest, readFileRequest } from '../protocol';

/** Files that only the client can reach: in the browser and in virtual workspaces. */
export function clientFiles(connection: Connection): Pick<Files, 'list' | 'read'> {
  return {
    async list(folder, _, patterns) {
      const found = await connection.sendRequest(listFilesRequest, { folder, patterns }).catch(() => []);
      return found.map(canonicalAddress);
    },
    async read(address, within) {
      const text = await connection
        .sendRequest(readFileRequest, { uri: address, followsLinks: within === undefined })
        .catch(() => null);
      return text === null || text.length > largestFile ? undefined : text;
    },
  };
}

/** What changes on the disk, as far as the client tells. */
export function watchedFiles(connection: Connection): Pick<Files, 'onChange'> {
  return {
    onChange(listener) {
      connection.onDidChangeWatchedFiles(({ changes }) =>
        listener([...new Set(changes.map(({ uri }) => canonicalAddress(uri)))]),
      );
    },
  };
}
