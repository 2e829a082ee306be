import { type CancellationToken, commands, Disposable, EventEmitter, Uri, window, workspace } from 'vscode';

/** The scheme of the pages that the server writes. */
export const scheme = 'leastwise';

/** Shows the server's pages, such as those of rules, `leastwise:/rules/<area>/<name>.md`; `ask` gets a page as Markdown. */
export function provideRuleDocumentation(ask: (uri: Uri, token: CancellationToken) => Promise<string | null>) {
  const changed = new EventEmitter<Uri>();
  const registrations = Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri, token) => ask(uri, token),
    }),
    commands.registerCommand('leastwise.openRuleDocumentation', openRuleDocumentation),
  );
  return {
    /** Asks again for a page that is open. */
    refreshPage: (page: Uri) => changed.fire(page),
    /** Asks again for every open page: a restart may bring another language. */
    refresh() {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
    },
    dispose: () => registrations.dispose(),
  };
}

async function openRuleDocumentation(rule: string) {
  await openPage(Uri.from({ scheme, path: `/rules/${rule}.md` }));
}

/** Opens a page as people read it. */
export async function openPage(page: Uri) {
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    // The built-in Markdown extension can be switched off.
    await window.showTextDocument(page);
  }
}
