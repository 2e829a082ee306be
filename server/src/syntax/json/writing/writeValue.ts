import type { SyntaxNode } from '../../tree';
import { commentsWith, copiedNode, expressionText, type Value } from '../../treeEdit';
import { parseJson } from '../parse';
import { lineIndentation } from './indentation';
import { hasLineBreak, type JsonStyle, type Shape } from './style';

/** Where a value is to stand. */
export interface Place {
  /** The indentation of the line in which it starts. */
  readonly indentation: string;
  /** Whether it has to keep to one line; undefined leaves it to the habits of the file. */
  readonly oneLine: boolean | undefined;
}

/** False for what JSON has no words for: expressions, numbers that are not finite, copies of broken text. */
export function canWrite(text: string, value: Value): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (expressionText in value) return false;
  const copied = copyIn(value);
  if (copied) return parseJson(textOf(text, copied))?.broken === false;
  return elementsOf(value).every(([, inner]) => canWrite(text, inner));
}

export function writeValue(text: string, style: JsonStyle, value: Value, place: Place): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const copied = copyIn(value);
  if (copied) return copyOfText(text, copied, place.indentation);
  const kind = Array.isArray(value) ? 'sequence' : 'mapping';
  const [opening, closing] = kind === 'sequence' ? '[]' : '{}';
  const elements = elementsOf(value);
  if (elements.length === 0) return `${opening}${closing}`;
  // A comment needs a line of its own.
  const oneLine = !bringsComments(value) && (place.oneLine ?? style.isOneLine(shapeOf(text, value)));
  const indentation = oneLine ? place.indentation : place.indentation + style.indentation;
  const written = elements.map(([key, inner]) => {
    const own = { indentation, oneLine: oneLine || undefined };
    return key === undefined ? writeItem(text, style, inner, own) : writeEntry(text, style, key, style.colon, inner, own);
  });
  if (oneLine) return `${opening}${style.padding[kind]}${written.join(`,${style.afterComma}`)}${style.padding[kind]}${closing}`;
  const lines = written.map((one) => `${style.lineBreak}${indentation}${one}`);
  return `${opening}${lines.join(',')}${style.lineBreak}${place.indentation}${closing}`;
}

/** An item of a list, after the lines of the comments that it brings along. */
export function writeItem(text: string, style: JsonStyle, value: Value, place: Place): string {
  return commentLines(text, style, value, place) + writeValue(text, style, value, place);
}

/** The same for an entry of a mapping. */
export function writeEntry(text: string, style: JsonStyle, key: string, colon: string, value: Value, place: Place): string {
  return `${commentLines(text, style, value, place)}${JSON.stringify(key)}${colon}${writeValue(text, style, value, place)}`;
}

/** Each on a line of its own, except where all is on one line and a comment may be too. */
function commentLines(text: string, style: JsonStyle, value: Value, { indentation, oneLine }: Place): string {
  const words = commentsWith(value).map(({ range }) => text.slice(range.start, range.end));
  return words.map((word) => word + (oneLine && /^\/\*[^\r\n]*$/.test(word) ? ' ' : style.lineBreak + indentation)).join('');
}

/** Whether comments come along with the value, or with something inside of it. */
function bringsComments(value: Value): boolean {
  return commentsWith(value).length > 0 || elementsOf(value).some(([, inner]) => bringsComments(inner));
}

/** The shape the value has as a container; a scalar has none. */
export function shapeOf(text: string, value: Value): Shape {
  return { kind: kindOf(value), flat: elementsOf(value).every(([, inner]) => isShort(text, inner)) };
}

function kindOf(value: Value): Shape['kind'] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const copied = copyIn(value);
  if (copied) return copied.kind === 'mapping' || copied.kind === 'sequence' ? copied.kind : undefined;
  return Array.isArray(value) ? 'sequence' : 'mapping';
}

function isShort(text: string, value: Value): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const copied = copyIn(value);
  return copied ? !hasLineBreak(text, copied.range) : elementsOf(value).length === 0;
}

function elementsOf(value: Value): readonly (readonly [key: string | undefined, value: Value])[] {
  if (typeof value !== 'object' || value === null || copyIn(value)) return [];
  if (Array.isArray(value)) return value.map((item: Value) => [undefined, item]);
  return Object.entries(value as { readonly [key: string]: Value });
}

function copyIn(value: Value & object): SyntaxNode | undefined {
  return copiedNode in value ? value[copiedNode] : undefined;
}

/** The node's text, moved from the indentation of the line it starts in. No string is harmed, since none holds a line break. */
function copyOfText(text: string, node: SyntaxNode, indentation: string): string {
  const old = lineIndentation(text, node.range.start);
  return textOf(text, node).replace(/(\r\n|\n|\r)([ \t]*)/g, (_, lineBreak: string, space: string) =>
    space.startsWith(old) ? `${lineBreak}${indentation}${space.slice(old.length)}` : `${lineBreak}${space}`,
  );
}

function textOf(text: string, { range }: SyntaxNode): string {
  return text.slice(range.start, range.end);
}
