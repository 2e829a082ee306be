import type { MappingNode, SequenceNode, SyntaxNode } from '../../tree';
import { type Copy, commentsWith, copiedNode, copyOf, expressionText, type Value } from '../../treeEdit';
import { copyInBlock, copyInFlow } from './copyText';
import type { ContainerLayout } from './layout';
import { literalLines, type QuoteStyle, scalarText } from './scalarText';
import { containerOf, type Sheet } from './sheet';
import { hasLines, quotesAround } from './style';
import { type BlockPlace, type BlockText, contentColumn, type FlowPlace } from './valuePlace';

/** A collection to be written, whether it is new or a copy that can't keep its text. */
export type Collection =
  | { readonly kind: 'mapping'; readonly entries: readonly (readonly [string, Value])[] }
  | { readonly kind: 'sequence'; readonly items: readonly Value[] };

/** Lines end in LF. Undefined for what YAML can't say. */
export function blockValue(sheet: Sheet, value: Value, place: BlockPlace): BlockText | undefined {
  if (isScalar(value)) return { text: blockScalar(sheet, value, place), hangs: false };
  if (expressionText in value) return undefined;
  if (copiedNode in value) {
    const node = (value as Copy)[copiedNode];
    return copyInBlock(sheet, node, place) ?? blockMeaning(sheet, node, place);
  }
  return blockCollection(sheet, collectionOf(value), place);
}

export function blockCollection(sheet: Sheet, collection: Collection, place: BlockPlace): BlockText | undefined {
  if (isEmpty(collection) || isFlowAmong(sheet, collection, place.among)) {
    const text = flowCollection(sheet, collection, {
      column: contentColumn(sheet.style, place),
      among: place.among,
      hasRoom: true,
    });
    return text === undefined ? undefined : { text, hangs: false };
  }
  const { indentation, dashIndentation, dashWidth } = sheet.style;
  const step = place.after === 'dash' ? dashWidth : collection.kind === 'mapping' ? indentation : dashIndentation;
  const column = place.column + step;
  const lines =
    collection.kind === 'mapping'
      ? collection.entries.map(([key, value]) => blockEntry(sheet, key, value, column, undefined))
      : collection.items.map((item) => blockItem(sheet, item, column, undefined));
  if (lines.includes(undefined)) return undefined;
  const text = lines.join(`\n${' '.repeat(column)}`);
  return place.after === 'dash' ? { text, hangs: false } : { text: ' '.repeat(column) + text, hangs: true };
}

export function blockEntry(
  sheet: Sheet,
  key: string,
  value: Value,
  column: number,
  among: ContainerLayout | undefined,
): string | undefined {
  const written = blockValue(sheet, value, { after: 'key', column, among });
  return (
    written &&
    `${commentsAbove(sheet, value, column)}${keyText(sheet, key, among, false)}:${written.hangs ? '\n' : ' '}${written.text}`
  );
}

export function blockItem(sheet: Sheet, value: Value, column: number, among: ContainerLayout | undefined): string | undefined {
  const written = blockValue(sheet, value, { after: 'dash', column, among });
  return written && `${commentsAbove(sheet, value, column)}-${' '.repeat(sheet.style.dashWidth - 1)}${written.text}`;
}

/** The lines of the comments that the value brings along, but for the one at its end that is copied with it. */
export function commentsAbove(sheet: Sheet, value: Value, column: number): string {
  const { text } = sheet;
  const ownEnd = endOfCopiedLines(sheet, value);
  return commentsWith(value)
    .filter(({ range }) => ownEnd === undefined || range.start < ownEnd || /[\r\n]/.test(text.slice(ownEnd, range.start)))
    .map(({ range }) => `${text.slice(range.start, range.end)}\n${' '.repeat(column)}`)
    .join('');
}

/** Where a collection ends that is copied line by line. */
function endOfCopiedLines(sheet: Sheet, value: Value): number | undefined {
  const node = typeof value === 'object' && value !== null && copiedNode in value ? (value as Copy)[copiedNode] : undefined;
  const container = node && containerOf(sheet, node);
  return container && !container.isFlow ? container.node.range.end : undefined;
}

export function flowValue(sheet: Sheet, value: Value, place: FlowPlace): string | undefined {
  // Between brackets there may be no line for them.
  if (commentsWith(value).length > 0) return undefined;
  if (isScalar(value)) return scalarText(value, scalarPlace(sheet, place.among, true));
  if (expressionText in value) return undefined;
  if (copiedNode in value) {
    const node = (value as Copy)[copiedNode];
    return copyInFlow(sheet, node, place) ?? flowMeaning(sheet, node, place);
  }
  return flowCollection(sheet, collectionOf(value), place);
}

export function flowEntry(sheet: Sheet, key: string, value: Value, place: FlowPlace): string | undefined {
  const written = flowValue(sheet, value, place);
  if (written === undefined) return undefined;
  const name = keyText(sheet, key, place.among, true);
  // Only after a quoted key may the value follow the colon at once.
  return `${name}:${name.endsWith('"') || name.endsWith("'") ? sheet.style.flow.afterColon : sheet.style.flow.afterColon || ' '}${written}`;
}

