import { fill, type Locale, wordsOf } from '../l10n/localize';
import { escapeMarkdown } from './markdown';
import { roleHover } from './roleHover';
import type { Topic, WordTopic } from './thingAt';

/** What is to be said of a topic, in Markdown; undefined for a role that isn't known. */
export function topicText(topic: Topic, locale: Locale): string | undefined {
  return 'role' in topic ? roleHover(topic.role, locale) : inWords(topic, locale);
}

/** As {@link topicText}, for what words can be said about. */
export function inWords({ word, also, arguments: named }: WordTopic, locale: Locale): string {
  const words = wordsOf(locale);
  const escaped = Object.entries(named?.(locale) ?? {}).map(([name, text]) => [name, escapeMarkdown(text)]);
  return [word, ...(also ? [also] : [])].map((key) => fill(words[key], Object.fromEntries(escaped))).join('\n\n');
}
