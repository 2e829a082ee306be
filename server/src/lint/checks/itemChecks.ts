import type { Kind } from '../../kinds/kind';
import type { Policy } from '../../kinds/policy';
import { createItemCache } from '../../kinds/reading/items';
import type { Rule } from '../../rules/rule';
import { shift } from '../../text/range';
import type { Workspace } from '../../workspace/index/workspace';
import { type Asked, asking } from '../asked';
import { type Circumstances, checkItem, type Report } from './runRule';

/** What a rule says of one of a policy's items. */
export interface ItemReport {
  readonly rule: Rule;
  readonly item: number;
  readonly report: Omit<Report, 'fixes'>;
}

/** Of all items of a policy, with what the rules asked of the workspace for those that are still valid. */
export interface ItemFindings {
  readonly reports: readonly ItemReport[];
  readonly asked: readonly Asked[];
}

export interface ItemChecks {
  /** By the rules that look at items. A rule that throws is told, and has said nothing of that item. */
  of(policy: Policy, kind: Kind, circumstances: ItemCircumstances): ItemFindings;
}

export interface ItemCircumstances extends Circumstances {
  /** What the policy follows from besides its root. */
  readonly readingAsked: Asked;
  onFault(ruleId: string, error: unknown): void;
}

/**
 * Caches what rules say of an item by its own text and by what stands around all items, wherever in the file it has come to stand: while
 * somebody types into one of them, the others are neither read nor checked.
 */
export function createItemChecks(rules: readonly Rule[]): ItemChecks {
  const cache = createItemCache<CheckedItem>();
  const rulesOf = new Map<Kind, readonly Rule[]>();
  for (const rule of rules) if (rule.checkItem) rulesOf.set(rule.kind, [...(rulesOf.get(rule.kind) ?? []), rule]);

  function of(policy: Policy, kind: Kind, circumstances: ItemCircumstances): ItemFindings {
    const asked: Asked[] = [];
    const reports: ItemReport[] = [];
    const asks = rulesOf.get(kind);
    const nodes = asks ? (kind.items?.nodes(policy) ?? []) : [];
    if (!asks || nodes.length === 0) return { asked, reports };
    const check = (item: number, some: readonly Rule[]) => checkOne(policy, item, some, circumstances);
    const texts = kind.items?.texts(policy);
    const known = texts && cache.of(texts, kind.id);
    for (const item of nodes.keys()) {
      const piece = texts?.pieces[item];
      const before = piece && known?.get(piece);
      const isCurrent = before && agree(before, circumstances.workspace);
      const checked = isCurrent ? before : check(item, asks);
      if (checked.asked) asked.push(checked.asked);
      const base = isCurrent ? piece.start - before.start : 0;
      for (const { rule, report } of checked.reports)
        reports.push({ rule, item, report: base === 0 ? report : { ...report, inner: shift(report.inner, base) } });
      if (isCurrent && before.again.length > 0) {
        const anew = check(item, before.again);
        if (anew.asked) asked.push(anew.asked);
        for (const { rule, report } of anew.reports) reports.push({ rule, item, report });
      }
      if (!piece || isCurrent || checked.failed || checked.reports.some(pointsAround)) continue;
      const own = checked.reports.filter(({ rule }) => !checked.again.includes(rule));
      known?.set(piece, { ...checked, reports: own, start: piece.start, readingAsked: circumstances.readingAsked });
    }
    return { asked, reports };
  }

  return { of };
}

/** Whether it tells of other places of the root, which needn't move along with the item. */
function pointsAround({ report }: CheckedOnce['reports'][number]): boolean {
  const { ways, uses } = report.origins;
  return uses.length > 0 || ways.flat().some(({ at }) => at.within && !at.within.fact);
}

interface CheckedItem extends CheckedOnce {
  /** Where the item stood then, in the policy's root. */
  readonly start: number;
  readonly readingAsked: Asked;
}

interface CheckedOnce {
  readonly reports: readonly { readonly rule: Rule; readonly report: Omit<Report, 'fixes'> }[];
  /** Of the workspace; undefined where nothing was. */
  readonly asked: Asked | undefined;
  /** Those that looked at the whole policy, or at the clock. */
  readonly again: readonly Rule[];
  readonly failed: boolean;
}

function checkOne(policy: Policy, item: number, rules: readonly Rule[], circumstances: ItemCircumstances): CheckedOnce {
  const again: Rule[] = [];
  let failed = false;
  const { result: reports, asked } = asking(circumstances.workspace, (workspace) =>
    rules.flatMap((rule) => {
      let asksTime = false;
      const now = () => {
        asksTime = true;
        return circumstances.now();
      };
      try {
        const found = checkItem(rule, policy, item, { ...circumstances, workspace, now });
        if (found.usesWhole || asksTime) again.push(rule);
        return found.reports.map(({ fixes: _, ...report }) => ({ rule, report }));
      } catch (error) {
        failed = true;
        circumstances.onFault(rule.id, error);
        return [];
      }
    }),
  );
  return { reports, asked: asked.isNothing ? undefined : asked, again, failed };
}

function agree({ asked, readingAsked }: CheckedItem, workspace: Workspace): boolean {
  return (!asked || asked.agreesWith(workspace)) && readingAsked.agreesWith(workspace);
}
