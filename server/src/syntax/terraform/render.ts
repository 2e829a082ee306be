import { overlap, type TextEdit } from '../../text/edit';
import type { TextRange } from '../../text/range';
import { type GroupedEdits, groupEdits } from '../containerEdits';
import type { Root } from '../format';
import { renderStringEdits, type StringText } from '../stringEdits';
import type { SyntaxNode } from '../tree';
import type { TreeEdit } from '../treeEdit';
import { meaningOfContent, segmentsOf } from './segments';
import { readString } from './stringPieces';
import { movedText } from './writing/copyText';
import { editContainers } from './writing/editContainers';
import { everyOne } from './writing/everyOne';
import { indentAt } from './writing/layout';
import { editableNodes, type Layouts, layoutsOf, styleOf, type TextStyle, usualObjectStyle } from './writing/style';
import { writeBody } from './writing/writeBody';
import { isCopy, isExpression } from './writing/writeExpression';
import { inHeredoc, isIdentifier, quoted } from './writing/writeString';

/** Undefined when some edit can't be written here, or when what it would come to mean isn't sure. */
export function renderTerraform(root: Root, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined {
  const grouped = groupEdits(root.node, edits);
  if (!grouped || (root.broken && !changesOnlyScalars(grouped))) return undefined;
  const { text, node } = root;
  const nodes = editableNodes(node);
  const layouts = layoutsOf(text, nodes);
  if (!canBeReached(grouped, nodes, layouts)) return undefined;
  const style = styleOf(text, layouts);
  const added = addedBlocks(root, grouped, style);
  if (added === undefined) return undefined;
  if (grouped.removesBlock) return removedBlock(root, added, style);
  const inner = editContainers({ text, style, layouts, grouped }, node, {
    indent: indentAt(text, node.range.start),
    objects: usualObjectStyle,
  });
  const inStrings = renderStringEdits(grouped, stringsOf(root));
  if (!inner || !inStrings) return undefined;
  const end = { start: text.length, end: text.length };
  const all = [...inner, ...inStrings, ...added.map((block) => ({ range: end, newText: style.newline.repeat(2) + block }))];
  return overlap(all) ? undefined : all;
}

function stringsOf(root: Root): StringText {
  const { text } = root;
  return {
    text,
    segments: (node) => segmentsOf(root, node),
    write: ({ range }, meaning) => (text.charAt(range.start) === '"' ? quoted(meaning)?.slice(1, -1) : inHeredoc(meaning)),
    read: (written) => {
      const content = readString(written, { start: 0, end: written.length });
      return content && meaningOfContent(written, content);
    },
  };
}

/** What can be done in a text with a syntax error, where brackets may not be what they seem. */
function changesOnlyScalars({
  mappings,
  sequences,
  replaced,
  renamed,
  addedBlocks: blocks,
  removesBlock,
}: GroupedEdits): boolean {
  if (mappings.size + sequences.size + renamed.size + blocks.length > 0 || removesBlock) return false;
  return [...replaced].every(([node, { by }]) => {
    const isOnOneLine = node.kind === 'scalar' || node.kind === 'template' || node.kind === 'reference';
    return isOnOneLine && !isCopy(by) && (typeof by !== 'object' || by === null || isExpression(by));
  });
}

/** Whether each edit speaks of a place that is in the tree and can be told in the text. */
function canBeReached(
  { mappings, sequences, replaced, renamed, strings }: GroupedEdits,
  nodes: ReadonlySet<SyntaxNode>,
  layouts: Layouts,
): boolean {
  if (![...strings.keys()].every((node) => nodes.has(node))) return false;
  const entries = new Set([...layouts.keys()].flatMap((node) => (node.kind === 'mapping' ? node.entries : [])));
  const rows = new Set([...entries].map((entry) => entry.value).filter(isBlockRow));
  const isReached = (node: SyntaxNode) => layouts.has(node) || rows.has(node);
  const isNoLostRow = (node: SyntaxNode) => !isBlockRow(node) || rows.has(node);
  return (
    [...mappings.keys(), ...sequences.keys()].every(isReached) &&
    [...replaced].every(([node, { in: holder }]) => nodes.has(node) && isNoLostRow(node) && isNoLostRow(holder)) &&
    [...renamed.keys()].every((entry) => entries.has(entry))
  );
}

function isBlockRow(node: SyntaxNode): boolean {
  return node.kind === 'sequence' && node.blockName !== undefined;
}

function addedBlocks(
  { text, node }: Root,
  { addedBlocks: blocks }: GroupedEdits,
  style: TextStyle,
): readonly string[] | undefined {
  if (blocks.length === 0) return [];
  const isBlock = node.kind === 'mapping' && node.header !== undefined;
  if (!isBlock) return undefined;
  return everyOne(blocks, ({ type, labels, body }) => {
    const names = everyOne(labels, quoted);
    const place = { text, style, indent: '', column: 0, objects: usualObjectStyle, compact: false };
    const written = names && isIdentifier(type) ? writeBody(body, place) : undefined;
    return names && written && `${[type, ...names].join(' ')} ${written}`;
  });
}

function removedBlock(root: Root, added: readonly string[], style: TextStyle): readonly TextEdit[] | undefined {
  const { text, node } = root;
  if (node.kind !== 'mapping' || !node.header) return undefined;
  const kept = root.comments.filter(({ range }) => !isAtEndOfItsLine(text, range)).map(({ range }) => textOf(text, range));
  const [first, ...others] = added;
  const head = [...kept, ...(first === undefined ? [] : [first])].join(style.newline);
  return [{ range: { start: 0, end: text.length }, newText: [head, ...others].join(style.newline.repeat(2)) }];
}

/** Such a comment speaks of what stands before it, and goes with that. */
function isAtEndOfItsLine(text: string, { start, end }: TextRange): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /\S/.test(before) && /^[ \t]*[,\])}]*[ \t]*\r?$/m.test(lineFrom(text, end)) && !text.slice(start, end).includes('\n');
}

function lineFrom(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
}

/** Its later lines are moved as far as the first. */
function textOf(text: string, { start, end }: TextRange): string {
  return movedText(text, start, end, '');
}
