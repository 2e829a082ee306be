import { changeBetween } from '../../text/change';
import { applyEdits, type TextEdit } from '../../text/edit';
import { shift, type TextRange } from '../../text/range';
import { endInText, type Segment, startInText, stretchInText } from '../strings/segments';
import { meaningOfString, type StringNode } from '../tree';
import type { GroupedEdits } from './containerEdits';

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
  const meaning = meaningOfString(node);
  const written: TextEdit[] = [];
  for (const edit of edits.flatMap((one) => betweenFolds(meaning, segments, one))) {
    const range = placeOf(node, segments, edit, inText.text);
    const text = inText.write(node, edit.newText);
    if (!range || text === undefined) return undefined;
    written.push({ range, newText: text });
  }
  return written;
}

/** Where lines are broken inside of what changes, the edits of the words that differ, so that the lines stay. */
function betweenFolds(meaning: string, segments: readonly Segment[], edit: TextEdit): readonly TextEdit[] {
  const { range, newText } = edit;
  if (range.start === range.end || stretchInText(segments, range)) return [edit];
  const before = meaning.slice(range.start, range.end);
  const [words, newWords] = [before.split(/(\s+)/), newText.split(/(\s+)/)];
  const isGap = (word: string, index: number) => index % 2 === 0 || word === newWords[index];
  if (words.length !== newWords.length || !words.every(isGap)) {
    const { start, end, grown } = changeBetween(before, newText);
    return [{ range: shift({ start, end }, range.start), newText: newText.slice(start, end + grown) }];
  }
  let at = range.start;
  return words.flatMap((word, index) => {
    const start = at;
    at += word.length;
    const by = newWords[index] ?? word;
    return by === word ? [] : [{ range: { start, end: at }, newText: by }];
  });
}

/** Where an edit is written. A line break inside goes only with a stretch that goes as a whole. */
function placeOf(
  node: StringNode,
  segments: readonly Segment[],
  { range, newText }: TextEdit,
  text: string,
): TextRange | undefined {
  if (range.start === range.end) {
    const place = insertionPlace(node, segments, range.start, text);
    return place === undefined ? undefined : { start: place, end: place };
  }
  const stretch = stretchInText(segments, range);
  if (stretch || newText !== '') return stretch;
  const start = startInText(segments, range.start);
  const end = endInText(segments, range.end) ?? startInText(segments, range.end);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Where something is put in at `offset` of the meaning: behind what stands before it, but not at the end of the line above. */
function insertionPlace(node: StringNode, segments: readonly Segment[], offset: number, text: string): number | undefined {
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
