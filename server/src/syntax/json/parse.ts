import type { TextRange } from '../../text/range';
import type { UnreadPart } from '../format';
import type { Comment, Entry, MappingNode, SequenceNode, SyntaxNode } from '../tree';
import { ownIndentation } from './indentation';
import { type Token, tokenReader } from './tokens';

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
  const tree = treeBuilder(text, (offset) => errors.push(offset));
  const next = tokenReader(
    text,
    (comment) => comments.push(comment),
    (offset) => errors.push(offset),
  );
  let garbage: TextRange | undefined;
  let unread: UnreadPart | undefined;
  let token = next();
  for (; token.kind !== 'end' && !tree.root(); token = next()) {
    if (isOpening(token) && tree.depth() >= deepest) {
      unread ??= { reason: 'tooDeep', range: { start: token.start, end: token.start + 1 } };
      tree.add({ kind: 'opaque', range: wholeContainer(token, next) });
    } else tree.take(token);
    if (token.kind === 'garbage') garbage ??= { start: token.start, end: token.end };
  }
  // What stands behind the root was meant to stand in one of the containers that end with it.
  if (tree.root() && token.kind !== 'end') errors.push(startOfClosers(text, tree.root()?.range.end ?? 0), token.start);
  tree.closeAll(text.length);
  const node = tree.root() ?? (garbage && { kind: 'opaque', range: garbage });
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

/** A mapping or sequence whose end has not come yet. */
interface OpenContainer {
  readonly kind: 'mapping' | 'sequence';
  readonly start: number;
  readonly entries: Entry[];
  readonly items: SyntaxNode[];
  /** The key whose value is to come. */
  key: PendingKey | undefined;
  needsComma: boolean;
  /** Stands where no value can stand, so nobody takes it. */
  readonly stray: boolean;
  /** False where the text has no opening bracket. */
  readonly opened: boolean;
}

interface PendingKey {
  readonly name: string;
  readonly range: TextRange;
  readonly afterColon: number | undefined;
}

type Draft<Node> = { -readonly [Key in keyof Node]: Node[Key] };

