import { commands, DiagnosticSeverity, extensions, Range, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';
import { equal, exists } from './host/assert';
import { closeAndDelete, eventually, findings, ruleOf, writeAndOpen } from './host/editor';

const endings = { json: 'json', yaml: 'yaml', terraform: 'tf' } as const;

describe('snippets', () => {
  afterEach(() => closeAndDelete('snippets'));

  for (const [language, ending] of Object.entries(endings)) {
    it(`write ${language} that brings no finding of warning or above`, async () => {
      const document = await writeAndOpen(`snippets/new.${ending}`, '');
      for (const name of await snippetsOf(language)) {
        await clear(document);
        await commands.executeCommand('editor.action.insertSnippet', { langId: language, name });
        await commands.executeCommand('leaveSnippet');
        // Every snippet has something to be filled in, so this finding tells that the text has been looked at.
        await eventually(`placeholder in ${name}`, () =>
          findings(document).find((finding) => ruleOf(finding) === 'example/placeholder'),
        );
        equal(/\$\{|\$\d/.test(document.getText()), false, `snippet syntax left in ${name}`);
        const grave = findings(document).filter(({ severity }) => severity <= DiagnosticSeverity.Warning);
        equal(grave.map(ruleOf), [], `findings in ${name}`);
      }
    });
  }
});

/** The names that the snippets of a language have in the package. */
async function snippetsOf(language: string): Promise<readonly string[]> {
  const extension = extensions.getExtension('leastwise.leastwise');
  exists(extension, 'extension');
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension.extensionUri, `snippets/${language}.json`));
  return Object.keys(JSON.parse(new TextDecoder().decode(bytes)));
}

/** Empties the document and waits until what was found in it is gone. */
async function clear(document: TextDocument) {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), '');
  await workspace.applyEdit(edit);
  await eventually('no findings', () => findings(document).length === 0 || undefined);
}
