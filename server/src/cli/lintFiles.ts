import { parseUnlessIdle } from '../kinds/idle/idleFile';
import { fixAll, renderFix, safeFixOf } from '../lint/fixes/fix';
import { createLinter, type Linter, type PlacedFinding } from '../lint/lint';
import type { Settings } from '../lint/settings/settings';
import { rules } from '../rules/index.generated';
import { formatOf, type SourceFile } from '../syntax/sourceFile';
import { prepareTerraform } from '../syntax/terraform/reading/grammar';
import { collectFacts, type Facts } from './facts';
import { addressOf, type FoundFiles, findFiles } from './findFiles';
import { storedFiles } from './grants/storedFiles';
import { settingsReader } from './settingsFiles';
import { readOrTell, type TextFile, writeTextFile } from './textFile';
import type { Tell } from './trouble';

/** A file that was checked and what is wrong with it, after repairs where they were asked for. */
export interface LintedFile {
  /** Absolute. */
  readonly path: string;
  readonly file: SourceFile;
  readonly findings: readonly PlacedFinding[];
  /** Of each of them, in their order; worked out when asked for. */
  fingerprints(): readonly string[];
  /** Those that `--fix` would repair. */
  readonly fixable: ReadonlySet<PlacedFinding>;
  /** How many findings were repaired. */
  readonly fixed: number;
}

export interface LintRequest {
  readonly paths: readonly string[];
  /** What paths are relative to. */
  readonly folder: string;
  readonly fix: boolean;
  readonly now: Date;
  /** Told of everything that kept something from being checked or written. The work goes on. */
  readonly tell: Tell;
}

function isFixable({ text }: SourceFile, finding: PlacedFinding): boolean {
  const fix = safeFixOf(finding);
  return fix !== undefined && renderFix(text, finding, fix) !== undefined;
}

/** Yields the files in the order of their paths, one by one, so that no more than one tree is held. */
export async function* lintFiles({ paths, folder, fix, now, tell }: LintRequest): AsyncGenerator<LintedFile> {
  const settingsOf = settingsReader(tell);
  const isIncluded = (path: string) => !settingsOf(path).excluded(addressOf(path));
  const found = findFiles(paths, folder, tell);
  const files = found.files.filter(isIncluded);
  const around = found.around.filter(isIncluded);
  const read = [...files, ...around];
  if (read.some((path) => formatAt(path) === 'terraform')) await prepareTerraform();

  const facts = collectFacts(settingsOf, found.whole);
  for (const [index, path] of read.entries()) {
    // What is wrong with files that nobody asked about is told by who asks about them.
    const stored = readOrTell(path, index < files.length ? tell : noTell);
    if (stored) facts.add(path, stored.text);
  }
  addNamed(facts, found, isIncluded);
  const linterOf = linters(settingsOf, tell);
  const lint = (path: string, file: SourceFile) => linterOf(path).lint(file, facts.workspace(), now);

  const fixed = new Map<string, number>();
  // All repairs come before the report: what is written into one file may concern another.
  for (const path of fix ? files : []) {
    const stored = readOrTell(path, noTell);
    if (!stored) continue;
    const result = fixAll(parse(path, stored), (file) => {
      facts.update(path, file);
      return lint(path, file);
    });
    if (result.fixed.length === 0) continue;
    if (writeOrTell(path, { ...stored, text: result.text }, tell)) fixed.set(path, result.fixed.length);
    else facts.add(path, stored.text);
  }
  if (fix) facts.placeAnew();
  for (const path of files) {
    const stored = readOrTell(path, noTell);
    if (!stored) continue;
    const file = parse(path, stored);
    const { findings, fingerprints } = linterOf(path).report(file, facts.workspace(), now);
    const fixable = new Set(findings.filter((finding) => isFixable(file, finding)));
    yield { path, file, findings, fingerprints, fixable, fixed: fixed.get(path) ?? 0 };
  }
}

/** What the texts name besides is read as Terraform's functions read it: inside of the folders alone. */
function addNamed(facts: Facts, found: FoundFiles, isIncluded: (path: string) => boolean): void {
  const named = facts.named();
  if (named.all.length === 0) return;
  const addresses = found.named((path) => named.holds(addressOf(path)) && isIncluded(path)).map(addressOf);
  const stored = storedFiles(found.folders);
  facts.addNamed(new Map(addresses.map((address) => [address, stored.text(address)])));
}

/** One linter for each state of the settings, made when a file needs it. */
function linters(settingsOf: (path: string) => Settings, tell: Tell): (path: string) => Linter {
  const bySettings = new Map<Settings, Linter>();
  let current = '';
  return (path) => {
    current = path;
    const settings = settingsOf(path);
    const known = bySettings.get(settings);
    if (known) return known;
    const onFault = (rule: string, error: unknown) => tell({ kind: 'fault', path: current, rule, error });
    const linter = createLinter({ rules, settings, onFault });
    bySettings.set(settings, linter);
    return linter;
  };
}

function writeOrTell(path: string, changed: TextFile, tell: Tell): boolean {
  if (changed.encoding === 'unknown') {
    tell({ kind: 'notUtf8', path });
    return false;
  }
  try {
    writeTextFile(path, changed);
    return true;
  } catch (cause) {
    tell({ kind: 'unwritable', path, cause });
    return false;
  }
}

/** What was wrong with a file has been told when it was read first. */
function noTell(): void {}

function formatAt(path: string) {
  return formatOf(addressOf(path)) ?? 'json';
}

function parse(path: string, { text }: TextFile): SourceFile {
  return parseUnlessIdle(addressOf(path), text, formatAt(path));
}
