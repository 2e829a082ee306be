import { kinds } from '../kinds/index.generated';
import type { Kind } from '../kinds/kind';
import type { Policy } from '../kinds/policy';
import type { Finding, Rule } from '../rules/rule';
import type { Root } from '../syntax/format';
import type { SourceFile } from '../syntax/sourceFile';
import { shift } from '../text/range';
import type { Place } from '../workspace/index/facts';
import { seenFrom } from '../workspace/index/sameModule';
import type { Workspace } from '../workspace/index/workspace';
import { joinedPlaces } from '../workspace/terraform/values/origins';
import { type Asked, allAsked, askedNothing, asking } from './asked';
import { createItemChecks, type ItemChecks } from './checks/itemChecks';
import { createRepairs, type Repairs } from './checks/repairs';
import { type Circumstances, checkPolicy, type Report } from './checks/runRule';
import { fingerprintsOf, identityIn } from './fingerprint';
import { isSameMoment } from './moment';
import { causeIn, mergedByCause } from './places/causes';
import { isSaidHere, rangeInOuter } from './places/embedding';
import { type PlacedFinding, rangeInFile } from './places/placedFinding';
import { createReadings, type FileReading, type Piece, piecesOf, type Reading, type Readings } from './readings';
import type { Settings } from './settings/settings';
import { reviewEntries } from './suppression/entryReview';
import { reviewSuppressions } from './suppression/review';
import { type SuppressionUse, suppress } from './suppression/suppress';

export type { PlacedFinding } from './places/placedFinding';

export interface Linter {
  /** In the order of the text. What the user has switched off or suppressed is left out. Never throws. */
  lint(file: SourceFile, workspace: Workspace, now: Date): readonly PlacedFinding[];
  /** The same, with what each finding is known by later. */
  report(file: SourceFile, workspace: Workspace, now: Date): LintReport;
  /** What hides findings in the file, and which. */
  suppressions(file: SourceFile, workspace: Workspace, now: Date): readonly SuppressionUse[];
  /** The policies of the file, as the rules see them. */
  read(file: SourceFile, workspace: Workspace): FileReading;
}

export interface LintReport {
  readonly findings: readonly PlacedFinding[];
  /** Of each of `findings`, in their order; told when asked for. What is suppressed counts among its equals all the same. */
  fingerprints(): readonly string[];
}

export interface LinterOptions {
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  /** Shared by all linters of a server; without it a linter has its own. */
  readonly readings?: Readings;
  /** Where a place stands now; without it, where it was told to stand. */
  readonly placeNow?: (place: Place) => Place;
  /** The files are documents open in an editor, which tells some of the faults by itself. */
  readonly inEditor?: true;
  /** Told when a rule throws, which costs that rule's findings alone. The error's message may hold text of the file. */
  onFault(ruleId: string, error: unknown): void;
  /** Told whenever the rules look at a root of the file anew. */
  onCheck?(uri: string): void;
}

