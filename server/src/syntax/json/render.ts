import type { TextEdit } from '../../text/edit';
import { type GroupedEdits, holderOf, type Replacement, writeGrouped } from '../edits/containerEdits';
import { renderStringEdits, type StringText } from '../edits/stringEdits';
import type { Root } from '../format';
import type { Comment, SyntaxNode } from '../tree';
import { commentsWith, type TreeEdit, type Value } from '../treeEdit';
import { changedMeaning, stringSegments } from './segments';
import { type ContainerChange, changeContainer } from './writing/containerText';
import type { GoneComments } from './writing/gapRows';
import { lineIndentation, ownIndentation } from './writing/indentation';
import {
  type ContainerNode,
  childNodes,
  colonIn,
  hasLineBreak,
  isContainer,
  isFlat,
  type JsonStyle,
  type Shape,
  styleOf,
} from './writing/style';
import { canWrite, type Place, shapeOf, writeEntry, writeItem, writeValue } from './writing/writeValue';

/** See `Format.render`; the same for every tree over a JSON text. `strings`: what its strings are besides JSON. */
export function renderJson(
  root: Pick<Root, 'text' | 'node' | 'broken' | 'comments'>,
  edits: readonly TreeEdit[],
  strings: StringText = jsonStrings(root.text),
): readonly TextEdit[] | undefined {
  return writeGrouped(root, edits, (grouped) => write(root.text, root.node, grouped, strings));
}

function write(text: string, node: SyntaxNode, grouped: GroupedEdits, strings: StringText): readonly TextEdit[] | undefined {
  if (grouped.removesBlock || grouped.addedBlocks.length > 0) return undefined;
  if (!writtenValues(grouped).every((value) => canWrite(text, value))) return undefined;
  const style = styleOf(text, node);
  const changed = changes(text, node, style, grouped).map((change) => changeContainer(text, style, change));
  const inStrings = renderStringEdits(grouped, strings);
  if (!inStrings || !changed.every((one) => one !== undefined)) return undefined;
  const renamed = [...grouped.renamed].map(([entry, to]) => ({ range: entry.keyRange, newText: JSON.stringify(to) }));
  const replaced = [...grouped.replaced].flatMap(([old, by]) => [
    ...commentsBefore(text, style, by.in, old, [...grouped.comments.stayingIn(old.range), ...commentsWith(by.by)]),
    replacement(text, style, old, by),
  ]);
  return [...changed.flat(), ...renamed, ...replaced, ...inStrings];
}

function jsonStrings(text: string): StringText {
  return {
    text,
    segments: (node) => stringSegments(text, node),
    write: (_, meaning) => JSON.stringify(meaning).slice(1, -1),
    read: (written, node) => changedMeaning(text, node, written),
  };
}

function writtenValues({ mappings, sequences, replaced }: GroupedEdits): readonly Value[] {
  return [
    ...[...mappings.values()].flatMap(({ added }) => added.map(({ value }) => value)),
    ...[...sequences.values()].flatMap(({ inserted }) => [...inserted.values()].flat()),
    ...[...replaced.values()].map(({ by }) => by),
  ];
}

function replacement(text: string, style: JsonStyle, old: SyntaxNode, { by, in: holder }: Replacement): TextEdit {
  const indentation = lineIndentation(text, old.range.start);
  const oneLine = lineExample(text, old, shapeOf(text, by)) ?? lineHabit(text, holder, by);
  return { range: old.range, newText: writeValue(text, style, by, { indentation, oneLine }) };
}

/** What is said inside of a value that gives way, or comes along with the new one, stands above that, or before it on its line. */
function commentsBefore(
  text: string,
  style: JsonStyle,
  holder: ContainerNode,
  old: SyntaxNode,
  comments: readonly Comment[],
): readonly TextEdit[] {
  if (comments.length === 0) return [];
  const child = (holder.kind === 'mapping' && holder.entries.find(({ value }) => value === old)?.range) || old.range;
  const own = ownIndentation(text, child.start);
  const start = own === undefined ? old.range.start : child.start;
  const indentation = own ?? lineIndentation(text, start);
  const words = comments.map(({ range }) => text.slice(range.start, range.end));
  const written = words.map((word) => word + (own !== undefined || word.startsWith('//') ? style.lineBreak + indentation : ' '));
  return [{ range: { start, end: start }, newText: written.join('') }];
}

