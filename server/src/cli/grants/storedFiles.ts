import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolFolders } from '../../workspace/files/selection';
import type { FileAccess } from '../../workspace/terraform/functions/definition';
import { isTooLarge, readTextFile, utf8TextOf } from '../textFile';

/**
 * Files of any ending in these folders, by address, read when Terraform's functions ask for them. Nothing outside is read, wherever a
 * path or a link leads; links lead nowhere at all where they are to count for nothing.
 */
export function storedFiles(folders: readonly string[], links: 'followed' | 'nothing' = 'followed'): FileAccess {
  const tops = folders.flatMap((folder) => realPath(folder) ?? []);
  const texts = new Map<string, string | undefined>();
  let left = mostBytes;

  /** The path without links, if it is in one of the folders. */
  function inside(path: string): string | undefined {
    const real = realPath(path);
    const isOwn = tops.some((top) => real === top || real?.startsWith(top.endsWith(sep) ? top : top + sep));
    return isOwn && (links === 'followed' || real === path) ? real : undefined;
  }

  function read(path: string): string | undefined {
    const real = inside(path);
    const stats = real === undefined ? undefined : statSync(real);
    if (real === undefined || !stats?.isFile() || isTooLarge(stats.size)) return undefined;
    left -= stats.size;
    const stored = left < 0 ? undefined : readTextFile(real);
    return stored && utf8TextOf(stored);
  }

  /** Undefined where there are too many, and where a link leads to another folder, which Terraform would follow. */
  function filesBelow(path: string, deep: boolean): readonly string[] | undefined {
    const top = inside(path);
    if (top === undefined) return undefined;
    const found: string[] = [];
    const waiting = [''];
    let entries = 0;
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      for (const entry of readdirSync(join(top, folder), { withFileTypes: true })) {
        if (++entries > mostEntries) return undefined;
        const name = `${folder}${entry.name}`;
        const kind = kindOf(entry, join(top, name));
        if (kind === 'unknown' || (kind === 'linkedFolder' && deep)) return undefined;
        if (kind === 'file') found.push(name);
        if (kind === 'folder' && deep && !toolFolders.has(entry.name)) waiting.push(`${name}/`);
      }
    }
    return found;
  }

  function kindOf(entry: Dirent, path: string) {
    if (entry.isFile()) return 'file';
    if (entry.isDirectory()) return 'folder';
    if (!entry.isSymbolicLink() || links === 'nothing') return 'none';
    const real = inside(path);
    if (real === undefined) return 'unknown';
    const stats = statSync(real);
    return stats.isDirectory() ? 'linkedFolder' : stats.isFile() ? 'file' : 'none';
  }

  return {
    text(address) {
      if (!texts.has(address))
        texts.set(
          address,
          allowed(() => read(fileURLToPath(address))),
        );
      return texts.get(address);
    },
    below: (address, pattern) => allowed(() => filesBelow(fileURLToPath(address), /\/|\*\*/.test(pattern))),
  };
}

/** Of all files together that are read. */
const mostBytes = 256 * 1024 * 1024;
/** Of a folder and all below it. */
const mostEntries = 100_000;

function realPath(path: string): string | undefined {
  return allowed(() => realpathSync(path));
}

/** What the file system refuses isn't known. */
function allowed<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
