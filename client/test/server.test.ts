import { type CodeLens, commands, extensions, Uri, WorkspaceEdit, workspace } from 'vscode';
import { equal, exists, matches } from './host/assert';
import { closeAndDelete, eventually, findingOf, findings, writeAndOpen } from './host/editor';

const rule = 'allow-policy/public-access';
const policy = '{"bindings":[{"role":"roles/storage.admin","members":["allUsers","user:kim@example.com"]}]}\n';

describe('the extension', () => {
  afterEach(() => closeAndDelete('policy.json'));

  it('starts with the first file that it looks at', async () => {
    await writeAndOpen('policy.json', policy);
    const extension = extensions.getExtension('leastwise.leastwise');
    exists(extension, 'extension');
    await eventually('active extension', () => extension.isActive || undefined);
  });

  it('comes back after a restart', async () => {
    const document = await writeAndOpen('policy.json', policy);
    await findingOf(rule, document);
    await commands.executeCommand('leastwise.restart');
    await findingOf(rule, document);
  });

  it('shows the page of a rule', async () => {
    const document = await writeAndOpen('policy.json', policy);
    await findingOf(rule, document);
    const page = await workspace.openTextDocument(Uri.parse(`leastwise:/rules/${rule}.md`));
    matches(page.getText(), /allow-policy\/public-access/);
    await commands.executeCommand('leastwise.openRuleDocumentation', rule);
  });

  it('lists all rules, and shows the page of the one that is chosen', async () => {
    await writeAndOpen('policy.json', policy);
    const done = commands.executeCommand('leastwise.showRules');
    await eventually('page of a rule', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return workspace.textDocuments.find(({ uri }) => uri.scheme === 'leastwise' && !uri.path.includes(rule));
    });
    await done;
  });

  it('explains a policy, and goes on when the policy changes', async () => {
    const document = await writeAndOpen('policy.json', policy);
    await findingOf(rule, document);
    const lenses = await eventually('lens', async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      return found.some(({ command }) => command?.command === 'leastwise.explainPolicy') ? found : undefined;
    });
    const [lens] = lenses.filter(({ command }) => command?.command === 'leastwise.explainPolicy');
    await commands.executeCommand('leastwise.explainPolicy', ...(lens?.command?.arguments ?? []));
    const page = await eventually('page', () =>
      workspace.textDocuments.find(({ uri }) => uri.scheme === 'leastwise' && uri.path === '/explain/policy.json.md'),
    );
    matches(page.getText(), /allUsers/);
    const edit = new WorkspaceEdit();
    const at = document.positionAt(policy.indexOf('kim@'));
    edit.insert(document.uri, at, 'young.');
    await workspace.applyEdit(edit);
    await eventually('new page', () => /young\.kim@/.test(page.getText()) || undefined);
  });

  it('tells what was looked at where the cursor stands', async () => {
    const document = await writeAndOpen('policy.json', policy);
    await findingOf(rule, document);
    await commands.executeCommand('leastwise.whatWasLookedAt');
    const page = await eventually('page', () =>
      workspace.textDocuments.find(({ uri }) => uri.scheme === 'leastwise' && uri.path === '/looked-at/policy.json.md'),
    );
    matches(page.getText(), /policy\.json/);
  });

  it('speaks Korean where the setting says so', async () => {
    const document = await writeAndOpen('policy.json', policy);
    await findingOf(rule, document);
    const configuration = workspace.getConfiguration('leastwise');
    await configuration.update('language', 'ko', true);
    try {
      await eventually('Korean finding', () => findings(document).find(({ message }) => /[가-힣]/.test(message)));
    } finally {
      await configuration.update('language', undefined, true);
    }
    await eventually('English finding', () => findings(document).find(({ message }) => !/[가-힣]/.test(message)));
  });

  it('writes the emergency-access account into the settings of the workspace', async () => {
    await writeAndOpen('policy.json', policy);
    const members = () => workspace.getConfiguration('leastwise').inspect<string[]>('emergencyAccess.members');
    await workspace.getConfiguration('leastwise').update('emergencyAccess.members', ['user:emergency@example.org'], true);
    const done = commands.executeCommand('leastwise.setEmergencyAccessAccount');
    try {
      await eventually('setting', async () => {
        // The box offers the present account, and accepting it is like pressing Enter.
        await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return members()?.workspaceValue;
      });
      await done;
      equal(members()?.workspaceValue, ['user:emergency@example.org']);
    } finally {
      for (const global of [true, false]) {
        await workspace.getConfiguration('leastwise').update('emergencyAccess.members', undefined, global);
      }
    }
  });
});
