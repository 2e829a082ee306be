import { kinds } from '../../kinds/index.generated';
import { createLinter, type Linter } from '../../lint/lint';
import { isSameMoment } from '../../lint/moment';
import type { PlacedFinding } from '../../lint/places/placedFinding';
import { createReadings, type FileReading } from '../../lint/readings';
import type { Settings } from '../../lint/settings/settings';
import type { Rule } from '../../rules/rule';
import type { SourceFile } from '../../syntax/sourceFile';
import { cachedBy } from '../../text/cachedBy';
import type { Workspace } from '../../workspace/index/workspace';
import type { WorkspaceIndex } from '../workspace/workspaceIndex';
import type { OpenFile, OpenFiles } from './openFiles';

/**
 * What the linter says of files, as far as the workspace is known, which includes all that is open as it is. Every request comes through
 * here: who asks the index by itself may be told of the workspace as it was before the last keystroke.
 */
export interface Analyses {
  /** Undefined for what isn't open or isn't looked at. The same object as long as nothing has changed. Takes any spelling. */
  of(uri: string): Promise<Analysis | undefined>;
  /** What is found in a file that is closed, of which nothing is kept. */
  lintClosed(file: SourceFile, settings: Settings): Promise<readonly PlacedFinding[]>;
  /** Takes in all that is open: what decides on whether and how it is read may have changed. */
  renew(): Promise<void>;
  forget(address: string): void;
  /** How often a document was linted. */
  lints(): number;
  /** How many roots the rules have looked at anew, by the address of their file. What is forgotten doesn't count. */
  checks(): Readonly<Record<string, number>>;
  /** How many roots were read anew, by the address of their file: once for all that rules and features ask of them. */
  reads(): Readonly<Record<string, number>>;
}

export interface Analysis extends Inputs {
  readonly at: Date;
  readonly findings: readonly PlacedFinding[];
  readonly reading: FileReading;
}

interface Inputs extends OpenFile {
  readonly linter: Linter;
  readonly workspace: Workspace;
}

export interface AnalysesSurroundings {
  readonly rules: readonly Rule[];
  readonly openFiles: OpenFiles;
  readonly index: WorkspaceIndex;
  readonly now: () => Date;
  readonly reportFault: (where: string, error: unknown) => void;
}

export function createAnalyses({ rules, openFiles, index, now, reportFault }: AnalysesSurroundings): Analyses {
  const reads = new Map<string, number>();
  const readings = createReadings(kinds, (address) => reads.set(address, (reads.get(address) ?? 0) + 1));
  const latest = new Map<string, Analysis>();
  const checks = new Map<string, number>();
  let lints = 0;

  const common = {
    rules,
    readings,
    placeNow: index.placeNow,
    onFault: reportFault,
    onCheck: (address: string) => void checks.set(address, (checks.get(address) ?? 0) + 1),
  };
  const linterFor = cachedBy((settings: Settings) => createLinter({ ...common, settings, inEditor: true }));
  const closedLinterFor = cachedBy((settings: Settings) => createLinter({ ...common, settings }));

  return {
    async of(uri) {
      await openFiles.takeIn();
      const open = openFiles.get(uri);
      if (!open) return undefined;
      const { address } = open.document;
      const inputs = { ...open, linter: linterFor(open.settings), workspace: index.workspaceFor(address) };
      const before = latest.get(address);
      if (before && isCurrent(before, inputs, now())) return before;
      lints++;
      const at = now();
      const { linter, workspace } = inputs;
      const findings = linter.lint(open.file, workspace, at);
      const analysis = { ...inputs, at, findings, reading: linter.read(open.file, workspace) };
      latest.set(address, analysis);
      return analysis;
    },
    async lintClosed(file, settings) {
      await openFiles.takeIn();
      return closedLinterFor(settings).lint(file, index.workspaceFor(file.uri), now());
    },
    renew: openFiles.takeInAll,
    forget(address) {
      openFiles.forget(address);
      latest.delete(address);
      checks.delete(address);
      reads.delete(address);
    },
    lints: () => lints,
    checks: () => Object.fromEntries(checks),
    reads: () => Object.fromEntries(reads),
  };
}

function isCurrent(before: Analysis, { document, file, linter, workspace }: Inputs, now: Date): boolean {
  // Conditions and suppressions may run out while a document stays open.
  if (!isSameMoment(before.at, now)) return false;
  return before.document === document && before.file === file && before.linter === linter && before.workspace === workspace;
}
