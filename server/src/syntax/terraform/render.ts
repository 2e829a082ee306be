import { overlap, type TextEdit } from '../../text/edit';
import { type GroupedEdits, writeGrouped } from '../containerEdits';
import type { Root } from '../format';
import { renderStringEdits, type StringText } from '../stringEdits';
import type { SyntaxNode } from '../tree';
import type { TreeEdit } from '../treeEdit';
import { meaningOfContent, segmentsOf } from './segments';
import { readString } from './stringPieces';
import { editContainers } from './writing/editContainers';
import { everyOne } from './writing/everyOne';
import { indentAt } from './writing/layout';
import { editableNodes, type Layouts, layoutsOf, styleOf, type TextStyle, usualObjectStyle } from './writing/style';
import { writeBody } from './writing/writeBody';
import { isIdentifier, quoted } from './writing/writeString';

/** Undefined when some edit can't be written here, or when what it would come to mean isn't sure. */
export function renderTerraform(root: Root, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined {
  return writeGrouped(root, edits, (grouped) => write(root, grouped));
}

function write(root: Root, grouped: GroupedEdits): readonly TextEdit[] | undefined {
  const { text, node } = root;
  const nodes = editableNodes(node);
  const layouts = layoutsOf(text, nodes);
  if (!canBeReached(grouped, nodes, layouts)) return undefined;
  const style = styleOf(text, layouts);
  const added = addedBlocks(root, grouped, style);
  if (added === undefined) return undefined;
  if (grouped.removesBlock) return removedBlock(root, grouped, added, style);
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

/** What is said above the block and inside of it stays. */
function removedBlock(
  { text, node }: Root,
  { comments }: GroupedEdits,
  added: readonly string[],
  { newline }: TextStyle,
): readonly TextEdit[] | undefined {
  if (node.kind !== 'mapping' || !node.header) return undefined;
  const range = { start: 0, end: text.length };
  const left = comments.stayingIn(range).map((comment) => text.slice(comment.range.start, comment.range.end));
  const [first, ...others] = added;
  const head = [...left, ...(first === undefined ? [] : [first])].join(newline);
  return [{ range, newText: [head, ...others].join(newline.repeat(2)) }];
}
