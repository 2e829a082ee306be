import type { Locale, Speech, Vocabulary, Words as VocabularyWords, WordsLike } from '../kinds/speech';
import type { MessageArguments, Rule, RuleText } from '../rules/rule';
import { excerpt } from '../text/excerpt';
import { fill } from '../text/fill';
import { korean } from './ko/index.generated';
import { korean as koreanVocabularies } from './ko/kinds.generated';
import { korean as koreanWords } from './ko/words';
import { english as englishWords, type Words } from './words';

/** The language for a tag as editors and terminals give it: `ko`, `ko-KR`, `ko_KR.UTF-8`. */
export function localeOf(tag: string | undefined): Locale {
  return /^ko(?![a-z])/i.test(tag ?? '') ? 'ko' : 'en';
}

/** The engine's own words. */
export function wordsOf(locale: Locale): Words {
  return locale === 'ko' ? koreanWords : englishWords;
}

/** The words of kinds in a language; English where the language lacks them. */
export function speechOf(locale: Locale): Speech {
  return locale === 'ko' ? inKorean : inEnglish;
}

const inEnglish: Speech = { locale: 'en', words: ({ english }) => english };
const inKorean: Speech = {
  locale: 'ko',
  // A translation has the type of what it translates: that of its vocabulary's words.
  words: <W extends VocabularyWords>({ id, english }: Vocabulary<W>) =>
    (koreanVocabularies[id] as WordsLike<W> | undefined) ?? english,
};

/** A rule's words; English where the language lacks them. */
export function localizeRule(rule: Rule, locale: Locale): RuleText {
  return (locale === 'ko' ? korean[rule.id] : undefined) ?? rule;
}

/** A finding, the title of a fix or a reason in words, with no more than the beginning of a long value. */
export function message(rule: Rule, id: string, args: MessageArguments, locale: Locale): string {
  const shown = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, excerpt(value)]));
  return fill(localizeRule(rule, locale).messages[id] ?? rule.messages[id] ?? id, shown);
}
