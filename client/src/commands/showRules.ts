import { commands, l10n, window } from 'vscode';
import type { RuleSummary } from '../protocol';

/** Lists all rules; choosing one opens its page. */
export function registerShowRulesCommand(ask: () => Promise<readonly RuleSummary[]>) {
  return commands.registerCommand('leastwise.showRules', async () => {
    const items = ask().then((rules) =>
      rules.map(({ id, severity, summary }) => ({ label: id, description: severity, detail: summary })),
    );
    const chosen = await window.showQuickPick(items, {
      title: l10n.t('Rules of Leastwise'),
      placeHolder: l10n.t('Choose a rule to read its page'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (chosen) await commands.executeCommand('leastwise.openRuleDocumentation', chosen.label);
  });
}
