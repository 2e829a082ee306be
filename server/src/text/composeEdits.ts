import type { TextEdit } from './edit';

/** The edits of `text` that do what `first` does and then, in offsets of the text that gives, `second`. */
export function composeEdits(text: string, first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] {
  return editsOf(replaceAll(replaceAll([{ kept: { start: 0, end: text.length } }], first), second), text.length);
}

/** The text as pieces: what stays of the original one, and what is new. */
type Piece = { readonly kept: { readonly start: number; readonly end: number } } | { readonly added: string };

function replaceAll(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  // From the back, so that the offsets of the edits before stay true.
  const fromTheBack = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => b.edit.range.start - a.edit.range.start || b.edit.range.end - a.edit.range.end || b.order - a.order);
  return fromTheBack.reduce((all, { edit }) => replace(all, edit), pieces);
}

function replace(pieces: readonly Piece[], { range, newText }: TextEdit): readonly Piece[] {
  const [before, rest] = split(pieces, range.start);
  const [, after] = split(rest, range.end - range.start);
  return newText === '' ? [...before, ...after] : [...before, { added: newText }, ...after];
}

function split(pieces: readonly Piece[], at: number): [readonly Piece[], readonly Piece[]] {
  let left = at;
  for (const [index, piece] of pieces.entries()) {
    const length = lengthOf(piece);
    if (left >= length) {
      left -= length;
      continue;
    }
    if (left === 0) return [pieces.slice(0, index), pieces.slice(index)];
    const [head, tail] = cut(piece, left);
    return [
      [...pieces.slice(0, index), head],
      [tail, ...pieces.slice(index + 1)],
    ];
  }
  return [pieces, []];
}

function cut(piece: Piece, at: number): [Piece, Piece] {
  if ('added' in piece) return [{ added: piece.added.slice(0, at) }, { added: piece.added.slice(at) }];
  const { start, end } = piece.kept;
  return [{ kept: { start, end: start + at } }, { kept: { start: start + at, end } }];
}

function editsOf(pieces: readonly Piece[], length: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let reached = 0;
  let newText = '';
  const close = (start: number): void => {
    if (start > reached || newText !== '') edits.push({ range: { start: reached, end: start }, newText });
    newText = '';
  };
  for (const piece of pieces) {
    if ('added' in piece) {
      newText += piece.added;
      continue;
    }
    close(piece.kept.start);
    reached = piece.kept.end;
  }
  close(length);
  return edits;
}

function lengthOf(piece: Piece): number {
  return 'added' in piece ? piece.added.length : piece.kept.end - piece.kept.start;
}
