import type { PolicyPlace } from '../../kinds/policy';
import type { EmbeddedRoot, Root } from '../../syntax/format';
import { rangeOfPart, type StringPart } from '../../syntax/strings/stringPart';
import type { SyntaxNode } from '../../syntax/tree';
import type { TextEdit } from '../../text/edit';
import type { TextRange } from '../../text/range';

/**
 * Where a range of the policy's root stands in the outer one; what has no place of its own there is marked by the value that holds it, and
 * what another text says by the block that it overrides or is overridden by.
 */
export function rangeInOuter(place: PolicyPlace, range: TextRange): TextRange {
  return rangeInText(place, range) ?? place.merged?.own.body.range ?? range;
}

/** Whether the text that is read says what stands at a range of the policy's root, and no other one that is taken together with it. */
export function isSaidHere(place: PolicyPlace, range: TextRange): boolean {
  return rangeInText(place, range) !== undefined;
}

function rangeInText(place: PolicyPlace, range: TextRange): TextRange | undefined {
  const direct = place.toOuter(range);
  if (direct) return direct;
  let at = range;
  for (const { owner, toOuter } of layersAround(place)) at = toOuter(at) ?? owner.range;
  return place.merged ? place.merged.toOwn(at) : at;
}

/** What a rule marks in the policy's root: what it names, or the whole of a string where the part that it means has no place of its own. */
export function markedRange(place: PolicyPlace, at: SyntaxNode | TextRange | StringPart): TextRange {
  if (!('kind' in at)) return at;
  if (at.kind !== 'part') return at.range;
  const range = rangeOfPart(place.root, at);
  return range && place.toOuter(range) ? range : at.of.range;
}

/** Edits of the policy's root as edits of the outer one, each with its escapes and indentation; undefined when one of them can't be written there. */
export function editsInOuter(place: PolicyPlace, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  let written = edits;
  for (const { editOuter } of layersAround(place)) {
    const mapped = written.map((edit) => editOuter(edit)).filter((edit) => edit !== undefined);
    if (mapped.length < written.length) return undefined;
    written = mapped;
  }
  return written;
}

/** The embeddings between the policy's root and the outer one, from the inside out. */
export function layersAround({ outer, root, merged }: PolicyPlace): readonly EmbeddedRoot[] {
  return layersTo(root, merged?.root ?? outer) ?? [];
}

function layersTo(root: Root, outer: Root): EmbeddedRoot[] | undefined {
  if (root === outer) return [];
  for (const embedded of outer.embedded) {
    const inner = layersTo(root, embedded.root);
    if (inner) return [...inner, embedded];
  }
  return undefined;
}
