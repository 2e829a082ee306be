import type { Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { PlacedFinding } from '../../lint/places/placedFinding';
import type { LineTable } from '../../text/lines/lineTable';
import { canonicalAddress } from '../../workspace/files/address';
import type { Place } from '../../workspace/index/facts';
import type { ClientTraits } from '../clientTraits';
import { settingsDiagnostics } from '../settings/settingsDiagnostics';
import type { WorkspaceIndex } from '../workspace/workspaceIndex';
import type { Analyses, Analysis } from './analyses';
import type { Documents, OpenDocument } from './documents';

/** What the client is told of the open documents: on demand where it pulls, else by itself. */
export interface DiagnosticReports {
  pull(uri: string, previousResultId: string | undefined): Promise<DocumentDiagnosticReport>;
  /** Something changed that may change reports: sends them, or asks the client to pull where the last one isn't true any more. */
  update(): Promise<void>;
  closed(document: OpenDocument): Promise<void>;
}

export interface ReportsSurroundings {
  readonly connection: Connection;
  readonly client: ClientTraits;
  readonly documents: Documents;
  readonly index: WorkspaceIndex;
  readonly analyses: Analyses;
  readonly toDiagnostics: (findings: readonly PlacedFinding[], lines: LineTable) => Promise<Diagnostic[]>;
}

export function createDiagnosticReports(surroundings: ReportsSurroundings): DiagnosticReports {
  const { connection, client, documents, index, analyses, toDiagnostics } = surroundings;
  const reports = new Map<string, Report>();
  const sent = new Map<string, Sent>();
  let resultIds = 0;

  /** The same report, with the same id, as long as what it says stays the same. */
  async function reportOf(address: string): Promise<Report> {
    const analysis = await analyses.of(address);
    const before = reports.get(address);
    const elsewhere = analysis ? placesElsewhere(analysis) : [];
    if (before && before.analysis === analysis && sameItems(before.elsewhere, elsewhere)) return before;
    const items = analysis
      ? [...settingsDiagnostics(analysis.document, client), ...(await toDiagnostics(analysis.findings, analysis.document.lines))]
      : [];
    // All that is shown: lines above move a finding and leave it what it is (`lint/fingerprint.ts`), but its report has to be sent again.
    const text = JSON.stringify(items);
    const resultId = before?.text === text ? before.resultId : String(++resultIds);
    const report = { analysis, elsewhere, items, text, resultId };
    if (documentOf(address, analysis)) reports.set(address, report);
    return report;
  }

  /** The document that the analysis is about, unless it was edited or closed meanwhile: nothing is remembered of an earlier state. */
  function documentOf(address: string, analysis: Analysis | undefined): OpenDocument | undefined {
    const document = documents.get(address);
    return !analysis || analysis.document === document ? document : undefined;
  }

  /** What a report points to besides its own document: edits above move it without changing what is found. */
  function placesElsewhere({ findings }: Analysis): readonly (OpenDocument | Place | undefined)[] {
    return findings.flatMap(({ related, origins }) =>
      [...related.map(({ at }) => at), ...origins.all, ...origins.ways.flat().map(({ at }) => at)].flatMap((at) => [
        documents.get(at.uri),
        index.placeNow(at.within?.fact ?? at),
      ]),
    );
  }

  async function push(document: OpenDocument): Promise<void> {
    const { items, resultId } = await reportOf(document.address);
    const before = sent.get(document.address);
    if (documents.get(document.address) !== document) return;
    if (before?.resultId === resultId && before.version === document.version) return;
    sent.set(document.address, { resultId, version: document.version });
    await connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: items });
  }

  /** Whether the client shows something that isn't true any more. A changed document is pulled by the client itself. */
  async function isOutdated({ address, version }: OpenDocument): Promise<boolean> {
    const { resultId } = await reportOf(address);
    const before = sent.get(address);
    if (!before || before.version !== version || before.resultId === resultId) return false;
    sent.set(address, { resultId, version });
    return true;
  }

  return {
    async pull(uri, previousResultId) {
      const address = canonicalAddress(uri);
      const { items, resultId, analysis } = await reportOf(address);
      const document = documentOf(address, analysis);
      if (document) sent.set(address, { resultId, version: document.version });
      return previousResultId === resultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
    },

    async update() {
      // First the facts of all, so that no report is made from half of them.
      await analyses.renew();
      let outdated = false;
      for (const document of [...documents.all()]) {
        if (!client.pullsDiagnostics) await push(document);
        else if (await isOutdated(document)) outdated = true;
      }
      // Not waited for: a client that never answers must not end all updates.
      if (outdated && client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => {});
    },

    async closed({ address, uri }) {
      reports.delete(address);
      sent.delete(address);
      if (!client.pullsDiagnostics) await connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, position) => item === b[position]);
}

interface Report {
  readonly analysis: Analysis | undefined;
  readonly elsewhere: readonly unknown[];
  readonly items: Diagnostic[];
  readonly text: string;
  readonly resultId: string;
}

interface Sent {
  readonly resultId: string;
  readonly version: number;
}
