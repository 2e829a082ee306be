import type { TextRange } from '../../text/range';

/**
 * A stretch of a string's meaning and the stretch of text that stands for it. `text` stands for itself, the unit at `inner` at `outer` and
 * so on; an `escape` stands for its meaning as a whole; a `hole` is an expression inside of a template, or several in a row. What a line break was folded to is
 * in no segment, and the white space around the break belongs to none.
 */
export interface Segment {
  readonly kind: 'text' | 'escape' | 'hole';
  readonly inner: number;
  readonly innerEnd: number;
  readonly outer: number;
  readonly outerEnd: number;
}

/**
 * Where a stretch of the meaning stands in the text, as one piece that means nothing else. Undefined where it has no such place: it begins or
 * ends in the middle of an escape, or its text goes on in another line behind white space that means nothing.
 */
export function stretchInText(segments: readonly Segment[], { start, end }: TextRange): TextRange | undefined {
  let index = indexAt(segments, start);
  const outerStart = start < end ? unitInText(segments[index], start) : undefined;
  const outerEnd = endInText(segments, end);
  if (outerStart === undefined || outerEnd === undefined) return undefined;
  for (let segment = segments[index]; segment && segment.innerEnd < end; segment = segments[index]) {
    const next = segments[++index];
    if (next?.inner !== segment.innerEnd || next.outer !== segment.outerEnd) return undefined;
  }
  return { start: outerStart, end: outerEnd };
}

/** Where the unit at `offset` of the meaning stands; behind the last segment for the end. Undefined in the middle of an escape, or a fold. */
export function startInText(segments: readonly Segment[], offset: number): number | undefined {
  const segment = segments[indexAt(segments, offset)];
  return segment?.innerEnd === offset ? segment.outerEnd : unitInText(segment, offset);
}

/** Where the unit before `offset` of the meaning ends, which is not where the next one starts when something lies between. */
export function endInText(segments: readonly Segment[], offset: number): number | undefined {
  const segment = segments[indexAt(segments, offset - 1)];
  if (!segment || offset > segment.innerEnd) return undefined;
  if (offset === segment.innerEnd) return segment.outerEnd;
  return isIndivisible(segment) ? undefined : segment.outer + offset - segment.inner;
}

/** The hole that `offset` stands inside of, not at its edge. */
export function holeAround(segments: readonly Segment[], offset: number): Segment | undefined {
  const segment = segments[indexAt(segments, offset)];
  return segment?.kind === 'hole' && segment.inner < offset && offset < segment.innerEnd ? segment : undefined;
}

function unitInText(segment: Segment | undefined, offset: number): number | undefined {
  if (!segment || offset >= segment.innerEnd) return undefined;
  return offset > segment.inner && isIndivisible(segment) ? undefined : segment.outer + offset - segment.inner;
}

function isIndivisible({ kind, inner, innerEnd, outer, outerEnd }: Segment): boolean {
  return kind === 'escape' || innerEnd - inner !== outerEnd - outer;
}

/** The index of the last segment that starts at or before `offset`; -1 for none. */
function indexAt(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.inner ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
