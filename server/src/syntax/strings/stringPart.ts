import type { TextRange } from '../../text/range';
import type { Root } from '../format';
import type { StringNode } from '../tree';
import { stretchInText } from './segments';

/** A stretch of what a string means: the name of an attribute in an expression, one address of several in a text. */
export interface StringPart {
  readonly kind: 'part';
  readonly of: StringNode;
  /** In offsets of its meaning (`meaningOfString`). */
  readonly stretch: TextRange;
}

export function partOf(string: StringNode, { start, end }: TextRange): StringPart {
  return { kind: 'part', of: string, stretch: { start, end } };
}

/** Where the part stands in the root's text, and nothing else; undefined where it has no such place, as when a fold is in the middle of it. */
export function rangeOfPart(root: Root, { of, stretch }: StringPart): TextRange | undefined {
  const segments = root.format.segments(root, of);
  return segments && stretchInText(segments, stretch);
}
