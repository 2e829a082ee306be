import { commands, l10n, window } from 'vscode';
import type { LintWorkspaceResult } from '../protocol';

/** Has the whole workspace checked, and says what came of it. The server shows how far it is and can be told to stop. */
export function registerLintWorkspaceCommand(ask: () => Promise<LintWorkspaceResult>) {
  return commands.registerCommand('leastwise.lintWorkspace', async () => {
    const { files, findings, cancelled } = await ask();
    if (cancelled) return;
    if (findings === 0) {
      void window.showInformationMessage(l10n.t('Leastwise: nothing found. Files checked: {0}', files));
      return;
    }
    const showProblems = l10n.t('Show problems');
    const message = l10n.t('Leastwise: findings: {0}, files checked: {1}', findings, files);
    if ((await window.showInformationMessage(message, showProblems)) === showProblems) {
      await commands.executeCommand('workbench.actions.view.problems');
    }
  });
}
