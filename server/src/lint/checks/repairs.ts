import type { Refusal } from '../../rules/refusals';
import type { Finding, Fix, Rule } from '../../rules/rule';
import { isOverridden } from '../../workspace/terraform/standing';
import { identityIn } from '../fingerprint';
import { type Circumstances, checkItem, checkPolicy, type Report } from './runRule';

/** The fixes of findings, worked out when somebody asks for them: by the rule, which looks at the policy once more. */
export interface Repairs {
  /** Empty where the rule throws, which is told. */
  of(finding: Finding): readonly Fix[];
}

/** For the findings that are valid under these circumstances. */
export function createRepairs(circumstances: Circumstances, onFault: (ruleId: string, error: unknown) => void): Repairs {
  const looks = new WeakMap<object, Map<string, ReadonlyMap<string, Report>>>();

  function isOverriddenIn({ policy: { place } }: Finding): boolean {
    return place.resource !== undefined && isOverridden(place.resource, circumstances.workspace);
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
        return isOverriddenIn(finding) ? fixes.map((fix) => withoutEffect(fix, finding.rule)) : fixes;
      } catch (error) {
        onFault(finding.rule.id, error);
        return [];
      }
    },
  };
}

/** Of a text that another one overrides, access can't be changed; what keeps its meaning does no harm. */
function withoutEffect(fix: Fix, rule: Rule): Fix {
  if ('disabled' in fix || (fix.fixClass ?? rule.fixClass) === 'same') return fix;
  const reason: Refusal = 'overridden';
  return { title: fix.title, ...(fix.arguments && { arguments: fix.arguments }), disabled: reason };
}

function identityOf(rule: Rule, { message, arguments: args, inner }: Pick<Report, 'message' | 'arguments' | 'inner'>): string {
  return identityIn({ rule, message, arguments: args, range: inner });
}
