import { childAddress, isInside, parentAddress, pathInside } from '../../workspace/files/address';
import type { Files } from '../../workspace/files/files';
import { fileSelection } from '../../workspace/files/selection';

/** A workspace folder without what nobody wrote there: tools' own folders and what git ignores, as it was when first asked. */
export interface FolderTree {
  readonly folder: string;
  /** All files of the tree that are read or match one of the patterns, or of one folder of it; some that `skips` leaves out may be among them. */
  list(patterns: readonly string[], below?: string): Promise<readonly string[]>;
  /** Whether a file is left out. */
  skips(address: string): Promise<boolean>;
}

export function folderTree(folder: string, files: Files): FolderTree {
  const gitignores = new Map<string, string | undefined>();
  const selection = fileSelection((path) => gitignores.get(path));

  /** Whether a folder belongs to the tree. Its parents have been asked before, so that their `.gitignore` is known. */
  async function enters(address: string): Promise<boolean> {
    const path = address === folder ? '' : `${pathInside(address, folder)}/`;
    if (gitignores.has(path)) return true;
    if (path !== '' && selection.skips(path)) return false;
    const gitignore = childAddress(address, '.gitignore');
    gitignores.set(path, gitignore === undefined ? undefined : await files.read(gitignore));
    return true;
  }

  async function skips(address: string): Promise<boolean> {
    if (!isInside(address, folder)) return true;
    for (const above of foldersBetween(folder, address)) if (!(await enters(above))) return true;
    return selection.skips(pathInside(address, folder));
  }

  return {
    folder,
    skips,
    async list(patterns, below = folder) {
      for (const above of foldersBetween(folder, `${below}/`)) if (!(await enters(above))) return [];
      const found = await files.list(below, enters, patterns);
      // It may have been a file that was asked about, and become a folder some day.
      if (found.length === 0 && below !== folder) gitignores.delete(`${pathInside(below, folder)}/`);
      return found;
    },
  };
}

/** The folder of a file that is open by itself: the files beside it make up its Terraform module; what is below is nobody's workspace. */
export function moduleTree(folder: string, files: Files): FolderTree {
  const isBeside = (address: string) => parentAddress(address) === folder;
  return {
    folder,
    list: async (patterns) => (await files.list(folder, async (address) => address === folder, patterns)).filter(isBeside),
    skips: async (address) => !isBeside(address),
  };
}

/** `folder` itself and all folders down to the one that holds the file. */
function foldersBetween(folder: string, address: string): string[] {
  const found = [folder];
  for (let slash = address.indexOf('/', folder.length + 1); slash >= 0; slash = address.indexOf('/', slash + 1)) {
    found.push(address.slice(0, slash));
  }
  return found;
}
