import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatOf } from '../syntax/sourceFile';
import { canonicalAddress } from '../workspace/files/address';
import { type FileSelection, fileSelection } from '../workspace/files/selection';
import { causeOf, type Tell } from './trouble';

export interface FoundFiles {
  /** The files to check: absolute, in order, none twice. */
  readonly files: readonly string[];
  /** The further files that tell something about them. */
  readonly around: readonly string[];
  /** The repositories of what was given, or else its folders: what files name is looked for nowhere else. */
  readonly folders: readonly string[];
  /** Further files of the same folders, of any ending, that tell something where they are named. */
  named(isNamed: (path: string) => boolean): readonly string[];
  /** Whether these are all files of the workspace, so that what none of them tells isn't there. */
  readonly whole: boolean;
}

/**
 * The files to check, and around them all of their repository: a part of it tells nothing of what the rest may hold. What is named
 * itself is read even where git ignores it.
 */
export function findFiles(paths: readonly string[], folder: string, tell: Tell): FoundFiles {
  const files = new Set<string>();
  const tops = new Set<string>();
  const modules = new Set<string>();
  const folders = new Set<string>();
  let whole = true;
  for (const path of paths.length > 0 ? paths : ['.']) {
    const absolute = resolve(folder, path);
    try {
      const isFolder = statSync(absolute).isDirectory();
      if (isFolder) for (const file of filesBelow(absolute, tell)) files.add(file);
      else if (hasFormat(absolute)) files.add(absolute);
      else tell({ kind: 'noFormat', path: absolute });
      const top = repositoryOf(isFolder ? absolute : dirname(absolute));
      folders.add(top ?? (isFolder ? absolute : dirname(absolute)));
      if (top !== undefined) tops.add(top);
      else if (!isFolder) modules.add(dirname(absolute));
      // Without a repository the folder given is all there is, unless it is itself a part of the one that the command runs in.
      if (top === undefined && (!isFolder || isBelow(absolute, folder))) whole = false;
    } catch (cause) {
      tell({ kind: 'unreadable', path: absolute, cause });
    }
  }
  const around = new Set([
    ...[...tops].flatMap((top) => [...filesBelow(top, () => {})]),
    ...[...modules].flatMap((module) => filesIn(module)),
  ]);
  // A file that is named through a link is no other one than where the link leads.
  const isLinked = paths.some((path) => realPath(resolve(folder, path)) !== resolve(folder, path));
  const known = new Set(isLinked ? [...files].map(realPath) : files);
  const others = [...around].filter((path) => !known.has(isLinked ? realPath(path) : path));
  const named = (isNamed: (path: string) => boolean) =>
    [...folders].flatMap((top) => (modules.has(top) ? filesIn(top, isNamed) : [...filesBelow(top, () => {}, isNamed)]));
  return { files: [...files].sort(), around: others.sort(), folders: [...folders], named, whole };
}

export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The top of the repository that a folder is in. */
export function repositoryOf(folder: string): string | undefined {
  return foldersUpwards(folder).find((above) => existsSync(join(above, '.git')));
}

function isBelow(path: string, folder: string): boolean {
  return foldersUpwards(dirname(path)).includes(resolve(folder));
}

/** Asked some times of each file, and by who walks through all of them. */
export function addressOf(path: string): string {
  const known = addresses.get(path);
  if (known !== undefined) return known;
  const address = canonicalAddress(pathToFileURL(path).href);
  addresses.set(path, address);
  return address;
}

const addresses = new Map<string, string>();

/** The files beside a named one, which make up its Terraform module with it. */
export function filesIn(folder: string, isOurs = hasFormat): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(folder, name))
      .filter(isOurs);
  } catch {
    // The folder may be closed to us although the file isn't.
    return [];
  }
}

function* filesBelow(folder: string, tell: Tell, isOurs = hasFormat): Generator<string> {
  const selection = selectionFor(realpathSync(folder));
  const waiting = [''];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    try {
      for (const entry of readdirSync(join(folder, next), { withFileTypes: true })) {
        const inside = `${next}${entry.name}`;
        const path = join(folder, inside);
        if (entry.isDirectory()) {
          if (!selection.skips(`${inside}/`)) waiting.push(`${inside}/`);
        } else if (isOurs(path) && !selection.skips(inside) && isFile(entry, path)) yield path;
      }
    } catch (cause) {
      tell({ kind: 'unreadable', path: join(folder, next), cause });
    }
  }
}

/** A link to a folder may lead back up, so only links to files are followed. */
function isFile(entry: { isFile(): boolean }, path: string): boolean {
  if (entry.isFile()) return true;
  try {
    return statSync(path).isFile();
  } catch (cause) {
    // A link to nowhere, or round to itself, is nobody's text; of any other one the reading tells what is wrong.
    return !['ENOENT', 'ELOOP'].includes(causeOf(cause));
  }
}

/** What is skipped below a folder, by paths relative to it. git's lists count from the top of the repository down. */
function selectionFor(folder: string): FileSelection {
  const top = repositoryOf(folder) ?? folder;
  return selectionBelow(top === folder ? '' : `${slashed(relative(top, folder))}/`, (inside) => gitignoreIn(join(top, inside)));
}

/** `folder` is where what is looked at begins, from the top of the repository. See {@link fileSelection}. */
export function selectionBelow(folder: string, gitignoreOf: (folder: string) => string | undefined): FileSelection {
  const selection = fileSelection(gitignoreOf);
  if (folder === '' || !selection.skips(folder)) return { skips: (inside) => selection.skips(folder + inside) };
  // Who names an ignored folder wants it looked into.
  return fileSelection((inside) => gitignoreOf(folder + inside));
}

function gitignoreIn(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, '.gitignore'), 'utf8');
  } catch {
    return undefined;
  }
}

/** The folder itself first. */
export function foldersUpwards(folder: string): readonly string[] {
  const folders = [folder];
  for (let above = dirname(folder); above !== folders.at(-1); above = dirname(above)) folders.push(above);
  return folders;
}

export function hasFormat(path: string): boolean {
  return formatOf(addressOf(path)) !== undefined;
}

export function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
