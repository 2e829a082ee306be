import { localizeRule, wordsOf } from '../../l10n/localize';
import { settingsFileName } from '../../lint/settings/file';
import type { RuleSummary } from '../protocol';
import type { Session } from '../session';

/** All rules in the order of their ids, in the user's language and as severe as the user has set them for the first folder. */
export async function answerRules({ rules, client, index, settings }: Session): Promise<RuleSummary[]> {
  const [folder] = index.folders();
  const set = folder === undefined ? undefined : await settings.of(`${folder}/${settingsFileName}`);
  const words = wordsOf(client.locale);
  return [...rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => ({
      id: rule.id,
      severity: words[set?.severityOf(rule) ?? rule.severity],
      summary: localizeRule(rule, client.locale).summary,
    }));
}
