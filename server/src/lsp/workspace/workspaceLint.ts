import type { CancellationToken, Connection, Diagnostic } from 'vscode-languageserver';
import { parseUnlessIdle } from '../../kinds/idle/idleFile';
import { wordsOf } from '../../l10n/localize';
import type { PlacedFinding } from '../../lint/places/placedFinding';
import { formatOf } from '../../syntax/sourceFile';
import { type LineTable, lineTable } from '../../text/lines/lineTable';
import type { ClientTraits } from '../clientTraits';
import type { Analyses } from '../documents/analyses';
import type { Documents } from '../documents/documents';
import type { LintWorkspaceResult } from '../protocol';
import type { SettingsStore } from '../settings/settingsStore';
import { indexed } from './indexed';
import type { WorkspaceFiles } from './workspaceFiles';
import type { WorkspaceIndex } from './workspaceIndex';

/** Tells once what is found in the files that are closed. Open ones are told of all the time by their reports. */
export interface WorkspaceLint {
  /** Ends the run before, if one is still going. */
  run(token: CancellationToken): Promise<LintWorkspaceResult>;
  /** What was told of the files is no longer true, or told better elsewhere. */
  takeBack(addresses: readonly string[]): Promise<void>;
  /** Ends the run, if one is going. */
  stop(): void;
}

export interface WorkspaceLintSurroundings {
  readonly connection: Connection;
  readonly client: ClientTraits;
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly analyses: Analyses;
  readonly index: Pick<WorkspaceIndex, 'statistics'>;
  readonly workspaceFiles: WorkspaceFiles;
  readonly read: (address: string) => Promise<string | undefined>;
  readonly yieldNow: () => Promise<void>;
  readonly toDiagnostics: (findings: readonly PlacedFinding[], lines: LineTable) => Promise<Diagnostic[]>;
}

export function createWorkspaceLint(surroundings: WorkspaceLintSurroundings): WorkspaceLint {
  const { connection, client, documents, settings, analyses, index, workspaceFiles, read, yieldNow, toDiagnostics } =
    surroundings;
  const told = new Set<string>();
  let latest: symbol | undefined;

  async function findingsOf(address: string): Promise<readonly Diagnostic[]> {
    const format = formatOf(address);
    const set = await settings.of(address);
    const text = format && !set.excluded(address) ? await read(address) : undefined;
    if (!format || text === undefined) return [];
    const file = parseUnlessIdle(address, text, format);
    const findings = await analyses.lintClosed(file, set);
    return findings.length > 0 ? toDiagnostics(findings, lineTable(text, client.positionEncoding)) : [];
  }

  async function tell(address: string, diagnostics: readonly Diagnostic[]): Promise<void> {
    if (diagnostics.length > 0) told.add(address);
    else if (!told.delete(address)) return;
    await connection.sendDiagnostics({ uri: address, diagnostics: [...diagnostics] });
  }

  /** How many findings the file has. */
  async function lintFile(address: string): Promise<number> {
    const open = documents.get(address) ? await analyses.of(address) : undefined;
    if (open) return open.findings.length;
    const found = await findingsOf(address);
    // Opened in the meantime, it has a report of its own.
    if (!documents.get(address)) await tell(address, found);
    return found.length;
  }

  return {
    async run(token) {
      const mine = Symbol();
      latest = mine;
      const progress = await createProgress(surroundings);
      const goesOn = () => latest === mine && !token.isCancellationRequested && !progress.isCancelled();
      // What is missing from a workspace that is known in part is not missing.
      await indexed(index, goesOn);
      const addresses = [...new Set([...workspaceFiles.known(), ...[...documents.all()].map(({ address }) => address)])].sort();
      let files = 0;
      let findings = 0;
      for (const address of addresses) {
        if (!goesOn()) break;
        findings += await lintFile(address);
        progress.report(++files, addresses.length);
        await yieldNow();
      }
      const cancelled = !goesOn();
      const known = new Set(addresses);
      if (!cancelled) for (const gone of [...told].filter((address) => !known.has(address))) await tell(gone, []);
      progress.end();
      return { files, findings, cancelled };
    },
    async takeBack(addresses) {
      for (const address of addresses) await tell(address, []);
    },
    stop() {
      latest = undefined;
    },
  };
}

async function createProgress({ connection, client }: WorkspaceLintSurroundings) {
  const bar = client.showsProgress ? await connection.window.createWorkDoneProgress().catch(() => undefined) : undefined;
  bar?.begin(wordsOf(client.locale).checkingWorkspace, 0, undefined, true);
  return {
    isCancelled: () => bar?.token.isCancellationRequested === true,
    report: (done: number, all: number) => bar?.report((100 * done) / all, `${done}/${all}`),
    end: () => bar?.done(),
  };
}
