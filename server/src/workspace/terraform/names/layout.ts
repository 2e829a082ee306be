import type { Root } from '../../../syntax/format';
import type { Entry, SyntaxNode } from '../../../syntax/tree';
import type { TextRange } from '../../../text/range';
import type { Place } from '../../index/facts';
import { toFloat } from '../values/floats';
import { isMark, isSensitive } from '../values/sensitive';
import type { UnknownValue, Value } from '../values/value';
import type { Evaluated } from './scope';

/** A value that was worked out, as a node: what the text would be if it were written out where the expression stands. */
export interface LaidOut extends Evaluated {
  /** The literals that it comes from outside of the root that it is laid out for, the one that decides first. */
  readonly origins: readonly Place[];
  /** The one of them that says it; undefined where none does by itself, and where the node has its range. */
  readonly cause: Place | undefined;
  /** The literal that says it, wherever that stands. */
  readonly literal: Place | undefined;
  /** Where the value is used, in the root that it is laid out for. */
  readonly at: TextRange;
}

export interface Surface {
  readonly root: Root;
  /** Of the expression: where a value is marked that comes from elsewhere. */
  readonly at: TextRange;
  /** Items that are written out in the expression and may be taken as they are. */
  readonly written?: readonly SyntaxNode[];
}

/**
 * The node that a value stands for. A value that comes from a literal of the same root has the literal's range, every other the range of
 * the expression; nothing in it is to be edited.
 */
export function laidOut({ value, assumed }: Evaluated, surface: Surface): SyntaxNode {
  const saying = literalOf(value);
  const own = saying && isIn(surface.root, saying) ? saying.range : undefined;
  const range = own ?? surface.at;
  const written = own && surface.written?.find((node) => isSame(node, own, value));
  if (written) return written;
  const node = nodeOf(value, range, (part) => laidOut({ value: part, assumed }, surface));
  const origins = value.from.filter((place) => !isMark(place) && !isIn(surface.root, place));
  values.set(node, { value, assumed, origins, cause: own ? undefined : saying, literal: saying, at: surface.at });
  return node;
}

/** The literal that a value is taken from, or made of: of several that have part in it, one that looks like it. */
function literalOf(value: Value): Place | undefined {
  const places = value.from.filter((place) => !isMark(place));
  const alike = value.kind === 'string' ? places.find((place) => saysPartOf(value.text, place)) : undefined;
  return alike ?? (places.length === 1 ? places[0] : undefined);
}

function saysPartOf(text: string, { range, within }: Place): boolean {
  const written = within?.root.text.slice(range.start - within.start, range.end - within.start).replace(/^"|"$/g, '') ?? '';
  return written.length >= shortest && (written.includes(text) || text.includes(written));
}

/** In UTF-16 code units: less looks like anything. */
const shortest = 2;

/** A node for a text that has a part which Terraform doesn't show. */
export function hidden(node: SyntaxNode): SyntaxNode {
  const copy = { ...node };
  hiddenNodes.add(copy);
  return copy;
}

const hiddenNodes = new WeakSet<SyntaxNode>();

/** Whether Terraform doesn't show what stands behind a node. */
export function isHidden(node: SyntaxNode): boolean {
  const behind = values.get(node);
  return hiddenNodes.has(node) || (behind !== undefined && isSensitive(behind.value));
}

/** The value behind a node that was laid out; undefined for what stands in the text. */
export function valueBehind(node: SyntaxNode): LaidOut | undefined {
  return values.get(node);
}

const values = new WeakMap<SyntaxNode, LaidOut>();

function isIn(root: Root, { within }: Place): boolean {
  return within?.root === root && within.fact === undefined;
}

function isSame({ kind, range, ...node }: SyntaxNode, { start, end }: TextRange, value: Value): boolean {
  if (kind !== 'scalar' || range.start !== start || range.end !== end) return false;
  return value.kind === 'string' && 'value' in node && node.value === value.text;
}

function nodeOf(value: Value, range: TextRange, inner: (part: Value) => SyntaxNode): SyntaxNode {
  switch (value.kind) {
    case 'string':
      return { kind: 'scalar', range, value: value.text };
    case 'number':
      return { kind: 'scalar', range, value: toFloat(value.number) };
    case 'bool':
      return { kind: 'scalar', range, value: value.truth };
    case 'null':
      return { kind: 'scalar', range, value: null };
    case 'unknown':
      return unknownNode(value, range, inner);
    case 'list':
    case 'set':
    case 'tuple':
      return { kind: 'sequence', range, items: value.items.map(inner), complete: true, editable: false };
    case 'map':
    case 'object': {
      const entries = [...value.entries].map(([key, part]): Entry => ({ key, keyRange: range, value: inner(part), range }));
      return { kind: 'mapping', range, entries, complete: true, editable: false };
    }
  }
}

function unknownNode({ surely, reference }: UnknownValue, range: TextRange, inner: (part: Value) => SyntaxNode): SyntaxNode {
  if (surely) return { kind: 'sequence', range, items: surely.map(inner), complete: false, editable: false };
  if (!reference) return { kind: 'opaque', range };
  const { address, attribute } = reference;
  return { kind: 'reference', range, path: [...address.split('.'), ...(attribute === '' ? [] : attribute.split('.'))] };
}
