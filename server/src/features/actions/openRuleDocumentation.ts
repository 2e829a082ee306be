import type { Locale } from '../../kinds/speech';
import { wordsOf } from '../../l10n/localize';
import type { PlacedFinding } from '../../lint/lint';
import { fill } from '../../text/fill';
import type { CodeAction } from './codeAction';

/** The client's command, which takes the rule's id. */
export const openRuleDocumentationCommand = 'leastwise.openRuleDocumentation';

export function openRuleDocumentation(finding: PlacedFinding, locale: Locale): CodeAction {
  const { id } = finding.rule;
  const title = fill(wordsOf(locale).openRuleDocumentation, { rule: id });
  const command = { title, command: openRuleDocumentationCommand, arguments: [id] };
  return { title, kind: 'quickfix', finding, command, preferred: false };
}

/** Where the page of a rule is to be found, for editors and hovers. */
export function ruleAddress(ruleId: string): string {
  return `leastwise:/rules/${ruleId}.md`;
}
