import type { EmbeddedRoot, Format } from '../format';
import type { Comment } from '../tree';
import { embeddedCall, embeddedJson } from './embedded';
import type { Reading } from './reading/convert';
import type { ConcreteNode } from './reading/grammar';
import type { OpenString } from './reading/repair';

/** A reading that keeps what is found besides the tree. */
export interface CollectingReading {
  readonly reading: Reading;
  /** In the order in which they are found, which grows. */
  readonly embedded: readonly EmbeddedRoot[];
  isFlawed(): boolean;
}

interface Circumstances {
  readonly text: string;
  /** All of the root. */
  readonly comments: readonly Comment[];
  readonly broken: boolean;
  readonly openStrings: readonly OpenString[];
}

export function collectingReading(format: Format, { text, comments, broken, openStrings }: Circumstances): CollectingReading {
  let flawed = broken;
  const embedded: EmbeddedRoot[] = [];
  const reading: Reading = {
    text,
    broken,
    openStrings: new Map(openStrings.map((open) => [open.start, open.end])),
    onEncoded: (owner, argument) =>
      embedded.push(embeddedCall({ format, text, node: argument, comments, broken, embedded: [] }, owner)),
    onString: (owner, content, holes) => {
      const json = embeddedJson(text, owner, content, holes);
      if (json) embedded.push(json);
    },
    onFlaw: () => {
      flawed = true;
    },
  };
  return { reading, embedded, isFlawed: () => flawed };
}

export function commentsIn(text: string, tree: ConcreteNode): readonly Comment[] {
  const comments: Comment[] = [];
  const waiting = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'comment') comments.push(commentOf(text, node));
    for (let index = node.children.length - 1; index >= 0; index--) waiting.push(node.children[index] as ConcreteNode);
  }
  return comments;
}

function commentOf(text: string, { start, end }: ConcreteNode): Comment {
  const source = text.slice(start, end).trimEnd();
  const words = source.startsWith('/*') ? source.slice(2, -2) : source.replace(/^(?:#|\/\/)/, '');
  return { range: { start, end: start + source.length }, text: words.trim() };
}
