import { applyEdits, type TextEdit } from '../text/edit';
import { shift } from '../text/range';
import type { GroupedEdits } from './containerEdits';
import type { Segment } from './format';
import type { ScalarNode } from './tree';

/** How a format writes inside of the strings of one text. */
export interface StringText {
  readonly text: string;
  segments(node: ScalarNode): readonly Segment[] | undefined;
  /** What stands for `meaning` inside of the string; undefined where it has no place there. */
  write(node: ScalarNode, meaning: string): string | undefined;
  /** What a string's whole text means; left out by a format that reads its whole result again. */
  read?(written: string): string | undefined;
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

/** What the string means once the edits are true; undefined for what is no string. */
export function editedMeaning({ value }: ScalarNode, edits: readonly TextEdit[]): string | undefined {
  return typeof value === 'string' ? applyEdits(value, edits) : undefined;
}

function editsOf(node: ScalarNode, edits: readonly TextEdit[], inText: StringText): readonly TextEdit[] | undefined {
  const segments = inText.segments(node);
  if (!segments) return undefined;
  const written: TextEdit[] = [];
  for (const { range, newText } of edits) {
    const start = startOf(node, segments, range.start, inText.text);
    const end = range.end === range.start ? start : endIn(segments, range);
    const text = inText.write(node, newText);
    if (start === undefined || end === undefined || text === undefined) return undefined;
    written.push({ range: { start, end }, newText: text });
  }
  return written;
}

/** Where something is put in at `offset` of the meaning: behind what stands before it, but not at the end of the line above. */
function startOf(node: ScalarNode, segments: readonly Segment[], offset: number, text: string): number | undefined {
  const value = String(node.value);
  const before = segments.find(({ inner, length }) => inner < offset && offset <= inner + length);
  const from = segments.find(({ inner }) => inner === offset);
  const place = value.charAt(offset - 1) === '\n' ? (from ?? before) : (before ?? from);
  if (place) return place.outer + offset - place.inner;
  const isQuoted = /["']/.test(text.charAt(node.range.start));
  if (isQuoted && offset === 0) return node.range.start + 1;
  return isQuoted && offset === value.length ? node.range.end - 1 : undefined;
}

function endIn(segments: readonly Segment[], { start, end }: TextEdit['range']): number | undefined {
  const whole = segments.find(({ inner, length }) => inner <= start && end <= inner + length);
  return whole && whole.outer + end - whole.inner;
}

/** Escapes, folds and interpolations have more corners than rules can be written for, so the result is read again. */
function meansEdited(node: ScalarNode, edits: readonly TextEdit[], written: readonly TextEdit[], inText: StringText): boolean {
  if (!inText.read) return true;
  const { start, end } = node.range;
  const moved = written.map(({ range, newText }) => ({ range: shift(range, -start), newText }));
  return inText.read(applyEdits(inText.text.slice(start, end), moved)) === editedMeaning(node, edits);
}
