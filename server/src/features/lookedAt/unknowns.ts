import type { Part, PartText } from '../../kinds/kind';
import type { ListValue } from '../../kinds/policy';
import { rangeInOuter } from '../../lint/places/embedding';
import type { Root } from '../../syntax/format';
import type { SyntaxNode } from '../../syntax/tree';
import { writtenAt } from '../../syntax/writtenAt';
import { shift, type TextRange } from '../../text/range';
import type { Place } from '../../workspace/index/facts';
import { valueBehind } from '../../workspace/terraform/names/layout';
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

/** In the order of the text. */
export function unknownsIn(readings: readonly ReadAt[]): readonly Unknown[] {
  const found = new Map<string, Unknown>();
  for (const reading of readings) {
    for (const part of reading.kind.parts?.(reading.policy) ?? []) {
      for (const doubt of doubtsIn(part)) {
        const unknown = placed(part.field, doubt, reading);
        if (unknown)
          found.set(
            JSON.stringify([unknown.field, unknown.why, unknown.range, unknown.source?.uri, unknown.source?.range]),
            unknown,
          );
      }
    }
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
}

interface Doubt extends Pick<Unknown, 'why' | 'source'> {
  readonly node: SyntaxNode | undefined;
}

function* doubtsIn({ value }: Part): Generator<Doubt> {
  if (value === undefined) return;
  if ('state' in value) {
    if (value.state === 'unknown') yield { node: value.node, why: 'untold', source: undefined };
    if (value.state === 'known') yield* doubtsInValue(value.value);
    return;
  }
  yield* doubtsInValue(value);
}

function* doubtsInValue(value: unknown): Generator<Doubt> {
  if (isList(value)) {
    if (!value.complete) yield { node: value.node, why: 'incomplete', source: undefined };
    for (const item of value.items) yield* doubtsInValue(item);
  } else if (isText(value)) {
    const source = value.source ?? value.partSource;
    if (value.text === undefined) yield { node: value.node, why: 'untold', source };
    else if (!value.certain) yield { node: value.node, why: 'assumed', source };
  }
}

function isList(value: unknown): value is ListValue<unknown> {
  return typeof value === 'object' && value !== null && 'items' in value && 'complete' in value;
}

function isText(value: unknown): value is PartText {
  return typeof value === 'object' && value !== null && 'certain' in value && 'node' in value;
}

function placed(field: string, { node, why, source }: Doubt, { policy, range: whole, offset }: ReadAt): Unknown {
  const { place, dialect } = policy;
  const range = node ? shift(rangeInOuter(place, node.range), offset) : whole;
  return { field: dialect.spell(field), why, written: node && expressionAt(node, place.root), range, source };
}

/** Only expressions: text that is written out may be a secret in the wrong place. */
function expressionAt(node: SyntaxNode, root: Root): string | undefined {
  const written = writtenAt(root, node.range).replace(/\s+/g, ' ');
  const isTold = node.kind === 'reference' || node.kind === 'template' || (node.kind === 'opaque' && node.call);
  if (!isTold && (!valueBehind(node) || written.startsWith('"'))) return undefined;
  return written.length > longest ? `${written.slice(0, longest)}…` : written;
}

/** In UTF-16 code units. */
const longest = 80;
