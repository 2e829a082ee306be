import type {
  Connection,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { isSettingsFile } from '../lint/settings/file';
import { canonicalAddress, isInside, parentAddress } from '../workspace/files/address';
import { withoutSlash } from './clientTraits';
import type { Session } from './session';
import { createIndexing } from './workspace/indexing';
import { createWatching, watchSettings } from './workspace/watching';

/** What the session does when the client tells that something has happened. */
export interface SessionEvents {
  initialized(): Promise<void>;
  opened(params: DidOpenTextDocumentParams): Promise<void>;
  changed(params: DidChangeTextDocumentParams): void;
  closed(params: DidCloseTextDocumentParams): Promise<void>;
  filesChanged(addresses: readonly string[]): void;
  settingsChanged(params: DidChangeConfigurationParams): void;
  foldersChanged(change: WorkspaceFoldersChangeEvent): Promise<void>;
  /** The client wants nothing more. */
  shutDown(): void;
}

export function createSessionEvents(connection: Connection, session: Session): SessionEvents {
  const { background, client, documents, settings, index, analyses, reports, workspaceFiles, workspaceLint, workspaceGrants } =
    session;
  let isOver = false;
  const later = (wait: number, name: string, work: () => Promise<void>) =>
    background.throttled(wait, name, async () => (isOver ? undefined : work()));
  const update = later(client.pullsDiagnostics ? 150 : 30, 'update', async () => {
    await reports.update();
    await takeNamed();
  });
  const indexing = createIndexing(connection, session, update);
  // Not waited for: a new scan ends the one that runs.
  const rescan = later(100, 'scan', async () => void background.run('scan', indexing.scan));
  const touched = new Set<string>();
  const takeTouched = later(50, 'filesChanged', takeInTouched);
  const watch = createWatching(connection, session);
  let watchedNames = workspaceFiles.named();

  async function watchFiles(): Promise<void> {
    watchedNames = workspaceFiles.named();
    await watch();
  }

  function settingsMayHaveChanged(): void {
    settings.forget();
    rescan();
    update();
  }

  /** What texts name besides is read and watched as soon as they do. */
  async function takeNamed(): Promise<void> {
    if (!index.statistics().complete) return;
    if (await workspaceFiles.readNamed()) {
      index.publish();
      update();
    }
    if (watchedNames !== workspaceFiles.named()) await watchFiles();
  }

  /** Another branch changes thousands of files, and some clients tell of each by itself: the facts are joined once for many. */
  async function takeInTouched(): Promise<void> {
    const addresses = [...touched];
    touched.clear();
    if (addresses.some(isSettingsFile)) settingsMayHaveChanged();
    if (addresses.some((address) => address.endsWith('/.gitignore'))) rescan();
    await workspaceLint.takeBack(addresses);
    await indexing.reread(addresses);
  }

  /** A file that is open by itself brings the files beside it along. */
  function openModulesMayHaveChanged(): void {
    const outside = [...documents.all()].filter(({ address }) => !index.folders().some((folder) => isInside(address, folder)));
    const modules = new Set(outside.flatMap(({ address }) => parentAddress(address) ?? []));
    if (index.setModules([...modules])) rescan();
  }

  return {
    async initialized() {
      rescan();
      await Promise.all([watchFiles(), watchSettings(connection, session)]);
    },

    async opened({ textDocument }) {
      const { address } = documents.open(textDocument);
      openModulesMayHaveChanged();
      if (isSettingsFile(address)) settingsMayHaveChanged();
      update();
      await workspaceLint.takeBack([address]);
    },

    changed({ textDocument, contentChanges }) {
      workspaceFiles.standBack();
      workspaceGrants.standBack();
      const document = documents.change(textDocument.uri, textDocument.version, contentChanges);
      if (document && isSettingsFile(document.address)) settingsMayHaveChanged();
      update();
    },

    async closed({ textDocument }) {
      const document = documents.close(textDocument.uri);
      if (!document) return;
      const { address } = document;
      analyses.forget(address);
      openModulesMayHaveChanged();
      if (isSettingsFile(address)) settingsMayHaveChanged();
      await Promise.all([reports.closed(document), indexing.reread([address])]);
    },

    filesChanged(addresses) {
      for (const address of addresses) touched.add(address);
      takeTouched();
    },

    settingsChanged({ settings: sent }) {
      if (typeof sent?.leastwise === 'object') settings.replaceClientSettings(sent.leastwise);
      settingsMayHaveChanged();
    },

    async foldersChanged({ added, removed }) {
      const gone = new Set(removed.map(({ uri }) => folderAddress(uri)));
      const kept = index.folders().filter((folder) => !gone.has(folder));
      index.setFolders([...new Set([...kept, ...added.map(({ uri }) => folderAddress(uri))])]);
      openModulesMayHaveChanged();
      settingsMayHaveChanged();
      await watchFiles();
    },

    shutDown() {
      isOver = true;
      workspaceFiles.stop();
      workspaceLint.stop();
      workspaceGrants.stop();
    },
  };
}

function folderAddress(uri: string): string {
  return withoutSlash(canonicalAddress(uri));
}
