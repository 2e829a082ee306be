import type { SyntaxNode } from '../../../tree';
import { type Copy, commentsWith, copiedNode, type Expression, expressionText, type Value } from '../../../treeEdit';
import { endsWithHeredoc, isBlockLike, movedText } from '../copyText';
import { everyOne } from '../everyOne';
import type { ObjectStyle, TextStyle } from '../style';
import { quoted, writtenKey, writtenNumber } from './writeString';

/** Where a value is written. */
export interface Place {
  /** The edited text, from which copies are taken. */
  readonly text: string;
  readonly style: TextStyle;
  /** The white space before the line on which the value starts. */
  readonly indent: string;
  /** The column at which it starts. */
  readonly column: number;
  readonly objects: ObjectStyle;
  /** Whether objects stay on one line where they can. */
  readonly compact: boolean;
}

/** A line of an object or a body: `key = value`. */
export interface WrittenEntry {
  readonly key: string;
  readonly value: string;
  /** The texts of the comments that come along, each for a line above. */
  readonly comments: readonly string[];
}

export const longestLine = 100;

/** On one line where it is short; undefined for what can't be written as an expression. */
export function writeExpression(value: Value, place: Place): string | undefined {
  const flat = writeFlat(value, place);
  if (flat !== undefined && (place.column + flat.length <= longestLine || !isList(value))) return flat;
  if (isList(value)) return writeTuple(value, place);
  return isPlainMapping(value) ? writeObject(Object.entries(value), place) : flat;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isExpression(value: Value): value is Expression {
  return typeof value === 'object' && value !== null && expressionText in value;
}

export function isCopy(value: Value): value is Copy {
  return typeof value === 'object' && value !== null && copiedNode in value;
}

export function isPlainMapping(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !isList(value) && !isExpression(value) && !isCopy(value);
}

/** An entry of an object, of which the key starts at the place's column. */
export function writeObjectEntry(key: string, value: Value, place: Place): WrittenEntry | undefined {
  const [entry] =
    writeEntries([[key, value]], place.text, place.objects, (inner, name) => writeExpression(inner, behindKey(place, name))) ??
    [];
  return entry;
}

/** The lines of a body's attributes or an object's entries; their `=` signs are aligned once all is written. */
export function writeEntryLines(entries: readonly WrittenEntry[], indent: string, objects: ObjectStyle): readonly string[] {
  const comma = objects.commas ? ',' : '';
  return entries.flatMap(({ key, value, comments }) => {
    const end = endsWithHeredoc(value) ? '' : comma;
    const above = comments.map((comment) => indent + comment);
    return [...above, `${indent}${key}${objects.before}${objects.sign}${objects.after}${value}${end}`];
  });
}

/** The comma after an item; after a heredoc it has to stand on the next line. */
export function itemComma(item: string, indent: string, newline: string): string {
  return endsWithHeredoc(item) ? `${newline}${indent},` : ',';
}

/** The texts of the comments that come along with a value. */
export function commentTexts(value: Value, text: string): readonly string[] {
  return commentsWith(value).map(({ range }) => text.slice(range.start, range.end));
}

/** A list or an object on one line, anything else as it is; undefined for what needs lines of its own. */
function writeFlat(value: Value, place: Place): string | undefined {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writtenNumber(value);
  if (typeof value === 'string') return quoted(value);
  if (isExpression(value)) return value[expressionText];
  if (isCopy(value)) return writeCopy(value[copiedNode], place);
  if (isList(value)) {
    const items = everyOne(value, (item) => (isCommented(item) ? undefined : onOneLine(writeFlat(item, place))));
    return items && `[${items.join(', ')}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const { sign, before, after } = place.objects;
  const isCompact = place.compact && !Object.values(value).some(isCommented);
  const written = isCompact
    ? writeEntries(entries, place.text, place.objects, (inner) => onOneLine(writeFlat(inner, place)))
    : undefined;
  const text = written && `{ ${written.map((entry) => `${entry.key}${before}${sign}${after}${entry.value}`).join(', ')} }`;
  return text !== undefined && place.column + text.length <= longestLine ? text : undefined;
}

function writeTuple(items: readonly Value[], place: Place): string | undefined {
  const { newline, unit, commaAfterLastItem } = place.style;
  const indent = place.indent + unit;
  const written = everyOne(items, (item) => writeExpression(item, { ...place, indent, column: indent.length }));
  const lines = written?.flatMap((item, index) => {
    const needsComma = index < items.length - 1 || commaAfterLastItem;
    const above = commentTexts(items[index] ?? null, place.text).map((comment) => indent + comment);
    return [...above, `${indent}${item}${needsComma ? itemComma(item, indent, newline) : ''}`];
  });
  return lines && ['[', ...lines, `${place.indent}]`].join(newline);
}

function writeObject(entries: readonly (readonly [string, Value])[], place: Place): string | undefined {
  const { objects, style } = place;
  const indent = place.indent + style.unit;
  const written = writeEntries(entries, place.text, objects, (value, key) =>
    writeExpression(value, behindKey({ ...place, indent, column: indent.length }, key)),
  );
  if (!written) return undefined;
  const lines = writeEntryLines(written, indent, objects);
  // JSON has no comma after the last entry, and who writes commas between entries writes JSON.
  const ended = objects.commas ? lines.map((line, index) => (index < lines.length - 1 ? line : line.replace(/,$/, ''))) : lines;
  return ['{', ...ended, `${place.indent}}`].join(style.newline);
}

function writeEntries(
  entries: readonly (readonly [string, Value])[],
  text: string,
  { quotedKeys }: ObjectStyle,
  write: (value: Value, key: string) => string | undefined,
): readonly WrittenEntry[] | undefined {
  return everyOne(entries, ([name, inner]) => {
    const key = writtenKey(name, quotedKeys);
    const value = key === undefined ? undefined : write(inner, key);
    return key === undefined || value === undefined ? undefined : { key, value, comments: commentTexts(inner, text) };
  });
}

function isCommented(value: Value): boolean {
  return commentsWith(value).length > 0;
}

function behindKey(place: Place, key: string): Place {
  return { ...place, column: place.column + key.length + ' = '.length };
}

function onOneLine(text: string | undefined): string | undefined {
  return text?.includes('\n') ? undefined : text;
}

function writeCopy(node: SyntaxNode, { text, indent }: Place): string | undefined {
  if (isBlockLike(node)) return undefined;
  const copied = movedText(text, node.range.start, node.range.end, indent);
  // An operation may go over several lines only between brackets, which are not part of its node.
  const isOperation = node.kind === 'opaque' && !node.call && copied.includes('\n') && !/^[[{(]/.test(copied);
  return isOperation && !endsWithHeredoc(copied) ? `(${copied})` : copied;
}
