import { type CancellationToken, commands, Disposable, EventEmitter, Uri, window, workspace } from 'vscode';

const scheme = 'leastwise';

/** Shows the pages of rules, `leastwise:/rules/<area>/<name>.md`; `ask` gets a page as Markdown. */
export function provideRuleDocumentation(ask: (uri: string, token: CancellationToken) => Promise<string | null>) {
  const changed = new EventEmitter<Uri>();
  const registrations = Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri, token) => ask(uri.toString(), token),
    }),
    commands.registerCommand('leastwise.openRuleDocumentation', openRuleDocumentation),
  );
  return {
    /** Asks again for every open page: a restart may bring another language. */
    refresh() {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
    },
    dispose: () => registrations.dispose(),
  };
}

async function openRuleDocumentation(rule: string) {
  const page = Uri.from({ scheme, path: `/rules/${rule}.md` });
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    // The built-in Markdown extension can be switched off.
    await window.showTextDocument(page);
  }
}
