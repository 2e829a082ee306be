import type { Addition, Changes } from '../changes';
import type { Written, WrittenAddition } from '../containerEdit';
import { everyOne } from '../everyOne';
import { columnAt, type Element, indentAt, isOneLine, type Layout } from '../lines/layout';
import { writeAttribute, writeBlock } from './writeBody';
import { commentTexts, type Place, writeExpression, writeObjectEntry } from './writeExpression';

/** The texts of all that comes into a container; undefined when one can't be written there. */
export function writeAdditions({ added }: Changes, layout: Layout, placeOf: () => Place): readonly WrittenAddition[] | undefined {
  if (added.length === 0) return [];
  const place = placeOf();
  return everyOne(added, ({ slot, side, content }) => {
    const written = writeContent(content, layout, place);
    return written && { slot, side, written, comments: commentTexts(content.value, place.text) };
  });
}

/** The place behind the last element, when that is not on a line of its own. */
export function behindLastElement(layout: Layout, place: Place): Place {
  const oneLine = isOneLine(layout);
  const end = layout.elements.at(-1)?.range.end ?? layout.inner.start;
  return {
    ...place,
    indent: oneLine ? place.indent : indentAt(place.text, end),
    column: columnAt(place.text, end) + 2,
    compact: oneLine && layout.kind === 'object' && layout.elements.length > 0,
  };
}

export function isOnOneLine(text: string, { range }: Element): boolean {
  return !text.slice(range.start, range.end).includes('\n');
}

function writeContent(content: Addition['content'], layout: Layout, place: Place): Written | undefined {
  if (content.kind === 'item') {
    const objects = layout.elements.filter(({ value }) => value.kind === 'mapping' && value.entries.length > 0);
    const compact = place.compact || areOnOneLine(place.text, objects);
    const text = writeExpression(content.value, { ...place, compact });
    return text === undefined ? undefined : { kind: 'item', text };
  }
  const { kind, key, value } = content;
  if (kind === 'block') {
    const siblings = layout.elements.filter((element) => element.isBlock && element.entry?.key === key);
    const text = writeBlock(key, value, { ...place, compact: areOnOneLine(place.text, siblings) });
    return text === undefined ? undefined : { kind, text };
  }
  const entry = layout.kind === 'body' ? writeAttribute(key, value, place) : writeObjectEntry(key, value, place);
  return entry && { kind, ...entry };
}

function areOnOneLine(text: string, elements: readonly Element[]): boolean {
  return elements.length > 0 && elements.every((element) => isOnOneLine(text, element));
}
