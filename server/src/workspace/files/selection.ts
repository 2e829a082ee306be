import ignore, { type Ignore } from 'ignore';

/** Which paths of a folder tree are nobody's source: tools' own folders, and what git ignores. */
export interface FileSelection {
  /** `path` is relative to the top of the tree, with slashes; a folder's ends with one. */
  skips(path: string): boolean;
}

/**
 * `gitignoreOf` gives the text of the `.gitignore` of a folder (`''` for the top, else `a/b/`). It is asked once for each
 * folder, when the first path inside is.
 */
export function fileSelection(gitignoreOf: (folder: string) => string | undefined): FileSelection {
  const folders = new Map<string, FolderRules>();

  function rulesOf(folder: string): FolderRules {
    const present = folders.get(folder);
    if (present) return present;
    const above = folder === '' ? undefined : rulesOf(parentOf(folder));
    const skipped = above !== undefined && (above.skipped || skips(above, folder));
    const text = skipped ? undefined : gitignoreOf(folder);
    const own = text === undefined ? [] : [{ folder, ignored: ignore({ ignorecase: false }).add(text) }];
    const rules = { skipped, lists: [...(above?.lists ?? []), ...own] };
    folders.set(folder, rules);
    return rules;
  }

  return {
    skips(path) {
      const rules = rulesOf(parentOf(path));
      return rules.skipped || skips(rules, path);
    },
  };
}

interface FolderRules {
  readonly skipped: boolean;
  /** From the top down. */
  readonly lists: readonly { readonly folder: string; readonly ignored: Ignore }[];
}

function skips({ lists }: FolderRules, path: string): boolean {
  if (path.endsWith('/') && toolFolders.has(path.slice(parentOf(path).length, -1))) return true;
  for (const { folder, ignored } of lists.toReversed()) {
    const result = ignored.test(path.slice(folder.length));
    // The deepest list that speaks of the path decides, as in git.
    if (result.ignored || result.unignored) return result.ignored;
  }
  return false;
}

/** The folder that holds `path`: `''` or with a slash at the end. */
function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
}

/** Of a package manager, of git, of Terraform. */
export const toolFolders: ReadonlySet<string> = new Set(['.git', '.terraform', 'node_modules']);
