import type { Scope } from '../../../../workspace/terraform/names/scope';
import type { TextValue } from '../../../../workspace/terraform/names/text';
import { nameInWords, nameOf, written } from '../../../explaining/named';
import { words as common } from '../../../explaining/words';
import type { Field, ListValue } from '../../../policy';
import type { Speech } from '../../../speech';
import type { AccessLevel } from '../policy';

/** A sentence, and what it says more closely. In Markdown. */
export interface Point {
  readonly says: string;
  readonly parts?: readonly Point[];
}

/** What the points of one level are told with. */
export interface Telling {
  readonly level: AccessLevel;
  readonly scope: Scope;
  readonly speech: Speech;
}

/** The items of a list, or what is written in its place. */
export function listPoints(
  field: Field<ListValue<TextValue>>,
  { level, speech }: Telling,
  sayOf: (text: string, speech: Speech) => string,
): readonly Point[] {
  if (field.state === 'absent') return [];
  if (field.state === 'unknown') {
    return field.node ? [{ says: nameInWords(written(level, field.node.range), speech) }] : [];
  }
  const { items, complete } = field.value;
  const points = items.map((item) => ({
    says: item.text === undefined ? nameInWords(nameOf(level, item), speech) : assumed(sayOf(item.text, speech), item, speech),
  }));
  return complete ? points : [...points, { says: speech.words(common).mayAskMore }];
}

/** A variable’s default is what it has here, and may be another where the module is used. */
export function assumed(said: string, { certain }: TextValue, speech: Speech): string {
  return certain ? said : `${said} (${speech.words(common).assumed})`;
}