/** Whether a comment comes along that goes to the end of its line, or over several. */
function needsLine(text: string, value: Value): boolean {
  return commentsWith(value).some(({ range }) => /^\/\/|[\r\n]/.test(text.slice(range.start, range.end)));
}

function goneComments({ comments }: GroupedEdits, { lineBreak }: JsonStyle): GoneComments {
  const moving = new Set([...comments.travelling].map(({ range }) => range.start));
  return {
    stays: (range) => comments.stayingIn(range).map((comment) => comment.range),
    moves: ({ start }) => moving.has(start),
    lineBreak,
  };
}

/** Whether a new value among the container's children keeps to one line, where the container or its other children tell. */
function lineHabit(text: string, holder: ContainerNode, value: Value): boolean | undefined {
  if (!hasLineBreak(text, holder.range)) return true;
  const shape = shapeOf(text, value);
  const examples = childNodes(holder)
    .slice(-20)
    .map((child) => lineExample(text, child, shape));
  return examples.findLast((example) => example !== undefined);
}

/**
 * What a node tells of another shape: where the deeper one keeps to a line, so does the flat;
 * where the flat one takes several, so does the deeper.
 */
function lineExample(text: string, node: SyntaxNode, { kind, flat }: Shape): boolean | undefined {
  if (!isContainer(node) || node.kind !== kind || childNodes(node).length === 0) return undefined;
  const oneLine = !hasLineBreak(text, node.range);
  return isFlat(node) === flat || isFlat(node) !== oneLine ? oneLine : undefined;
}

function changes(text: string, root: SyntaxNode, style: JsonStyle, grouped: GroupedEdits): readonly ContainerChange[] {
  const { mappings, sequences } = grouped;
  const comments = goneComments(grouped, style);
  const ofMappings = [...mappings].map(([container, { removed, added }]): ContainerChange => {
    const colon = colonIn(text, container) ?? style.colon;
    const oneLine = isFilledInOneLine(
      text,
      root,
      style,
      container,
      Object.fromEntries(added.map(({ key, value }) => [key, value])),
    );
    const indices = [...removed].map((entry) => container.entries.indexOf(entry));
    const written = added.map(
      ({ key, value }) =>
        (indentation: string) =>
          writeEntry(text, style, key, colon, value, placeIn(text, container, value, indentation, oneLine)),
    );
    const inserted = new Map([[container.entries.length, written]]);
    const needsLines = added.some(({ value }) => needsLine(text, value));
    return { container, removed: new Set(indices), inserted, oneLine, needsLines, comments };
  });
  const ofSequences = [...sequences].map(([container, { removed, inserted }]): ContainerChange => {
    const oneLine = isFilledInOneLine(text, root, style, container, [...inserted.values()].flat());
    const written = [...inserted].map(([at, values]) => {
      const writers = values.map((value) => (indentation: string) => {
        return writeItem(text, style, value, placeIn(text, container, value, indentation, oneLine));
      });
      return [at, writers] as const;
    });
    const needsLines = [...inserted.values()].some((values) => values.some((value) => needsLine(text, value)));
    return { container, removed, inserted: new Map(written), oneLine, needsLines, comments };
  });
  return [...ofMappings, ...ofSequences];
}

function placeIn(text: string, container: ContainerNode, value: Value, indentation: string, oneLine: boolean): Place {
  if (childNodes(container).length === 0) return { indentation, oneLine: oneLine || undefined };
  return { indentation, oneLine: lineHabit(text, container, value) };
}

/** Whether an empty container stays on its line when it is filled. */
function isFilledInOneLine(text: string, root: SyntaxNode, style: JsonStyle, container: ContainerNode, content: Value): boolean {
  if (childNodes(container).length > 0 || hasLineBreak(text, container.range)) return false;
  const holder = holderOf(root, container);
  if (!holder) return false;
  return lineHabit(text, holder, content) ?? style.isOneLine(shapeOf(text, content));
}
