import type { CancellationToken, Connection } from 'vscode-languageserver';
import { changesBetween } from '../../kinds/grantChanges/grantChanges';
import { grantTables, joined } from '../../kinds/grants';
import type { GrantTable } from '../../kinds/grantTable';
import { wordsOf } from '../../l10n/localize';
import type { FileAccess } from '../../workspace/terraform/functions/definition';
import type { ModuleFile } from '../../workspace/terraform/modules/configuration';
import type { ClientTraits } from '../clientTraits';
import type { GrantChangesParams, GrantChangesResult, GrantsParams, GrantsResult } from '../protocol';
import { changeLines, textIn, textsBefore } from './grantChangeLines';
import { grantLines } from './grantLines';
import { indexed } from './indexed';
import { createReadQueue, type ReadQueue } from './readQueue';
import { readWorkspaceTexts, type WorkspaceTextsSurroundings } from './workspaceTexts';

/** Works out who may do what, in slices between which everything else can run. */
export interface WorkspaceGrants {
  /** By all files of the workspace as they are now. Once the token is cancelled it ends early, with less than that. */
  run(params: GrantsParams, token: CancellationToken): Promise<GrantsResult>;
  /** The same for what has changed since some files held something else. */
  compare(params: GrantChangesParams, token: CancellationToken): Promise<GrantChangesResult>;
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

  /** Reads everything and lets `work` make of it what it can; whatever it works out, it takes breath in between. */
  async function working<R>(
    { workDoneToken }: GrantsParams,
    token: CancellationToken,
    work: (now: Now) => Promise<R>,
  ): Promise<R> {
    const goesOn = () => !stopped && !token.isCancellationRequested;
    const queue = createReadQueue<string | undefined>(yieldNow);
    running.add(queue);
    const progress = connection.window.attachWorkDoneProgress(workDoneToken);
    const { workingOutGrants, stillReading } = wordsOf(client.locale);
    progress.begin(workingOutGrants, 0, undefined, true);
    if (!index.statistics().complete) progress.report(0, stillReading);
    try {
      // What is missing from a workspace that is known in part is not missing.
      await indexed(index, goesOn);
      const { files, unreadable, storedIn } = await readWorkspaceTexts(surroundings, queue, {
        goesOn,
        progressed: (done, all) => progress.report((100 * done) / all, `${done}/${all}`),
      });
      const tableOf = async (texts: readonly ModuleFile[]) =>
        joined([await workOut(texts, storedIn(texts), queue, goesOn), unreadableFiles(unreadable)]);
      return await work({ files, tableOf });
    } finally {
      progress.done();
      running.delete(queue);
    }
  }

  return {
    run: (params, token) =>
      working(params, token, async ({ files, tableOf }) => {
        const { grants, unknown } = await tableOf(files);
        const lines = grantLines(files, { client, uriOf });
        return { files: files.length, grants: grants.map(lines.grant), unknown: unknown.map(lines.unknown) };
      }),
    compare: (params, token) =>
      working(params, token, async ({ files, tableOf }) => {
        const before = await textsBefore(files, params.before, surroundings);
        const was = { table: await tableOf(before), textAt: textIn(before) };
        const is = { table: await tableOf(files), textAt: textIn(files) };
        const lines = { before: grantLines(before, { client, uriOf }), after: grantLines(files, { client, uriOf }) };
        return { files: files.length, ...changeLines(changesBetween(was, is), lines) };
      }),
    standBack() {
      for (const queue of running) queue.standBack();
    },
    stop() {
      stopped = true;
    },
  };
}

interface Now {
  readonly files: readonly ModuleFile[];
  readonly tableOf: (texts: readonly ModuleFile[]) => Promise<GrantTable>;
}

async function workOut(
  files: readonly ModuleFile[],
  stored: FileAccess,
  queue: Pick<ReadQueue<unknown>, 'breathe'>,
  goesOn: () => boolean,
): Promise<GrantTable> {
  const tables: GrantTable[] = [];
  await queue.breathe();
  if (!goesOn()) return joined([]);
  for (const table of grantTables(files, files, stored)) {
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
