import { type CST, isSeq } from 'yaml';
import type { TextRange } from '../../text/range';
import type { NestedListFormat } from '../list/nestedItem';
import type { SyntaxNode } from '../tree';
import { lineStart } from './lines';
import { documentTree } from './reading/documentTree';
import { withLineFeeds } from './reading/lineFeeds';
import { type ReadDocument, readDocument } from './reading/readDocument';

/**
 * The texts of the items where the document is a block list, each from the line of its dash to the next one's; none where one item
 * may depend on another: with aliases, directives, or dashes in different columns.
 */
export function itemStretches({ document, text, hasAliases }: ReadDocument): readonly TextRange[] {
  const { contents } = document;
  const token = isSeq(contents) && !contents.flow ? (contents.srcToken as CST.BlockSequence | undefined) : undefined;
  if (!token || hasAliases || contents?.anchor || contents?.tag) return none;
  const dashes = token.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? []);
  const starts = dashes.map((dash) => lineStart(text, dash));
  if (/^%/m.test(text.slice(0, starts[0])) || !starts.every((start, index) => isIndented(text, start, dashes, index)))
    return none;
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

/** Whether only spaces stand before the dash, as many as before the first one. */
function isIndented(text: string, start: number, dashes: readonly number[], index: number): boolean {
  const dash = dashes[index] ?? start;
  return dash - start === (dashes[0] ?? 0) - lineStart(text, dashes[0] ?? 0) && /^ *$/.test(text.slice(start, dash));
}

export const yamlList: NestedListFormat = {
  readItem(text) {
    const indentation = /^ */.exec(text)?.[0] ?? '';
    const lines = withLineFeeds(text);
    const whole = lines.endsWith('\n') ? lines : `${lines}\n`;
    // With another item behind it, one shows whether it would have swallowed it.
    const read = readDocument(`${whole}${indentation}- 0\n`);
    if (!read || read === 'tooDeep' || read.hasAliases || read.tooDeep.size > 0) return undefined;
    const node = documentTree(read);
    const [item, next, ...more] = node?.kind === 'sequence' ? node.items : [];
    const isWhole = next?.kind === 'scalar' && next.range.start === whole.length + indentation.length + 2 && more.length === 0;
    if (!item || !isWhole || itemStretches(read)[0]?.start !== 0) return undefined;
    return { node: listOf(item, text, !read.broken), item, comments: read.comments, broken: read.broken };
  },
  rootOf: (item, text) => listOf(item, text, true),
  stretchOf({ text }, list, index) {
    // An item that others may lean on, or whose end the text doesn't tell, is read with all of them.
    const start = dashLine(text, list.items[index]);
    const end = dashLine(text, list.items[index + 1]);
    if (start === undefined || end === undefined || mayLean(text)) return undefined;
    const lineBreak = text.charAt(end - 2) === '\r' ? 2 : 1;
    return { whole: { start, end }, changeable: { start: text.indexOf('-', start) + 1, end: end - lineBreak } };
  },
  changeable: ({ text }) => ({ start: text.indexOf('-') + 1, end: text.length - (/\r?\n$|\r$/.exec(text)?.[0].length ?? 0) }),
};

/** Where the line of an item's dash begins; undefined where something else stands on it, the item included. */
function dashLine(text: string, item: SyntaxNode | undefined): number | undefined {
  if (!item) return undefined;
  const start = lineStart(text, item.range.start);
  return /^ *- +$/.test(text.slice(start, item.range.start)) ? start : undefined;
}

function listOf(item: SyntaxNode, text: string, complete: boolean): SyntaxNode {
  const start = text.indexOf('-');
  return { kind: 'sequence', range: { start, end: item.range.end }, items: [item], complete, editable: true };
}

/** Anchors, aliases and directives, or what looks like one. */
function mayLean(text: string): boolean {
  return /[&*%]/.test(text) && /(?:^|[\s[{,])[&*]\S|^%/m.test(text);
}

const none: readonly TextRange[] = [];
