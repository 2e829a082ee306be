import { changeBetween } from '../../text/change';
import { applyEdits, overlap, type TextEdit } from '../../text/edit';
import { contains } from '../../text/range';
import { renderCommentEdit } from '../edits/commentEdits';
import { type GroupedEdits, type MappingChange, type SequenceChange, writeGrouped } from '../edits/containerEdits';
import { renderStringEdits } from '../edits/stringEdits';
import type { Root } from '../format';
import type { Entry, MappingNode, SequenceNode, SyntaxNode } from '../tree';
import { commentsWith, copiedNode, copiesIn, type TreeEdit, type Value } from '../treeEdit';
import { excerptOf } from './excerpt/excerpt';
import { startsLine } from './lines';
import { parseStream } from './parse';
import { segmentsOf } from './segments';
import { changeBlock, type ItemChange } from './writing/blockChange';
import { changeFlow } from './writing/flowChange';
import type { ContainerLayout } from './writing/layout';
import { replacing, settleEnd } from './writing/lineEdits';
import { replaceInline, replaceValue } from './writing/replaceValue';
import { meansEdited } from './writing/sameMeaning';
import { doubleQuoted, insideScalar } from './writing/scalarText';
import { flowPlace, hasComments, type Sheet, sheetOf } from './writing/sheet';
import {
  blockCollection,
  blockEntry,
  blockItem,
  type Collection,
  commentsAbove,
  flowEntry,
  flowValue,
  keyText,
} from './writing/writeValue';

