import type { Policy } from '../../kinds/kind';
import type { Words } from '../../l10n/words';
import type { TextRange } from '../../text/range';
import type { TextValue } from '../../workspace/terraform/text';
import { codeSpan } from '../markdown';

/** A name as people read it: the value where the text tells it, else what is written in its place. */
export interface Named {
  readonly text: string;
  readonly told: boolean;
}

export function nameOf(policy: Policy, { text, node }: TextValue): Named {
  return text === undefined ? written(policy, node.range) : { text, told: true };
}

/** What stands at a range of the policy's root. */
export function written({ place }: Policy, { start, end }: TextRange): Named {
  const text = place.root.text.slice(start, end).replace(/\s+/g, ' ').trim();
  return { text: text.length > longest ? `${text.slice(0, longest)}…` : text, told: false };
}

/** In Markdown, with a note where the text doesn't tell. */
export function nameInWords({ text, told }: Named, words: Words): string {
  return told ? codeSpan(text) : `${codeSpan(text)} (${words.explainNotTold})`;
}

/** In UTF-16 code units. Longer ones are known by their beginning. */
const longest = 120;
