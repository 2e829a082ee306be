import type { Policy, PolicyReader, Surroundings } from '../policies/policy';
import type { SuppressionReview } from '../policies/suppression';
import type { Finding, Rule } from '../rules/rule';
import type { PlacedRoot, Root } from '../syntax/format';
import { placedItems } from '../syntax/listItems';
import type { SourceFile } from '../syntax/sourceFile';
import { type WatchedWorkspace, type Workspace, watch } from '../workspace/workspace';
import { rangeInOuter } from './embedding';
import { reviewEntries } from './entryReview';
import { isSameMoment } from './moment';
import { type PlacedFinding, rangeInFile } from './placedFinding';
import type { Settings } from './settings';
import { type SuppressionUse, suppress } from './suppression';
import { reviewSuppressions } from './suppressionReview';

export type { PlacedFinding } from './placedFinding';

export interface Linter {
  /** In the order of the text. What the user has switched off or suppressed is left out. Never throws. */
  lint(file: SourceFile, workspace: Workspace, now: Date): readonly PlacedFinding[];
  /** What hides findings in the file, and which. */
  suppressions(file: SourceFile, workspace: Workspace, now: Date): readonly SuppressionUse[];
  /** The policies in the pieces of the file that hold `offset`, as the rules see them. */
  policiesAt(file: SourceFile, offset: number, workspace: Workspace, now: Date): readonly PlacedPolicy[];
  /** All policies of the file, piece by piece, as the rules see them. */
  policies(file: SourceFile, workspace: Workspace, now: Date): readonly PlacedPolicy[];
}

/** A policy and where the text of its outermost root starts in the file. */
export interface PlacedPolicy {
  readonly policy: Policy;
  readonly offset: number;
}

export interface LinterOptions {
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  /** Told when a rule throws, which costs that rule's findings alone. The error's message may hold text of the file. */
  onFault(ruleId: string, error: unknown): void;
  /** Told whenever the rules look at a root of the file anew. */
  onCheck?(uri: string): void;
}

/** Remembers what it found in each root; a root is read again only when something that its rules asked for has changed. */
export function createLinter(options: LinterOptions): Linter {
  const { settings } = options;
  const enabled = options.rules.filter((rule) => settings.severityOf(rule) !== 'off');
  const rules = enabled.filter(({ reader }) => !reader.afterwards);
  const rulesAfterwards = enabled.filter(({ reader }) => reader.afterwards);
  const remembered = new WeakMap<Root, CheckedRoot>();

  function checked(root: Root, uri: string, workspace: Workspace, now: Date): CheckedRoot {
    const before = remembered.get(root);
    if (before && isCurrent(before, uri, workspace, now)) return before;
    options.onCheck?.(uri);
    const fresh = checkRoot(root, { uri, workspace, now, rules, options });
    remembered.set(root, fresh);
    return fresh;
  }

  /** Depends on all roots of the file, so nothing of it is remembered; few files suppress anything. */
  function checkSuppressions(file: SourceFile, uses: readonly SuppressionUse[], workspace: Workspace, now: Date) {
    if (rulesAfterwards.length === 0) return [];
    const suppressions = [
      ...(uses.length > 0 ? reviewSuppressions(file, uses, { known: options.rules, judging: rules }) : []),
      ...reviewEntries(file, options.rules),
    ];
    if (suppressions.length === 0) return [];
    const concerned = piecesOf(file).filter(({ root }) => suppressions.some(({ place }) => place.root === root));
    return concerned.flatMap(({ root, offset }) =>
      checkRoot(root, { uri: file.uri, workspace, now, rules: rulesAfterwards, options, suppressions }).findings.map(
        (finding) => ({
          ...finding,
          offset,
        }),
      ),
    );
  }

  function allFindings(file: SourceFile, workspace: Workspace, now: Date): readonly PlacedFinding[] {
    const all: PlacedFinding[] = [];
    for (const { root, offset, index } of piecesOf(file))
      for (const finding of checked(root, file.uri, workspace, now).findings) all.push({ ...finding, offset, index });
    return all;
  }

  return {
    lint(file, workspace, now) {
      const findings = allFindings(file, workspace, now);
      const { shown, uses } = suppress(file, findings, settings.ignores, now);
      const remarks = suppress(file, checkSuppressions(file, uses, workspace, now), settings.ignores, now);
      return [...shown, ...remarks.shown].sort(byPlace);
    },
    suppressions: (file, workspace, now) => suppress(file, allFindings(file, workspace, now), settings.ignores, now).uses,
    policiesAt: (file, at, workspace, now) =>
      piecesOf(file)
        .filter(({ root, offset }) => offset <= at && at <= offset + root.text.length)
        .flatMap((piece) => placedPolicies(piece, file, workspace, now)),
    policies: (file, workspace, now) => piecesOf(file).flatMap((piece) => placedPolicies(piece, file, workspace, now)),
  };

  function placedPolicies({ root, offset }: PlacedRoot, file: SourceFile, workspace: Workspace, now: Date): PlacedPolicy[] {
    return checked(root, file.uri, workspace, now).policies.map((policy) => ({ policy, offset }));
  }
}

