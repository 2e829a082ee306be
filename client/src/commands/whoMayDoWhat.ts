import { commands, l10n, workspace } from 'vscode';
import type { Pages } from '../grants/pages';
import type { PageAnswer, PageSubject } from '../grants/subject';
import { createRows } from '../grants/tableRows';
import type { GrantsResult } from '../protocol';

/** Opens a page of all grants of the workspace; `ask` gets them from the server. */
export function registerWhoMayDoWhat(pages: Pages, ask: (...how: Parameters<PageSubject['load']>) => Promise<GrantsResult>) {
  return commands.registerCommand('leastwise.whoMayDoWhat', () =>
    pages.show({
      viewType: 'leastwise.whoMayDoWhat',
      title: l10n.t('Who May Do What'),
      busy: l10n.t('Working out who may do what'),
      load: async (...how) => answerOf(await ask(...how)),
    }),
  );
}

function answerOf({ files, grants, unknown }: GrantsResult): PageAnswer {
  if (files === 0 && !workspace.workspaceFolders) {
    return {
      message: l10n.t('No folder is open. Open the one that holds your policies.'),
      action: { title: l10n.t('Open Folder'), run: () => commands.executeCommand('vscode.openFolder') },
    };
  }
  if (grants.length + unknown.length === 0) {
    return {
      message: l10n.t(
        'No grant was found. Files read: {0}. Where you expect one, open its file and run “Leastwise: What Was Looked At Here”.',
        files,
      ),
    };
  }
  const rows = createRows();
  return {
    table: {
      about: l10n.t('Files read: {0}.', files.toLocaleString()),
      grants: grants.map(rows.grant),
      unknown: unknown.map(rows.unknown),
    },
    places: { grants: grants.map(({ at }) => at), unknown: unknown.map(({ at }) => at) },
  };
}
