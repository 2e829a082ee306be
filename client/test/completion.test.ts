import { type CompletionList, commands, languages, Position, Selection, type TextDocument, window } from 'vscode';
import { closeAndDelete, eventually, write, writeAndOpen } from './host/editor';

describe('completion', () => {
  afterEach(() => closeAndDelete('typed'));

  it('replaces the whole of a half-typed role', async () => {
    const document = await writeAndOpen('typed/policy.json', '{"bindings":[{"role":"browser"}]}\n');
    await acceptFirst(document, 29, '{"bindings":[{"role":"roles/browser"}]}\n');
  });

  it('knows the settings of .leastwise.json', async () => {
    const document = await writeAndOpen('typed/.leastwise.json', '{ "" }\n');
    await eventually('setting', async () => {
      const list = await ask(document, new Position(0, 3));
      return list.items.find(({ label }) => String(Object(label).label ?? label).includes('emergencyAccess.members'));
    });
  });
});

describe('the whole workspace', () => {
  afterEach(() => closeAndDelete('typed'));

  it('is checked by command, closed files included', async () => {
    const closed = '{"bindings":[{"role":"roles/storage.objectViewer","members":["allUsers"]}]}\n';
    const address = await write('typed/closed.json', closed);
    // Not waited for: it ends with a message that a person closes.
    await eventually('finding in a closed file', async () => {
      void commands.executeCommand('leastwise.lintWorkspace');
      await new Promise((resume) => setTimeout(resume, 1000));
      return languages.getDiagnostics(address).find(({ source }) => source === 'leastwise');
    });
    const document = await writeAndOpen('typed/closed.json', closed);
    await eventually('one finding of the open file', () =>
      languages.getDiagnostics(document.uri).length === 1 ? true : undefined,
    );
  });
});

function ask(document: TextDocument, position: Position): Thenable<CompletionList> {
  return commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, position);
}

/** What someone sees who asks for suggestions there and takes the first. */
async function acceptFirst(document: TextDocument, character: number, wished: string) {
  await eventually('completed text', async () => {
    const editor = await window.showTextDocument(document);
    editor.selection = new Selection(0, character, 0, character);
    await commands.executeCommand('editor.action.triggerSuggest');
    await new Promise((resume) => setTimeout(resume, 500));
    await commands.executeCommand('acceptSelectedSuggestion');
    return document.getText() === wished || undefined;
  });
}
