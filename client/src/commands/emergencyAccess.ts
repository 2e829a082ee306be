import { ConfigurationTarget, commands, l10n, window, workspace } from 'vscode';

const setting = 'emergencyAccess.members';

export function registerEmergencyAccessCommand() {
  return commands.registerCommand('leastwise.setEmergencyAccessAccount', setEmergencyAccessAccount);
}

/** Asks for the account once and writes it down for the workspace; further accounts in the setting stay. */
async function setEmergencyAccessAccount() {
  const configuration = workspace.getConfiguration('leastwise', workspace.workspaceFolders?.[0]);
  const [current, ...others] = configuration.get<string[]>(setting, []);
  const account = await window.showInputBox({
    title: l10n.t('Emergency-access account'),
    prompt: l10n.t(
      'The account that must get in when every other condition fails. Leastwise adds it when it repairs an access level.',
    ),
    placeHolder: 'user:emergency@example.com',
    value: current ?? 'user:',
    ignoreFocusOut: true,
    validateInput: (value) => (isAccount(value) ? undefined : l10n.t('Write “user:” and an e-mail address.')),
  });
  if (account === undefined) return;
  const inWorkspace = workspace.workspaceFolders !== undefined;
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await configuration.update(setting, [account.trim(), ...others], target);
}

function isAccount(value: string) {
  return /^user:[^\s@:]+@[^\s@:.]+(\.[^\s@:.]+)+$/.test(value.trim());
}
