import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { wordsOf } from '../../l10n/localize';
import { type ServerStatus, statusNotification } from '../protocol';
import type { Session } from '../session';

/** Keeps the index up to date and the client informed how far it is. */
export interface Indexing {
  /** Reads what is not known yet of the workspace folders. */
  scan(): Promise<void>;
  /** Takes in files that were written, deleted or closed. */
  reread(addresses: readonly string[]): Promise<void>;
}

/** `changed` is told when findings of open files may be different now. */
export function createIndexing(connection: Connection, session: Session, changed: () => void): Indexing {
  const { client, documents, index, workspaceFiles } = session;

  function tell(state: ServerStatus['state']): void {
    if (client.own) ignoreFailure(connection.sendNotification(statusNotification, { state, files: index.statistics().files }));
  }

  function publish(): void {
    index.publish();
    changed();
  }

  return {
    async scan() {
      tell('indexing');
      const near = [...documents.all()].map(({ address }) => address);
      const progress = createProgress(connection, session);
      const scope = { folders: index.folders(), modules: index.modules() };
      const done = await workspaceFiles.scan(scope, near, { nearRead: publish, progressed: progress.report });
      progress.end();
      // A folder that was added meanwhile has its own scan before it.
      if (!done || scope.folders !== index.folders() || scope.modules !== index.modules()) return;
      index.completed();
      publish();
      tell('ready');
    },
    async reread(addresses) {
      await workspaceFiles.reread(addresses);
      publish();
    },
  };
}

/** The client is asked for a progress bar only when there is something to wait for. */
function createProgress(connection: Connection, { client }: Session) {
  let bar: Promise<WorkDoneProgressServerReporter> | undefined;
  const onBar = (act: (bar: WorkDoneProgressServerReporter) => void) => bar && ignoreFailure(bar.then(act));
  return {
    report(done: number, all: number): void {
      if (!client.showsProgress || all < worthShowing) return;
      if (!bar) {
        bar = connection.window.createWorkDoneProgress();
        onBar((created) => created.begin(wordsOf(client.locale).readingWorkspace, 0));
      }
      onBar((created) => created.report((100 * done) / all, `${done}/${all}`));
    },
    end(): void {
      onBar((created) => created.done());
      bar = undefined;
    },
  };
}

/** In files: fewer are read before anyone could see a bar. */
const worthShowing = 100;

/** The client is gone or can't show it: nothing depends on that. */
function ignoreFailure(sent: Promise<unknown>): void {
  sent.catch(() => {});
}
