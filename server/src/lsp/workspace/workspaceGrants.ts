import type { CancellationToken, Connection } from 'vscode-languageserver';
import { grantTables, joined } from '../../kinds/grants';
import type { GrantTable } from '../../kinds/grantTable';
import { wordsOf } from '../../l10n/localize';
import type { ModuleFile } from '../../workspace/terraform/modules/configuration';
import type { ClientTraits } from '../clientTraits';
import type { GrantsParams, GrantsResult } from '../protocol';
import { grantLines } from './grantLines';
import { indexed } from './indexed';
import { createReadQueue, type ReadQueue } from './readQueue';
import { readWorkspaceTexts, type WorkspaceTextsSurroundings } from './workspaceTexts';

/** Works out who may do what, in slices between which everything else can run. */
export interface WorkspaceGrants {
  /** By all files of the workspace as they are now. Once the token is cancelled it ends early, with less than that. */
  run(params: GrantsParams, token: CancellationToken): Promise<GrantsResult>;
  /** Someone is typing: what is worked out in the meantime waits until that is answered. */
  standBack(): void;
  /** Ends what is going on. */
  stop(): void;
}

export interface WorkspaceGrantsSurroundings extends WorkspaceTextsSurroundings {
  readonly connection: Connection;
  readonly client: ClientTraits;
  readonly yieldNow: () => Promise<void>;
}

export function createWorkspaceGrants(surroundings: WorkspaceGrantsSurroundings): WorkspaceGrants {
  const { connection, client, documents, index, yieldNow } = surroundings;
  const running = new Set<ReadQueue<string | undefined>>();
  let stopped = false;

  const uriOf = (address: string) => documents.get(address)?.uri ?? address;

  return {
    async run({ workDoneToken }, token) {
      const goesOn = () => !stopped && !token.isCancellationRequested;
      const queue = createReadQueue<string | undefined>(yieldNow);
      running.add(queue);
      const progress = connection.window.attachWorkDoneProgress(workDoneToken);
      progress.begin(wordsOf(client.locale).workingOutGrants, 0, undefined, true);
      try {
        // What is missing from a workspace that is known in part is not missing.
        await indexed(index, goesOn);
        const { files, unreadable } = await readWorkspaceTexts(surroundings, queue, {
          goesOn,
          progressed: (done, all) => progress.report((100 * done) / all, `${done}/${all}`),
        });
        const table = joined([await workOut(files, queue, goesOn), unreadableFiles(unreadable)]);
        return { files: files.length, ...grantLines(table, files, { client, uriOf }) };
      } finally {
        progress.done();
        running.delete(queue);
      }
    },
    standBack() {
      for (const queue of running) queue.standBack();
    },
    stop() {
      stopped = true;
    },
  };
}

async function workOut(
  files: readonly ModuleFile[],
  queue: Pick<ReadQueue<unknown>, 'breathe'>,
  goesOn: () => boolean,
): Promise<GrantTable> {
  const tables: GrantTable[] = [];
  await queue.breathe();
  if (!goesOn()) return joined([]);
  for (const table of grantTables(files)) {
    tables.push(table);
    await queue.breathe();
    if (!goesOn()) break;
  }
  return joined(tables);
}

/** Whoever looks for grants is told that more may stand there. */
function unreadableFiles(addresses: readonly string[]): GrantTable {
  const unknown = addresses.map((uri) => ({
    address: undefined,
    what: 'instances' as const,
    why: 'unread' as const,
    because: '',
    at: { uri, range: { start: 0, end: 0 } },
    from: [],
    source: uri,
    known: {},
  }));
  return { grants: [], unknown };
}
