import { rangeInOuter } from '../../lint/embedding';
import type { SyntaxNode } from '../../syntax/tree';
import { shift, type TextRange } from '../../text/range';
import type { Place } from '../../workspace/index/facts';
import type { ReadAt } from './readings';

/** A part of a policy that the rules couldn't be sure of. */
export interface Unknown {
  /** As it is spelled where the policy stands. */
  readonly field: string;
  /** `untold`: nothing is known. `incomplete`: there may be more. `assumed`: a variable says it, and may be given another value. */
  readonly why: 'untold' | 'incomplete' | 'assumed';
  /** What is written in its place, for what isn't plain text. */
  readonly written: string | undefined;
  /** In offsets of the file. */
  readonly range: TextRange;
  /** Where a value that is written elsewhere stands. */
  readonly source: Place | undefined;
}

/** In the order of the text. What a policy hangs on is told by itself. */
export function unknownsIn(readings: readonly ReadAt[]): readonly Unknown[] {
  const found = new Map<string, Unknown>();
  for (const reading of readings) {
    for (const doubt of doubtsIn(reading.policy, '', 0)) {
      const unknown = placed(doubt, reading);
      if (!unknown) continue;
      found.set(JSON.stringify([unknown.field, unknown.why, unknown.range, unknown.source?.uri, unknown.source?.range]), unknown);
    }
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
}

interface Doubt extends Pick<Unknown, 'why' | 'source'> {
  readonly field: string;
  readonly node: SyntaxNode | undefined;
}

/** Every typed policy is made of fields, lists and texts, so one walk serves the policies of all readers. */
function* doubtsIn(value: unknown, field: string, depth: number): Generator<Doubt> {
  if (!isRecord(value) || isNode(value) || depth > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* doubtsIn(item, field, depth + 1);
    return;
  }
  const node = isNode(value.node) ? value.node : undefined;
  const source = isPlace(value.source) ? value.source : undefined;
  if (value.state === 'unknown') {
    yield { field, node, why: 'untold', source };
    return;
  }
  if (typeof value.prefix === 'string' && typeof value.certain === 'boolean') {
    if (value.text === undefined) yield { field, node, why: 'untold', source };
    else if (!value.certain) yield { field, node, why: 'assumed', source };
    return;
  }
  if (value.complete === false) yield { field: field || 'bindings', node, why: 'incomplete', source };
  for (const [key, inner] of Object.entries(value)) {
    if (apart.has(key)) continue;
    if (inner === 'unknown' && key === 'combiningFunction') yield { field: key, node, why: 'untold', source: undefined };
    yield* doubtsIn(inner, key === 'value' || key === 'items' || key === 'definition' ? field : key, depth + 1);
  }
}

/** What isn't read from the policy's fields, or is told under another name. */
const apart: ReadonlySet<string> = new Set([
  'place',
  'dialect',
  'node',
  'resource',
  'attachment',
  'siblings',
  'objects',
  'fields',
  'literal',
  'bindingList',
  'reference',
  'rivals',
  'anchor',
]);

/** Far more than any typed policy has. */
const deepest = 20;

function placed({ field, node, why, source }: Doubt, { policy, range: whole, offset }: ReadAt): Unknown | undefined {
  const { place, dialect } = policy;
  // Terraform reads and writes etags by itself, a file of conditions has no name, and a factory makes its out of the file's.
  if ((!node || dialect.name === 'fabric') && unspoken.has(field)) return undefined;
  const range = node ? shift(rangeInOuter(place, node.range), offset) : whole;
  return { field: dialect.spell(field), why, written: node && writtenAt(node, place.root.text), range, source };
}

const unspoken: ReadonlySet<string> = new Set(['etag', 'name', 'title', 'parent', 'extended']);

/** Only expressions: text that is written out may be a secret in the wrong place. */
function writtenAt(node: SyntaxNode, text: string): string | undefined {
  if (node.kind !== 'reference' && node.kind !== 'template' && !(node.kind === 'opaque' && node.call)) return undefined;
  const written = text.slice(node.range.start, node.range.end).replace(/\s+/g, ' ');
  return written.length > longest ? `${written.slice(0, longest)}…` : written;
}

/** In UTF-16 code units. */
const longest = 80;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isNode(value: unknown): value is SyntaxNode {
  return isRecord(value) && typeof value.kind === 'string' && nodeKinds.has(value.kind) && isRecord(value.range);
}

const nodeKinds: ReadonlySet<string> = new Set(['mapping', 'sequence', 'scalar', 'template', 'reference', 'opaque']);

function isPlace(value: unknown): value is Place {
  return isRecord(value) && typeof value.uri === 'string' && isRecord(value.range);
}
