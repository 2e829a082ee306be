import type { Change } from '../../text/change';
import { contains, shift, type TextRange } from '../../text/range';
import type { EmbeddedRoot, Root } from '../format';
import { rangeAfter, withNode } from '../list/replacedNode';
import { shiftComment, shiftNode, withComments } from '../list/shiftNode';
import { type Comment, isString, type SyntaxNode } from '../tree';
import { collectingReading, commentsIn } from './collectingReading';
import { childrenOf, embeddedInto } from './embeddedInto';
import { convertBody } from './reading/body';
import { convertExpression, type Reading } from './reading/convert';
import { type ConcreteNode, parseConcrete } from './reading/grammar';

/**
 * The root for `text` when nothing but the inside of one string, list, object or nested block has changed, and no text has an error;
 * undefined otherwise. The innermost of them is read again. What a part means doesn't hang on what is around it: that is known to be
 * without error, and the part ends with its own bracket.
 */
export function withEditedPart(root: Root, text: string, change: Change): Root | undefined {
  if (root.broken || root.unread) return undefined;
  const part = partAround(root, root.node, change);
  if (!part || part === root.node) return undefined;
  const stretch = { ...part.range, grown: change.grown };
  const read = readPart(root, text, part, stretch);
  if (!read) return undefined;
  const comments = withComments(root.comments, read.comments, stretch);
  const after = { text, node: withNode(root.node, part, read.node, stretch), comments };
  const embedded = embeddedAfter(root, after, read.embedded, stretch);
  return embedded && { format: root.format, ...after, broken: false, embedded };
}

/** The innermost node that has brackets or quotes with the change between them. */
function partAround(root: Root, node: SyntaxNode, change: Change): SyntaxNode | undefined {
  if (node.range.start >= change.start || node.range.end <= change.end) return undefined;
  for (const child of childrenOf(node)) {
    const part = partAround(root, child, change);
    if (part) return part;
  }
  return isPart(root.text, node) ? node : undefined;
}

/** Whether the node's text is an expression, or the body of a block, by itself: no heredoc, call or row of blocks. */
function isPart(text: string, node: SyntaxNode): boolean {
  const first = text.charAt(node.range.start);
  if (isString(node)) return first === '"';
  return node.kind === 'sequence' ? first === '[' && node.blockName === undefined : node.kind === 'mapping' && first === '{';
}

interface ReadPart {
  readonly node: SyntaxNode;
  /** Counted from the start of the part, as are the owners of what is embedded. */
  readonly comments: readonly Comment[];
  readonly embedded: readonly EmbeddedRoot[];
}

/** The part as the new text has it; undefined where it isn't one part of the same sort any more. */
function readPart(root: Root, text: string, part: SyntaxNode, stretch: Change): ReadPart | undefined {
  const header = part.kind === 'mapping' ? part.header : undefined;
  const before = header ? 'x ' : 'x = ';
  // The part outlives the version: what is joined is a text of its own.
  const own = before + text.slice(stretch.start, stretch.end + stretch.grown);
  const tree = parseConcrete(`${own}\n`);
  const only = tree && !tree.hasError ? onlyMember(tree) : undefined;
  if (!tree || only?.end !== own.length) return undefined;
  const comments = commentsIn(own, tree);
  const { reading, embedded, isFlawed } = collectingReading(root.format, { text: own, comments, broken: false, openStrings: [] });
  const node = header ? convertBody(reading, only, before.length + 1, header) : valueIn(reading, only);
  if (!node || isFlawed() || !isSamePart(node, part, { start: before.length, end: own.length })) return undefined;
  const placed = shiftNode(node, stretch.start - before.length);
  return {
    node: placed.kind === 'mapping' && header ? { ...placed, header } : placed,
    comments: comments.map((comment) => shiftComment(comment, -before.length)),
    embedded: embedded.map((one) => ({ ...one, owner: shiftNode(one.owner, -before.length) })),
  };
}

/** The one attribute or block that the text is. */
function onlyMember(tree: ConcreteNode): ConcreteNode | undefined {
  const [body, ...others] = tree.children;
  const [member, ...more] = body?.children ?? [];
  return others.length === 0 && more.length === 0 ? member : undefined;
}

function valueIn(reading: Reading, { children: [, , value] }: ConcreteNode): SyntaxNode | undefined {
  return value && convertExpression(reading, value);
}

function isSamePart(node: SyntaxNode, part: SyntaxNode, { start, end }: TextRange): boolean {
  const isSameKind = node.kind === part.kind || (isString(node) && isString(part));
  return isSameKind && node.range.start === start && node.range.end === end;
}

/** In the order in which a reading of the whole root finds them; undefined where that can't be told. */
function embeddedAfter(
  { embedded }: Root,
  after: Pick<Root, 'text' | 'node' | 'comments'>,
  own: readonly EmbeddedRoot[],
  stretch: Change,
): readonly EmbeddedRoot[] | undefined {
  const isOwn = ({ owner }: EmbeddedRoot) => contains(stretch, owner.range);
  const first = embedded.findIndex(isOwn);
  // Attributes are read before the blocks above them.
  if (first < 0 && own.length > 0 && embedded.length > 0) return undefined;
  const others = embedded.filter((one) => !isOwn(one));
  const again = (one: EmbeddedRoot, range: TextRange) => embeddedInto(after, one, range);
  const moved = others.map((one) => again(one, rangeAfter(one.owner.range, stretch)));
  moved.splice(Math.max(0, first), 0, ...own.map((one) => again(one, shift(one.owner.range, stretch.start))));
  const known = moved.filter((one) => one !== undefined);
  return known.length === moved.length ? known : undefined;
}
