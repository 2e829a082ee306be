import { commands, type ExtensionContext, env, type LogOutputChannel, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  DidChangeConfigurationNotification,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { registerBranchChanges } from './commands/branchChanges';
import { registerEmergencyAccessCommand } from './commands/emergencyAccess';
import { explained, explainPolicies } from './commands/explanation';
import { registerLintWorkspaceCommand } from './commands/lintWorkspace';
import { lookedAt, registerLookedAtCommand } from './commands/lookedAt';
import { provideRuleDocumentation } from './commands/ruleDocumentation';
import { registerShowRulesCommand } from './commands/showRules';
import { registerWhoMayDoWhat } from './commands/whoMayDoWhat';
import { serveFiles } from './files';
import { createPages } from './grants/pages';
import { withProgress } from './grants/withProgress';
import {
  explainRequest,
  grantChangesRequest,
  grantsRequest,
  type InitializationOptions,
  lintWorkspaceRequest,
  lookedAtRequest,
  ruleDocumentationRequest,
  rulesRequest,
  statusNotification,
} from './protocol';
import { documentSelector } from './selector';
import { onOthersChange, settledConfiguration } from './settledConfiguration';
import { createStatus, type Status } from './status';

/** Makes the client that fits the host: Node or browser. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Sets up everything around the language server and lets it start; nobody waits for that. */
export function startClient(context: ExtensionContext, create: CreateClient) {
  const output = window.createOutputChannel('Leastwise', { log: true });
  const status = createStatus(documentSelector());
  // A restart takes a new client: one whose start failed, or that is still starting, can't be stopped and started again.
  let client = createLeastwiseClient(create, output, status);
  const start = async () => {
    status.show({ state: 'starting', files: 0 });
    // The client has written the reason to the output.
    await client.start().catch(() => status.showFailure());
  };
  const pages = provideRuleDocumentation((uri, token) => {
    const about = explained(uri);
    if (about) return client.sendRequest(explainRequest, about, token);
    const place = lookedAt(uri);
    if (place) return client.sendRequest(lookedAtRequest, place, token);
    return client.sendRequest(ruleDocumentationRequest, { uri: uri.toString() }, token);
  });
  const grantPages = createPages(context);
  const restart = async () => {
    await client.dispose().catch(() => undefined);
    client = createLeastwiseClient(create, output, status);
    await start();
    pages.refresh();
  };
  context.subscriptions.push(
    output,
    status,
    pages,
    explainPolicies(pages.refreshPage),
    { dispose: () => client.dispose() },
    grantPages,
    registerWhoMayDoWhat(grantPages, (report, token) =>
      withProgress(client, report, (workDoneToken) => client.sendRequest(grantsRequest, { workDoneToken }, token)),
    ),
    registerBranchChanges(grantPages, (before, report, token) =>
      withProgress(client, report, (workDoneToken) => client.sendRequest(grantChangesRequest, { before, workDoneToken }, token)),
    ),
    registerEmergencyAccessCommand(),
    registerLookedAtCommand(pages.refreshPage),
    registerShowRulesCommand(() => client.sendRequest(rulesRequest)),
    registerLintWorkspaceCommand(() => client.sendRequest(lintWorkspaceRequest)),
    onOthersChange(() => client.sendNotification(DidChangeConfigurationNotification.type, { settings: null })),
    commands.registerCommand('leastwise.restart', restart),
    commands.registerCommand('leastwise.showOutput', () => output.show()),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('leastwise.language') && restart()),
  );
  // After activation: VS Code waits for other extensions less long.
  setTimeout(start);
}

function createLeastwiseClient(create: CreateClient, output: LogOutputChannel, status: Status) {
  const client: BaseLanguageClient = create({
    documentSelector: documentSelector(),
    initializationOptions: { client: 'leastwise', locale: messageLocale() } satisfies InitializationOptions,
    errorHandler: restartThrice(
      () => client.isRunning(),
      () => status.showFailure(),
    ),
    initializationFailedHandler: () => false,
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: { workspace: { configuration: settledConfiguration } },
    markdown: { isTrusted: { enabledCommands: ['leastwise.openRuleDocumentation'] }, supportThemeIcons: true },
  });
  // The library would tell every step of a failure in English; the status item and one message of our own tell it once.
  const { error } = client;
  client.error = (message, data) => error.call(client, message, data, false);
  client.onNotification(statusNotification, (message) => status.show(message));
  serveFiles(client);
  return client;
}

/** The language of the findings; the extension's own few words follow VS Code's display language. */
function messageLocale() {
  const language = workspace.getConfiguration('leastwise').get('language', 'auto');
  return language === 'auto' ? env.language : language;
}

/** Three restarts within three minutes; after that, or where the server never came up, `giveUp` tells the person. */
function restartThrice(wasRunning: () => boolean, giveUp: () => void): ErrorHandler {
  const crashes: number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 1) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed() {
      const now = Date.now();
      crashes.push(now);
      const recent = crashes.filter((crash) => now - crash < 180_000);
      if (wasRunning() && recent.length <= 3) return { action: CloseAction.Restart, handled: true };
      giveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
