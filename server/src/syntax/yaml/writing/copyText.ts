import type { ScalarNode, SyntaxNode } from '../../tree';
import { indentationOf, isBlank, lineEnd } from '../lines';
import type { ContainerLayout } from './layout';
import { containerOf, type Sheet } from './sheet';
import { type BlockPlace, type BlockText, contentColumn, type FlowPlace } from './valuePlace';

/** A node's own text at its new place, its inner comments with it; undefined when only its meaning can be written there. */
export function copyInBlock(sheet: Sheet, node: SyntaxNode, place: BlockPlace): BlockText | undefined {
  const container = containerOf(sheet, node);
  if (container && !container.isFlow) return blockCopy(sheet, container, place);
  if (container || node.kind === 'opaque')
    return { text: lineCopy(sheet, node, contentColumn(sheet.style, place)), hangs: false };
  const text = node.kind === 'scalar' ? scalarCopy(sheet, node, place) : undefined;
  return text === undefined ? undefined : { text, hangs: false };
}

export function copyInFlow(sheet: Sheet, node: SyntaxNode, place: FlowPlace): string | undefined {
  const isFromFlow = containerOf(sheet, node)?.isFlow || sheet.layout.slots.get(node)?.isInFlow;
  if (isFromFlow && (node.kind === 'mapping' || node.kind === 'sequence' || node.kind === 'opaque'))
    return lineCopy(sheet, node, place.column);
  if (node.kind === 'opaque') return lineCopy(sheet, node, place.column);
  if (node.kind !== 'scalar') return undefined;
  const isQuoted = /^["']/.test(ownText(sheet, node));
  return isFromFlow || isQuoted ? scalarCopy(sheet, node, undefined) : undefined;
}

function blockCopy(sheet: Sheet, container: ContainerLayout, place: BlockPlace): BlockText {
  const { text, style } = sheet;
  const { node, column } = container;
  const step = place.after === 'dash' ? style.dashWidth : node.kind === 'mapping' ? style.indentation : style.dashIndentation;
  const target = place.column + step;
  // The comment at the end of the last line belongs to the last item.
  const rest = text.slice(node.range.end, lineEnd(text, node.range.end));
  const end = /^[ \t]+#/.test(rest) ? node.range.end + rest.length : node.range.end;
  const moved = moveLines(text.slice(node.range.start, end), column, target);
  return place.after === 'dash' ? { text: moved, hangs: false } : { text: ' '.repeat(target) + moved, hangs: true };
}

/** Further lines keep their distance to the line that the node starts on. */
function lineCopy(sheet: Sheet, node: SyntaxNode, column: number): string {
  return moveLines(ownText(sheet, node), indentationOf(sheet.text, node.range.start), column);
}

/** Undefined for a missing value, for a tag, and for what depends on its place: an indicator (`|2`), a quoted scalar over lines. */
function scalarCopy(sheet: Sheet, node: ScalarNode, place: BlockPlace | undefined): string | undefined {
  const text = ownText(sheet, node);
  const slot = sheet.layout.slots.get(node);
  if (text === '' || !slot || isTagged(sheet.text.slice(slot.valueStart, node.range.start))) return undefined;
  if (!text.includes('\n')) return text;
  if (!place || !/^[|>][+-]?[ \t]*(#|\n)/.test(text)) return undefined;
  const lines = text.split('\n').slice(1);
  const first = lines.find((line) => !isBlank(line));
  return first && moveLines(text, first.length - first.trimStart().length, contentColumn(sheet.style, place));
}

function isTagged(properties: string): boolean {
  return properties.includes('!');
}

function ownText({ text }: Sheet, { range }: SyntaxNode): string {
  return text.slice(range.start, range.end).replaceAll('\r\n', '\n');
}

/** Moves all lines but the first, which has no indentation of its own here. */
function moveLines(text: string, from: number, to: number): string {
  const [first = '', ...others] = text.replaceAll('\r\n', '\n').split('\n');
  const moved = others.map((line) => {
    if (isBlank(line) && line.length <= from) return '';
    const indentation = line.length - line.replace(/^ +/, '').length;
    return ' '.repeat(Math.max(0, to + Math.max(0, indentation - from))) + line.slice(indentation);
  });
  return [first, ...moved].join('\n');
}
