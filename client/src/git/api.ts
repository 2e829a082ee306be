import { extensions, type Uri, workspace } from 'vscode';

// What is used here of the interface that VS Code's own git extension offers to others.

export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: (listener: (state: GitApi['state']) => void) => { dispose(): void };
  getRepository(uri: Uri): Repository | null;
  /** Undefined in older versions. */
  openRepository?(root: Uri): Promise<Repository | null>;
  /** The address under which a file is shown as it was. */
  toGitUri(uri: Uri, ref: string): Uri;
}

export interface Repository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    readonly mergeChanges: readonly Change[];
    readonly workingTreeChanges: readonly Change[];
    readonly untrackedChanges?: readonly Change[];
  };
  status(): Promise<void>;
  getCommit(ref: string): Promise<{ readonly hash: string }>;
  getMergeBase(one: string, other: string): Promise<string | undefined>;
  getBranchBase?(name: string): Promise<{ readonly remote?: string; readonly name?: string } | undefined>;
  /** Of the files that git knows, those of the working tree that are different in `ref`. */
  diffWith(ref: string): Promise<readonly Change[]>;
  /** The text of a file, by its path on the disk. Rejects where there is none. */
  show(ref: string, path: string): Promise<string>;
}

export interface Change {
  readonly uri: Uri;
  readonly originalUri: Uri;
  readonly renameUri?: Uri | undefined;
  readonly status: number;
}

/** Of the extension's states of a file. */
export const status = { indexAdded: 1, indexRenamed: 3, untracked: 7 } as const;

/** Undefined where the extension isn't there, as in the web, or is switched off. */
export async function gitApi(): Promise<GitApi | undefined> {
  const extension = extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): GitApi }>('vscode.git');
  const git = await extension?.activate();
  if (!git?.enabled) return undefined;
  const api = git.getAPI(1);
  if (api.state === 'initialized') return api;
  return new Promise((resolve) => {
    const listening = api.onDidChangeState(() => {
      listening.dispose();
      resolve(api);
    });
  });
}

/** The repositories that the workspace folders are in. */
export async function repositoriesOf(api: GitApi): Promise<readonly Repository[]> {
  const found = new Map<string, Repository>();
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const repository = api.getRepository(uri) ?? (await api.openRepository?.(uri));
    if (repository) found.set(repository.rootUri.toString(), repository);
  }
  return [...found.values()];
}
