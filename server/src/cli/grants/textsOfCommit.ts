import { join, relative } from 'node:path';
import { addressOf, hasFormat, selectionBelow, slashed } from '../findFiles';
import { type CommitFile, filesOfCommit, readCommitFiles } from '../git/commitFiles';
import { decoded, isTooLarge } from '../textFile';
import type { Tell, Trouble } from '../trouble';
import type { Texts } from './collectGrants';
import { storedInCommit } from './storedInCommit';

export interface CommitTexts extends Texts {
  /** Those of the paths where the commit has something. */
  readonly present: ReadonlySet<string>;
}

/**
 * The texts of a commit, under the addresses that they have on the disk when it is checked out, chosen as they would be there: those at
 * or below `paths`, which are absolute, are asked for.
 */
export function textsOfCommit(top: string, commit: string, paths: readonly string[], tell: Tell): CommitTexts | Trouble {
  const files = filesOfCommit(top, commit);
  if ('kind' in files) return files;
  const ignoreLists = new Map<string, string>();
  for (const [{ path }, bytes] of readCommitFiles(top, files.filter(isIgnoreList)))
    ignoreLists.set(path.slice(0, -'.gitignore'.length), bytes?.toString() ?? '');

  const ours = files.filter(({ path }) => hasFormat(join(top, path)));
  const below = (folder: string) => {
    const selection = selectionBelow(folder, (inside) => ignoreLists.get(inside));
    return ours.filter(({ path }) => path.startsWith(folder) && !selection.skips(path.slice(folder.length)));
  };
  const named = paths.flatMap((path) => {
    const inside = slashed(relative(top, path));
    const folder = inside === '' ? '' : `${inside}/`;
    return [...ours.filter((file) => file.path === inside), ...below(folder)];
  });
  const isPresent = (path: string) => {
    const inside = slashed(relative(top, path));
    return inside === '' || files.some((file) => file.path === inside || file.path.startsWith(`${inside}/`));
  };
  const asked = new Set(named);
  const read = [...new Set([...named, ...below('')])].filter((file) => {
    if (!isTooLarge(file.size)) return true;
    if (asked.has(file)) tell({ kind: 'tooLarge', path: join(top, file.path) });
    return false;
  });
  return {
    files: [...readCommitFiles(top, read)].flatMap(([file, bytes]) => {
      if (bytes) return { uri: addressOf(join(top, file.path)), text: decoded(bytes).text };
      if (asked.has(file)) tell({ kind: 'notFetched', path: join(top, file.path) });
      return [];
    }),
    asked: new Set(named.map(({ path }) => addressOf(join(top, path)))),
    stored: storedInCommit(top, files),
    present: new Set(paths.filter(isPresent)),
  };
}

function isIgnoreList({ path }: CommitFile): boolean {
  return path === '.gitignore' || path.endsWith('/.gitignore');
}
