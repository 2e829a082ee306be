import { l10n, type QuickPickItem, window } from 'vscode';
import type { Repository } from './api';

/** What the working tree is compared with. */
export interface BaseRevision {
  readonly name: string;
  /** The commit that it is now. Rejects where there is none any more. */
  readonly commit: () => Promise<string>;
}

/** Asks which revision is meant; undefined where nobody says. */
export async function askBaseRevision(repository: Repository): Promise<BaseRevision | undefined> {
  const hash = await commitOf(repository, 'HEAD').catch(() => undefined);
  if (hash === undefined) return void window.showWarningMessage(l10n.t('Leastwise: the git repository has no commit yet.'));
  const head: BaseRevision = { name: 'HEAD', commit: () => commitOf(repository, 'HEAD') };
  const fork = await forkOf(repository);
  const forked = await fork?.commit();
  const items: (QuickPickItem & { readonly base?: BaseRevision })[] = [
    ...(fork && forked !== hash
      ? [{ label: l10n.t('Where this branch left {0}', fork.name), description: forked?.slice(0, 8) ?? '', base: fork }]
      : []),
    { label: l10n.t('The last commit'), description: `HEAD, ${hash.slice(0, 8)}`, base: head },
    { label: l10n.t('Another revision …') },
  ];
  const placeHolder = l10n.t('Compare the files as they are now with …');
  const chosen = await window.showQuickPick(items, { title: l10n.t('What This Branch Changes'), placeHolder });
  return chosen && (chosen.base ?? askRevision(repository));
}

/** The commit that the branch shares with the one that it was made from, or with the main one. */
async function forkOf(repository: Repository): Promise<BaseRevision | undefined> {
  const branch = repository.state.HEAD?.name;
  const base = branch === undefined ? undefined : await repository.getBranchBase?.(branch).catch(() => undefined);
  const named = base?.name === undefined ? [] : [[base.remote, base.name].filter(Boolean).join('/')];
  for (const name of [...named, 'origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']) {
    const commit = async () => {
      const shared = await repository.getMergeBase(await commitOf(repository, name), 'HEAD');
      if (!shared) throw new Error('no common commit');
      return shared;
    };
    if (await commit().catch(() => undefined)) return { name, commit };
  }
  return undefined;
}

async function askRevision(repository: Repository): Promise<BaseRevision | undefined> {
  const name = await window.showInputBox({
    title: l10n.t('What This Branch Changes'),
    prompt: l10n.t('A branch, a tag or a commit'),
    ignoreFocusOut: true,
    validateInput: async (typed) =>
      (await commitOf(repository, typed).catch(() => undefined)) ? undefined : l10n.t('git knows no such revision.'),
  });
  return name === undefined ? undefined : { name, commit: () => commitOf(repository, name) };
}

async function commitOf(repository: Repository, name: string): Promise<string> {
  // git would take it for an option.
  if (name.startsWith('-')) throw new Error('no revision');
  return (await repository.getCommit(name)).hash;
}
