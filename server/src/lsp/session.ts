import type { ConfigurationItem, Connection, InitializeParams } from 'vscode-languageserver';
import { ruleAddress } from '../features/actions/openRuleDocumentation';
import type { PlacedFinding } from '../lint/places/placedFinding';
import { rules } from '../rules/index.generated';
import type { Rule } from '../rules/rule';
import { prepareTerraform } from '../syntax/terraform/reading/grammar';
import { type LineTable, lineTable } from '../text/lines/lineTable';
import { canonicalAddress } from '../workspace/files/address';
import type { Files } from '../workspace/files/files';
import type { Place } from '../workspace/index/facts';
import type { Background } from './background';
import { type ClientTraits, readClient } from './clientTraits';
import { type Analyses, createAnalyses } from './documents/analyses';
import { createDiagnosticReports, type DiagnosticReports } from './documents/diagnosticReports';
import { createDocuments, type Documents } from './documents/documents';
import { createOpenFiles } from './documents/openFiles';
import type { ReportFault } from './runSafe';
import type { Runtime } from './runtime';
import { createSettingsStore, type SettingsStore } from './settings/settingsStore';
import { toDiagnostic, toRange } from './toLsp';
import { createWorkspaceFiles, type WorkspaceFiles } from './workspace/workspaceFiles';
import { createWorkspaceGrants, type WorkspaceGrants } from './workspace/workspaceGrants';
import { createWorkspaceIndex, type WorkspaceIndex } from './workspace/workspaceIndex';
import { createWorkspaceLint, type WorkspaceLint } from './workspace/workspaceLint';

/** Everything that lives from `initialize` to `shutdown`. */
export interface Session {
  readonly background: Background;
  readonly client: ClientTraits;
  readonly rules: readonly Rule[];
  readonly now: () => Date;
  readonly files: Files;
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly analyses: Analyses;
  readonly reports: DiagnosticReports;
  /** Facts are asked for through `analyses`, who has taken in what is open. */
  readonly index: Omit<WorkspaceIndex, 'workspaceFor' | 'setOpen'>;
  readonly workspaceFiles: WorkspaceFiles;
  readonly workspaceLint: WorkspaceLint;
  readonly workspaceGrants: WorkspaceGrants;
  /** The text of an open document or of a file. */
  read(uri: string): Promise<string | undefined>;
}

export interface SessionSurroundings {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly background: Background;
  readonly reportFault: ReportFault;
}

export function createSession(params: InitializeParams, surroundings: SessionSurroundings): Session {
  const { connection, runtime, background, reportFault } = surroundings;
  const client = readClient(params);
  const files = runtime.files(connection);
  const documents = createDocuments(client.positionEncoding);
  const index = createWorkspaceIndex();
  index.setFolders(client.folders);
  const isOpen = (address: string) => documents.get(address) !== undefined;
  const read = async (uri: string) => documents.get(uri)?.text ?? (await files.read(canonicalAddress(uri)));
  // Without the grammar, Terraform has no tree, and JSON and YAML are as good as ever.
  const prepared = prepareTerraform().catch((error: unknown) => reportFault('prepareTerraform', error));
  const terraformReady = () => prepared;
  const log = (sentence: string) => connection.console.warn(sentence);
  const ask = (items: ConfigurationItem[]) => connection.workspace.getConfiguration(items);
  const settings = createSettingsStore({ ask, client, folders: index.folders, read, log });
  const { now, yieldNow } = runtime;
  const workspaceFiles = createWorkspaceFiles({ files, settings, index, isOpen, terraformReady, yieldNow });
  const openFiles = createOpenFiles({ documents, settings, index, workspaceFiles, terraformReady });
  const analyses = createAnalyses({ rules, openFiles, index, now, reportFault });
  const rulePage = client.own ? ruleAddress : runtime.packagedRulePage;
  const locate = async (place: Place) => {
    const { uri, range } = index.placeNow(place);
    const open = documents.get(uri);
    const text = open ? open.text : await files.read(uri);
    if (text === undefined) return undefined;
    const lines = open?.lines ?? lineTable(text, client.positionEncoding);
    return { uri: open?.uri ?? uri, range: toRange(range, lines) };
  };
  const toDiagnostics = (findings: readonly PlacedFinding[], lines: LineTable) =>
    Promise.all(findings.map((finding) => toDiagnostic(finding, lines, { client, rulePage, locate })));
  const reports = createDiagnosticReports({ connection, client, documents, index, analyses, toDiagnostics });
  const workspaceLint = createWorkspaceLint({
    connection,
    client,
    documents,
    settings,
    analyses,
    index,
    workspaceFiles,
    read,
    yieldNow,
    toDiagnostics,
  });
  const workspaceGrants = createWorkspaceGrants({
    connection,
    client,
    documents,
    settings,
    index,
    workspaceFiles,
    yieldNow,
  });
  return {
    background,
    client,
    rules,
    now,
    files,
    documents,
    settings,
    analyses,
    reports,
    index,
    workspaceFiles,
    workspaceLint,
    workspaceGrants,
    read,
  };
}
