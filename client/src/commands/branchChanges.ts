import { type CancellationToken, commands, l10n, Uri, window, workspace } from 'vscode';
import { type GitApi, gitApi, type Repository, repositoriesOf } from '../git/api';
import { askBaseRevision, type BaseRevision } from '../git/baseRevision';
import { textsBefore } from '../git/textsBefore';
import type { Pages } from '../grants/pages';
import type { PageAnswer, Report } from '../grants/subject';
import { createRows } from '../grants/tableRows';
import type { GrantChangesParams, GrantChangesResult } from '../protocol';

type Ask = (before: GrantChangesParams['before'], report: Report, token: CancellationToken) => Promise<GrantChangesResult>;

/** Opens a page of what the working tree changes of access; `ask` gets that from the server. */
export function registerBranchChanges(pages: Pages, ask: Ask) {
  return commands.registerCommand('leastwise.branchChanges', async () => {
    const api = await gitApi();
    if (!api) {
      const message = l10n.t(
        'Leastwise: VS Code’s git isn’t here or is switched off (“git.enabled”). Elsewhere, run “leastwise grants --against <revision>”.',
      );
      return void window.showWarningMessage(message);
    }
    const repository = await chosenRepository(api);
    const base = repository && (await askBaseRevision(repository));
    if (base) await pages.show(subjectOf({ api, repository, base }, ask));
  });
}

async function chosenRepository(api: GitApi): Promise<Repository | undefined> {
  const [only, ...others] = await repositoriesOf(api);
  if (!only) void window.showWarningMessage(l10n.t('Leastwise: no folder of this workspace is in a git repository.'));
  if (others.length === 0 || !only) return only;
  const items = [only, ...others].map((repository) => ({ label: repository.rootUri.fsPath, repository }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which repository?') }))?.repository;
}

interface Comparison {
  readonly api: GitApi;
  readonly repository: Repository;
  readonly base: BaseRevision;
}

function subjectOf({ api, repository, base }: Comparison, ask: Ask) {
  return {
    viewType: 'leastwise.branchChanges',
    title: l10n.t('What This Branch Changes'),
    busy: l10n.t('Working out what changes'),
    async load(report: Report, token: CancellationToken): Promise<PageAnswer> {
      const then = await textsThen(repository, base, token).catch(() => undefined);
      if (!then)
        return { message: l10n.t('git can’t tell what the files held at {0}. Fetch it, or choose another revision.', base.name) };
      const { commit, before } = then;
      const result = await ask(before, report, token);
      const changed = new Set(before.map(({ uri }) => uri));
      const uriBefore = (uri: string) => (changed.has(uri) ? api.toGitUri(Uri.parse(uri), commit).toString() : uri);
      return answerOf(result, aboutOf(repository, base, commit), uriBefore);
    },
  };
}

async function textsThen(repository: Repository, base: BaseRevision, token: CancellationToken) {
  const commit = await base.commit();
  return { commit, before: await textsBefore(repository, commit, token) };
}

function aboutOf({ rootUri }: Repository, { name }: BaseRevision, commit: string): string {
  const about = l10n.t('Compared with {0} ({1}).', name, commit.slice(0, 8));
  const isHidden = workspace.getConfiguration('git', rootUri).get('untrackedChanges') === 'hidden';
  return isHidden ? `${about} ${l10n.t('Files that git doesn’t track are hidden, so they count as unchanged.')}` : about;
}

function answerOf({ changes, unknown }: GrantChangesResult, about: string, uriBefore: (uri: string) => string): PageAnswer {
  if (changes.length + unknown.length === 0) return { message: `${l10n.t('Access stays as it is.')} ${about}` };
  const rows = createRows();
  const shownThen = <L extends { readonly uri: string }>(at: L): L => ({ ...at, uri: uriBefore(at.uri) });
  return {
    table: {
      about,
      grants: changes.flatMap(rows.change),
      unknown: unknown.map((row) => ({ ...rows.unknown(row), change: row.change })),
    },
    places: {
      grants: changes.flatMap(({ before, after }) => after?.at ?? (before ? shownThen(before.at) : [])),
      unknown: unknown.map(({ change, at }) => (change === 'added' ? at : shownThen(at))),
    },
  };
}
