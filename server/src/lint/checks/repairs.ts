import type { PolicyPlace } from '../../kinds/policy';
import type { Finding, Fix, Rule } from '../../rules/rule';
import type { FormatName } from '../../syntax/format';
import type { SyntaxNode } from '../../syntax/tree';
import type { Workspace } from '../../workspace/index/workspace';
import { valueBehind } from '../../workspace/terraform/names/layout';
import { readersOf } from '../../workspace/terraform/readers';
import { resourceAt } from '../../workspace/terraform/resources';
import { isOverridden } from '../../workspace/terraform/standing';
import { identityIn } from '../fingerprint';
import { type CausedFinding, type LiteralGround, repairAtLiteral } from '../fixes/atLiteral';
import { type Repair, refused } from '../fixes/change';
import { type Circumstances, checkItem, checkPolicy, type Report } from './runRule';

/** The fixes of findings, worked out when somebody asks for them: by the rule, which looks at the policy once more. */
export interface Repairs {
  /** Empty where the rule throws, which is told. */
  of(finding: CausedFinding): readonly Repair[];
}

/** For the findings that are valid under these circumstances. */
export function createRepairs(
  circumstances: Circumstances,
  ground: LiteralGround,
  onFault: (ruleId: string, error: unknown) => void,
): Repairs {
  const looks = new WeakMap<object, Map<string, ReadonlyMap<string, Report>>>();

  function withoutDoubt(written: Fix, finding: CausedFinding): Repair {
    const { workspace } = circumstances;
    const { rule } = finding;
    const { place } = finding.policy;
    const fix = 'edits' in written && written.edits.some(isOfValue) ? repairAtLiteral(written, finding, ground) : written;
    if (place.merged || (place.resource && isOverridden(place.resource, workspace))) return refused(fix, 'overridden');
    if (!isSame(fix, rule)) return fix;
    if (isSharedDocument(place)) return refused(fix, 'sharedText');
    return isReadAsData(place, workspace) || isTakenApart(place, workspace) ? refused(fix, 'readElsewhere') : fix;
  }

  function look({ rule, policy, item }: Finding): ReadonlyMap<string, Report> {
    const ofPolicy = looks.get(policy) ?? new Map<string, ReadonlyMap<string, Report>>();
    looks.set(policy, ofPolicy);
    const key = item === undefined ? rule.id : `${rule.id} ${item}`;
    const before = ofPolicy.get(key);
    if (before) return before;
    const reports =
      item === undefined ? checkPolicy(rule, policy, circumstances) : checkItem(rule, policy, item, circumstances).reports;
    const found = new Map(reports.map((report) => [identityOf(rule, report), report]));
    ofPolicy.set(key, found);
    return found;
  }

  return {
    of(finding) {
      try {
        const fixes = look(finding).get(identityOf(finding.rule, finding))?.fixes() ?? [];
        return fixes.map((fix) => withoutDoubt(fix, finding));
      } catch (error) {
        onFault(finding.rule.id, error);
        return [];
      }
    },
  };
}

/** Whether it keeps the meaning, which of a text that somebody else reads may do harm. */
function isSame(fix: Fix, rule: Rule): boolean {
  return 'disabled' in fix || (fix.fixClass ?? rule.fixClass) === 'same';
}

/** Whether an edit speaks of what was worked out, which stands nowhere. */
function isOfValue(edit: object): boolean {
  const isMade = (part: unknown) => typeof part === 'object' && part !== null && valueBehind(part as SyntaxNode) !== undefined;
  return Object.values(edit).some((part) => isMade(part) || isMade(Object(part).value));
}

/** A document that Terraform encodes under a name, from which others may take it apart again. */
function isSharedDocument(place: PolicyPlace): boolean {
  const { root, outer, uri } = place;
  if (root === outer || isData(outer.format.name)) return false;
  const at = place.resource ? undefined : place.toOuter(root.node.range);
  return at !== undefined && resourceAt(outer, uri, at) === undefined;
}

/** A file that Terraform may take apart, item by item. */
function isReadAsData({ uri, outer }: PolicyPlace, workspace: Workspace): boolean {
  return isData(outer.format.name) && readersOf(uri, workspace).length > 0;
}

/** A resource of which others take parts. */
function isTakenApart({ resource }: PolicyPlace, workspace: Workspace): boolean {
  return resource !== undefined && workspace.find('takenApart', `${resource.folder}#${resource.address}`).length > 0;
}

function isData(format: FormatName): boolean {
  return format === 'json' || format === 'yaml';
}

function identityOf(rule: Rule, { message, arguments: args, inner }: Pick<Report, 'message' | 'arguments' | 'inner'>): string {
  return identityIn({ rule, message, arguments: args, range: inner });
}