/** Caches what it found by root, as long as its reading and what its rules asked of the workspace and the clock stay the same. */
export function createLinter(options: LinterOptions): Linter {
  const { settings, placeNow = (place) => place } = options;
  const readings = options.readings ?? createReadings(new Set([...kinds, ...options.rules.map(({ kind }) => kind)]));
  const isWanted = (rule: Rule) => !(options.inEditor && rule.toldByEditors) && settings.severityOf(rule) !== 'off';
  const enabled = options.rules.filter(isWanted);
  const rules = enabled.filter(({ kind }) => !kind.afterwards);
  const rulesAfterwards = enabled.filter(({ kind }) => kind.afterwards);
  const items = createItemChecks(enabled);
  const remembered = new WeakMap<Root, CheckedRoot>();

  function checked(root: Root, uri: string, workspace: Workspace, now: Date): CheckedRoot {
    const reading = readings.of(root, { uri, workspace, attachment: settings.attachmentFor(uri) });
    const before = remembered.get(root);
    if (before && isCurrent(before, reading, workspace, now)) return before;
    options.onCheck?.(uri);
    tellFaults(reading);
    const fresh = checkRoot(root, {
      policiesOf: reading.of,
      readingAsked: reading.asked,
      uri,
      workspace,
      now,
      rules,
      items,
      options,
    });
    remembered.set(root, { ...fresh, reading });
    return { ...fresh, reading };
  }

  /** By the first rule that asks for what couldn't be read. */
  function tellFaults({ faults }: Reading) {
    for (const [kind, error] of faults) options.onFault(rules.find((rule) => rule.kind === kind)?.id ?? kind.id, error);
  }

  /** Depends on all roots of the file, so nothing of it is remembered; few files suppress anything. */
  function checkSuppressions(
    file: SourceFile,
    uses: readonly SuppressionUse[],
    workspace: Workspace,
    now: Date,
  ): readonly PlacedFinding[] {
    if (rulesAfterwards.length === 0) return [];
    const suppressions = [
      ...(uses.length > 0 ? reviewSuppressions(file, uses, { known: options.rules, judging: rules }) : []),
      ...reviewEntries(file, options.rules),
    ];
    if (suppressions.length === 0) return [];
    const repairs = repairsAt(file, workspace, now);
    const concerned = piecesOf(file).filter(({ root }) => suppressions.some(({ place }) => place.root === root));
    return concerned.flatMap(({ root, offset }) => {
      const surroundings = { uri: file.uri, workspace, attachment: undefined, suppressions };
      const policiesOf = (kind: Kind) => kind.read?.(root, surroundings) ?? [];
      const { findings } = checkRoot(root, {
        policiesOf,
        readingAsked: askedNothing,
        uri: file.uri,
        workspace,
        now,
        rules: rulesAfterwards,
        items,
        options,
      });
      return findings.map((finding) => placed(finding, { offset }, repairs));
    });
  }

  function repairsAt(file: SourceFile, workspace: Workspace, now: Date): Repairs {
    const ground = { file, workspace, hints: settings.hintsFor(file.uri), placeNow };
    return createRepairs({ settings: settings.rules, workspace, now: () => now }, ground, options.onFault);
  }

  function allFindings(file: SourceFile, workspace: Workspace, now: Date): readonly PlacedFinding[] {
    const all: PlacedFinding[] = [];
    const repairs = repairsAt(file, workspace, now);
    const said = new Set<Rule>();
    for (const piece of piecesOf(file)) {
      for (const finding of checked(piece.root, file.uri, workspace, now).findings) {
        if (finding.rule.oncePerFile && said.has(finding.rule)) continue;
        said.add(finding.rule);
        all.push(withCause(placed(finding, piece, repairs), file, placeNow));
      }
    }
    return all;
  }

  function report(file: SourceFile, workspace: Workspace, now: Date): LintReport {
    const found = allFindings(file, workspace, now);
    const { shown, uses } = suppress(file, found, settings.ignores, now);
    const remarks = checkSuppressions(file, uses, workspace, now);
    const remaining = [...shown, ...suppress(file, remarks, settings.ignores, now).shown];
    const merged = [...mergedByCause(remaining, file.uri)].sort((a, b) => byPlace(a.finding, b.finding));
    return {
      findings: merged.map(({ finding }) => finding),
      fingerprints() {
        const all = [...found, ...remarks].sort(byPlace);
        const known = new Map(fingerprintsOf(all).map((fingerprint, index) => [all[index], fingerprint]));
        return merged.map(({ first }) => known.get(first) ?? '');
      },
    };
  }

  return {
    lint: (file, workspace, now) => report(file, workspace, now).findings,
    report,
    suppressions(file, workspace, now) {
      const { uses, ofCalls } = suppress(file, allFindings(file, workspace, now), settings.ignores, now);
      return [...uses, ...ofCalls];
    },
    read: (file, workspace) => readings.ofFile(file, { workspace, attachment: settings.attachmentFor(file.uri) }),
  };
}

function placed(finding: Finding, { offset, index }: Pick<Piece, 'offset' | 'index'>, repairs: Repairs): PlacedFinding {
  return {
    ...finding,
    origins: movedBy(finding.origins, offset),
    offset,
    index,
    cause: undefined,
    uses: [],
    fixes: (uses = []) => repairs.of({ ...finding, offset, uses }),
  };
}

interface CheckedRoot {
  readonly reading: Reading;
  readonly asked: Asked;
  /** What time the rules were told, if one of them asked. */
  readonly toldTime: Date | undefined;
  readonly findings: readonly Finding[];
}

function isCurrent(checked: CheckedRoot, reading: Reading, workspace: Workspace, now: Date): boolean {
  if (checked.reading !== reading) return false;
  if (checked.toldTime && !isSameMoment(checked.toldTime, now)) return false;
  return checked.asked.agreesWith(workspace);
}

interface CheckOptions {
  policiesOf(kind: Kind): readonly Policy[];
  /** What the policies follow from besides the root. */
  readonly readingAsked: Asked;
  readonly uri: string;
  readonly workspace: Workspace;
  readonly now: Date;
  readonly rules: readonly Rule[];
  readonly items: ItemChecks;
  readonly options: LinterOptions;
}