/** What is checked and remembered by itself: the roots, and the items of those that are lists. */
function piecesOf({ roots }: SourceFile): readonly Piece[] {
  if (!roots.some(({ root }) => root.items)) return roots;
  return roots.flatMap((placed) => [placed, ...placedItems(placed).map((item, index) => ({ ...item, index }))]);
}

interface Piece extends PlacedRoot {
  /** Of an item in its list. */
  readonly index?: number;
}

interface CheckedRoot {
  readonly uri: string;
  readonly watched: WatchedWorkspace;
  /** What time the rules were told, if one of them asked. */
  readonly toldTime: Date | undefined;
  readonly policies: readonly Policy[];
  readonly findings: readonly Finding[];
  /** Workspaces that are known to agree. Held weakly: each holds the facts of all files. */
  readonly agreeing: WeakSet<Workspace>;
}

function isCurrent({ uri, watched, toldTime, agreeing }: CheckedRoot, at: string, workspace: Workspace, now: Date): boolean {
  if (uri !== at) return false;
  if (toldTime && !isSameMoment(toldTime, now)) return false;
  if (agreeing.has(workspace)) return true;
  if (!watched.agreesWith(workspace)) return false;
  agreeing.add(workspace);
  return true;
}

interface CheckOptions {
  readonly uri: string;
  readonly workspace: Workspace;
  readonly now: Date;
  readonly rules: readonly Rule[];
  readonly options: LinterOptions;
  readonly suppressions?: readonly SuppressionReview[];
}

function checkRoot(root: Root, { uri, workspace, now, rules, options, suppressions = [] }: CheckOptions): CheckedRoot {
  const { settings, onFault } = options;
  const lent = lend(workspace);
  const watched = watch(lent.workspace);
  const surroundings = { uri, workspace: watched, attachment: settings.attachmentFor(uri), suppressions };
  const policies = new Map<PolicyReader<Policy>, readonly Policy[]>();
  const findings = new Map<string, Finding>();
  let toldTime: Date | undefined;

  for (const rule of rules) {
    try {
      for (const policy of readOnce(policies, rule.reader, root, surroundings)) {
        rule.check(policy, {
          settings: settings.rules,
          workspace: watched,
          get now() {
            toldTime = now;
            return now;
          },
          report(at, message, { arguments: args = {}, severity, fixes = [], related = [], unnecessary = false } = {}) {
            const level = settings.severityOf(rule, severity);
            if (level === 'off') return;
            const range = rangeInOuter(policy.place, 'range' in at ? at.range : at);
            // Two ways to one place, such as two aliases of one anchor, tell the same twice.
            const key = JSON.stringify([rule.id, message, args, range.start, range.end]);
            findings.set(key, {
              rule,
              message,
              arguments: args,
              severity: level,
              root,
              range,
              policy,
              fixes,
              related,
              unnecessary,
            });
          },
        });
      }
    } catch (error) {
      onFault(rule.id, error);
    }
  }
  lent.takeBack();
  const agreeing = new WeakSet([workspace]);
  return { uri, watched, toldTime, policies: [...policies.values()].flat(), findings: [...findings.values()], agreeing };
}

function readOnce(
  policies: Map<PolicyReader<Policy>, readonly Policy[]>,
  reader: PolicyReader<Policy>,
  root: Root,
  surroundings: Surroundings,
): readonly Policy[] {
  const read = policies.get(reader);
  if (read) return read;
  // Set first: a reader that throws is told of once, and not asked again by the other rules.
  policies.set(reader, []);
  const found = readPiece(reader, root, surroundings);
  policies.set(reader, found);
  return found;
}

function readPiece(reader: PolicyReader<Policy>, root: Root, surroundings: Surroundings): readonly Policy[] {
  // What reads lists as one has read the item already.
  if (root.item && !reader.readList) return [];
  return root.items && reader.readList ? reader.readList(root, surroundings) : reader.read(root, surroundings);
}

/** A view that forgets the workspace when the work is done: what is remembered of a root must not keep old facts of all files. */
function lend(workspace: Workspace): { readonly workspace: Workspace; takeBack(): void } {
  const { complete } = workspace;
  let lent: Workspace | undefined = workspace;
  return {
    workspace: { complete, find: (kind, name) => lent?.find(kind, name) ?? [] },
    takeBack() {
      lent = undefined;
    },
  };
}

function byPlace(a: PlacedFinding, b: PlacedFinding): number {
  const first = rangeInFile(a);
  const second = rangeInFile(b);
  return first.start - second.start || first.end - second.end;
}
