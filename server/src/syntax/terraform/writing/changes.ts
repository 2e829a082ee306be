import type { GroupedEdits } from '../../edits/containerEdits';
import type { Entry, MappingNode, SequenceNode } from '../../tree';
import type { Value } from '../../treeEdit';
import { type Element, isDynamic, type Layout } from './lines/layout';
import { bodyPartOf } from './values/writeBody';

/** What happens to the elements of one container. */
export interface Changes {
  readonly removed: ReadonlySet<Element>;
  readonly added: readonly Addition[];
  /** The new key, not yet quoted, of attributes and entries, and the new first word of blocks. */
  readonly renamed: ReadonlyMap<Element, string>;
  /** New values of attributes, entries and items, and new bodies of blocks. */
  readonly replaced: ReadonlyMap<Element, Value>;
}

export interface Addition {
  /** The index of the present element that it comes before. */
  readonly slot: number;
  /** Which neighbour it keeps to when comments or empty lines stand between the two. */
  readonly side: 'above' | 'below';
  readonly content:
    | { readonly kind: 'item'; readonly value: Value }
    | { readonly kind: 'entry' | 'block'; readonly key: string; readonly value: Value };
}

/** Undefined when some edit has no certain meaning here. */
export function changesOf(node: MappingNode | SequenceNode, layout: Layout, grouped: GroupedEdits): Changes | undefined {
  if (node.kind === 'sequence') return tupleChanges(node, layout, grouped);
  return layout.kind === 'object' ? objectChanges(node, layout, grouped) : bodyChanges(node, layout, grouped);
}

function tupleChanges(node: SequenceNode, { elements }: Layout, grouped: GroupedEdits): Changes {
  const { removed = new Set<number>(), inserted = new Map<number, readonly Value[]>() } = grouped.sequences.get(node) ?? {};
  const added = [...inserted].flatMap(([slot, values]) => {
    const side = removed.has(slot) ? 'below' : 'above';
    return values.map((value): Addition => ({ slot, side, content: { kind: 'item', value } }));
  });
  return {
    removed: new Set(elements.filter((_, index) => removed.has(index))),
    added: inOrder(added),
    renamed: new Map(),
    replaced: replacedValues(elements, grouped),
  };
}

function objectChanges(node: MappingNode, { elements }: Layout, grouped: GroupedEdits): Changes | undefined {
  const { removed = new Set<Entry>(), added = [] } = grouped.mappings.get(node) ?? {};
  if (makesKeysMeet(node, grouped)) return undefined;
  return {
    removed: new Set(elements.filter(({ entry }) => entry && removed.has(entry))),
    added: added.map(({ key, value }) => ({ slot: elements.length, side: 'above', content: { kind: 'entry', key, value } })),
    renamed: renamedKeys(elements, grouped),
    replaced: replacedValues(elements, grouped),
  };
}

function bodyChanges(node: MappingNode, { elements, bracketed }: Layout, grouped: GroupedEdits): Changes | undefined {
  const { removed = new Set<Entry>(), added = [] } = grouped.mappings.get(node) ?? {};
  if (makesKeysMeet(node, grouped)) return undefined;
  const gone = new Set(elements.filter(({ entry }) => entry && removed.has(entry)));
  const attributes: Addition[] = [];
  const blocks: Addition[] = [];
  const bodies = new Map<Element, Value>();
  for (const { key, value } of added) {
    // A file of attributes, as `.tfvars`, has no blocks.
    const part = bracketed ? bodyPartOf(value) : { attribute: value };
    if (!part) return undefined;
    if ('attribute' in part) attributes.push({ ...endOfAttributes(elements), content: { kind: 'entry', key, value } });
    else
      blocks.push(
        ...part.blocks.map((body) => ({ ...endOfBlocks(elements), content: { kind: 'block' as const, key, value: body } })),
      );
  }
  for (const entry of node.entries) {
    const { value } = entry;
    if (value.kind !== 'sequence' || value.blockName === undefined) continue;
    const change = blockChanges(entry, value, elements, grouped);
    if (!change) return undefined;
    for (const element of change.removed) gone.add(element);
    for (const [element, body] of change.replaced) bodies.set(element, body);
    blocks.push(...change.added);
  }
  return {
    removed: gone,
    added: inOrder([...attributes, ...blocks]),
    renamed: renamedKeys(elements, grouped),
    replaced: new Map([...replacedValues(elements, grouped), ...bodies]),
  };
}

