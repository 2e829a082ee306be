import { ruleDocumentation } from '../../features/ruleDocumentation';
import type { Session } from '../session';

/** The page behind `leastwise:/rules/<area>/<name>.md`; earlier ids of a rule count. */
export function answerRuleDocumentation({ rules, client }: Session, { uri }: { readonly uri: string }): string | null {
  const id = /^leastwise:\/*rules\/(.+)\.md$/.exec(uri)?.[1];
  const rule = id === undefined ? undefined : rules.find((known) => known.id === id || known.renamedFrom?.includes(id));
  return rule ? ruleDocumentation(rule, client.locale) : null;
}
