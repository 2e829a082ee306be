import { writtenAt } from '../../syntax/writtenAt';
import { codeSpan } from '../../text/markdown';
import type { TextRange } from '../../text/range';
import type { TextValue } from '../../workspace/terraform/names/text';
import type { Field, Policy } from '../policy';
import type { Speech } from '../speech';
import { words } from './words';

/** A name as people read it: the value where the text tells it, else what is written in its place. */
export interface Named {
  readonly text: string;
  readonly told: boolean;
}

export function nameOf(policy: Policy, { text, node }: TextValue): Named {
  return text === undefined ? written(policy, node.range) : { text, told: true };
}

/** What stands at a range of the policy's root. */
export function written({ place }: Policy, range: TextRange): Named {
  const text = writtenAt(place.root, range).replace(/\s+/g, ' ').trim();
  return { text: text.length > longest ? `${text.slice(0, longest)}…` : text, told: false };
}

/** In Markdown, with a note where the text doesn't tell. */
export function nameInWords({ text, told }: Named, speech: Speech): string {
  return told ? codeSpan(text) : `${codeSpan(text)} (${speech.words(words).notTold})`;
}

/** In UTF-16 code units. Longer ones are known by their beginning. */
const longest = 120;

/** The text of a field where it is known, else the first line of what stands there: `var.role`. */
export function firstLine(field: Field<TextValue>, { place }: Policy, otherwise: string): string {
  if (field.state === 'absent') return otherwise;
  if (field.state === 'known' && field.value.text) return field.value.text;
  const node = field.state === 'known' ? field.value.node : field.node;
  const [line = ''] = (node ? writtenAt(place.root, node.range) : '').trim().split(/\r?\n/, 1);
  return line.slice(0, longestLine) || otherwise;
}

/** In UTF-16 code units; an outline cuts off what is longer. */
const longestLine = 100;
