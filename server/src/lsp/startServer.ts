import { type CancellationToken, type Connection, ErrorCodes, type InitializeParams, ResponseError } from 'vscode-languageserver';
import { prepareTerraform } from '../syntax/terraform/reading/grammar';
import { createBackground } from './background';
import { answerCodeActions } from './handlers/codeActions';
import { answerCompletion } from './handlers/completion';
import { answerDiagnostics } from './handlers/diagnostics';
import { answerDocumentSymbols } from './handlers/documentSymbols';
import { answerCodeLenses, answerExplain } from './handlers/explain';
import { answerHover } from './handlers/hover';
import { initializeResult } from './handlers/initialize';
import { answerLookedAt } from './handlers/lookedAt';
import { answerRuleDocumentation } from './handlers/ruleDocumentation';
import { answerRules } from './handlers/rules';
import { answerSemanticTokens } from './handlers/semanticTokens';
import { answerStatistics } from './handlers/statistics';
import {
  explainRequest,
  grantChangesRequest,
  grantsRequest,
  lintWorkspaceRequest,
  lookedAtRequest,
  ruleDocumentationRequest,
  rulesRequest,
  statisticsRequest,
} from './protocol';
import { answer, faultReporter } from './runSafe';
import type { Runtime } from './runtime';
import { createSession, type Session } from './session';
import { createSessionEvents, type SessionEvents } from './sessionEvents';

/** Answers an editor over `connection` until it says `exit`. The same for a process and a worker. */
export function startServer(connection: Connection, runtime: Runtime): void {
  // The grammar is compiled while the client has still to say what it wants; the session tells when that fails.
  prepareTerraform().catch(() => {});
  let running: Running | undefined;
  let isShutDown = false;
  let refusal = new ResponseError<never>(ErrorCodes.ServerNotInitialized, 'The server has not been initialized.');
  const reportFault = faultReporter((sentence) => connection.console.error(sentence));

  const background = createBackground(reportFault);

  function request<P, R>(name: string, handle: (session: Session, params: P, token: CancellationToken) => R | Promise<R>) {
    return (params: P, token: CancellationToken) => {
      const session = running?.session;
      return session ? background.during(answer(name, token, reportFault, () => handle(session, params, token))) : refusal;
    };
  }

  function notification<P>(name: string, handle: (events: SessionEvents, params: P) => void | Promise<void>) {
    return (params: P) => {
      const events = running?.events;
      if (events) void background.run(name, () => handle(events, params));
    };
  }

  connection.onInitialize((params) => {
    if (isShutDown) return refusal;
    if (running) return new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    running = start(params);
    return initializeResult(running.session.client);
  });
  connection.onShutdown(() => {
    if (!running) return refusal;
    running.events.shutDown();
    running = undefined;
    isShutDown = true;
    refusal = new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down.');
    return undefined;
  });

  function start(params: InitializeParams): Running {
    const session = createSession(params, { connection, runtime, background, reportFault });
    const events = createSessionEvents(connection, session);
    session.files.onChange(notification('filesChanged', (current, addresses) => current.filesChanged(addresses)));
    return { session, events };
  }

  connection.onInitialized(
    notification('initialized', async (events) => {
      if (running?.session.client.changesFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          notification('foldersChanged', (current, change) => current.foldersChanged(change)),
        );
      }
      await events.initialized();
    }),
  );
  connection.onDidOpenTextDocument(notification('opened', (events, params) => events.opened(params)));
  connection.onDidChangeTextDocument(notification('changed', (events, params) => events.changed(params)));
  connection.onDidCloseTextDocument(notification('closed', (events, params) => events.closed(params)));
  connection.onDidChangeConfiguration(notification('settingsChanged', (events, params) => events.settingsChanged(params)));

  connection.languages.diagnostics.on(request('textDocument/diagnostic', answerDiagnostics));
  connection.onCodeAction(request('textDocument/codeAction', answerCodeActions));
  connection.onCompletion(request('textDocument/completion', answerCompletion));
  connection.onHover(request('textDocument/hover', answerHover));
  connection.onCodeLens(request('textDocument/codeLens', answerCodeLenses));
  connection.onRequest(explainRequest, request('leastwise/explain', answerExplain));
  connection.onRequest(lookedAtRequest, request('leastwise/lookedAt', answerLookedAt));
  connection.onDocumentSymbol(request('textDocument/documentSymbol', answerDocumentSymbols));
  connection.languages.semanticTokens.on(request('textDocument/semanticTokens/full', answerSemanticTokens));
  connection.onRequest(ruleDocumentationRequest, request('leastwise/ruleDocumentation', answerRuleDocumentation));
  connection.onRequest(rulesRequest, (token) => request('leastwise/rules', answerRules)(undefined, token));
  connection.onRequest(lintWorkspaceRequest, (token) =>
    request('leastwise/lintWorkspace', ({ workspaceLint }, _: undefined, cancellation) => workspaceLint.run(cancellation))(
      undefined,
      token,
    ),
  );
  connection.onRequest(
    grantsRequest,
    request('leastwise/grants', ({ workspaceGrants }, params, token) => workspaceGrants.run(params, token)),
  );
  connection.onRequest(
    grantChangesRequest,
    request('leastwise/grantChanges', ({ workspaceGrants }, params, token) => workspaceGrants.compare(params, token)),
  );
  // Asked whether anything is under way, this doesn't count itself.
  connection.onRequest(statisticsRequest, () => (running ? answerStatistics(running.session) : refusal));
  connection.listen();
}

interface Running {
  readonly session: Session;
  readonly events: SessionEvents;
}
