import { shift, type TextRange } from './range';

/** Replaces `range` of the unchanged text by `newText`. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** Applies edits that do not overlap; edits at one offset keep the order in which they are given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const { range, newText } of inOrder(edits)) {
    result += text.slice(done, range.start) + newText;
    done = range.end;
  }
  return result + text.slice(done);
}

/** Whether two of the edits claim the same text, in which case they can't be applied together. */
export function overlap(edits: readonly TextEdit[]): boolean {
  return inOrder(edits).some((edit, index, all) => {
    const next = all[index + 1];
    return next !== undefined && next.range.start < edit.range.end;
  });
}

/**
 * What the edits do to the text as one edit, from the first changed character to the last: nobody can take a half of it. Never cuts
 * between the halves of a pair of surrogates or of a CRLF. None where nothing changes.
 */
export function asOneEdit(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const ordered = inOrder(edits);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return [];
  const [start, end] = [first.range.start, last.range.end];
  const before = text.slice(start, end);
  const after = applyEdits(
    before,
    ordered.map(({ range, newText }) => ({ range: shift(range, -start), newText })),
  );
  const head = commonStart(before, after);
  const tail = commonEnd(before, after, head);
  if (head + tail === before.length && before.length === after.length) return [];
  return [{ range: { start: start + head, end: end - tail }, newText: after.slice(head, after.length - tail) }];
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length > 0 && (isOneCharacter(a, length) || isOneCharacter(b, length)) ? length - 1 : length;
}

function commonEnd(a: string, b: string, without: number): number {
  const most = Math.min(a.length, b.length) - without;
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length > 0 && (isOneCharacter(a, a.length - length) || isOneCharacter(b, b.length - length)) ? length - 1 : length;
}

/** Whether what stands on both sides of `at` belongs together. */
function isOneCharacter(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return (before === 13 && after === 10) || (before >> 10 === 0x36 && after >> 10 === 0x37);
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
