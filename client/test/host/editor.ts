// What the suite does with the editor, in the words of someone who uses it.
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  languages,
  type Position,
  type Range,
  Selection,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { exists } from './assert';

/** The address of a file of the workspace that the suite runs in. */
export function addressOf(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  exists(folder, 'workspace folder');
  return Uri.joinPath(folder.uri, path);
}

export async function open(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(addressOf(path));
  await window.showTextDocument(document);
  return document;
}

/** Writes the file on disk first; one that is open meanwhile changes too. */
export async function write(path: string, text: string): Promise<Uri> {
  const address = addressOf(path);
  await workspace.fs.writeFile(address, new TextEncoder().encode(text));
  return address;
}

export async function writeAndOpen(path: string, text: string): Promise<TextDocument> {
  await write(path, text);
  return open(path);
}

/** Leaves no open editor and none of these files and folders behind. */
export async function closeAndDelete(...paths: readonly string[]) {
  // Closing a changed document would ask whether to save it.
  for (const document of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
  for (const path of paths) await workspace.fs.delete(addressOf(path), { recursive: true, useTrash: false });
}

/** Puts the cursor of the active editor there. */
export function select(at: Position) {
  exists(window.activeTextEditor, 'active editor');
  window.activeTextEditor.selection = new Selection(at, at);
}

export function findings(document: TextDocument): readonly Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === 'leastwise');
}

export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for the first finding of this rule. */
export function findingOf(rule: string, document: TextDocument): Promise<Diagnostic> {
  return eventually(`finding of ${rule}`, () => findings(document).find((finding) => ruleOf(finding) === rule));
}

/** Waits until the rule finds nothing in the document; pair it with a finding before, since silence also comes before the first check. */
export async function noFindingOf(rule: string, document: TextDocument) {
  await eventually(`no finding of ${rule}`, () => !findings(document).some((finding) => ruleOf(finding) === rule) || undefined);
}

/**
 * Asks until there is an answer; fails with the last thing that went wrong after so many looks at which nobody had anything more to say.
 * A busy machine makes each of them longer, not their number smaller.
 */
export async function eventually<Value>(
  what: string,
  ask: () => Value | undefined | PromiseLike<Value | undefined>,
): Promise<Value> {
  let reason = 'no answer';
  for (let idle = 0; idle < mostIdleLooks; idle++) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      reason = String(error);
    }
    if (await somethingHappens()) idle = 0;
  }
  throw new Error(`Waited in vain for: ${what} (${reason})`);
}

const mostIdleLooks = 300;

/** Whether there is news from the extension before the editor has gone round once: to the server and back, where one is asked. */
async function somethingHappens(): Promise<boolean> {
  let news = false;
  const note = () => {
    news = true;
  };
  const listening = [languages.onDidChangeDiagnostics(note), workspace.onDidOpenTextDocument(note)];
  const document = window.activeTextEditor?.document;
  const round = document && commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
  await Promise.all([round?.then(undefined, () => {}), new Promise((resolve) => setTimeout(resolve, 50))]);
  for (const one of listening) one.dispose();
  return news;
}

/** The actions of Leastwise that Ctrl+. would offer there, their edits resolved, disabled ones included. */
export async function actionsAt(document: TextDocument, range: Range, kind?: CodeActionKind): Promise<readonly CodeAction[]> {
  // The request is cancelled when another extension registers a provider meanwhile, so it is repeated.
  const actions = await eventually('code actions', () =>
    commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind?.value, 50),
  );
  return actions;
}

/** Waits for an action whose title holds these words. */
export function actionNamed(words: RegExp, document: TextDocument, range: Range, kind?: CodeActionKind): Promise<CodeAction> {
  return eventually(`action ${words}`, async () =>
    (await actionsAt(document, range, kind)).find(({ title }) => words.test(title)),
  );
}

/** Waits for the one that VS Code would choose by itself among the repairs of a finding. */
export function preferredRepair(document: TextDocument, { range }: Diagnostic): Promise<CodeAction> {
  return eventually('preferred repair', async () =>
    (await actionsAt(document, range, CodeActionKind.QuickFix)).find(({ isPreferred }) => isPreferred),
  );
}

/** Does what choosing the action does. */
export async function apply({ edit, command }: CodeAction) {
  if (edit && !(await workspace.applyEdit(edit))) throw new Error('The edit was refused.');
  if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}
