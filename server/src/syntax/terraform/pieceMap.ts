/** A stretch of a string's meaning and the stretch of text that stands for it. */
export interface MappedPiece {
  /** Only `escape` may differ in length. */
  readonly kind: 'text' | 'escape' | 'hole';
  readonly inner: number;
  readonly innerEnd: number;
  readonly outer: number;
  readonly outerEnd: number;
}

/** Where the unit at `offset` of the meaning stands; behind the last piece for the end. Undefined in the middle of an escape. */
export function startInText(pieces: readonly MappedPiece[], offset: number): number | undefined {
  const piece = pieceAt(pieces, offset);
  if (!piece) return undefined;
  if (offset >= piece.innerEnd) return offset === piece.innerEnd ? piece.outerEnd : undefined;
  return piece.kind === 'escape' && offset > piece.inner ? undefined : piece.outer + offset - piece.inner;
}

/** Where the unit before `offset` of the meaning ends, which is not where the next one starts when something lies between. */
export function endInText(pieces: readonly MappedPiece[], offset: number): number | undefined {
  const piece = offset > 0 ? pieceAt(pieces, offset - 1) : undefined;
  if (!piece || offset > piece.innerEnd) return undefined;
  if (offset === piece.innerEnd) return piece.outerEnd;
  return piece.kind === 'escape' ? undefined : piece.outer + offset - piece.inner;
}

/** The hole that `offset` stands inside of, not at its edge. */
export function holeAround(pieces: readonly MappedPiece[], offset: number): MappedPiece | undefined {
  const piece = pieceAt(pieces, offset);
  return piece?.kind === 'hole' && piece.inner < offset && offset < piece.innerEnd ? piece : undefined;
}

/** The last piece that starts at or before `offset`. */
function pieceAt(pieces: readonly MappedPiece[], offset: number): MappedPiece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.inner ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece && piece.inner <= offset ? piece : undefined;
}