/** What edits of a row of nested blocks ask of the body that they stand in. */
function blockChanges(
  entry: Entry,
  row: SequenceNode,
  elements: readonly Element[],
  grouped: GroupedEdits,
): Pick<Changes, 'removed' | 'added' | 'replaced'> | undefined {
  const change = grouped.sequences.get(row);
  const replacement = grouped.replaced.get(row);
  if (!change && !replacement) return { removed: new Set(), added: [], replaced: new Map() };
  const own = row.items.map((item) => elements.findIndex((element) => element.value === item));
  const last = own.at(-1);
  const isPlain = row.complete && !row.items.some((item) => isDynamic(item) || hasLabels(item));
  if (!isPlain || last === undefined) return undefined;
  const key = grouped.renamed.get(entry) ?? entry.key;
  const additions = (slot: number, side: Addition['side'], values: readonly Value[]) =>
    values.map((value): Addition => ({ slot, side, content: { kind: 'block', key, value } }));
  if (replacement) {
    const part = bodyPartOf(replacement.by);
    if (!part || !('blocks' in part)) return undefined;
    const present = own.map((index) => elements[index]).filter((element) => element !== undefined);
    return {
      removed: new Set(present.slice(part.blocks.length)),
      added: additions(last + 1, 'above', part.blocks.slice(present.length)),
      replaced: new Map(present.map((element, index) => [element, part.blocks[index]] as const).filter(isGiven)),
    };
  }
  const inserted = [...(change?.inserted ?? [])].sort(([a], [b]) => a - b);
  return {
    removed: elementsAt(
      elements,
      own.filter((_, index) => change?.removed.has(index)),
    ),
    added: inserted.flatMap(([at, values]) => {
      const next = own[at];
      return next === undefined ? additions(last + 1, 'above', values) : additions(next, 'below', values);
    }),
    replaced: new Map(),
  };
}

function isGiven(pair: readonly [Element, Value | undefined]): pair is readonly [Element, Value] {
  return pair[1] !== undefined;
}

function elementsAt(elements: readonly Element[], indices: readonly number[]): ReadonlySet<Element> {
  return new Set(indices.map((index) => elements[index]).filter((element) => element !== undefined));
}

function hasLabels(body: { readonly kind: string; readonly header?: { readonly labels: readonly string[] } }): boolean {
  return (body.header?.labels.length ?? 0) > 0;
}

/** Behind the last attribute before the blocks, where people look for it. */
function endOfAttributes(elements: readonly Element[]): Pick<Addition, 'slot' | 'side'> {
  const firstBlock = elements.findIndex((element) => element.isBlock);
  const head = firstBlock > 0 ? elements.slice(0, firstBlock) : elements;
  return { slot: head.findLastIndex((element) => !element.isBlock) + 1, side: 'above' };
}

function endOfBlocks(elements: readonly Element[]): Pick<Addition, 'slot' | 'side'> {
  const last = elements.findLastIndex((element) => element.isBlock);
  return { slot: last < 0 ? elements.length : last + 1, side: 'above' };
}

function inOrder(added: readonly Addition[]): readonly Addition[] {
  return [...added].sort((a, b) => a.slot - b.slot || Number(a.side === 'below') - Number(b.side === 'below'));
}

function renamedKeys(elements: readonly Element[], { renamed }: GroupedEdits): ReadonlyMap<Element, string> {
  const keys = new Map<Element, string>();
  for (const element of elements) {
    const to = element.entry && renamed.get(element.entry);
    if (to !== undefined) keys.set(element, to);
  }
  return keys;
}

function replacedValues(elements: readonly Element[], { replaced }: GroupedEdits): ReadonlyMap<Element, Value> {
  const values = new Map<Element, Value>();
  for (const element of elements) {
    const replacement = replaced.get(element.value);
    if (replacement) values.set(element, replacement.by);
  }
  return values;
}

/** Whether a key that is new stands there already: a body can't have it twice, and of an object's two the wrong one might count. */
function makesKeysMeet(node: MappingNode, { mappings, renamed }: GroupedEdits): boolean {
  const change = mappings.get(node);
  const kept = node.entries.filter((entry) => !change?.removed.has(entry));
  const fresh = [
    ...kept.filter((entry) => renamed.has(entry)).map((entry) => renamed.get(entry)),
    ...(change?.added ?? []).map(({ key }) => key),
  ];
  const present = kept.filter((entry) => !renamed.has(entry)).map((entry) => entry.key);
  return new Set(fresh).size < fresh.length || fresh.some((key) => key !== undefined && present.includes(key));
}