/** The text edits for all tree edits together; undefined when the document can't take one of them. */
export function renderEdits(root: Root, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined {
  if (edits.length === 0) return [];
  const excerpt = excerptOf(root, edits);
  if (!excerpt) return writeGrouped(root, edits, (grouped) => write(root, grouped));
  const written = writeGrouped(excerpt.root, excerpt.edits, (grouped) => write(excerpt.root, grouped));
  return written && (excerpt.inWhole(written) ?? writeGrouped(root, edits, (grouped) => write(root, grouped)));
}

function write(root: Root, grouped: GroupedEdits): readonly TextEdit[] | undefined {
  // Old line ends are read but not written.
  if (grouped.addedBlocks.length > 0 || grouped.removesBlock || /\r(?!\n)/.test(root.text)) return undefined;
  const sheet = sheetOf(root, copiedNodes(grouped));
  const written = sheet && textEdits(root, sheet, grouped);
  if (!sheet || !written || overlap(written)) return undefined;
  const lineBreak = root.text.includes('\r\n') ? '\r\n' : '\n';
  const inLineBreaks = written.map(({ range, newText }) => ({ range, newText: newText.replaceAll('\n', lineBreak) }));
  return isRight(root, grouped, inLineBreaks) ? inLineBreaks : undefined;
}

/**
 * YAML's layout has more corners than rules can be written for: a copied scalar may mean something else behind another key, a
 * comment may slide into a block scalar or get lost with what is copied into brackets. So the result is read again, which
 * costs as much as a keystroke and is done only when somebody asks for the fix.
 */
function isRight(root: Root, grouped: GroupedEdits, edits: readonly TextEdit[]): boolean {
  const text = applyEdits(root.text, edits);
  const previous = { roots: [{ root, offset: 0 }], change: changeBetween(root.text, text) };
  const [placed, ...others] = parseStream(root.format, text, previous);
  if (!placed || others.length > 0 || placed.offset !== 0) return false;
  if (placed.root.broken && !root.broken) return false;
  return meansEdited(root, grouped, placed.root) && keepsComments(root, placed.root);
}

/** Whether every comment on a line of its own is still somewhere. */
function keepsComments(before: Root, after: Root): boolean {
  const left = new Map<string, number>();
  for (const { text } of after.comments) left.set(text, (left.get(text) ?? 0) + 1);
  return before.comments.every(({ text, range }) => {
    if (!startsLine(before.text, range.start)) return true;
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0;
  });
}

function textEdits(root: Root, sheet: Sheet, grouped: GroupedEdits): readonly TextEdit[] | undefined {
  // Where edits meet at one offset, what belongs to the inner container comes first, and a value before its later siblings.
  const tasks: { readonly depth: number; readonly edits: readonly TextEdit[] | undefined }[] = [];
  const depthOf = (node: MappingNode | SequenceNode) => sheet.layout.containers.get(node)?.depth ?? 0;
  for (const [node, { by, in: holder }] of grouped.replaced) {
    tasks.push({ depth: depthOf(holder), edits: replaceNode(sheet, node, by) });
  }
  tasks.push({ depth: 0, edits: stringEdits(sheet, grouped) });
  for (const [entry, key] of grouped.renamed) tasks.push({ depth: 0, edits: renameKey(sheet, entry, key) });
  for (const [node, change] of grouped.mappings) tasks.push({ depth: depthOf(node), edits: changeMapping(sheet, node, change) });
  for (const [node, change] of grouped.sequences)
    tasks.push({ depth: depthOf(node), edits: changeSequence(sheet, node, change) });
  if (tasks.some(({ edits }) => edits === undefined)) return undefined;
  const ordered = tasks.sort((a, b) => b.depth - a.depth).flatMap(({ edits = [] }) => edits);
  const telling = ordered.filter(({ range, newText }) => range.start < range.end || newText !== '');
  const left = [...grouped.comments.travelling].filter(({ range }) => !telling.some((edit) => contains(edit.range, range)));
  const taken = left.map(({ range }) => renderCommentEdit(root, { kind: 'removeComment', comment: range, part: undefined }));
  return settleEnd(sheet.text, [...telling, ...taken]);
}

function replaceNode(sheet: Sheet, node: SyntaxNode, by: Value): readonly TextEdit[] | undefined {
  const slot = sheet.layout.slots.get(node);
  // An alias would have to be told from its anchor, and with it every other alias.
  const edits = slot && !sheet.layout.shared.has(node) ? replaceValue(sheet, slot, by) : undefined;
  const comments = commentsAbove(sheet, by, slot?.column ?? 0);
  if (!slot || !edits || comments === '') return edits;
  return !slot.isInFlow && startsLine(sheet.text, slot.start)
    ? [replacing(slot.start, slot.start, comments), ...edits]
    : undefined;
}

/** Whether the result means the right thing is told by reading the whole document again. */
function stringEdits({ text, layout }: Sheet, grouped: GroupedEdits): readonly TextEdit[] | undefined {
  if ([...grouped.strings.keys()].some((node) => layout.shared.has(node))) return undefined;
  return renderStringEdits(grouped, {
    text,
    segments: (node) => segmentsOf(text, node),
    write: ({ range }, meaning) => insideScalar(meaning, text.charAt(range.start)),
  });
}

function renameKey(sheet: Sheet, entry: Entry, key: string): readonly TextEdit[] | undefined {
  const { text, layout } = sheet;
  const container = [...layout.containers.values()].find(({ slots }) => slots.some((slot) => slot.entry === entry));
  if (!container) return undefined;
  const { start, end } = entry.keyRange;
  const quote = text.charAt(start);
  if (quote === '"') return [replacing(start, end, doubleQuoted(key))];
  if (quote === "'") return [replacing(start, end, `'${key.replaceAll("'", "''")}'`)];
  return [replacing(start, end, keyText(sheet, key, container, container.isFlow))];
}

function changeMapping(sheet: Sheet, node: MappingNode, { removed, added }: MappingChange): readonly TextEdit[] | undefined {
  const container = sheet.layout.containers.get(node);
  if (!container) return undefined;
  const filled = fillEmpty(sheet, container, { kind: 'mapping', entries: added.map(({ key, value }) => [key, value]) });
  if (filled !== 'not empty') return filled;
  const indices = container.slots.flatMap(({ entry }, index) => (entry && removed.has(entry) ? [index] : []));
  const texts = added.map(({ key, value }) =>
    container.isFlow
      ? flowEntry(sheet, key, value, flowPlace(sheet, container))
      : blockEntry(sheet, key, value, container.column, container),
  );
  return changeItems(sheet, container, new Set(indices), new Map([[container.slots.length, texts]]));
}

function changeSequence(
  sheet: Sheet,
  node: SequenceNode,
  { removed, inserted }: SequenceChange,
): readonly TextEdit[] | undefined {
  const container = sheet.layout.containers.get(node);
  if (container?.slots.length !== node.items.length) return undefined;
  const filled = fillEmpty(sheet, container, { kind: 'sequence', items: [...inserted.values()].flat() });
  if (filled !== 'not empty') return filled;
  const texts = [...inserted].map(
    ([index, values]) => [index, values.map((value) => itemText(sheet, container, value))] as const,
  );
  return changeItems(sheet, container, removed, new Map(texts));
}

function itemText(sheet: Sheet, container: ContainerLayout, value: Value): string | undefined {
  if (container.isFlow) return flowValue(sheet, value, flowPlace(sheet, container));
  return blockItem(sheet, value, container.column, container);
}

function changeItems(
  sheet: Sheet,
  container: ContainerLayout,
  removed: ReadonlySet<number>,
  inserted: ReadonlyMap<number, readonly (string | undefined)[]>,
): readonly TextEdit[] | undefined {
  if ([...inserted.values()].some((texts) => texts.includes(undefined))) return undefined;
  const change = { removed, inserted } as ItemChange;
  return container.isFlow ? changeFlow(sheet, container, change) : changeBlock(sheet, container, change);
}

/** `[]` or `{}` below a block collection becomes what it would be if the file's author had filled it. */
function fillEmpty(
  sheet: Sheet,
  { slots, slot, node, close }: ContainerLayout,
  by: Collection,
): readonly TextEdit[] | undefined | 'not empty' {
  if (slots.length > 0 || !slot || slot.isInFlow || hasComments(sheet, node.range.start, close)) return 'not empty';
  const among = sheet.layout.containers.get(slot.in);
  const written = blockCollection(sheet, by, { after: slot.in.kind === 'mapping' ? 'key' : 'dash', column: slot.column, among });
  return written && replaceInline(sheet, slot, written);
}

function copiedNodes(grouped: GroupedEdits): Sheet['copied'] {
  const values = [
    ...[...grouped.replaced.values()].map(({ by }) => by),
    ...[...grouped.mappings.values()].flatMap(({ added }) => added.map(({ value }) => value)),
    ...[...grouped.sequences.values()].flatMap(({ inserted }) => [...inserted.values()].flat()),
  ];
  return values.flatMap(copiesIn).flatMap((copy) => [copy[copiedNode], ...commentsWith(copy)]);
}