function treeBuilder(text: string, onError: (offset: number) => void) {
  const open: OpenContainer[] = [];
  const containers: Draft<MappingNode | SequenceNode>[] = [];
  let root: SyntaxNode | undefined;
  let before: { readonly token: Token; readonly node: SyntaxNode | undefined } | undefined;

  function take(token: Token): void {
    const top = open.at(-1);
    let node: SyntaxNode | undefined;
    if (token.kind === '{' || token.kind === '[') start(token, top);
    else if (token.kind === '}' || token.kind === ']') end(token, top);
    else if (token.kind === ',') comma(token, top);
    else if (token.kind === ':') colon(token, top);
    else if (token.kind === 'string' && top?.kind === 'mapping' && !top.key) key(token, top);
    else node = leaf(token, top);
    before = { token, node };
  }

  function start(token: Token, top: OpenContainer | undefined): void {
    const kind = token.kind === '{' ? 'mapping' : 'sequence';
    const misplaced = top?.kind === 'mapping' && !top.key;
    const isNextItem = misplaced && kind === 'mapping' && open.at(-2)?.kind === 'sequence';
    if (misplaced) onError(token.start);
    else expectValue(token, top);
    if (isNextItem) closeEarly();
    push(kind, token.start, misplaced && !isNextItem);
  }

  function push(kind: OpenContainer['kind'], start: number, stray = false, opened = true): OpenContainer {
    const container = { kind, start, entries: [], items: [], key: undefined, needsComma: false, stray, opened };
    open.push(container);
    return container;
  }

  function end(token: Token, top: OpenContainer | undefined): void {
    const kind = token.kind === '}' ? 'mapping' : 'sequence';
    if (top?.kind !== kind) {
      onError(token.start);
      if (!top || open.at(-2)?.kind !== kind) return;
      closeEarly();
    }
    close(token.end, true);
  }

  function comma(token: Token, top: OpenContainer | undefined): void {
    if (top?.key) giveUpOnValue(top, token.start);
    else if (!top?.needsComma) onError(token.start);
    if (top) top.needsComma = false;
  }

  function key(token: Token, top: OpenContainer): void {
    if (top.needsComma) onError(token.start);
    top.key = { name: String(token.value), range: { start: token.start, end: token.end }, afterColon: undefined };
  }

  function colon(token: Token, top: OpenContainer | undefined): void {
    if (top?.key && top.key.afterColon === undefined) {
      top.key = { ...top.key, afterColon: token.end };
      return;
    }
    onError(token.start);
    const string = before?.token;
    if (!top || !before?.node || string?.kind !== 'string') return;
    // The string was taken for a value, but is a key.
    const holder = top.kind === 'mapping' ? withoutLastValue(top) : withoutLastItem(top, string);
    holder.key = { name: String(string.value), range: { start: string.start, end: string.end }, afterColon: token.end };
  }

  function withoutLastValue(mapping: OpenContainer): OpenContainer {
    const entry = mapping.entries.pop();
    if (!entry) return mapping;
    const gap = /^\s*:/.exec(text.slice(entry.keyRange.end, entry.value.range.start));
    const at = entry.keyRange.end + (gap?.[0].length ?? 0);
    const value: SyntaxNode = { kind: 'opaque', range: { start: at, end: at } };
    mapping.entries.push({ ...entry, value, range: { start: entry.keyRange.start, end: at } });
    return mapping;
  }

  function withoutLastItem(sequence: OpenContainer, string: Token): OpenContainer {
    sequence.items.pop();
    const outer = open.at(-2);
    const indentation = ownIndentation(text, string.start);
    const isNextKey = outer?.key && indentation !== undefined && indentation === ownIndentation(text, outer.key.range.start);
    if (!isNextKey) return push('mapping', string.start, false, false);
    closeEarly(sequence.items.at(-1)?.range.end ?? sequence.start + 1);
    return outer;
  }

  function leaf(token: Token, top: OpenContainer | undefined): SyntaxNode | undefined {
    const range = { start: token.start, end: token.end };
    if (token.kind === 'garbage') {
      const isInPlace = top?.kind === 'sequence' ? !top.needsComma : top?.key?.afterColon !== undefined;
      if (isInPlace) add({ kind: 'opaque', range });
      return undefined;
    }
    expectValue(token, top);
    if (top?.kind === 'mapping' && !top.key) return undefined;
    const node: SyntaxNode = token.faulty ? { kind: 'opaque', range } : { kind: 'scalar', range, value: token.value };
    add(node);
    return node;
  }

  function expectValue(token: Token, top: OpenContainer | undefined): void {
    const isInPlace = top?.kind === 'mapping' ? top.key?.afterColon !== undefined : !top?.needsComma;
    if (!isInPlace) onError(token.start);
  }

  function add(value: SyntaxNode): void {
    const top = open.at(-1);
    if (!top) root ??= value;
    else if (top.kind === 'sequence') top.items.push(value);
    else if (top.key) {
      const { name, range } = top.key;
      top.entries.push({ key: name, keyRange: range, value, range: { start: range.start, end: value.range.end } });
      top.key = undefined;
    }
    if (top) top.needsComma = true;
  }

  function giveUpOnValue({ key }: OpenContainer, errorAt: number): void {
    if (!key) return;
    onError(errorAt);
    const at = key.afterColon ?? key.range.end;
    add({ kind: 'opaque', range: { start: at, end: at } });
  }

  function close(end: number, closed: boolean): void {
    const top = open.at(-1);
    if (!top) return;
    giveUpOnValue(top, before?.token.end ?? end);
    open.pop();
    const shared = { range: { start: top.start, end }, complete: closed && top.opened, editable: closed && top.opened };
    const node: Draft<MappingNode | SequenceNode> =
      top.kind === 'mapping'
        ? { kind: 'mapping', entries: top.entries, ...shared }
        : { kind: 'sequence', items: top.items, ...shared };
    containers.push(node);
    if (!top.stray) add(node);
  }

  function closeEarly(at = before?.token.end ?? 0): void {
    close(at, false);
  }

  function closeAll(at: number): void {
    if (open.length > 0) onError(at);
    while (open.length > 0) close(at, false);
  }

  function markIncomplete(errors: readonly number[]): void {
    const sorted = [...errors].sort((a, b) => a - b);
    for (const container of containers) {
      const first = sorted[indexOfFirstFrom(sorted, container.range.start)];
      if (first !== undefined && first <= container.range.end) container.complete = false;
    }
  }

  return { take, add, closeAll, markIncomplete, root: () => root, depth: () => open.length };
}

function indexOfFirstFrom(sorted: readonly number[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
