import type { MessageArguments, Rule, RuleText } from '../rules/rule';
import { withoutKeyText } from '../text/keyText';
import { korean } from './ko/index.generated';
import { korean as koreanRoles } from './ko/roles';
import { korean as koreanWords } from './ko/words';
import { english as englishRoles, type RoleWords } from './roles';
import { english as englishWords, type Words } from './words';

export type Locale = 'en' | 'ko';

/** The language for a tag as editors and terminals give it: `ko`, `ko-KR`, `ko_KR.UTF-8`. */
export function localeOf(tag: string | undefined): Locale {
  return /^ko(?![a-z])/i.test(tag ?? '') ? 'ko' : 'en';
}

/** The engine's own words. */
export function wordsOf(locale: Locale): Words {
  return locale === 'ko' ? koreanWords : englishWords;
}

/** What is said of roles. */
export function roleWordsOf(locale: Locale): RoleWords {
  return locale === 'ko' ? koreanRoles : englishRoles;
}

/** A rule's words; English where the language lacks them. */
export function localizeRule(rule: Rule, locale: Locale): RuleText {
  return (locale === 'ko' ? korean[rule.id] : undefined) ?? rule;
}

/** A finding, the title of a fix or a reason in words. */
export function message(rule: Rule, id: string, args: MessageArguments, locale: Locale): string {
  return fill(localizeRule(rule, locale).messages[id] ?? rule.messages[id] ?? id, args);
}

/** Puts the arguments, without the text of keys, in the place of the `{placeholders}`; one without an argument stays. */
export function fill(text: string, args: MessageArguments): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    withoutKeyText((Object.hasOwn(args, name) ? args[name] : undefined) ?? placeholder),
  );
}
