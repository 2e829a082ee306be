import type { EmbeddedRoot, Root } from './format';
import type { MappingNode, SequenceNode, SyntaxNode } from './tree';

/** Where an offset is in the tree. */
export interface NodeAt {
  /** From the outermost container inward, through the documents inside of values. */
  readonly steps: readonly Step[];
  /** The innermost node that holds the offset; for an offset in a key, the value of that key. */
  readonly node: SyntaxNode;
  /** Whether the offset is in the key of the last step. */
  readonly onKey: boolean;
  /** The innermost document, and how many of the steps lie outside of it. */
  readonly root: Root;
  readonly stepsOutside: number;
}

/** A key or an index on the way to a node, and what it belongs to. */
export interface Step {
  readonly holder: MappingNode | SequenceNode;
  readonly key: string | number;
}

/**
 * The way to `offset`, which counts in the root's text. Half-typed text takes part: a value that is missing or can't be read is
 * a node like any other. Where two nodes touch at the offset, the later one is taken. Never throws.
 */
export function nodeAt(root: Root, offset: number): NodeAt {
  const steps: Step[] = [];
  let place: Place = { root, toOuter: (at) => at };
  let stepsOutside = 0;
  let node = root.node;
  for (;;) {
    const inner = documentIn(node, place);
    if (inner) {
      place = inner;
      node = inner.root.node;
      stepsOutside = steps.length;
      continue;
    }
    const next = childAt(node, offset, place);
    if (!next) return { steps, node, onKey: false, root: place.root, stepsOutside };
    steps.push(next.step);
    node = next.node;
    if (next.onKey) return { steps, node, onKey: true, root: place.root, stepsOutside };
  }
}

interface Place {
  readonly root: Root;
  /** From an offset of the document to one of the outermost root. */
  readonly toOuter: (offset: number) => number | undefined;
}

function documentIn(node: SyntaxNode, { root, toOuter }: Place): Place | undefined {
  const found: EmbeddedRoot | undefined = root.embedded.find(({ owner }) => owner === node);
  if (!found) return undefined;
  return {
    root: found.root,
    toOuter: (offset) => {
      const outer = found.toOuter({ start: offset, end: offset });
      return outer && toOuter(outer.start);
    },
  };
}

interface Child {
  readonly step: Step;
  readonly node: SyntaxNode;
  readonly onKey: boolean;
}

function childAt(holder: SyntaxNode, offset: number, place: Place): Child | undefined {
  if (holder.kind === 'mapping') {
    for (let index = holder.entries.length - 1; index >= 0; index--) {
      const entry = holder.entries[index];
      if (!entry) continue;
      const step = { holder, key: entry.key };
      const onKey = holds({ range: entry.keyRange }, offset, place);
      // The value of a Terraform block begins with its name.
      const startsWithKey = entry.value.range.start === entry.keyRange.start;
      if (!(onKey && startsWithKey) && holds(entry.value, offset, place)) return { step, node: entry.value, onKey: false };
      if (onKey) return { step, node: entry.value, onKey: true };
    }
  }
  if (holder.kind === 'sequence') {
    for (let index = holder.items.length - 1; index >= 0; index--) {
      const item = holder.items[index];
      if (item && holds(item, offset, place)) return { step: { holder, key: index }, node: item, onKey: false };
    }
  }
  return undefined;
}

function holds({ range }: Pick<SyntaxNode, 'range'>, offset: number, { toOuter }: Place): boolean {
  const start = toOuter(range.start);
  if (start === undefined || start > offset) return false;
  // The end of an embedded text has no place of its own in the outer one.
  return offset <= (toOuter(range.end) ?? Number.POSITIVE_INFINITY);
}
