import type { TextRange } from '../../text/range';
import type { Entry, MappingNode, SequenceNode, SyntaxNode } from '../tree';
import type { Token } from './tokens';
import { ownIndentation } from './writing/indentation';

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

/** Builds the tree while the tokens come. A state machine: what a token means depends on the containers that are open. */
export class TreeBuilder {
  /** The first value, once it is whole. */
  root: SyntaxNode | undefined;
  private readonly open: OpenContainer[] = [];
  private readonly containers: Draft<MappingNode | SequenceNode>[] = [];
  private before: { readonly token: Token; readonly node: SyntaxNode | undefined } | undefined;

  /** `onError` is told where an error is. */
  constructor(
    private readonly text: string,
    private readonly onError: (offset: number) => void,
  ) {}

  /** How many containers are open. */
  get depth(): number {
    return this.open.length;
  }

  /** Takes the next token, wherever it stands. */
  take(token: Token): void {
    const top = this.open.at(-1);
    let node: SyntaxNode | undefined;
    if (token.kind === '{' || token.kind === '[') this.start(token, top);
    else if (token.kind === '}' || token.kind === ']') this.end(token, top);
    else if (token.kind === ',') this.comma(token, top);
    else if (token.kind === ':') this.colon(token, top);
    else if (token.kind === 'string' && top?.kind === 'mapping' && !top.key) this.key(token, top);
    else node = this.leaf(token, top);
    this.before = { token, node };
  }

  private start(token: Token, top: OpenContainer | undefined): void {
    const kind = token.kind === '{' ? 'mapping' : 'sequence';
    const misplaced = top?.kind === 'mapping' && !top.key;
    const isNextItem = misplaced && kind === 'mapping' && this.open.at(-2)?.kind === 'sequence';
    if (misplaced) this.onError(token.start);
    else this.expectValue(token, top);
    if (isNextItem) this.closeEarly();
    this.push(kind, token.start, misplaced && !isNextItem);
  }

  private push(kind: OpenContainer['kind'], start: number, stray = false, opened = true): OpenContainer {
    const container = { kind, start, entries: [], items: [], key: undefined, needsComma: false, stray, opened };
    this.open.push(container);
    return container;
  }

  private end(token: Token, top: OpenContainer | undefined): void {
    const kind = token.kind === '}' ? 'mapping' : 'sequence';
    if (top?.kind !== kind) {
      this.onError(token.start);
      if (!top || this.open.at(-2)?.kind !== kind) return;
      this.closeEarly();
    }
    this.close(token.end, true);
  }

  private comma(token: Token, top: OpenContainer | undefined): void {
    if (top?.key) this.giveUpOnValue(top, token.start);
    else if (!top?.needsComma) this.onError(token.start);
    if (top) top.needsComma = false;
  }

  private key(token: Token, top: OpenContainer): void {
    if (top.needsComma) this.onError(token.start);
    top.key = { name: String(token.value), range: { start: token.start, end: token.end }, afterColon: undefined };
  }

  private colon(token: Token, top: OpenContainer | undefined): void {
    if (top?.key && top.key.afterColon === undefined) {
      top.key = { ...top.key, afterColon: token.end };
      return;
    }
    this.onError(token.start);
    const string = this.before?.token;
    if (!top || !this.before?.node || string?.kind !== 'string') return;
    // The string was taken for a value, but is a key.
    const holder = top.kind === 'mapping' ? this.withoutLastValue(top) : this.withoutLastItem(top, string);
    holder.key = { name: String(string.value), range: { start: string.start, end: string.end }, afterColon: token.end };
  }

  private withoutLastValue(mapping: OpenContainer): OpenContainer {
    const entry = mapping.entries.pop();
    if (!entry) return mapping;
    const gap = /^\s*:/.exec(this.text.slice(entry.keyRange.end, entry.value.range.start));
    const at = entry.keyRange.end + (gap?.[0].length ?? 0);
    const value: SyntaxNode = { kind: 'opaque', range: { start: at, end: at } };
    mapping.entries.push({ ...entry, value, range: { start: entry.keyRange.start, end: at } });
    return mapping;
  }

  private withoutLastItem(sequence: OpenContainer, string: Token): OpenContainer {
    sequence.items.pop();
    const outer = this.open.at(-2);
    const indentation = ownIndentation(this.text, string.start);
    const isNextKey = outer?.key && indentation !== undefined && indentation === ownIndentation(this.text, outer.key.range.start);
    if (!isNextKey) return this.push('mapping', string.start, false, false);
    this.closeEarly(sequence.items.at(-1)?.range.end ?? sequence.start + 1);
    return outer;
  }

  private leaf(token: Token, top: OpenContainer | undefined): SyntaxNode | undefined {
    const range = { start: token.start, end: token.end };
    if (token.kind === 'garbage') {
      const isInPlace = top?.kind === 'sequence' ? !top.needsComma : top?.key?.afterColon !== undefined;
      if (isInPlace) this.add({ kind: 'opaque', range });
      return undefined;
    }
    this.expectValue(token, top);
    if (top?.kind === 'mapping' && !top.key) return undefined;
    const node: SyntaxNode = token.faulty ? { kind: 'opaque', range } : { kind: 'scalar', range, value: token.value };
    this.add(node);
    return node;
  }

  private expectValue(token: Token, top: OpenContainer | undefined): void {
    const isInPlace = top?.kind === 'mapping' ? top.key?.afterColon !== undefined : !top?.needsComma;
    if (!isInPlace) this.onError(token.start);
  }

  /** Puts a whole value where the next one belongs. */
  add(value: SyntaxNode): void {
    const top = this.open.at(-1);
    if (!top) this.root ??= value;
    else if (top.kind === 'sequence') top.items.push(value);
    else if (top.key) {
      const { name, range } = top.key;
      top.entries.push({ key: name, keyRange: range, value, range: { start: range.start, end: value.range.end } });
      top.key = undefined;
    }
    if (top) top.needsComma = true;
  }

  private giveUpOnValue({ key }: OpenContainer, errorAt: number): void {
    if (!key) return;
    this.onError(errorAt);
    const at = key.afterColon ?? key.range.end;
    this.add({ kind: 'opaque', range: { start: at, end: at } });
  }

  private close(end: number, closed: boolean): void {
    const top = this.open.at(-1);
    if (!top) return;
    this.giveUpOnValue(top, this.before?.token.end ?? end);
    this.open.pop();
    const shared = { range: { start: top.start, end }, complete: closed && top.opened, editable: closed && top.opened };
    const node: Draft<MappingNode | SequenceNode> =
      top.kind === 'mapping'
        ? { kind: 'mapping', entries: top.entries, ...shared }
        : { kind: 'sequence', items: top.items, ...shared };
    this.containers.push(node);
    if (!top.stray) this.add(node);
  }

  private closeEarly(at = this.before?.token.end ?? 0): void {
    this.close(at, false);
  }

  /** Ends what is still open where the text ends. */
  closeAll(at: number): void {
    if (this.open.length > 0) this.onError(at);
    while (this.open.length > 0) this.close(at, false);
  }

  /** An error makes incomplete what it lies in or touches. */
  markIncomplete(errors: readonly number[]): void {
    const sorted = [...errors].sort((a, b) => a - b);
    for (const container of this.containers) {
      const first = sorted[indexOfFirstFrom(sorted, container.range.start)];
      if (first !== undefined && first <= container.range.end) container.complete = false;
    }
  }
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