export function flowCollection(sheet: Sheet, collection: Collection, place: FlowPlace): string | undefined {
  const [open, close] = collection.kind === 'mapping' ? ['{', '}'] : ['[', ']'];
  if (isEmpty(collection)) return `${open}${close}`;
  const { flow, indentation } = sheet.style;
  const hasOwnLines = place.hasRoom && hasFlowLines(sheet, collection, place.among);
  const column = hasOwnLines ? place.column + (flow.indentation ?? indentation) : place.column;
  const inner = { column, among: undefined, hasRoom: hasOwnLines };
  const items =
    collection.kind === 'mapping'
      ? collection.entries.map(([key, value]) => flowEntry(sheet, key, value, inner))
      : collection.items.map((item) => flowValue(sheet, item, inner));
  if (items.includes(undefined)) return undefined;
  if (hasOwnLines) {
    const indent = `\n${' '.repeat(column)}`;
    return `${open}${indent}${items.join(`,${indent}`)}\n${' '.repeat(place.column)}${close}`;
  }
  const padding = collection.kind === 'mapping' ? flow.mappingPadding : flow.sequencePadding;
  return `${open}${padding}${items.join(`,${flow.afterComma}`)}${padding}${close}`;
}

export function keyText(sheet: Sheet, key: string, among: ContainerLayout | undefined, isInFlow: boolean): string {
  const quotes = quotesAround(sheet.text, sheet.style, among, 'keys');
  return scalarText(key, { isInFlow, quotes, quotesIfNeeded: sheet.style.quotesIfNeeded });
}

function blockScalar(sheet: Sheet, value: string | number | boolean | null, place: BlockPlace): string {
  const lines = typeof value === 'string' ? literalLines(value) : undefined;
  if (!lines) return scalarText(value, scalarPlace(sheet, place.among, false));
  const indent = ' '.repeat(contentColumn(sheet.style, place));
  return lines.map((line, index) => (index === 0 || line === '' ? line : indent + line)).join('\n');
}

function scalarPlace(sheet: Sheet, among: ContainerLayout | undefined, isInFlow: boolean) {
  const quotes: QuoteStyle = quotesAround(sheet.text, sheet.style, among, 'values');
  return { isInFlow, quotes, quotesIfNeeded: sheet.style.quotesIfNeeded };
}

function blockMeaning(sheet: Sheet, node: SyntaxNode, place: BlockPlace): BlockText | undefined {
  if (node.kind === 'scalar') return blockValue(sheet, node.value, place);
  const collection = collectionIn(node);
  return collection && blockCollection(sheet, collection, place);
}

function flowMeaning(sheet: Sheet, node: SyntaxNode, place: FlowPlace): string | undefined {
  if (node.kind === 'scalar') return flowValue(sheet, node.value, place);
  const collection = collectionIn(node);
  return collection && flowCollection(sheet, collection, place);
}

/** The parts of a node as copies; undefined when it is none or aliases would make it grow without end. */
function collectionIn(node: SyntaxNode): Collection | undefined {
  if ((node.kind !== 'mapping' && node.kind !== 'sequence') || !node.complete || sizeOf(node, new Map()) > mostCopiedNodes)
    return undefined;
  if (node.kind === 'sequence') return { kind: 'sequence', items: node.items.map(copyOf) };
  return { kind: 'mapping', entries: node.entries.map(({ key, value }) => [key, copyOf(value)]) };
}

function sizeOf(node: SyntaxNode, known: Map<SyntaxNode, number>): number {
  const size = known.get(node);
  if (size !== undefined) return size;
  const inner = node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.kind === 'sequence' ? node.items : [];
  const sum = inner.reduce((all, one) => all + sizeOf(one, known), 1);
  known.set(node, sum);
  return sum;
}

function collectionOf(value: readonly Value[] | { readonly [key: string]: Value }): Collection {
  return isList(value) ? { kind: 'sequence', items: value } : { kind: 'mapping', entries: Object.entries(value) };
}

function isFlowAmong(sheet: Sheet, collection: Collection, among: ContainerLayout | undefined): boolean {
  const like = comparable(sheet, collection.kind, among);
  if (like.length > 0) return like.every(({ isFlow }) => isFlow);
  return collection.kind === 'sequence' && sheet.style.hasFlowLists && collection.items.every(isScalar);
}

function hasFlowLines(sheet: Sheet, collection: Collection, among: ContainerLayout | undefined): boolean {
  const last = comparable(sheet, collection.kind, among).findLast(({ isFlow }) => isFlow);
  if (last) return hasLines(sheet.text, last);
  const { flow } = sheet.style;
  if (collection.kind === 'mapping') return flow.hasMappingLines;
  return collection.items.every(isScalar) ? flow.hasScalarLines : flow.hasSequenceLines;
}

/** The filled collections of that kind among which the new one will stand. */
function comparable(
  { layout }: Sheet,
  kind: MappingNode['kind'] | SequenceNode['kind'],
  among: ContainerLayout | undefined,
): ContainerLayout[] {
  const nodes =
    among?.slots.flatMap(({ value }) => (value?.kind === 'mapping' || value?.kind === 'sequence' ? [value] : [])) ?? [];
  const same = nodes.filter((node) => node.kind === kind).flatMap((node) => layout.containers.get(node) ?? []);
  return same.filter(({ slots }) => slots.length > 0);
}

function isEmpty(collection: Collection): boolean {
  return (collection.kind === 'mapping' ? collection.entries : collection.items).length === 0;
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

function isScalar(value: Value): value is string | number | boolean | null {
  return value === null || typeof value !== 'object';
}

const mostCopiedNodes = 10_000;