function checkRoot(
  root: Root,
  { policiesOf, readingAsked, uri, workspace, now, rules, items, options }: CheckOptions,
): Omit<CheckedRoot, 'reading'> {
  const { settings, onFault } = options;
  let toldTime: Date | undefined;
  const tell = () => {
    toldTime = now;
    return now;
  };
  const surroundings = { settings: settings.rules, now: tell };
  const ofItems = new Map(rules.map((rule) => [rule, [] as FoundReport[]]));
  const asked: Asked[] = [];
  for (const kind of new Set(rules.flatMap((rule) => (rule.checkItem ? rule.kind : [])))) {
    for (const policy of policiesOf(kind)) {
      const found = items.of(policy, kind, { ...surroundings, workspace, readingAsked, onFault });
      // One by one: there may be more than a call can take arguments.
      for (const one of found.asked) asked.push(one);
      for (const { rule, item, report } of found.reports) ofItems.get(rule)?.push({ policy, item, report });
    }
  }
  const whole = asking(workspace, (watched) => {
    const circumstances = { ...surroundings, workspace: seenFrom(uri, watched) };
    return rules.map((rule) => checkPolicies(rule, policiesOf(rule.kind), circumstances, onFault));
  });
  const findings = new Map<string, Finding>();
  for (const [index, rule] of rules.entries()) {
    for (const { policy, item, report } of [...(whole.result[index] ?? []), ...(ofItems.get(rule) ?? [])]) {
      const severity = settings.severityOf(rule, report.severity);
      if (severity === 'off' || !isSaidHere(policy.place, report.inner)) continue;
      const { message, arguments: args, inner, related, unnecessary, origins } = report;
      const range = rangeInOuter(policy.place, inner);
      const said = { rule, message, arguments: args, severity, related, unnecessary, origins };
      const finding = { ...said, root, range, inner, policy, item, addresses: addressesOf(policy) };
      const identity = identityIn(finding);
      const before = findings.get(identity);
      findings.set(identity, before ? { ...finding, ...bothOf(before, finding) } : finding);
    }
  }
  return { toldTime, asked: allAsked([whole.asked, ...asked]), findings: [...findings.values()] };
}

function withCause(finding: PlacedFinding, file: SourceFile, placeNow: (place: Place) => Place): PlacedFinding {
  const cause = causeIn(file, finding, placeNow);
  return cause ? { ...finding, cause } : finding;
}

/** Of one thing that is said of several instances. */
function bothOf(a: Finding, b: Finding): Pick<Finding, 'addresses' | 'origins'> {
  const addresses = [...new Set([...a.addresses, ...b.addresses])];
  const [one, other] = [a.origins, b.origins];
  const uses = [...one.uses, ...other.uses.filter((use) => !one.uses.some(({ start }) => start === use.start))];
  const origins = {
    cause: one.cause,
    all: joinedPlaces([one.all, other.all]),
    ways: [...one.ways, ...other.ways],
    passed: one.passed && other.passed,
    uses,
  };
  return { addresses, origins };
}

/** What stands in the very root has its place in the file now. */
function movedBy(origins: Finding['origins'], offset: number): Finding['origins'] {
  const move = (place: Place): Place =>
    place.within && !place.within.fact ? { ...place, range: shift(place.range, offset) } : place;
  const { cause, all, ways } = origins;
  const moved = ways.map((some) => some.map((way) => ({ ...way, at: move(way.at) })));
  return { ...origins, cause: cause && move(cause), all: all.map(move), ways: moved };
}

function addressesOf({ place: { instances, resource } }: Policy): readonly string[] {
  return instances ?? (resource ? [resource.address] : []);
}

interface FoundReport {
  readonly policy: Policy;
  readonly item: number | undefined;
  readonly report: Omit<Report, 'fixes'>;
}

/** Up to the first policy for which the rule throws. */
function checkPolicies(
  rule: Rule,
  policies: readonly Policy[],
  circumstances: Circumstances,
  onFault: LinterOptions['onFault'],
): readonly FoundReport[] {
  const found: FoundReport[] = [];
  try {
    for (const policy of policies)
      for (const report of checkPolicy(rule, policy, circumstances)) found.push({ policy, item: undefined, report });
  } catch (error) {
    onFault(rule.id, error);
  }
  return found;
}

function byPlace(a: PlacedFinding, b: PlacedFinding): number {
  const first = rangeInFile(a);
  const second = rangeInFile(b);
  return first.start - second.start || first.end - second.end;
}
