import { commands, type DocumentSymbol, type SemanticTokens, type TextDocument } from 'vscode';
import { equal, exists } from './host/assert';
import { closeAndDelete, eventually, writeAndOpen } from './host/editor';

const policy = 'bindings:\n- role: roles/browser\n  members:\n  - user:kim@example.org\n';

describe('a policy', () => {
  afterEach(() => closeAndDelete('outline'));

  it('has an outline of its roles', async () => {
    const document = await writeAndOpen('outline/policy.yaml', policy);
    const [role] = await eventually('outline', async () => (await symbolsOf(document))[0]?.children);
    exists(role, 'role');
    equal([role.name, role.detail, document.getText(role.selectionRange)], ['roles/browser', '1 member', 'roles/browser']);
  });

  it('has colours for roles and members', async () => {
    const document = await writeAndOpen('outline/policy.yaml', policy);
    const tokens = await eventually('semantic tokens', () =>
      commands.executeCommand<SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri),
    );
    // Each token takes five numbers: the role, the kind of the member, and who it is.
    equal(tokens.data.length, 3 * 5);
  });
});

async function symbolsOf({ uri }: TextDocument): Promise<readonly DocumentSymbol[]> {
  return (await commands.executeCommand<DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri)) ?? [];
}
