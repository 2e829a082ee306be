import { existsSync, lstatSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changesBetween, type GrantChanges } from '../../kinds/grantChanges/grantChanges';
import type { DefinedRole, GrantTable } from '../../kinds/grantTable';
import type { Place } from '../../workspace/index/facts';
import { realPath, repositoryOf } from '../findFiles';
import { comparisonOf } from '../git/revisions';
import type { Tell } from '../trouble';
import { collectGrants, type Texts, textsOnDisk } from './collectGrants';
import { storedFiles } from './storedFiles';
import { textsOfCommit } from './textsOfCommit';

export interface CompareRequest {
  readonly paths: readonly string[];
  /** What paths are relative to. */
  readonly folder: string;
  /** A revision, or two with dots between them. */
  readonly against: string;
  readonly tell: Tell;
}

export interface ComparedGrants {
  readonly changes: GrantChanges;
  /** The roles that the texts of either time make. */
  readonly roles: readonly DefinedRole[];
  /** The text of a file at either time, by its address. */
  readonly textBefore: (uri: string) => string | undefined;
  readonly textAfter: (uri: string) => string | undefined;
}

/** What a change of the files does to access; undefined where that can't be told, after it was told why. */
export function compareGrants({ paths, folder, against, tell }: CompareRequest): ComparedGrants | undefined {
  const asked = (paths.length > 0 ? paths : ['.']).map((path) => realPathOfAll(resolve(folder, path)));
  const [first = folder] = asked;
  const top = repositoryOf(first);
  if (top === undefined) return void tell({ kind: 'noRepository', path: first });
  const other = asked.find((path) => repositoryOf(path) !== top);
  if (other !== undefined) return void tell({ kind: 'otherRepository', path: other });
  const comparison = comparisonOf(top, against);
  if ('kind' in comparison) return void tell(comparison);

  const before = textsOfCommit(top, comparison.before, asked, tell);
  if ('kind' in before) return void tell(before);
  const after =
    comparison.after === undefined ? textsInWorkingTree(top, asked, tell) : textsOfCommit(top, comparison.after, asked, tell);
  if ('kind' in after) return void tell(after);
  for (const path of asked) {
    if (!before.present.has(path) && !after.present.has(path))
      tell({ kind: 'unreadable', path, cause: Object.assign(new Error('missing'), { code: 'ENOENT' }) });
  }
  const [textBefore, textAfter] = [textsOf(before), textsOf(after)];
  return compared(collectGrants(before), textBefore, collectGrants(after), textAfter);
}

type TextOf = (uri: string) => string | undefined;

export function compared(before: GrantTable, textBefore: TextOf, after: GrantTable, textAfter: TextOf): ComparedGrants {
  const told = (table: GrantTable, textOf: TextOf) => ({
    table,
    textAt: ({ uri, range }: Place) => textOf(uri)?.slice(range.start, range.end) ?? '',
  });
  const roles = [before, after].flatMap((table) => table.roles ?? []);
  return { changes: changesBetween(told(before, textBefore), told(after, textAfter)), roles, textBefore, textAfter };
}

export function textsOf({ files }: Pick<Texts, 'files'>): TextOf {
  const texts = new Map(files.map(({ uri, text }) => [uri, text]));
  return (uri) => texts.get(uri);
}

/** As a commit would have them: it says nothing of what links lead to, and nothing of the repositories inside of it. */
function textsInWorkingTree(top: string, paths: readonly string[], tell: Tell) {
  const present = new Set(paths.filter((path) => existsSync(path)));
  const stored = storedFiles([top], 'nothing');
  if (present.size === 0) return { files: [], asked: new Set<string>(), stored, present };
  const { files, asked } = textsOnDisk([...present], top, tell);
  const isOwn = ({ uri }: { readonly uri: string }) => {
    const path = fileURLToPath(uri);
    return !lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() && repositoryOf(dirname(path)) === top;
  };
  return { files: files.filter(isOwn), asked, stored, present };
}

/** Where a path leads when links are followed, also where nothing stands any more. */
function realPathOfAll(path: string): string {
  const above = dirname(path);
  return existsSync(path) || above === path ? realPath(path) : join(realPathOfAll(above), basename(path));
}
