import { commands, Uri, window } from 'vscode';
import type { LookedAtParams } from '../protocol';
import { openPage, scheme } from './ruleDocumentation';

/** Tells what the rules had before them where the cursor stands; `refresh` makes a page anew that was shown before. */
export function registerLookedAtCommand(refresh: (page: Uri) => void) {
  return commands.registerCommand('leastwise.whatWasLookedAt', async () => {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const { uri } = editor.document;
    const { line, character } = editor.selection.active;
    const query = new URLSearchParams({ uri: uri.toString(), line: String(line), character: String(character) }).toString();
    const page = Uri.from({ scheme, path: `/looked-at/${uri.path.replace(/^.*\//, '')}.md`, query });
    refresh(page);
    await openPage(page);
  });
}

/** What the page is about; undefined for pages of other kinds. */
export function lookedAt({ scheme: of, path, query }: Uri): LookedAtParams | undefined {
  if (of !== scheme || !path.startsWith('/looked-at/')) return undefined;
  const asked = new URLSearchParams(query);
  const position = { line: Number(asked.get('line')), character: Number(asked.get('character')) };
  return { uri: asked.get('uri') ?? '', position };
}
