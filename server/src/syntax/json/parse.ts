import type { TextRange } from '../../text/range';
import type { UnreadPart } from '../format';
import type { Comment, SyntaxNode } from '../tree';
import { type Token, tokenReader } from './tokens';
import { TreeBuilder } from './treeBuilder';

export interface ParsedJson {
  readonly node: SyntaxNode;
  readonly comments: readonly Comment[];
  readonly broken: boolean;
  readonly unread: UnreadPart | undefined;
}

/**
 * The first value of a JSON text with comments and trailing commas; undefined when there is none. Never throws and keeps no
 * call stack, so depth can't overflow it: below 500 levels a container is opaque. Where brackets are missing it goes by what
 * comes next: a key in a list is the next key of the mapping around it or of a mapping without `{`, a `{` in the place of a
 * key is the next item. Containers in which an error lies or that it touches are incomplete; those without a bracket of
 * their own can't be edited.
 */
export function parseJson(text: string): ParsedJson | undefined {
  const comments: Comment[] = [];
  const errors: number[] = [];
  const tree = new TreeBuilder(text, (offset) => errors.push(offset));
  const next = tokenReader(
    text,
    (comment) => comments.push(comment),
    (offset) => errors.push(offset),
  );
  let garbage: TextRange | undefined;
  let unread: UnreadPart | undefined;
  let token = next();
  for (; token.kind !== 'end' && !tree.root; token = next()) {
    if (isOpening(token) && tree.depth >= deepest) {
      unread ??= { reason: 'tooDeep', range: { start: token.start, end: token.start + 1 } };
      tree.add({ kind: 'opaque', range: wholeContainer(token, next) });
    } else tree.take(token);
    if (token.kind === 'garbage') garbage ??= { start: token.start, end: token.end };
  }
  // What stands behind the root was meant to stand in one of the containers that end with it.
  if (tree.root && token.kind !== 'end') errors.push(startOfClosers(text, tree.root?.range.end ?? 0), token.start);
  tree.closeAll(text.length);
  const node = tree.root ?? (garbage && { kind: 'opaque', range: garbage });
  if (!node) return undefined;
  if (errors.length > 0) tree.markIncomplete(errors);
  return { node, comments, broken: errors.length > 0, unread };
}

function startOfClosers(text: string, end: number): number {
  let start = end;
  while (start > 0 && ' \t\r\n]}'.includes(text.charAt(start - 1))) start--;
  return start;
}

const deepest = 500;

function isOpening(token: Token): boolean {
  return token.kind === '{' || token.kind === '[';
}

function wholeContainer(opening: Token, next: () => Token): TextRange {
  for (let depth = 1; ; ) {
    const token = next();
    if (isOpening(token)) depth++;
    if (token.kind === '}' || token.kind === ']') depth--;
    if (depth === 0 || token.kind === 'end') return { start: opening.start, end: token.end };
  }
}
