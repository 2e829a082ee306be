import type { AccessLevel } from '../../kinds/gcp/access-level/kind';
import type { Field, ListValue } from '../../kinds/kind';
import type { Locale } from '../../l10n/localize';
import type { Words } from '../../l10n/words';
import type { Scope } from '../../workspace/terraform/evaluate';
import type { TextValue } from '../../workspace/terraform/text';
import { nameInWords, nameOf, written } from './named';

/** A sentence, and what it says more closely. In Markdown. */
export interface Point {
  readonly says: string;
  readonly parts?: readonly Point[];
}

/** What the points of one level are told with. */
export interface Telling {
  readonly level: AccessLevel;
  readonly scope: Scope;
  readonly words: Words;
  readonly locale: Locale;
}

/** The items of a list, or what is written in its place. */
export function listPoints(
  field: Field<ListValue<TextValue>>,
  { level, words, locale }: Telling,
  sayOf: (text: string, locale: Locale) => string,
): readonly Point[] {
  if (field.state === 'absent') return [];
  if (field.state === 'unknown') {
    return field.node ? [{ says: nameInWords(written(level, field.node.range), words) }] : [];
  }
  const { items, complete } = field.value;
  const points = items.map((item) => ({
    says: item.text === undefined ? nameInWords(nameOf(level, item), words) : assumed(sayOf(item.text, locale), item, words),
  }));
  return complete ? points : [...points, { says: words.explainMayAskMore }];
}

/** A variable’s default is what it has here, and may be another where the module is used. */
export function assumed(said: string, { certain }: TextValue, words: Words): string {
  return certain ? said : `${said} (${words.explainAssumed})`;
}
