import { commands, type DocumentSelector, LanguageStatusSeverity, l10n, languages, window } from 'vscode';
import type { ServerStatus } from './protocol';

export interface Status {
  show(status: ServerStatus): void;
  /** Says that the server is not there, and what can be done. */
  showFailure(): void;
  dispose(): void;
}

/** The entry behind the `{}` of the status bar, for the languages that the server looks at. */
export function createStatus(selector: DocumentSelector): Status {
  const item = languages.createLanguageStatusItem('leastwise', selector);
  item.name = 'Leastwise';
  let failed = false;
  return {
    show({ state, files }) {
      failed = false;
      item.severity = LanguageStatusSeverity.Information;
      item.busy = state !== 'ready';
      item.text = `Leastwise: ${stateWords(state)}`;
      item.detail = files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files);
      item.command = { command: 'leastwise.showOutput', title: l10n.t('Show output') };
    },
    showFailure() {
      // A server that doesn't come up is noticed in more than one place.
      if (failed) return;
      failed = true;
      item.severity = LanguageStatusSeverity.Error;
      item.busy = false;
      item.text = l10n.t('Leastwise: stopped');
      item.detail = l10n.t('The output tells why.');
      item.command = { command: 'leastwise.restart', title: l10n.t('Restart') };
      void offerHelp();
    },
    dispose: () => item.dispose(),
  };
}

function stateWords(state: ServerStatus['state']) {
  if (state === 'starting') return l10n.t('starting');
  return state === 'indexing' ? l10n.t('reading the workspace') : l10n.t('ready');
}

async function offerHelp() {
  const restart = l10n.t('Restart');
  const showOutput = l10n.t('Show output');
  const chosen = await window.showErrorMessage(
    l10n.t('Leastwise can’t check policies: its server stopped. Restart it; if it stops again, the output tells why.'),
    restart,
    showOutput,
  );
  if (chosen === restart) await commands.executeCommand('leastwise.restart');
  if (chosen === showOutput) await commands.executeCommand('leastwise.showOutput');
}
