import type { TextRange } from './range';

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

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
