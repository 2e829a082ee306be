import { applyEdits, type TextEdit } from '../text/edit';
import { shift } from '../text/range';
import type { GroupedEdits } from './containerEdits';
import { endInText, type Segment, startInText } from './segments';
import { meaningOfString, type StringNode } from './tree';

/** How a format writes inside of the strings of one text. */
export interface StringText {
  readonly text: string;
  segments(node: StringNode): readonly Segment[] | undefined;
  /** What stands for `meaning` inside of the string; undefined where it has no place there. */
  write(node: StringNode, meaning: string): string | undefined;
  /** What a string's whole text means, holes as in `meaningOfString`; left out by a format that reads its whole result again. */
  read?(written: string, node: StringNode): string | undefined;
}

/** The text edits of all strings that change where they stand; undefined when one of them can't be written there for sure. */
export function renderStringEdits({ strings }: GroupedEdits, inText: StringText): readonly TextEdit[] | undefined {
  const written: TextEdit[] = [];
  for (const [node, edits] of strings) {
    const own = editsOf(node, edits, inText);
    if (!own || !meansEdited(node, edits, own, inText)) return undefined;
    written.push(...own);
  }
  return written;
}

/** What the string means once the edits are true. */
export function editedMeaning(node: StringNode, edits: readonly TextEdit[]): string {
  return applyEdits(meaningOfString(node), edits);
}

function editsOf(node: StringNode, edits: readonly TextEdit[], inText: StringText): readonly TextEdit[] | undefined {
  const segments = inText.segments(node);
  if (!segments) return undefined;
  const written: TextEdit[] = [];
  for (const { range, newText } of edits) {
    const isInsertion = range.end === range.start;
    const start = isInsertion ? placeOf(node, segments, range.start, inText.text) : startInText(segments, range.start);
    const end = isInsertion ? start : (endInText(segments, range.end) ?? startInText(segments, range.end));
    const text = inText.write(node, newText);
    if (start === undefined || end === undefined || text === undefined) return undefined;
    written.push({ range: { start, end }, newText: text });
  }
  return written;
}

/** Where something is put in at `offset` of the meaning: behind what stands before it, but not at the end of the line above. */
function placeOf(node: StringNode, segments: readonly Segment[], offset: number, text: string): number | undefined {
  const meaning = meaningOfString(node);
  const before = offset > 0 ? endInText(segments, offset) : undefined;
  const from = offset < meaning.length ? startInText(segments, offset) : undefined;
  const place = meaning.charAt(offset - 1) === '\n' ? (from ?? before) : (before ?? from);
  if (place !== undefined) return place;
  const isQuoted = /["']/.test(text.charAt(node.range.start));
  if (isQuoted && offset === 0) return node.range.start + 1;
  return isQuoted && offset === meaning.length ? node.range.end - 1 : undefined;
}

/** Escapes, folds and interpolations have more corners than rules can be written for, so the result is read again. */
function meansEdited(node: StringNode, edits: readonly TextEdit[], written: readonly TextEdit[], inText: StringText): boolean {
  if (!inText.read) return true;
  const { start, end } = node.range;
  const moved = written.map(({ range, newText }) => ({ range: shift(range, -start), newText }));
  return inText.read(applyEdits(inText.text.slice(start, end), moved), node) === editedMeaning(node, edits);
}
