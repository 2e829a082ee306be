import { type CST, Parser } from 'yaml';
import { lineTable } from '../../../text/lines/lineTable';
import type { Root } from '../../format';
import type { Entry, MappingNode, SequenceNode, SyntaxNode } from '../../tree';
import { isContentItem, propertiesIn, trimmedEnd } from '../reading/positions';
import { endOfToken } from '../reading/tokens';

export type ContainerNode = MappingNode | SequenceNode;

/** Where everything stands that an edit may have to move: dashes, colons, commas, brackets, anchors. */
export interface Layout {
  /** In the order of the text. */
  readonly containers: ReadonlyMap<ContainerNode, ContainerLayout>;
  /** The slot that a value stands in; an alias is no such place. */
  readonly slots: ReadonlyMap<SyntaxNode, Slot>;
  /** Nodes that an alias stands for. */
  readonly shared: ReadonlySet<SyntaxNode>;
}

export interface ContainerLayout {
  readonly node: ContainerNode;
  readonly isFlow: boolean;
  /** Of the first item; 0 where there is none. */
  readonly column: number;
  readonly slots: readonly Slot[];
  /** Where the closing bracket stands; the end of the last value in block style. */
  readonly close: number;
  /** Undefined for the document's own value. */
  readonly slot: Slot | undefined;
  /** How many containers it stands in. */
  readonly depth: number;
}

/** An item of a sequence or an entry of a mapping. */
export interface Slot {
  readonly in: ContainerNode;
  readonly isInFlow: boolean;
  /** Of the container's items. */
  readonly column: number;
  /** Undefined for items of a sequence, and for keys that the tree leaves out. */
  readonly entry: Entry | undefined;
  readonly value: SyntaxNode | undefined;
  /** Where the dash, the question mark or the key starts, anchors and tags included. */
  readonly start: number;
  /** The end of the dash or colon, after which the value may stand; undefined for a key without colon. */
  readonly head: number | undefined;
  /** With its anchor and tag. The same as `end` for a missing value. */
  readonly valueStart: number;
  readonly end: number;
  /** Where the comma after it stands. */
  readonly comma: number | undefined;
}

/** Undefined when the text can't be laid out, which for a root that could be parsed does not happen. */
export function layoutOf(root: Root): Layout | undefined {
  const document = documentToken(root.text);
  return document?.value && layOut(root, document.value);
}

function documentToken(text: string): CST.Document | undefined {
  try {
    return [...new Parser().parse(text)].find((token) => token.type === 'document');
  } catch {
    return undefined;
  }
}

function layOut(root: Root, token: CST.Token): Layout {
  const { text } = root;
  const containers = new Map<ContainerNode, ContainerLayout>();
  const slots = new Map<SyntaxNode, Slot>();
  const shared = new Set<SyntaxNode>();
  const table = lineTable(text);
  visit(root.node, token, undefined, 0);
  return { containers, slots, shared };

  function visit(node: SyntaxNode, at: CST.Token, slot: Slot | undefined, depth: number): void {
    if ((node.kind !== 'mapping' && node.kind !== 'sequence') || !('items' in at)) return;
    const items = at.items as CST.CollectionItem[];
    const isFlow = at.type === 'flow-collection';
    const first = items.find(isContentItem);
    const column = first ? table.positionAt(itemStart(first, at.offset)).character : 0;
    const own: Slot[] = [];
    const inner: (() => void)[] = [];
    let entries = 0;
    items.forEach((item, index) => {
      if (!isContentItem(item)) return;
      const entry = node.kind === 'mapping' ? node.entries[entries] : undefined;
      const end = itemEnd(text, item);
      const isKnown = entry !== undefined && entry.range.start <= end;
      if (isKnown) entries++;
      const value = node.kind === 'mapping' ? (isKnown ? entry.value : undefined) : node.items[own.length];
      const made = {
        in: node,
        isInFlow: isFlow,
        column,
        entry: isKnown ? entry : undefined,
        value,
        ...placesIn(item, value, end, node.kind),
      };
      const comma = items[index + 1]?.start.find(({ type }) => type === 'comma')?.offset;
      const next: Slot = { ...made, start: itemStart(item, at.offset), comma };
      own.push(next);
      if (!value) return;
      if (item.value?.type === 'alias') shared.add(value);
      else slots.set(value, next);
      const { value: token } = item;
      if (token && token.type !== 'alias') inner.push(() => visit(value, token, next, depth + 1));
    });
    const close = isFlow ? node.range.end - 1 : node.range.end;
    containers.set(node, { node, isFlow, column, slots: own, close, slot, depth });
    for (const visitInner of inner) visitInner();
  }

  function placesIn(item: CST.CollectionItem, value: SyntaxNode | undefined, end: number, kind: ContainerNode['kind']) {
    const before = kind === 'mapping' ? (item.sep ?? []) : item.start;
    const mark = before.find(({ type }) => type === 'map-value-ind' || type === 'seq-item-ind');
    const head = mark ? mark.offset + mark.source.length : undefined;
    const isAlias = item.value?.type === 'alias';
    const own = isAlias ? undefined : value?.range;
    const start = propertiesIn(before).start ?? own?.start ?? item.value?.offset ?? end;
    return { head, valueStart: start, end: own?.end ?? end };
  }
}

function itemStart({ start, key, sep, value }: CST.CollectionItem, otherwise: number): number {
  const mark = start.find(({ type }) => ['seq-item-ind', 'explicit-key-ind', 'anchor', 'tag'].includes(type));
  const colon = sep?.find(({ type }) => type === 'map-value-ind');
  return mark?.offset ?? key?.offset ?? colon?.offset ?? value?.offset ?? otherwise;
}

function itemEnd(text: string, { start, key, sep, value }: CST.CollectionItem): number {
  if (value) return trimmedEnd(text, value.offset, endOfToken(value));
  return propertiesIn(sep ?? []).end ?? (key ? endOfToken(key) : propertiesIn(start).end) ?? 0;
}
