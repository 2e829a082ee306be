import type { SyntaxNode } from '../../../tree';
import { commentsWith, copiedNode, movedItem, type Value } from '../../../treeEdit';
import { movedText } from '../copyText';
import { everyOne } from '../everyOne';
import { blockKind, type Neighbour, type ObjectStyle, usualObjectStyle, wantsEmptyLine } from '../style';
import {
  commentTexts,
  isCopy,
  isList,
  isPlainMapping,
  type Place,
  type WrittenEntry,
  writeEntryLines,
  writeExpression,
} from './writeExpression';
import { isIdentifier } from './writeString';

/** How the value of a body's key is written: as an attribute, or as blocks with these bodies. */
export type BodyPart = { readonly attribute: Value } | { readonly blocks: readonly Value[] };

/** Undefined for a list of which only some members can be blocks, and for blocks that the text doesn't spell out. */
export function bodyPartOf(value: Value): BodyPart | undefined {
  const copied = isCopy(value) ? value[copiedNode] : undefined;
  if (copied?.kind === 'sequence' && copied.blockName !== undefined) {
    const comments = commentsWith(value);
    return copied.complete
      ? { blocks: copied.items.map((item, index) => movedItem(item, index === 0 ? comments : [])) }
      : undefined;
  }
  if (isBlockBody(value)) return { blocks: [value] };
  if (!isList(value) || !value.some(isBlockBody)) return { attribute: value };
  return value.every(isBlockBody) ? { blocks: value } : undefined;
}

/** A nested block from its first word to its `}`; undefined when the value is no body. */
export function writeBlock(name: string, body: Value, place: Place): string | undefined {
  if (!isIdentifier(name)) return undefined;
  const copied = isCopy(body) ? body[copiedNode] : undefined;
  const labels = copied ? labelsOf(copied, name, place.text) : '';
  const text = writeBody(body, place);
  return text && `${name}${labels} ${text}`;
}

/** From `{` to `}`. */
export function writeBody(body: Value, place: Place): string | undefined {
  if (isCopy(body)) {
    const node = body[copiedNode];
    const isBody = node.kind === 'mapping' && node.header !== undefined && node.header.type !== 'dynamic';
    return isBody ? copiedBody(node, place) : undefined;
  }
  if (!isPlainMapping(body)) return undefined;
  const entries = Object.entries(body);
  if (entries.length === 0) return '{}';
  if (place.compact) {
    const oneLine = writeOneLineBody(entries, place);
    if (oneLine !== undefined) return oneLine;
  }
  const { newline, unit } = place.style;
  const lines = writeBodyLines(entries, { ...place, indent: place.indent + unit });
  return lines && ['{', ...lines, `${place.indent}}`].join(newline);
}

/** An attribute's key and value; undefined when the key is none or the value can't be an expression. */
export function writeAttribute(key: string, value: Value, place: Place): WrittenEntry | undefined {
  if (!isIdentifier(key)) return undefined;
  const text = writeExpression(value, { ...place, column: place.indent.length + key.length + 3, compact: false });
  return text === undefined ? undefined : { key, value: text, comments: commentTexts(value, place.text) };
}

type BodyEntries = readonly (readonly [string, Value])[];

/** The attributes, and behind them the blocks. */
function writeBodyLines(entries: BodyEntries, place: Place): readonly string[] | undefined {
  const parts = everyOne(entries, ([key, value]) => {
    const part = bodyPartOf(value);
    return part && { key, part };
  });
  if (!parts) return undefined;
  const inner = { ...place, compact: false };
  const attributes = everyOne(
    parts.flatMap(({ key, part }) => ('attribute' in part ? [{ key, value: part.attribute }] : [])),
    ({ key, value }) => writeAttribute(key, value, inner),
  );
  const blocks = everyOne(
    parts.flatMap(({ key, part }) => ('blocks' in part ? part.blocks.map((body) => ({ key, body })) : [])),
    ({ key, body }) => {
      const text = writeBlock(key, body, inner);
      return text === undefined ? undefined : { text, comments: commentTexts(body, place.text) };
    },
  );
  if (!attributes || !blocks) return undefined;
  const lines = [...writeEntryLines(attributes, place.indent, attributeStyle)];
  let above: Neighbour = 'attribute';
  for (const { text, comments } of blocks) {
    const below = blockKind(text);
    if (lines.length > 0 && wantsEmptyLine([], place.style, above, below)) lines.push('');
    lines.push(...[...comments, text].map((line) => place.indent + line));
    above = below;
  }
  return lines;
}

/** A block on one line holds one attribute and no block. */
function writeOneLineBody(entries: BodyEntries, place: Place): string | undefined {
  const [only, ...others] = entries;
  const part = only && others.length === 0 ? bodyPartOf(only[1]) : undefined;
  if (!only || !part || !('attribute' in part) || commentTexts(only[1], place.text).length > 0) return undefined;
  const written = writeAttribute(only[0], part.attribute, { ...place, column: place.column + 2 });
  const text = written && `{ ${written.key} = ${written.value} }`;
  return text?.includes('\n') ? undefined : text;
}

function isBlockBody(value: Value): boolean {
  if (!isCopy(value)) return isPlainMapping(value);
  const node = value[copiedNode];
  return node.kind === 'mapping' && node.header !== undefined;
}

function copiedBody(node: SyntaxNode, { text, indent }: Place): string {
  return movedText(text, node.range.start, node.range.end, indent);
}

/** The labels of a block as they stand, with the blank before them; those of another type of block have no meaning under this name. */
function labelsOf(node: SyntaxNode, name: string, text: string): string {
  const header = node.kind === 'mapping' ? node.header : undefined;
  const [first] = header?.labelRanges ?? [];
  return header?.type === name && first ? ` ${text.slice(first.start, header.range.end)}` : '';
}

const attributeStyle: ObjectStyle = usualObjectStyle;
