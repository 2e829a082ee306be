import { commands, Disposable, type TextDocument, Uri, window, workspace } from 'vscode';
import type { ExplainParams } from '../protocol';
import { openPage, scheme } from './ruleDocumentation';

/** How long nothing may be typed before an explanation is made anew, in milliseconds. */
const pause = 500;

/** Explains policies in pages of their own, which follow their files; `refresh` asks for a page again. */
export function explainPolicies(refresh: (page: Uri) => void) {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const later = (page: Uri) => {
    clearTimeout(waiting.get(page.toString()));
    waiting.set(
      page.toString(),
      setTimeout(() => refresh(page), pause),
    );
  };
  const follow = (document: TextDocument) => {
    for (const { uri } of workspace.textDocuments) {
      if (explained(uri)?.uri === document.uri.toString()) later(uri);
    }
  };
  return Disposable.from(
    commands.registerCommand('leastwise.explainPolicy', explainPolicy),
    workspace.onDidChangeTextDocument(({ document }) => follow(document)),
    { dispose: () => waiting.forEach(clearTimeout) },
  );
}

/** What the page is about; undefined for pages of other kinds. */
export function explained({ scheme: of, path, query }: Uri): ExplainParams | undefined {
  if (of !== scheme || !path.startsWith('/explain/')) return undefined;
  const asked = new URLSearchParams(query);
  const policy = asked.get('policy');
  return { uri: asked.get('uri') ?? '', ...(policy === null ? {} : { policy: Number(policy) }) };
}

/** Without arguments, from the command palette: every policy of the file in front. */
async function explainPolicy(uri = window.activeTextEditor?.document.uri.toString(), policy?: number) {
  if (uri === undefined) return;
  const name = Uri.parse(uri).path.replace(/^.*\//, '');
  const query = new URLSearchParams({ uri, ...(policy === undefined ? {} : { policy: String(policy) }) }).toString();
  await openPage(Uri.from({ scheme, path: `/explain/${name}.md`, query }));
}
