import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import type { NamedFiles } from '../../workspace/index/namedFiles';
import type { Session } from '../session';

/** Asks the client to tell of changes on the disk; again for other folders and names when it is called again. */
export function createWatching(connection: Connection, { client, index, workspaceFiles }: Session): () => Promise<void> {
  let registered: Disposable | undefined;
  return async () => {
    if (!client.registersWatchers) return;
    const before = registered;
    const folders = client.watchesRelativePatterns ? index.folders() : [undefined];
    const watchers = folders.flatMap((folder) => watchersFor(folder, workspaceFiles.named()));
    registered =
      watchers.length > 0 ? await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }) : undefined;
    before?.dispose();
  };
}

/** Asks the client to tell when settings change. */
export async function watchSettings(connection: Connection, { client }: Session): Promise<void> {
  if (!client.registersConfiguration) return;
  await connection.client.register(DidChangeConfigurationNotification.type, { section: ['leastwise', 'files.exclude'] });
}

function watchersFor(folder: string | undefined, { patterns }: NamedFiles): FileSystemWatcher[] {
  const glob = (pattern: string) => (folder === undefined ? pattern : { baseUri: folder, pattern });
  return [
    // A folder that comes or goes is told of by itself, not by what is in it.
    { globPattern: glob('**/*'), kind: WatchKind.Create | WatchKind.Delete },
    { globPattern: glob('**/{*.tf,*.tofu,*.tfvars,*.json,*.jsonc,*.yaml,*.yml,.gitignore}'), kind: WatchKind.Change },
    ...patterns.map((pattern) => ({ globPattern: glob(`**/${pattern}`), kind: WatchKind.Change })),
  ];
}
