import { readFile, stat } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { childAddress } from '../../workspace/files/address';
import { type Files, largestFile } from '../../workspace/files/files';

/** The disk, for `file:` addresses. */
export const nodeFiles: Pick<Files, 'list' | 'read'> = {
  async list(folder, enters) {
    const files: string[] = [];
    const waiting = [folder];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (!(await enters(next))) continue;
      for (const entry of await entriesOf(next)) {
        const address = childAddress(next, entry.name);
        if (address === undefined) continue;
        if (entry.isDirectory()) waiting.push(address);
        // A link to a folder may lead back up, so only links to files are followed, which `read` finds out.
        else if (entry.isFile() || entry.isSymbolicLink()) files.push(address);
      }
    }
    return files;
  },

  async read(address, within) {
    const path = pathOf(address);
    if (path === undefined) return undefined;
    try {
      if (within !== undefined && !(await isBelow(path, within))) return undefined;
      const found = await statFile(path);
      // Opening a pipe would wait for its writer.
      return found.isFile() && found.size <= largestFile ? decoded(await readBytes(path)) : undefined;
    } catch {
      return undefined;
    }
  },
};

// Half as expensive as a FileHandle, which counts with thousands of files.
const statFile = promisify(stat);
const readBytes = promisify(readFile);

/** Whether a file is in a folder, wherever links lead. */
async function isBelow(path: string, folder: string): Promise<boolean> {
  const [file, top] = await Promise.all([realpath(path), realpath(pathOf(folder) ?? '')]);
  return file.startsWith(top.endsWith(sep) ? top : top + sep);
}

/** Without its byte order mark, by which editors, too, tell UTF-16. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder(first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8').decode(bytes);
}

async function entriesOf(folder: string) {
  const path = pathOf(folder === 'file://' ? 'file:///' : folder);
  if (path === undefined) return [];
  return readdir(path, { withFileTypes: true }).catch(() => []);
}

function pathOf(address: string): string | undefined {
  try {
    return fileURLToPath(address);
  } catch {
    return undefined;
  }
}
