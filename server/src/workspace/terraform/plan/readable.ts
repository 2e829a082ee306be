import { entryOf, type MappingNode, type OpaqueNode, type SyntaxNode } from '../../../syntax/tree';
import type { TextRange } from '../../../text/range';
import type { Reason } from '../values/value';

/** What a plan says of some values besides them, in their shape: `true` stands for all below. */
interface Marks {
  readonly unknown: SyntaxNode | undefined;
  readonly sensitive: readonly (SyntaxNode | undefined)[];
}

interface MarkedArguments extends Marks {
  readonly address: string;
  /** Where what isn't known stands, since the values leave it out. */
  readonly anchor: TextRange;
}

export interface ReadableArguments {
  readonly body: MappingNode;
  /** Why arguments that it hasn't may be there all the same. */
  readonly untold: Reason | undefined;
}

/** The same values with opaque ones in the place of all that isn't known or must not be shown. Nothing in them is to be edited. */
export function readable(values: SyntaxNode, { address, anchor, ...marks }: MarkedArguments): ReadableArguments {
  const made = withoutMarked(values, marks, address, anchor);
  if (made.kind === 'mapping') return { body: made, untold: made.complete ? undefined : unread };
  const body: MappingNode = { kind: 'mapping', range: values.range, entries: [], complete: false, editable: false };
  return { body, untold: made.kind === 'opaque' ? reasonOf(made) : unread };
}

const unread: Reason = { id: 'unread', what: '' };

const reasons = new WeakMap<SyntaxNode, Reason>();

/** Why an opaque value of a plan isn't told. */
export function reasonOf(node: OpaqueNode): Reason {
  return reasons.get(node) ?? unread;
}

function withoutMarked(node: SyntaxNode, marks: Marks, path: string, anchor: TextRange): SyntaxNode {
  const { unknown, sensitive } = marks;
  if (sensitive.some(isMarked)) return opaque(node.range, { id: 'sensitive', what: path });
  if (isMarked(unknown)) return opaque(node.range, { id: 'attribute', what: path });
  if (node.kind === 'sequence') {
    const items = node.items.map((item, index) => withoutMarked(item, below(marks, index), `${path}[${index}]`, anchor));
    return { ...node, items, editable: false };
  }
  if (node.kind !== 'mapping') return node;
  const entries = node.entries.map((entry) => ({
    ...entry,
    value: withoutMarked(entry.value, below(marks, entry.key), `${path}.${entry.key}`, anchor),
  }));
  const left =
    unknown?.kind === 'mapping' ? unknown.entries.filter(({ key, value }) => !entryOf(node, key) && holdsMark(value)) : [];
  const added = left.map(({ key }) => ({
    key,
    keyRange: anchor,
    range: anchor,
    value: opaque(anchor, { id: 'attribute', what: `${path}.${key}` }),
  }));
  return { ...node, entries: [...entries, ...added], editable: false };
}

function opaque(range: TextRange, reason: Reason): OpaqueNode {
  const node: OpaqueNode = { kind: 'opaque', range };
  reasons.set(node, reason);
  return node;
}

function below({ unknown, sensitive }: Marks, step: string | number): Marks {
  return { unknown: at(unknown, step), sensitive: sensitive.map((one) => at(one, step)) };
}

function at(node: SyntaxNode | undefined, step: string | number): SyntaxNode | undefined {
  if (node?.kind === 'mapping') return entryOf(node, String(step))?.value;
  return node?.kind === 'sequence' ? node.items[Number(step)] : undefined;
}

function isMarked(node: SyntaxNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}

function holdsMark(node: SyntaxNode): boolean {
  if (node.kind === 'mapping') return node.entries.some(({ value }) => holdsMark(value));
  return node.kind === 'sequence' ? node.items.some(holdsMark) : isMarked(node);
}
